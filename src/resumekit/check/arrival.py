"""Whether every text and every link of a résumé arrived in its PDF: the PDF is read back and compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from resumekit.errors import Place, Problem
from resumekit.load import Document
from resumekit.pdfium import Reading, read_pdf
from resumekit.present import ResumeView

from .words import links_of, texts_of

_AROUND_A_BREAK = 80
"""How many characters of a footer and a header may stand between the two halves of a text on two pages."""

_WHOLE_WORD = 4
"""A text shorter than this must stand alone: an `R` is not found in `Developer`."""

# White space is a matter of layout. A hyphen at a line's end is read as one of several signs, or not at all. Marks of
# direction and joining are for drawing.
_IGNORED = re.compile("[\\s\x00-\x1f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\u2010\u2011-]")


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def check_arrival(document: Document, view: ResumeView, pdf: bytes) -> tuple[Problem, ...]:
    """Return an error for each text and each link of the view that a machine does not find in the PDF."""
    reading = read_pdf(pdf)
    if reading is None:
        hint = "pip install pypdfium2"
        return (Problem("not-verified", "the PDF could not be read back: no PDFium", severity="warning", hint=hint),)
    found = {*_lost_texts(document, view, reading), *_lost_links(document, view, reading)}
    return tuple(sorted(found, key=lambda problem: (problem.place.line if problem.place else 0, problem.message)))


def _lost_texts(document: Document, view: ResumeView, reading: Reading) -> Iterator[Problem]:
    pages = _Pages(reading.pages, runs_left=view.direction == "rtl")
    # Long texts first: what they leave over is then free for short ones, which would else be found inside them.
    for text in sorted(texts_of(view), key=len, reverse=True):
        if not pages.take(text):
            shown = text if len(text) <= 60 else f"{text[:57]}…"
            yield _lost(document, "lost-text", f"this text did not arrive in the PDF: '{shown}'", text)


def _lost_links(document: Document, view: ResumeView, reading: Reading) -> Iterator[Problem]:
    arrived = {unquote(url) for url in reading.links}
    for url in links_of(view):
        if url and unquote(url) not in arrived:
            yield _lost(document, "lost-link", f"this link did not arrive in the PDF: {url}", url)


def comparable(text: str) -> str:
    """Return a text without what layout and reading may change: case, white space, hyphens, ligatures."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).casefold())


def _lost(document: Document, code: str, message: str, text: str) -> Problem:
    hint = "the theme leaves it out or spoils it; `--theme modern` tells whether it is the theme"
    return Problem(code, message, _place_of(comparable(text), document), file=document.source.name, hint=hint)


def _place_of(wanted: str, document: Document) -> Place | None:
    """Return where a text stands in the source: a value that is it, holds it, or is a part of it."""
    values = [(path, comparable(value)) for path, value in document.scalars()]
    for fits in (str.__eq__, str.__contains__, lambda value, text: bool(value) and value in text):
        for path, value in values:
            if fits(value, wanted):
                return document.place(path)
    return None


def _letters(word: str) -> str:
    """Return the letters of a word in any order; PDFium gives its signs to other words."""
    return "".join(sorted(filter(str.isalnum, comparable(word))))


class _Pages:
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
        self._words = Counter(_letters(word) for page in pages for word in page.split())
        self._taken = bytearray(len(self._text))

    def take(self, text: str) -> bool:
        """Take a text where it stands; if nowhere as a whole, then over the end of a page."""
        wanted = comparable(text)
        if not wanted or self._take_whole(wanted) or self._take_over_break(wanted):
            return True
        return (self._runs_left or bool(_RIGHT_TO_LEFT.search(text))) and self._take_words(text)

    def _take_words(self, text: str) -> bool:
        """Take the words of a text in a script from right to left, in whose ligatures PDFium turns letters round."""
        wanted = Counter(_letters(word) for word in text.split())
        if any(self._words[word] < count for word, count in wanted.items() if word):
            return False
        self._words.subtract(wanted)
        return True

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
