"""What was found in one file, and what every form of telling it needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from resumekit.errors import Problem, Severity

_LONGEST_MESSAGE = 240
_WORDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "remark"}


class Report(NamedTuple):
    """What was found in one file: each problem once, in order. The file is valid if its exit code is 0."""

    file: str
    exit_code: int
    problems: tuple[Problem, ...]


def file_of(problem: Problem) -> str | None:
    """Return the name of the file that a problem is about, if it is about one."""
    return problem.location.file if problem.location else problem.file


def message_of(problem: Problem) -> str:
    """Return the message without the middle of what was typed, should somebody have typed a novel."""
    message, half = problem.message, _LONGEST_MESSAGE // 2
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:half]} … {message[-half:]}"


def counted(problems: Iterable[Problem]) -> str:
    """Say how many problems there are of each severity: `2 errors, 1 warning`."""
    severities = [problem.severity for problem in problems]
    counts = {word: severities.count(severity) for severity, word in _WORDS.items()}
    return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for word, count in counts.items() if count)
