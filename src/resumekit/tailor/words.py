"""Texts as words to compare, and a search for many phrases at once."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import unquote

T = TypeVar("T")

Phrase = tuple[str, ...]
"""Folded words in their order."""

# Scripts written without spaces, Thai to Khmer and East Asian ones: each character is a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
# Between letters without a space, these join the words of an address, a file name or a compound.
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+|[@./_-]+(?=\w)")
_ELISION = re.compile(r"(?<=\b[^\W\d_])['’](?=[^\W\d_]{2})")
_MARKUP = str.maketrans("", "", "*`\\")
# Letters that Unicode does not decompose.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


class Word(NamedTuple):
    """A word, or the marks between two words of an address, with its place in a text."""

    folded: str
    """Without case and accents."""
    begin: int
    end: int
    is_capitalized: bool
    """Whether it may be a name: it starts with a capital, or its script has none."""
    is_mark: bool


def readable(text: str) -> str:
    """Return a text as it reads: without Markdown, character references, percent-encoding and invisible characters."""
    text = unquote(unescape(text)).translate(_MARKUP)
    if not text.isascii():
        composed = unicodedata.normalize("NFKC", text)
        text = "".join(sign for sign in composed if unicodedata.category(sign) not in {"Cf", "Mn"})
    return _ELISION.sub("", text)


def words_of(text: str) -> list[Word]:
    """Return the words of a readable text."""
    return [_word(found) for found in _WORD.finditer(text)]


def phrase_of(text: str) -> Phrase:
    """Return the folded words of any text."""
    return tuple(word.folded for word in words_of(readable(text)))


def is_mark(word: str) -> bool:
    """Return whether a folded word is marks only."""
    return word[0] in "@./_-"


def _word(found: re.Match[str]) -> Word:
    typed = found[0]
    return Word(_folded(typed), *found.span(), not typed[0].islower(), is_mark(typed))


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(map(_plain_digit, filter(str.isalnum, decomposed))) or word


def _plain_digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


class PhraseFinder(Generic[T]):
    """Finds all of many phrases in one pass over a text: the algorithm of Aho and Corasick, with words for letters."""

    def __init__(self, phrases: Iterable[tuple[Phrase, T]]) -> None:
        self._next: list[dict[str, int]] = [{}]
        self._ends: list[list[tuple[int, T]]] = [[]]
        for phrase, value in phrases:
            state = 0
            for word in phrase:
                state = self._next[state].setdefault(word, len(self._next))
                if state == len(self._next):
                    self._next.append({})
                    self._ends.append([])
            self._ends[state].append((len(phrase), value))
        self._shorter = [0] * len(self._next)
        self._shorter_end = [0] * len(self._next)
        self._link()

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int, T]]:
        """Yield each phrase that occurs: the index of its first word, the index past its last, and its value."""
        state = 0
        for index, word in enumerate(words, start=1):
            state = self._step(state, word.folded)
            end = state if self._ends[state] else self._shorter_end[state]
            while end:
                yield from ((index - length, index, value) for length, value in self._ends[end])
                end = self._shorter_end[end]

    def _link(self) -> None:
        """Link each state to that of its longest proper suffix, and to the longest one at which a phrase ends."""
        waiting = deque(self._next[0].values())
        while waiting:
            state = waiting.popleft()
            for word, following in self._next[state].items():
                shorter = self._step(self._shorter[state], word)
                self._shorter[following] = shorter
                self._shorter_end[following] = shorter if self._ends[shorter] else self._shorter_end[shorter]
                waiting.append(following)

    def _step(self, state: int, word: str) -> int:
        while state and word not in self._next[state]:
            state = self._shorter[state]
        return self._next[state].get(word, 0)
