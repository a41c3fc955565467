"""Break text into lines, measured in columns; a character takes zero, one or two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

Unit = tuple[str | None, str]
"""A separator and a text that stays on one line if possible; a separator of None starts a new line."""

# Spaces at which lines do not break. Unicode allows a break at a thin space, typographers do not.
_NO_BREAK = "\N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_BREAKING = re.compile(rf"[^\S{_NO_BREAK}]+")
_SPACE = re.compile(r"\s+")
_NEVER_FIRST = frozenset("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー々")


def columns(text: str) -> int:
    """Return the width of a text in columns: two for East Asian characters, none for combining marks."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if _is_wide(character) else 1


def wrap(text: str, width: int) -> list[str]:
    """Return a paragraph in lines of at most `width` columns; only a longer word exceeds them."""
    return fill(_units(text, width), width)


def fill(units: Iterable[Unit], width: int) -> list[str]:
    """Return units in lines of at most `width` columns, as many on each line as fit."""
    lines: list[str] = []
    for between, unit in units:
        if lines and between is not None and columns(longer := lines[-1] + between + unit) <= width:
            lines[-1] = longer
        else:
            lines.append(unit)
    return [line for line in (_SPACE.sub(" ", line).strip() for line in lines) if line]


def _units(text: str, width: int) -> Iterator[Unit]:
    for word in filter(None, _BREAKING.split(text)):
        parts = [word] if columns(word) <= width else _SPACE.split(word)
        for part in filter(None, parts):
            first, *others = _pieces(part)
            yield " ", first
            yield from (("", piece) for piece in others)


def _pieces(word: str) -> Iterator[str]:
    """Yield the pieces between which a line may break: Chinese and Japanese are written without spaces."""
    begin = 0
    for at in range(1, len(word)):
        if _may_break(word[at - 1], word[at]):
            yield word[begin:at]
            begin = at
    yield word[begin:]


def _may_break(before: str, after: str) -> bool:
    if not (_is_east_asian(before) or _is_east_asian(after)):
        return False
    first, second = unicodedata.category(before), unicodedata.category(after)
    is_one = first == "Cf" or second[0] == "M" or second in {"Cf", "Sk"}
    is_closing = (second[0] == "P" and second not in {"Ps", "Pi"}) or after in _NEVER_FIRST
    return not (is_one or is_closing or first in {"Ps", "Pi"})


def _is_east_asian(character: str) -> bool:
    """Return whether a character belongs to a script without spaces; Korean has them."""
    return _is_wide(character) and not unicodedata.name(character, "").startswith("HANGUL")


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}
