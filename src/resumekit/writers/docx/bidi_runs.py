"""Stretches of text in one direction: Word takes a run's direction from the run, not from its characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRONG = {"L": False, "R": True, "AL": True}
_MARK = "NSM"
"""A mark above or below a letter, which it is not to be parted from."""


def stretches(text: str, *, mirrored: bool) -> Iterator[tuple[str, bool]]:
    """Yield the text in stretches, with whether each is read from right to left.

    Signs and figures go with the letters on both sides of them where these agree, else with the paragraph, which is
    `mirrored` or not.
    """
    if not mirrored and not _RIGHT_TO_LEFT.search(text):
        yield text, False
        return
    for direction, found in groupby(zip(_directions(text, mirrored), text, strict=True), key=lambda pair: pair[0]):
        yield "".join(character for _, character in found), direction


def _directions(text: str, mirrored: bool) -> Iterator[bool]:
    kinds = [unicodedata.bidirectional(character) for character in text]
    before = _carried(kinds, mirrored)
    after = _carried(reversed(kinds), mirrored)[::-1]
    for kind, left, right in zip(kinds, before, after, strict=True):
        yield left if left == right or kind == _MARK else mirrored


def _carried(kinds: Iterable[str], direction: bool) -> list[bool]:
    """Return a direction for each kind of character: its own, or that of the last letter before it."""
    made = []
    for kind in kinds:
        direction = _STRONG.get(kind, direction)
        made.append(direction)
    return made
