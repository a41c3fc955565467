"""The signs that stand before a bullet."""

from __future__ import annotations

import re

_SIGNS = "•◦▪▫‣●○■□◆◇♦⁃∙⋅·➢➤►▶▸▹»✓✔✦★☆→⇒*∗＊○・‐−–—-"
_SIGN = re.compile(rf"\s*([{re.escape(_SIGNS)}\uf000-\uf0ff]|o(?=\s{{2,}}|\t))(?:\s+|(?<=[•●▪■・\uf0b7])(?=\S))(?=\S)")
_ORDINAL = re.compile(r"\s*(\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)", re.IGNORECASE)
_ALONE = re.compile(rf"\s*([{re.escape(_SIGNS)}\uf000-\uf0ff])\s*")
_INNER = "◦○o▪▫■□–"
"""What stands before bullets in bullets, where all begin at the same place."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def marker_of(text: str) -> tuple[str, str]:
    """Return the sign that a line begins with, and the rest of it; an empty sign where there is none."""
    if found := _SIGN.match(text):
        return found[1], text[found.end() :]
    if alone := _ALONE.fullmatch(text):
        return alone[1], ""
    if found := _ORDINAL.match(text):
        return found[1], text[found.end() :]
    return "", text


def kind_of(marker: str) -> str:
    """Return what kind of list a marker belongs to: `letters`, `numbers` or `bullets`, as the schema has them."""
    sign = marker.strip("().")
    if sign.isdigit():
        return "numbers"
    return "letters" if sign.isascii() and sign.isalpha() and sign != "o" else "bullets"


def is_alike(marker: str, before: str) -> bool:
    """Tell whether a marker at the indent of another stands in the same list: `○` below `●` does not."""
    if kind_of(marker) != kind_of(before):
        return False
    return marker == before or marker not in _INNER or kind_of(marker) != "bullets"


def begins(marker: str) -> bool:
    """Tell whether a list can begin with a marker: `a.` and `1)` can, `b.` cannot, nor can the initial of a name."""
    sign = marker.strip("().")
    return kind_of(marker) == "bullets" or sign in {"1", "a", "i"} or marker in {"A)", "(A)"}


def follows(marker: str, before: str) -> bool:
    """Tell whether a marker is the next one after another in the same list."""
    kind = kind_of(marker)
    if kind != kind_of(before):
        return False
    sign, last = (each.strip("().").lower() for each in (marker, before))
    if kind == "numbers":
        return int(sign) == int(last) + 1
    if sign in _ROMAN and last in _ROMAN and _ROMAN.index(sign) == _ROMAN.index(last) + 1:
        return True
    return kind == "bullets" or (len(sign) == len(last) == 1 and ord(sign) == ord(last) + 1)
