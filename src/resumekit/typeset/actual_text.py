"""ActualText for glyphs that do not represent one character each.

WeasyPrint 70 notes one text for a glyph: that of the first characters it helped to draw. In Thai and Devanagari a
letter and its marks form a cluster of glyphs, not even in the order of the characters, and the same glyph is part of
many clusters. Such a cluster gets an `ActualText` (ISO 32000-2, 14.9.4), which readers use instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

# Hebrew to Thai, and every other script that joins, stacks or reorders letters; combining accents.
_COMPLEX = re.compile("[\u0300-\u036f\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEAST_RISE = 0.1
"""Points. A mark that is raised less, by rounding, is not raised."""
GLYPHS = re.compile("<([0-9a-f]*)>|([^<>]+)")
"""A part of a string as WeasyPrint shows it: glyphs in hexadecimal, or a distance between them."""

Drawn = list[tuple[int, str]]
"""Each glyph with its text, in the order of drawing; the glyphs of a cluster but one have none."""


def needs_actual_text(html: str) -> bool:
    """Return whether a page has clusters of glyphs."""
    return bool(_COMPLEX.search(html))


def stream_with_actual_text(stream: type, drawn: Drawn) -> type:
    """Return a class of content streams, changed to write `ActualText` around clusters of glyphs."""

    class ActualTextStream(stream):  # type: ignore[misc]
        cluster_begun: int | None = None
        """Where the span of the current cluster begins, in the operators of the stream."""
        cluster_text = last_cluster = kept = ""
        _rise = 0.0

        def show_text(self, text: str) -> None:
            _Writer(self, super().show_text, drawn).write(text)

        def set_text_rise(self, rise: float) -> None:
            # A mark that is hardly raised stays in the string of its letter: PDFium repeats the text for each string.
            if abs(rise) >= _LEAST_RISE or abs(self._rise) >= _LEAST_RISE:
                self._show_kept()
                self._rise = rise
                super().set_text_rise(rise)

        def set_font_size(self, font: str, size: float) -> None:
            self._show_kept()
            super().set_font_size(font, size)

        def end_text(self) -> None:
            self._show_kept()
            super().end_text()

        def _show_kept(self) -> None:
            if self.kept:
                super().show_text(self.kept)
                self.kept = ""

    return ActualTextStream


class NotingFonts(dict[Any, Any]):
    """The fonts of a document, each of which notes the text of its glyphs in a `_Texts`."""

    def __init__(self, drawn: Drawn) -> None:
        super().__init__()
        self._drawn = drawn

    def __setitem__(self, key: Any, font: Any) -> None:
        font.to_unicode = _Texts(self._drawn)
        super().__setitem__(key, font)


class _Texts(dict[int, str]):
    """The text of each glyph. WeasyPrint sets it for the first use of a glyph; here, it does so for every use.

    In a left-to-right cluster the last glyph carries the text; in a right-to-left one, the first; the others, none.
    """

    def __init__(self, drawn: Drawn) -> None:
        super().__init__()
        self._drawn = drawn
        self._before: tuple[int, str] | None = None
        """The glyph before this one, and the rest of its cluster's text."""
        self._provisional: set[int] = set()

    def __contains__(self, glyph: object) -> bool:
        return False

    def __setitem__(self, glyph: int, text: str) -> None:
        self._drawn.append((glyph, text))
        before, self._before = self._before, (glyph, text)
        if before and not text and len(before[1]) > 1 and _is_right_to_left(before[1]):
            self._part(before[0], glyph, before[1])
        elif before and not before[1]:
            self._note_provisionally(glyph, text)
        elif text and (glyph in self._provisional or not self.get(glyph)):
            self._provisional.discard(glyph)
            # Readers reverse a right-to-left line character by character, within a glyph too.
            super().__setitem__(glyph, text[::-1] if _is_right_to_left(text) else text)
        else:
            super().setdefault(glyph, "")

    def _part(self, mark: int, letter: int, text: str) -> None:
        """Give a mark its own character, and the glyphs after it the rest of the cluster's text."""
        if self.get(mark) == text[::-1]:
            super().__setitem__(mark, text[-1])
        self._before = letter, text[:-1]
        if not self.get(letter):
            super().__setitem__(letter, text[-2::-1])

    def _note_provisionally(self, glyph: int, text: str) -> None:
        """Note a whole cluster's text for its last glyph, so that readers without `ActualText` lose less."""
        if not self.get(glyph):
            self._provisional.add(glyph)
            super().__setitem__(glyph, text)


class _Writer:
    """Writes a string of glyphs, with the text of each cluster around it."""

    def __init__(self, stream: Any, show: Callable[[str], None], drawn: Drawn) -> None:
        self._stream, self._show, self._drawn = stream, show, drawn
        self._string = ""

    def write(self, string: str) -> None:
        """Write a string in WeasyPrint's form: glyphs in hexadecimal, and the distances between them.

        The string of a cluster is kept until its last glyph.
        """
        self._string, self._stream.kept = self._stream.kept, ""
        for glyphs, distance in GLYPHS.findall(string):
            if distance:
                self._string += f"{distance} "  # an empty glyph draws nothing and leaves two distances in a row
            for start in range(0, len(glyphs), 4):
                self._glyph(glyphs[start : start + 4])
        if self._stream.cluster_begun is None:
            self._flush()
        else:
            self._stream.kept, self._string = self._string.replace("><", ""), ""

    def _glyph(self, digits: str) -> None:
        _, text = self._drawn.pop(0)
        begun = self._stream.cluster_begun
        is_marked = bool(text and self._drawn and _is_mark(self._drawn[0][1]))
        if begun is None and (is_marked or (not text and not self._follows_right_to_left())):
            self._flush()
            self._stream.cluster_begun, self._stream.cluster_text = len(self._stream.stream), ""
            begun = self._stream.cluster_begun
        self._string += f"<{digits}>"
        if text:
            self._stream.last_cluster = text
            if begun is not None:
                self._stream.cluster_text += text
                if not is_marked:
                    self._end_cluster(begun)

    def _end_cluster(self, begun: int) -> None:
        self._flush()
        words = self._stream.cluster_text.encode("utf-16-be").hex()
        self._stream.stream.insert(begun, f"/Span <</ActualText <feff{words}>>> BDC".encode())
        self._stream.end_marked_content()
        self._stream.cluster_begun = None

    def _follows_right_to_left(self) -> bool:
        return _is_right_to_left(self._stream.last_cluster)

    def _flush(self) -> None:
        if self._string:
            self._show(self._string.replace("><", ""))
        self._string = ""


def _is_mark(text: str) -> bool:
    """Return whether a text is marks on the letter before it, which readers that go by distances put elsewhere."""
    marks = all(unicodedata.category(character) == "Mn" for character in text)
    return bool(text) and marks and not _is_right_to_left(text)


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
