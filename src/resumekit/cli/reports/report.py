"""The problems of one file, and what every report format needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from resumekit.errors import Problem, Severity

_LONGEST_MESSAGE = 240
_WORDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "remark"}


class Report(NamedTuple):
    """The problems of one file: each once, in order. The file is valid if its exit code is 0."""

    file: str
    exit_code: int
    problems: tuple[Problem, ...]


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, in the order of their locations; problems without one come last."""
    return tuple(sorted(dict.fromkeys(problems), key=_position))


def file_of(problem: Problem) -> str | None:
    """Return the name of the file that a problem concerns, if any."""
    return problem.location.file if problem.location else problem.file


def message_of(problem: Problem) -> str:
    """Return the message, shortened in the middle if it quotes a very long value."""
    message, half = problem.message, _LONGEST_MESSAGE // 2
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:half]} … {message[-half:]}"


def counted(problems: Iterable[Problem]) -> str:
    """Return the number of problems of each severity: `2 errors, 1 warning`."""
    severities = [problem.severity for problem in problems]
    counts = {word: severities.count(severity) for severity, word in _WORDS.items()}
    return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for word, count in counts.items() if count)


def _position(problem: Problem) -> tuple[bool, str, int, int]:
    location = problem.location
    return (False, location.file, location.line, location.column) if location else (True, "", 0, 0)
