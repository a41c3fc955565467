"""Lists that are written as Markdown in one text, as highlights."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from resumekit.load import KeyPath

from .draft_resume import Quote

_BULLET = re.compile(r"( *)([-*+•]|\d{1,3}[.)])[ \t]+(\S.*)")


def summary_or_bullets(text: Quote | None) -> dict[str, Any]:
    """Return a text as the `highlights` that it lists, or as the `summary` that it is."""
    if text is None:
        return {}
    listed = bullets(text)
    return {"highlights": listed} if listed else {"summary": Quote(text.strip(), text.origin, text.doubt)}


class _Line(NamedTuple):
    """A bullet: how far it is in, whether it has a number, and what it says."""

    column: int
    is_numbered: bool
    text: str


def bullets(text: Quote) -> list[Any]:
    """Return the bullets of a text that is nothing but a list in Markdown, nested as they are; else nothing."""
    found: list[_Line] = []
    for line in text.expandtabs(4).splitlines():
        if bullet := _BULLET.fullmatch(line.rstrip()):
            found.append(_Line(len(bullet[1]), bullet[2][0].isdigit(), bullet[3]))
        elif line.strip() and found and line.startswith(" "):
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line.strip()}")
        elif line.strip():
            return []
    return _nested(found, text.origin)


def _nested(lines: list[_Line], origin: KeyPath | None) -> list[Any]:
    """Return bullets below the one that they are further in than."""
    made: list[Any] = []
    while lines:
        first, *others = lines
        length = next((at for at, line in enumerate(others) if line.column <= first.column), len(others))
        text, below, lines = Quote(first.text, origin), others[:length], others[length:]
        numbers = {"list": "numbers"} if below and below[0].is_numbered else {}
        made.append({"text": text, **numbers, "highlights": _nested(below, origin)} if below else text)
    return made
