"""Everything that can go wrong, in words a user reads, with the exit code of each branch.

    ResumekitError               1   also: warnings under --strict
    ├── UsageError               2   an option that cannot be
    ├── LoadError                3   missing, not UTF-8, broken YAML or JSON, over a limit
    ├── SchemaError              4   not a valid résumé
    ├── ThemeError               5   theme missing or broken
    ├── TypesetError             6   the page could not be set
    └── OutputError              7   the result could not be written

Each carries the problems that caused it, all of them at once. Anything else that escapes is a bug of ours.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class SourceLocation:
    """Where a problem is: a file's name, the 1-based line and column (in characters), and how far it reaches.

    `length` is the number of characters to underline on that line; `source` is the line itself.
    """

    file: str
    line: int
    column: int
    length: int = 1
    source: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about the input: what is wrong, where, and what to do about it.

    `code` is a stable name such as `unknown-key`; `file` names the subject where there is no exact place.
    """

    code: str
    message: str
    location: SourceLocation | None = None
    file: str | None = None
    hint: str | None = None
    severity: Severity = "error"

    def as_warning(self) -> Problem:
        """Return the same problem, said more softly."""
        return replace(self, severity="warning")


class ResumekitError(Exception):
    """The root of what resumekit raises on purpose: one or more problems and the exit code of their kind."""

    exit_code: ClassVar[int] = 1

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = problems


class UsageError(ResumekitError):
    """An option or argument that cannot be."""

    exit_code = 2


class LoadError(ResumekitError):
    """The source cannot be read: missing, wrong encoding, broken syntax, over a limit."""

    exit_code = 3


class SchemaError(ResumekitError):
    """The source is readable but is not a valid résumé."""

    exit_code = 4


class ThemeError(ResumekitError):
    """The theme is missing or broken, or was given an option that it does not have."""

    exit_code = 5


class TypesetError(ResumekitError):
    """The page could not be set: no engine, no font for a character, an unreadable picture."""

    exit_code = 6


class OutputError(ResumekitError):
    """The result could not be written."""

    exit_code = 7


_MANY = 500
"""So many known words are compared at most: a file with thousands of its own names is not one that a person typed."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like a word, whatever its case, or None where none is like it."""
    candidates = list(known)[:_MANY]
    folded = {candidate.casefold(): candidate for candidate in reversed(candidates)}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the question that names the nearest known word, or None where nothing is near."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else None


def with_suggestion(message: str, word: str, known: Iterable[str]) -> str:
    """Return the message of an unknown word, with the nearest known one: `no format 'pfd'; did you mean 'pdf'?`."""
    suggestion = did_you_mean(word, known)
    return f"{message}; {suggestion}" if suggestion else message


def available(known: Iterable[str]) -> str:
    """Return the hint that lists what can be chosen: `available: pdf, html`."""
    return f"available: {', '.join(known)}"
