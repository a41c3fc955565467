"""The markers of list items: bullets, numbers, letters."""

from __future__ import annotations

import re

_BULLETS = "•◦▪▫‣●○■□◆◇♦⁃∙⋅·➢➤►▶▸▹»✓✔✦★☆→⇒*∗＊○・‐−–—-"
_BULLET = re.compile(
    rf"\s*([{re.escape(_BULLETS)}\uf000-\uf0ff]|o(?=\s{{2,}}|\t))(?:\s+|(?<=[•●▪■・\uf0b7])(?=\S))(?=\S)"
)
_ORDINAL = re.compile(r"\s*(\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)", re.IGNORECASE)
_BULLET_ONLY = re.compile(rf"\s*([{re.escape(_BULLETS)}\uf000-\uf0ff])\s*")
_NESTED_BULLETS = "◦○o▪▫■□–"
"""Bullets that mark nested items where all items have the same indent."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def marker_of(text: str) -> tuple[str, str]:
    """Return the marker that a line starts with and the rest of the line; an empty marker if there is none."""
    if found := _BULLET.match(text):
        return found[1], text[found.end() :]
    if bare := _BULLET_ONLY.fullmatch(text):
        return bare[1], ""
    if found := _ORDINAL.match(text):
        return found[1], text[found.end() :]
    return "", text


def kind_of(marker: str) -> str:
    """Return the kind of list a marker belongs to, as the schema names it: `letters`, `numbers` or `bullets`."""
    symbol = marker.strip("().")
    if symbol.isdigit():
        return "numbers"
    return "letters" if symbol.isascii() and symbol.isalpha() and symbol != "o" else "bullets"


def is_same_list(marker: str, before: str) -> bool:
    """Return whether a marker at the same indent as another continues its list: `○` below `●` does not."""
    if kind_of(marker) != kind_of(before):
        return False
    return marker == before or marker not in _NESTED_BULLETS or kind_of(marker) != "bullets"


def starts_list(marker: str) -> bool:
    """Return whether a list can start with a marker: `a.` and `1)` can, `b.` and the initial of a name cannot."""
    symbol = marker.strip("().")
    return kind_of(marker) == "bullets" or symbol in {"1", "a", "i"} or marker in {"A)", "(A)"}


def follows(marker: str, before: str) -> bool:
    """Return whether a marker is the next one after another in the same list."""
    kind = kind_of(marker)
    if kind != kind_of(before):
        return False
    symbol, last = (each.strip("().").lower() for each in (marker, before))
    if kind == "numbers":
        return int(symbol) == int(last) + 1
    if symbol in _ROMAN and last in _ROMAN and _ROMAN.index(symbol) == _ROMAN.index(last) + 1:
        return True
    return kind == "bullets" or (len(symbol) == len(last) == 1 and ord(symbol) == ord(last) + 1)
