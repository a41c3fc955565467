"""The text extracted from a PDF, and the search for the texts of a résumé in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from .comparison import comparable
from .letters import Letters
from .page_breaks import find_across_breaks
from .scattered_words import ScatteredWords

_WHOLE_WORD = 4
"""A text shorter than this has to be a word of its own: `R` does not match inside `Developer`."""

_MAX_JOINED = 12
"""PDFium joins short texts that are close together into one word; such a word has at most this many characters."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


class ExtractedText:
    """The text of all pages; each part of it can match one text only.

    On right-to-left pages, PDFium reverses the order of words on lines that mix both directions.
    """

    def __init__(self, pages: Sequence[str], *, right_to_left: bool = False) -> None:
        self._pages = pages
        self._is_right_to_left = right_to_left
        self._letters = Letters(pages)
        self._searched = Counter[str]()
        self._absent: set[str] = set()

    @cached_property
    def _scattered(self) -> ScatteredWords:
        return ScatteredWords(self._pages)

    @cached_property
    def _beside_right_to_left(self) -> ScatteredWords:
        """The words of lines with right-to-left text, such as the date of an entry in Arabic on an English page."""
        return ScatteredWords(
            [line for page in self._pages for line in page.splitlines() if _RIGHT_TO_LEFT.search(line)]
        )

    def count(self, text: str) -> int:
        """Return how often the pages contain a text in one piece, at places that may match other texts too."""
        return self._letters.text.count(comparable(text))

    def find_missing(self, texts: Iterable[str]) -> list[str]:
        """Return the texts that are not found.

        Longer texts are searched first, so that a short text cannot match inside a longer one.
        """
        missing = [text for text in sorted(texts, key=len, reverse=True) if not self._match(text)]
        joined = self._joined({word for text in missing if 0 < len(word := comparable(text)) < _WHOLE_WORD})
        lost = []
        for text in missing:
            if joined[comparable(text)]:
                joined[comparable(text)] -= 1
            else:
                lost.append(text)
        return lost

    def _match(self, text: str) -> bool:
        """Match a text in one piece, else across page breaks, else word by word; return whether it was found."""
        wanted = comparable(text)
        if wanted in self._absent:
            return False
        if not wanted or self._match_whole(wanted) or self._match_across_breaks(wanted):
            return True
        is_right_to_left = self._is_right_to_left or _RIGHT_TO_LEFT.search(text)
        if (self._scattered if is_right_to_left else self._beside_right_to_left).take(text):
            return True
        self._absent.add(wanted)
        return False

    def _match_whole(self, wanted: str) -> bool:
        """Match a text at its first free place; an equal text is searched after that place only."""
        letters = self._letters
        at = letters.text.find(wanted, self._searched[wanted])
        while at >= 0:
            end = at + len(wanted)
            matched = letters.last_matched(at, end)
            is_whole = len(wanted) >= _WHOLE_WORD or (letters.is_word_edge(at) and letters.is_word_edge(end))
            if matched < 0 and is_whole:
                letters.mark(at, end)
                self._searched[wanted] = end
                return True
            at = letters.text.find(wanted, max(at, matched) + 1)
        return False

    def _match_across_breaks(self, wanted: str) -> bool:
        spans = find_across_breaks(wanted, self._letters)
        for span in spans:
            self._letters.mark(*span)
        return bool(spans)

    def _joined(self, words: set[str]) -> Counter[str]:
        """Count the short words in runs of free letters that PDFium joined into one word."""
        runs = (run for word in self._letters.free_words() for run in re.findall(r"\w+", word)) if words else ()
        return Counter(word for run in runs if len(run) <= _MAX_JOINED for word in _split(run, words))


def _split(run: str, words: set[str]) -> list[str]:
    """Split a run of letters into words of a set; return an empty list where that is impossible."""
    splits: list[list[str] | None] = [[]]  # of the first 0, 1, 2, … letters
    for end in range(1, len(run) + 1):
        starts = range(max(0, end - _WHOLE_WORD + 1), end)
        words_at = ((at, run[at:end]) for at in starts if run[at:end] in words)
        found = ([*split, word] for at, word in words_at if (split := splits[at]) is not None)
        splits.append(next(found, None))
    return splits[-1] or []
