"""Convert Markdown lists in a text to highlights."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from resumekit.load import KeyPath

from .draft_resume import TracedText

_BULLET = re.compile(r"( *)([-*+•]|\d{1,3}[.)])[ \t]+(\S.*)")


def summary_or_highlights(text: TracedText | None) -> dict[str, Any]:
    """Return a text as `highlights` if it is a Markdown list, otherwise as `summary`."""
    if text is None:
        return {}
    listed = list_items(text)
    return {"highlights": listed} if listed else {"summary": TracedText(text.strip(), text.origin, text.doubt)}


class _Item(NamedTuple):
    """A list item: its indentation in columns, whether it is numbered, and its text."""

    column: int
    is_numbered: bool
    text: str


def list_items(text: TracedText) -> list[Any]:
    """Return the items of a text that consists of one Markdown list, nested as written; empty for any other text."""
    items: list[_Item] = []
    for line in text.expandtabs(4).splitlines():
        if bullet := _BULLET.fullmatch(line.rstrip()):
            items.append(_Item(len(bullet[1]), bullet[2][0].isdigit(), bullet[3]))
        elif line.strip() and items and line.startswith(" "):
            items[-1] = items[-1]._replace(text=f"{items[-1].text} {line.strip()}")
        elif line.strip():
            return []
    return _nested(items, text.origin)


def _nested(lines: list[_Item], origin: KeyPath | None) -> list[Any]:
    """Return list items, with more indented ones nested in the item above them."""
    nested: list[Any] = []
    while lines:
        first, *others = lines
        length = next((at for at, line in enumerate(others) if line.column <= first.column), len(others))
        text, below, lines = TracedText(first.text, origin), others[:length], others[length:]
        numbers = {"list": "numbers"} if below and below[0].is_numbered else {}
        nested.append({"text": text, **numbers, "highlights": _nested(below, origin)} if below else text)
    return nested
