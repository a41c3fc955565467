"""Split text into runs of one direction: Word takes the direction from the run, not from its characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from resumekit.theming.html_text import unbroken_runs

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRONG = {"L": False, "R": True, "AL": True}
_COMBINING = "NSM"
"""A combining mark, which must stay with its letter."""


def direction_runs(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the text in runs, each with whether it is read from right to left.

    Punctuation and digits take the direction of the letters on both sides if these agree, otherwise that of the
    paragraph, `rtl`; only the signs of a word such as C++ stay with it.
    """
    if not rtl and not _RIGHT_TO_LEFT.search(text):
        yield text, False
        return
    for direction, group in groupby(zip(_directions(text, rtl), text, strict=True), key=lambda pair: pair[0]):
        yield "".join(character for _, character in group), direction


def _directions(text: str, rtl: bool) -> Iterator[bool]:
    kinds = [unicodedata.bidirectional(character) for character in text]
    before = _carried(kinds, rtl)
    after = _carried(reversed(kinds), rtl)[::-1]
    words = {at for start, end in (unbroken_runs(text) if rtl else ()) for at in range(start, end)}
    for at, (kind, left, right) in enumerate(zip(kinds, before, after, strict=True)):
        yield at not in words and (left if left == right or kind == _COMBINING else rtl)


def _carried(kinds: Iterable[str], direction: bool) -> list[bool]:
    """Return a direction for each bidi class of a character: its own, or that of the last letter before it."""
    directions = []
    for kind in kinds:
        direction = _STRONG.get(kind, direction)
        directions.append(direction)
    return directions
