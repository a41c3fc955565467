"""Problems as a compiler prints them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import typer

from resumekit.errors import Problem, SourceLocation

from .report import message_of

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_CONTROL = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

_LONGEST_LINE = 120


def format_problem(problem: Problem, *, colour: bool = False) -> str:
    """Return a problem as text: location and message, the source line with carets, and the hint."""

    def paint(text: str, **style: bool | str) -> str:
        return typer.style(text, **style) if colour else text  # type: ignore[arg-type]

    location = problem.location
    where = (
        f"{location.file}:{location.line}:{location.column}: "
        if location
        else f"{problem.file}: "
        if problem.file
        else ""
    )
    severity = paint(f"{problem.severity}:", fg=_COLOURS[problem.severity], bold=True)
    lines = [f"{shown(where)}{severity} {shown(message_of(problem))} [{problem.code}]"]
    if location and location.source:
        location = _excerpt(location)
        number = f"{location.line:>5}"
        lines.append(f"{number} | {shown(location.source)}")
        lines.append(f"      | {paint(_carets(location), fg=_COLOURS[problem.severity])}")
    if problem.hint:
        lines.append(f"      = {shown(problem.hint)}" if location else f"  = {shown(problem.hint)}")
    return "\n".join(lines)


def shown(text: str) -> str:
    """Return text that is safe on a terminal: characters that move the cursor or hide text become U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


def _excerpt(location: SourceLocation) -> SourceLocation:
    """Return the location within as much of a long line as fits on a terminal."""
    if len(location.source) <= _LONGEST_LINE:
        return location
    start = max(0, min(location.column - _LONGEST_LINE // 3, len(location.source) - _LONGEST_LINE))
    end = start + _LONGEST_LINE
    column = location.column - start
    text = ("…" if start else "") + location.source[start + bool(start) : end] + ("…" if location.source[end:] else "")
    return replace(location, column=column, length=min(location.length, _LONGEST_LINE - column + 1), source=text)


def _carets(location: SourceLocation) -> str:
    """Return the underline, as wide as the marked text, even with tabs and East Asian characters."""
    before = "".join(
        "\t" if character == "\t" else " " * _width(character)
        for character in shown(location.source[: location.column - 1])
    )
    marked = location.source[location.column - 1 : location.column - 1 + location.length]
    return before + "^" * max(1, sum(_width(character) for character in shown(marked)))


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
