"""The words of a right-to-left page, in any order: PDFium reverses them on lines that mix both directions."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .comparison import comparable

_ONE_DIRECTION = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+|[^\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")


class ScatteredWords:
    """The words of all pages; each can be taken once.

    PDFium reverses letters inside their ligatures, so only the letters of a word are compared. It also adds a space
    after a letter that does not join the next one, which splits the word in two; and it takes a combining vowel for a
    separate line, which may break up the word. Then, and in addresses, which continue on another line, only the
    letters have to be present. The parts of a word in two directions, such as a prefix of `C#`, are words.
    """

    def __init__(self, pages: Sequence[str]) -> None:
        words = [word for page in pages for word in _words_of(page)]
        self._words = Counter(map(_letters, words))
        self._halves = Counter(_letters(first + second) for first, second in pairwise(words))
        self._single = Counter(letter for word in words for letter in _letters(word))

    def take(self, text: str) -> bool:
        """Take the words of a text, if all of them are there."""
        wanted = Counter(_letters(word) for word in _words_of(text) if not _may_be_broken_up(word))
        halved = Counter({word: count for word in wanted if (count := wanted[word] - self._words[word]) > 0})
        if any(self._halves[word] < count for word, count in halved.items() if word):
            return False
        self._words.subtract(wanted - halved)
        self._halves.subtract(halved)
        self._single.subtract(letter for word in (wanted - halved).elements() for letter in word)
        broken = Counter(letter for word in _words_of(text) if _may_be_broken_up(word) for letter in _letters(word))
        return broken <= self._single


def _words_of(text: str) -> list[str]:
    return _ONE_DIRECTION.findall(text)


def _letters(word: str) -> str:
    """Return the letters and digits of a word, sorted; PDFium may attach its comma to another word."""
    return "".join(sorted(filter(str.isalnum, comparable(word))))


def _may_be_broken_up(word: str) -> bool:
    return "/" in word or "@" in word or any(map(unicodedata.combining, word))
