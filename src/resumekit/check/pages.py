"""The text of a PDF as it was read, in which the texts of a résumé are looked for, one after the other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_AROUND_A_BREAK = 80
"""How many characters of a footer and a header may stand between the two halves of a text on two pages."""

_WHOLE_WORD = 4
"""A text shorter than this must stand alone: an `R` is not found in `Developer`."""

_MANY_JOINED = 12
"""So many letters of short texts may be read as one word, which PDFium does where these stand close together."""

_IGNORED = re.compile(
    "["
    r"\s\x00-\x1f"  # a matter of layout
    r"\u2010\u2011\ufffe\uffff\-"  # a hyphen at a line's end is read as one of several signs, or not at all
    # What is drawn as nothing: joiners, marks of direction, selectors (DerivedCoreProperties, Default_Ignorable)
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def comparable(text: str) -> str:
    """Return a text without what layout and reading may change: case, white space, hyphens, ligatures."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).casefold())


def _letters(word: str) -> str:
    """Return the letters of a word in any order; PDFium gives its comma to another word."""
    return "".join(sorted(filter(str.isalnum, comparable(word))))


def _has_signs(word: str) -> bool:
    return any(map(unicodedata.combining, word))


class Pages:
    """The text of all pages, of which each stretch can be taken once.

    On pages whose lines run left, PDFium turns the order of words round where a line has words of both directions.
    """

    def __init__(self, pages: Sequence[str], *, runs_left: bool = False) -> None:
        self._runs_left = runs_left
        self._text = ""
        self._edges: set[int] = set()
        self._breaks: list[int] = []
        for page in pages:
            for word in _IGNORED.split(unicodedata.normalize("NFKC", page).casefold()):
                self._edges.add(len(self._text))
                self._text += word
            self._breaks.append(len(self._text))
        self._edges.add(len(self._text))
        words = [word for page in pages for word in page.split()]
        self._words = Counter(map(_letters, words))
        self._halves = Counter(_letters(first + second) for first, second in pairwise(words))
        self._taken = bytearray(len(self._text))

    def without(self, texts: Iterable[str]) -> list[str]:
        """Return those of some texts that are nowhere.

        Long ones are looked for first: what they leave over is then free for short ones, which would else be found
        inside them.
        """
        missing = [text for text in sorted(texts, key=len, reverse=True) if not self._take(text)]
        joined = self._joined([word for text in missing if len(word := comparable(text)) < _WHOLE_WORD])
        lost = []
        for text in missing:
            if joined[comparable(text)]:
                joined[comparable(text)] -= 1
            else:
                lost.append(text)
        return lost

    def _take(self, text: str) -> bool:
        """Take a text where it stands; if nowhere as a whole, then over the end of a page."""
        wanted = comparable(text)
        if not wanted or self._take_whole(wanted) or self._take_over_break(wanted):
            return True
        return (self._runs_left or bool(_RIGHT_TO_LEFT.search(text))) and self._take_words(text)

    def _take_words(self, text: str) -> bool:
        """Take the words of a text in a script from right to left, in whose ligatures PDFium turns letters round.

        It also sees a space after a letter that does not join the next one, and so two halves of a word. A vowel sign
        it takes for a line of its own, which may part the word: its letters have to be there.
        """
        wanted = Counter(_letters(word) for word in text.split() if not _has_signs(word))
        halved = wanted - self._words
        if any(self._halves[word] < count for word, count in halved.items() if word):
            return False
        self._words.subtract(wanted - halved)
        self._halves.subtract(halved)
        parted = Counter(letter for word in text.split() if _has_signs(word) for letter in _letters(word))
        return not parted or parted <= Counter(letter for word in self._words.elements() for letter in word)

    def _take_whole(self, wanted: str) -> bool:
        at = self._text.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if not any(self._taken[at:end]) and (len(wanted) >= _WHOLE_WORD or self._stands_alone(at, end)):
                self._mark(at, end)
                return True
            at = self._text.find(wanted, at + 1)
        return False

    def _stands_alone(self, start: int, end: int) -> bool:
        return all(at in self._edges or not self._text[at - 1 : at + 1].isalnum() for at in (start, end))

    def _joined(self, words: list[str]) -> Counter[str]:
        """Return how often short words are there of which several were read as one, without the space between."""
        return Counter(word for run in self._left_over() if words for word in _split(run, words))

    def _left_over(self) -> Iterator[str]:
        """Yield the letters between which there is no space, and which nothing has taken, if they are not many."""
        start = 0
        for at in range(1, len(self._text) + 1):
            if at in self._edges or self._taken[at] != self._taken[start]:
                if not self._taken[start]:
                    yield from (run for run in re.findall(r"\w+", self._text[start:at]) if len(run) <= _MANY_JOINED)
                start = at

    def _take_over_break(self, wanted: str) -> bool:
        for end in self._breaks[:-1]:
            for length in range(len(wanted) - 1, 0, -1):
                first = self._text.find(wanted[:length], max(0, end - length - _AROUND_A_BREAK), end)
                rest = wanted[length:]
                second = self._text.find(rest, end, end + len(rest) + _AROUND_A_BREAK) if first >= 0 else -1
                if second >= 0:
                    self._mark(first, first + length)
                    self._mark(second, second + len(rest))
                    return True
        return False

    def _mark(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\x01" * (end - start)


def _split(run: str, words: list[str]) -> list[str]:
    """Return the words that make up a run of letters; none if they do not."""
    for word in words:
        if run == word:
            return [word]
        if run.startswith(word) and (rest := _split(run.removeprefix(word), words)):
            return [word, *rest]
    return []
