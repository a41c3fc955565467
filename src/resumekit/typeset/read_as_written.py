"""Letters that are drawn by several glyphs, or several letters by one, and are to be read as they were written.

WeasyPrint 70 notes one text for a glyph: that of the first letters that it helped to draw. In Thai and Devanagari a
letter and its signs are a cluster of glyphs, not even in the order of the letters, and the same glyph is in many
clusters; so such a cluster gets an `ActualText` (ISO 32000-2, 14.9.4), which readers take instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# Hebrew to Thai, and all else that is written by joining, stacking and turning letters; accents that stand alone.
_COMPLEX = re.compile("[\u0300-\u036f\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
_Drawn = list[tuple[int, str]]
_PARTS = re.compile("<([0-9a-f]*)>|([^<>]+)")


@contextmanager
def read_as_written(page: str) -> Iterator[None]:
    """Make the PDF that WeasyPrint writes meanwhile say what its clusters of glyphs stand for, if the page has any."""
    if not _COMPLEX.search(page):
        yield
        return
    from weasyprint.pdf import stream as streams

    drawn: _Drawn = []
    font, show = streams.Font, streams.Stream.show_text

    class Font(font):  # type: ignore[misc, valid-type]
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            self.to_unicode = _Texts(drawn)

    def show_text(stream: Any, text: str) -> None:
        _Writer(stream, show, drawn).write(text)

    streams.Font, streams.Stream.show_text = Font, show_text
    try:
        yield
    finally:
        streams.Font, streams.Stream.show_text = font, show


class _Texts(dict[int, str]):
    """The text of each glyph. WeasyPrint sets it for the first use of a glyph; here it is asked to for every use.

    Of a cluster written from left to right, the last glyph comes with the text; from right to left, the first one.
    The others come with none.
    """

    def __init__(self, drawn: _Drawn) -> None:
        super().__init__()
        self._drawn = drawn
        self._before: tuple[int, str] | None = None
        """The glyph before this one, and what is left of the text of its cluster."""
        self._makeshift: set[int] = set()

    def __contains__(self, glyph: object) -> bool:
        return False

    def __setitem__(self, glyph: int, text: str) -> None:
        self._drawn.append((glyph, text))
        before, self._before = self._before, (glyph, text)
        if before and not text and len(before[1]) > 1 and _is_right_to_left(before[1]):
            self._part(before[0], glyph, before[1])
        elif before and not before[1]:
            self._note_for_want_of_better(glyph, text)
        elif text and (glyph in self._makeshift or not self.get(glyph)):
            self._makeshift.discard(glyph)
            # Readers turn a line from right to left around by characters, those of one glyph too.
            super().__setitem__(glyph, text[::-1] if _is_right_to_left(text) else text)
        else:
            super().setdefault(glyph, "")

    def _part(self, mark: int, letter: int, text: str) -> None:
        """Give a mark its own character, and the rest of the cluster's text to the glyphs that follow it."""
        if self.get(mark) == text[::-1]:
            super().__setitem__(mark, text[-1])
        self._before = letter, text[:-1]
        if not self.get(letter):
            super().__setitem__(letter, text[-2::-1])

    def _note_for_want_of_better(self, glyph: int, text: str) -> None:
        """Note the text of a whole cluster for its last glyph: readers that know no `ActualText` lose less."""
        if not self.get(glyph):
            self._makeshift.add(glyph)
            super().__setitem__(glyph, text)


class _Writer:
    """Writes a string of glyphs, and the text of each cluster around it."""

    def __init__(self, stream: Any, show: Any, drawn: _Drawn) -> None:
        self._stream, self._show, self._drawn = stream, show, drawn
        self._string = ""

    def write(self, string: str) -> None:
        """Write a string as WeasyPrint has put it together: glyphs in hexadecimal, and distances between them."""
        for glyphs, distance in _PARTS.findall(string):
            if distance:
                self._string += f"{distance} "  # an empty glyph draws nothing, and leaves two distances side by side
            for start in range(0, len(glyphs), 4):
                self._glyph(glyphs[start : start + 4])
        self._flush()

    def _glyph(self, digits: str) -> None:
        _, text = self._drawn.pop(0)
        begun = getattr(self._stream, "cluster_begun", None)
        if not text and begun is None and not self._follows_right_to_left():
            self._flush()
            self._stream.cluster_begun = begun = len(self._stream.stream)
        self._string += f"<{digits}>"
        if text:
            self._stream.last_cluster = text
            if begun is not None:
                self._flush()
                words = text.encode("utf-16-be").hex()
                self._stream.stream.insert(begun, f"/Span <</ActualText <feff{words}>>> BDC".encode())
                self._stream.end_marked_content()
                self._stream.cluster_begun = None

    def _follows_right_to_left(self) -> bool:
        return _is_right_to_left(getattr(self._stream, "last_cluster", ""))

    def _flush(self) -> None:
        if self._string:
            self._show(self._stream, self._string.replace("><", ""))
        self._string = ""


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
