"""The search for a text that continues on the next page, or on several."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from .letters import AROUND_A_BREAK, FIRST_LETTERS, Letters, Span

_MOST_LENGTHS = 400
"""How many lengths are followed to the next page: enough for any prose; `ab ab ab` matches everywhere."""


class _Part(NamedTuple):
    """The part of a text on one page, and those before it."""

    before: _Part | None
    span: Span

    def spans(self) -> list[Span]:
        return [*(self.before.spans() if self.before else ()), self.span]


def find_across_breaks(wanted: str, letters: Letters) -> list[Span]:
    """Return the parts of a text, one on each of successive pages, or an empty list if it is not there."""
    starts = letters.places_before_breaks(wanted)
    arrived: dict[int, _Part] = {}
    for number, (start, end) in enumerate(pairwise(letters.breaks)):
        if start == end or not (arrived or number in starts):
            continue
        page = _Page(wanted, letters, start, end)
        for length in sorted(arrived, reverse=True):
            if last := page.last(length):
                return [*arrived[length].spans(), last]
        arrived = page.onward(arrived, starts.get(number, ()))
    return []


class _Page:
    """Finds each length of a text that the pages up to this one may hold, with its part on this page.

    There may be several: a footer can begin with the word with which the text continues. Parts are whole lines, so
    they begin and end between words.
    """

    def __init__(self, wanted: str, letters: Letters, start: int, end: int) -> None:
        self._wanted, self._letters, self._text = wanted, letters, letters.text
        self._end = end
        self._top = letters.words_at_the_top(start)
        self._followed: set[int] = set()
        self._reached: dict[int, _Part] = {}

    def last(self, length: int) -> Span | None:
        """Return where the text after its first `length` letters is at the top of the page."""
        rest = self._wanted[length:]
        for start in self._top.get(rest[0], ()):
            end = start + len(rest)
            is_there = self._text.startswith(rest, start) and end <= self._end
            if is_there and self._letters.is_word_edge(end) and self._is_free(start, end):
                return start, end
        return None

    def onward(self, arrived: dict[int, _Part], starts: Iterable[int]) -> dict[int, _Part]:
        """Return the lengths that may be reached at the end of the page, from those at the end of the one before."""
        for length in sorted(arrived, reverse=True):
            for at in self._top.get(self._wanted[length], ()):
                self._follow(length, arrived[length], at)
        for at in starts:
            self._follow(0, None, at)
        return self._reached

    def _follow(self, length: int, before: _Part | None, start: int) -> None:
        """Compare the text with the page from a place on, up to a footer or a second column.

        Either may begin like the rest of the text, so the part may end after any of the last words that are equal.
        """
        shift = length - start
        if shift in self._followed or len(self._reached) > _MOST_LENGTHS:
            return
        self._followed.add(shift)
        end = self._end_of_part(length, start)
        first = max(start + 1, end - AROUND_A_BREAK)
        if end + shift < FIRST_LETTERS:
            first = max(first, self._end - AROUND_A_BREAK)
        for at in range(first, end + 1):
            if at + shift not in self._reached and self._letters.is_word_edge(at):
                self._reached[at + shift] = _Part(before, (start, at))

    def _end_of_part(self, length: int, start: int) -> int:
        """Return where the page ceases to be equal to the text, of which at least a letter is left."""
        shift = length - start
        limit = self._letters.first_matched(start, min(self._end, len(self._wanted) - 1 - shift))
        at = start
        for step in (AROUND_A_BREAK, 8, 1):
            while at + step <= limit and self._text.startswith(self._wanted[at + shift : at + shift + step], at):
                at += step
        return at

    def _is_free(self, start: int, end: int) -> bool:
        return self._letters.last_matched(start, end) < 0
