"""Plain text as markup: where a line may break and where not, and which parts keep a direction of their own.

`<wbr>` is a place to break, `&NoBreak;` one that must not, and `<bdi>` keeps the order of text in the other direction.
Browsers know the first and the last; `typeset` replaces all three by characters that WeasyPrint knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from markupsafe import Markup, escape

from resumekit.schema.scalar_types import UNSPACED_SCRIPTS

Direction = Literal["ltr", "rtl"]

NO_BREAK = Markup("&NoBreak;")
_MAY_BREAK = Markup("<wbr>")

SHORT_ADDRESS = 24
"""Characters. A shorter address is not broken at all."""

_LONG_PART = 30
_PIECE = re.compile(r".{1,15}(?:(?<=[fFtT]).)*")
"""A part of an address longer than so many characters breaks after about 15, or it would leave a narrow column.

Not inside a ligature, such as `ff` or `Th`: with an invisible character between them, its letters are not read.
"""

_WORD = re.compile(rf"[^\s{UNSPACED_SCRIPTS}]+")
_ADDRESS = re.compile(
    r"(?:mailto:|tel:|https?://|ftp://|www\.)|[^@]+@[^@]+\.|[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/", re.IGNORECASE
)
_PARTS = re.compile(r"[^/.@]*[/.@]*")
_RANGE = re.compile(r"(?<=\d[-–])(?=\d)")
_HYPHEN = re.compile(r"(?<=\w-)(?=\w)")
_BROKEN = re.compile(r"[@/–-]")
"""What a word contains that is broken in the wrong place otherwise."""

_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_LEFT_TO_RIGHT = re.compile(r"[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc،؛؟]+")
_SENTENCE_MARKS = " \t\n.,;:!?…«»“”‘’\"'–—"
_OPENING, _CLOSING = "([{", ")]}"
_LEADING_STOP = re.compile(r"\s?\.")
"""The stop of `.NET`, which is part of the word."""


def text_html(text: str, page: Direction = "ltr") -> Markup:
    """Return a text as markup, on a page with lines of this direction."""
    if page == "ltr" or not (runs := list(unbroken_runs(text))):
        return _words(text)
    made, end = Markup(""), 0
    for start, stop in runs:
        made += _words(text[end:start]) + isolated(_words(text[start:stop]))
        end = stop
    return made + _words(text[end:])


def address_html(text: str) -> Markup:
    """Return an address as markup that breaks after `@`, `.` and `/` only, and not at all if it is short."""
    if len(text) <= SHORT_ADDRESS:
        return _glued(text, _HYPHEN)
    return _MAY_BREAK.join(_pieces(part) for part in _PARTS.findall(text) if part)


def is_address(word: str) -> bool:
    """Return whether a word is an e-mail address or a URL, in full or short."""
    return bool(_ADDRESS.match(word))


def unbroken_html(html: Markup) -> Markup:
    """Return markup whose words do not break at their hyphens."""
    parts = re.split(r"(<[^>]*>)", html)
    return Markup("").join(Markup(part if part[:1] == "<" else _HYPHEN.sub(NO_BREAK, part)) for part in parts)  # noqa: S704


def isolated(html: Markup) -> Markup:
    """Return markup whose direction does not depend on the text around it, nor does the text around it on its own."""
    return Markup("<bdi>{}</bdi>").format(html)


def direction_of(text: str, page: Direction) -> Direction:
    """Return the direction of a text: the page's, unless it starts in the other one, and most of its letters are in it.

    A right-to-left text often starts with a foreign name, so the first letter alone would not do.
    """
    if text.isascii():
        return "ltr" if page == "ltr" or any(map(str.isalpha, text)) else page
    directions = [found for character in text if (found := _STRONG.get(unicodedata.bidirectional(character)))]
    others = sum(direction != page for direction in directions)
    if directions[:1] == [page] or 2 * others <= len(directions):
        return page
    return "rtl" if page == "ltr" else "ltr"


def unbroken_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the left-to-right runs that right-to-left lines would tear apart: those that end in signs, such as C++."""
    for found in _LEFT_TO_RIGHT.finditer(text):
        run = found[0].lstrip(_SENTENCE_MARKS + _CLOSING).rstrip(_SENTENCE_MARKS + _OPENING)
        if run.endswith(")") and "(" not in run:
            run = run[:-1].rstrip(_SENTENCE_MARKS)
        if run.startswith("(") and ")" not in run:
            run = run[1:].lstrip(_SENTENCE_MARKS)
        start = found.start() + found[0].find(run)
        if _LEADING_STOP.fullmatch(text, max(start - 2, 0), start):
            start, run = start - 1, f".{run}"
        if any(map(str.isalpha, run)) and not (run[0].isalpha() and run[-1].isalnum()):
            yield start, start + len(run)


def _words(text: str) -> Markup:
    if not _BROKEN.search(text):
        return escape(text)
    made, end = Markup(""), 0
    for found in _WORD.finditer(text):
        word = found[0]
        if _BROKEN.search(word):
            made += escape(text[end : found.start()])
            made += address_html(word) if is_address(word) else _glued(word, _RANGE)
            end = found.end()
    return made + escape(text[end:])


def _glued(text: str, places: re.Pattern[str]) -> Markup:
    return NO_BREAK.join(places.split(text))


def _pieces(part: str) -> Markup:
    """Return a part of an address, which breaks only if it is longer than a narrow column is wide."""
    pieces = [part] if len(part) <= _LONG_PART else _PIECE.findall(part)
    return _MAY_BREAK.join(_glued(piece, _HYPHEN) for piece in pieces)
