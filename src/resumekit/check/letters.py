"""The comparable letters of all pages in one string, and which of them are matched."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from .comparison import comparable_words

AROUND_A_BREAK = 80
"""The most characters of a footer, and of a header, between two parts of a text."""

FIRST_LETTERS = 16
"""How many letters of a text are looked for; where fewer are at the end of a page, only a footer may follow."""

_MOST_FAR = 50
"""How many places far from the end of a page are tried: more texts than that do not begin alike."""

Span = tuple[int, int]


class Letters:
    """The letters of all pages; `breaks` is where each page begins, and the last one ends."""

    def __init__(self, pages: Sequence[str]) -> None:
        words: list[str] = []
        self._edges = {0}
        self.breaks = [0]
        for page in pages:
            end = self.breaks[-1]
            for word in comparable_words(page):
                words.append(word)
                end += len(word)
                self._edges.add(end)
            self.breaks.append(end)
        self.text = "".join(words)
        self._matched = bytearray(len(self.text))
        self._places: dict[str, list[tuple[int, int]]] = {}

    def is_word_edge(self, at: int) -> bool:
        """Whether a word may begin or end here."""
        return at in self._edges or not self.text[at - 1 : at + 1].isalnum()

    def first_matched(self, start: int, end: int) -> int:
        """Return the place of the first matched letter of a span, or its end if all of them are free."""
        at = self._matched.find(1, start, end)
        return end if at < 0 else at

    def last_matched(self, start: int, end: int) -> int:
        """Return the place of the last matched letter of a span, or -1 if all of them are free."""
        return self._matched.rfind(1, start, end)

    def mark(self, start: int, end: int) -> None:
        """Mark a span as matched."""
        self._matched[start:end] = b"\x01" * (end - start)

    def places_before_breaks(self, wanted: str) -> Mapping[int, list[int]]:
        """Return the places on each page where a text may begin that continues on the next page.

        They may be far from the end of the page, where a second column follows the text.
        """
        places = defaultdict[int, list[int]](list)
        far = 0
        for page, at in self._places_of(wanted[:FIRST_LETTERS]) if len(wanted) > FIRST_LETTERS else ():
            if not self._matched[at]:
                is_far = self.breaks[page + 1] - at >= len(wanted) + AROUND_A_BREAK
                far += is_far
                if not is_far or far <= _MOST_FAR:
                    places[page].append(at)
        for page, near in self._near_breaks.get(wanted[0], ()):
            places[page].append(near)
        return places

    def _places_of(self, first: str) -> list[tuple[int, int]]:
        """Return where words with these first letters begin: page and place."""
        if first not in self._places:
            found = self._places[first] = []
            at = self.text.find(first)
            while at >= 0:
                if self.is_word_edge(at):
                    found.append((bisect_right(self.breaks, at) - 1, at))
                at = self.text.find(first, at + 1)
        return self._places[first]

    def words_at_the_top(self, start: int) -> Mapping[str, list[int]]:
        """Return where the words of a page begin after its header at most, by their first letters."""
        return self._tops[start]

    @cached_property
    def _tops(self) -> dict[int, dict[str, list[int]]]:
        tops = {}
        for start, end in pairwise(self.breaks):
            tops[start] = self._words_between(start, min(end, start + AROUND_A_BREAK + 1))
        return tops

    @cached_property
    def _near_breaks(self) -> dict[str, list[tuple[int, int]]]:
        """The words that begin shortly before a page break, by their first letters: page and place."""
        near = defaultdict[str, list[tuple[int, int]]](list)
        for page, (start, end) in enumerate(pairwise(self.breaks)):
            tail = max(start, end - AROUND_A_BREAK - FIRST_LETTERS)
            for letter, places in self._words_between(tail, end).items():
                near[letter] += [(page, at) for at in places]
        return near

    def _words_between(self, start: int, end: int) -> dict[str, list[int]]:
        words = defaultdict[str, list[int]](list)
        for at in range(start, end):
            if self.is_word_edge(at):
                words[self.text[at]].append(at)
        return words

    def free_words(self) -> list[str]:
        """Return what is left of the words between letters that are matched."""
        cuts = sorted({*self._edges, *self._ends_of_matches()})
        return [self.text[start:end] for start, end in pairwise(cuts) if not self._matched[start]]

    def _ends_of_matches(self) -> list[int]:
        return [at for at in range(1, len(self.text)) if self._matched[at] != self._matched[at - 1]]
