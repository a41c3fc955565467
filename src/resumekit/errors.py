"""Exceptions and problems: everything that can go wrong, with the exit code of each kind of error.

    ResumekitError               1   also: warnings under --strict
    ├── UsageError               2   an invalid option or argument
    ├── LoadError                3   missing, not UTF-8, invalid YAML or JSON, over a limit
    ├── SchemaError              4   not a valid résumé
    ├── ThemeError               5   missing or broken theme
    ├── TypesetError             6   the page could not be typeset
    └── OutputError              7   the result could not be written

Each exception carries all the problems that caused it. Any other exception that reaches the user is a bug.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import nlargest
from itertools import islice, pairwise
from typing import Any, ClassVar, Literal

from resumekit.codes import Code

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class SourceLocation:
    """Where a problem is: file name, and 1-based line and column in characters.

    `length` is the number of characters to underline on that line; `source` is the text of the line.
    """

    file: str
    line: int
    column: int
    length: int = 1
    source: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem with the input: what is wrong, where, and what to do about it.

    `code` is a stable name such as `unknown-key`; `file` is the file concerned if there is no exact location.
    """

    code: Code
    message: str
    location: SourceLocation | None = None
    file: str | None = None
    hint: str | None = None
    severity: Severity = "error"

    def as_warning(self) -> Problem:
        """Return the same problem with severity `warning`."""
        return replace(self, severity="warning")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, in the one order in which problems are reported.

    Problems are sorted by file, line and column. Those in `--set` options follow those in files; those without a
    location come last, in the order given.
    """
    return tuple(sorted(dict.fromkeys(problems), key=_position))


def _position(problem: Problem) -> tuple[bool, bool, str, int, int]:
    location = problem.location
    if not location:
        return (True, False, "", 0, 0)
    return (False, location.file == "--set", location.file, location.line, location.column)


class ResumekitError(Exception):
    """Base class of resumekit's exceptions: one or more problems, and the exit code of their kind."""

    exit_code: ClassVar[int] = 1

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the error be pickled, to come from another process."""
        return type(self), self.problems, self.__dict__


class UsageError(ResumekitError):
    """An option or argument is invalid."""

    exit_code = 2


class LoadError(ResumekitError):
    """The source cannot be read: missing, wrong encoding, invalid syntax, over a limit."""

    exit_code = 3


class SchemaError(ResumekitError):
    """The source is readable but is not a valid résumé."""

    exit_code = 4


class ThemeError(ResumekitError):
    """The theme is missing or broken, or does not have an option that was set."""

    exit_code = 5


class TypesetError(ResumekitError):
    """The page could not be typeset: no engine, no font for a character, an unreadable picture."""

    exit_code = 6


class OutputError(ResumekitError):
    """The result could not be written."""

    exit_code = 7


_MANY = 200
"""At most this many known words are compared or listed; no person typed a file with thousands of names."""

_LONGEST = 100
"""In characters: a longer word is not a misspelt name, and comparing two takes the square of their length."""

_LIKELY = 4
"""How many of the known words are compared closely, which takes a hundred times as long as counting common letters."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the nearest known word, ignoring case, or None if no word is similar.

    A file can have thousands of unknown words, so this takes a tenth of a millisecond.
    """
    if len(word) > _LONGEST:
        return None
    parts = _parts(word.casefold())
    folded = _folded(tuple(islice(known, _MANY)))
    common = [
        (len(parts & others) / (len(parts) + len(others)), candidate) for candidate, (_, others) in folded.items()
    ]
    likely = [candidate for _, candidate in nlargest(_LIKELY, common)]
    near = difflib.get_close_matches(word.casefold(), likely, n=1, cutoff=0.6)
    return folded[near[0]][0] if near else None


@lru_cache(maxsize=32)
def _folded(known: tuple[str, ...]) -> Mapping[str, tuple[str, frozenset[str]]]:
    """Return each word and its parts by the word in lower case; of words that differ only in case, the first."""
    short = (word for word in reversed(known) if len(word) <= _LONGEST)
    return {word.casefold(): (word, _parts(word.casefold())) for word in short}


def _parts(word: str) -> frozenset[str]:
    """Return the letters of a word and its pairs of letters, with its beginning and its end."""
    return frozenset(word) | {f"{one}{other}" for one, other in pairwise(f" {word} ")}


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return a question with the nearest known word, or None if no word is similar."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else None


def with_suggestion(message: str, word: str, known: Iterable[str]) -> str:
    """Return a message with the nearest known word appended: `unknown format 'pfd'; did you mean 'pdf'?`."""
    suggestion = did_you_mean(word, known)
    return f"{message}; {suggestion}" if suggestion else message


def available(known: Iterable[str]) -> str:
    """Return the hint that lists the choices: `available: pdf, html`."""
    names = list(known)
    more = [f"… ({len(names) - _MANY} more)"] if len(names) > _MANY else []
    return f"available: {', '.join([*names[:_MANY], *more])}"
