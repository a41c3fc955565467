"""The text extracted from a PDF, and the search for the texts of a résumé in it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_AROUND_A_BREAK = 80
"""The most characters of footer and header between the two halves of a text that continues on the next page."""

_WHOLE_WORD = 4
"""A text shorter than this has to be a word of its own: `R` does not match inside `Developer`."""

_MAX_JOINED = 12
"""PDFium joins short texts that are close together into one word; such a word has at most this many characters."""

_IGNORED = re.compile(
    "["
    r"\s\x00-\x1f"  # a matter of layout
    r"\u2010\u2011\ufffe\uffff\-"  # PDFium maps a hyphen at a line end to one of several characters, or drops it
    # Invisible: joiners, directional marks, variation selectors (DerivedCoreProperties, Default_Ignorable)
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def comparable(text: str) -> str:
    """Normalize what layout and text extraction may change: case, white space, hyphens, ligatures."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).casefold())


def _letters(word: str) -> str:
    """Return the letters and digits of a word, sorted; PDFium may attach its comma to another word."""
    return "".join(sorted(filter(str.isalnum, comparable(word))))


def _has_combining_marks(word: str) -> bool:
    return any(map(unicodedata.combining, word))


class ExtractedText:
    """The text of all pages; each part of it can match one text only.

    On right-to-left pages, PDFium reverses the order of words on lines that mix both directions.
    """

    def __init__(self, pages: Sequence[str], *, right_to_left: bool = False) -> None:
        self._is_right_to_left = right_to_left
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
        self._matched = bytearray(len(self._text))
        self._searched: dict[str, int] = {}
        """How far each text has been searched for: a word that is printed a thousand times is searched for once."""

    def find_missing(self, texts: Iterable[str]) -> list[str]:
        """Return the texts that are not found.

        Longer texts are searched first, so that a short text cannot match inside a longer one.
        """
        missing = [text for text in sorted(texts, key=len, reverse=True) if not self._match(text)]
        joined = self._joined([word for text in missing if len(word := comparable(text)) < _WHOLE_WORD])
        lost = []
        for text in missing:
            if joined[comparable(text)]:
                joined[comparable(text)] -= 1
            else:
                lost.append(text)
        return lost

    def _match(self, text: str) -> bool:
        """Match a text in one piece, else across a page break, else word by word; return whether it was found."""
        wanted = comparable(text)
        if not wanted or self._match_whole(wanted) or self._match_across_break(wanted):
            return True
        return (self._is_right_to_left or bool(_RIGHT_TO_LEFT.search(text))) and self._match_words(text)

    def _match_words(self, text: str) -> bool:
        """Match the words of a right-to-left text in any order; PDFium reverses letters inside their ligatures.

        PDFium also adds a space after a letter that does not join the next one, which splits the word in two. It takes
        a combining vowel for a separate line, which may break up the word; then only its letters have to be present.
        """
        wanted = Counter(_letters(word) for word in text.split() if not _has_combining_marks(word))
        halved = wanted - self._words
        if any(self._halves[word] < count for word, count in halved.items() if word):
            return False
        self._words.subtract(wanted - halved)
        self._halves.subtract(halved)
        broken = Counter(letter for word in text.split() if _has_combining_marks(word) for letter in _letters(word))
        return not broken or broken <= Counter(letter for word in self._words.elements() for letter in word)

    def _match_whole(self, wanted: str) -> bool:
        at = self._text.find(wanted, self._searched.get(wanted, 0))
        while at >= 0:
            end = self._searched[wanted] = at + len(wanted)
            if not any(self._matched[at:end]) and (len(wanted) >= _WHOLE_WORD or self._is_separate(at, end)):
                self._mark(at, end)
                return True
            at = self._text.find(wanted, at + 1)
        return False

    def _is_separate(self, start: int, end: int) -> bool:
        return all(at in self._edges or not self._text[at - 1 : at + 1].isalnum() for at in (start, end))

    def _joined(self, words: list[str]) -> Counter[str]:
        """Count the short words in runs that PDFium joined into one word."""
        return Counter(word for run in self._unmatched_runs() if words for word in _split(run, words))

    def _unmatched_runs(self) -> Iterator[str]:
        """Yield each run of unmatched letters without a space in it, up to `_MAX_JOINED` long."""
        start = 0
        for at in range(1, len(self._text) + 1):
            if at in self._edges or self._matched[at] != self._matched[start]:
                if not self._matched[start]:
                    yield from (run for run in re.findall(r"\w+", self._text[start:at]) if len(run) <= _MAX_JOINED)
                start = at

    def _match_across_break(self, wanted: str) -> bool:
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
        self._matched[start:end] = b"\x01" * (end - start)


def _split(run: str, words: list[str]) -> list[str]:
    """Split a run of letters into words from a list; return an empty list where that is impossible."""
    for word in words:
        if run == word:
            return [word]
        if run.startswith(word) and (rest := _split(run.removeprefix(word), words)):
            return [word, *rest]
    return []
