"""Letters as they were typed, for texts that a style sheet sets in capitals or in another case.

Readers see "WORK EXPERIENCE" where the résumé says "Work Experience". Each glyph of a font stands for one text, in the
font's `ToUnicode` map (ISO 32000-2, 9.10.3), which all readers use, while some ignore `ActualText`. So a glyph that
stands for another letter than usual is drawn with a twin of its font, which shares everything but the map; and so are
the letters beside it, as far as the twin can stand for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import copy
from typing import Any, NamedTuple

from .actual_text import GLYPHS

_BLANKS = re.compile(r"\s+")
_NEVER_TYPED = ("::before", "::after", "::marker")
_GLYPH_DIGITS = 4
_IN_A_MAP = 100
"""How many glyphs one operator of a `ToUnicode` map may have."""


class Lettering:
    """Finds what was typed for the texts of a document, which have to be asked for in order."""

    def __init__(self) -> None:
        self._sources: dict[Any, _Source] = {}

    def letters_of(self, box: Any) -> Letters | None:
        """Return the typed letters of a text, or None if it is drawn as it was typed."""
        function = box.style["text_transform"]
        if function == "none" or box.element is None or box.element_tag.endswith(_NEVER_TYPED):
            return None
        key = box.element, function
        if key not in self._sources:
            self._sources[key] = _Source(box, function)
        return self._sources[key].letters_of(box.text)


class _Source:
    """The texts of an element, as typed and as drawn, a character of one for a character of the other."""

    def __init__(self, box: Any, function: str) -> None:
        from weasyprint.formatting_structure.text import transform

        language = (box.style["lang"] or "").partition("-")[0].lower()
        keeps_blanks = box.style["white_space"] not in ("normal", "nowrap")
        self.typed = ""
        self.drawn = ""
        self._at = 0
        for text in (box.element.text, *(child.tail for child in box.element)):
            typed = (text or "") if keeps_blanks else _BLANKS.sub(" ", text or "")
            if box.style["hyphens"] == "none":
                typed = typed.replace("\N{SOFT HYPHEN}", "")
            drawn = transform(function, typed, language)
            if len(drawn) != len(typed):
                drawn, typed = self._one_by_one(typed, lambda letter: transform(function, letter, language))
            self.typed += typed
            self.drawn += drawn

    def _one_by_one(self, typed: str, drawn_as: Callable[[str], str]) -> tuple[str, str]:
        """Return a text as drawn, and what was typed for each of its characters: `ss` for `SS` that is drawn for `ß`.

        A glyph without a text is not an option: some readers give it one of their own.
        """
        drawn, letters = "", ""
        for letter in typed:
            changed = drawn_as(letter)
            drawn += changed
            letters += next((each for each in (letter, letter.casefold()) if len(each) == len(changed)), changed)
        return drawn, letters

    def letters_of(self, text: str) -> Letters | None:
        """Return what was typed for a part of the drawn text: the next one, or the first if it is drawn again."""
        start = self.drawn.find(text, self._at)
        start = self.drawn.find(text) if start < 0 else start
        if start < 0:
            return None
        self._at = start + len(text)
        typed = self.typed[start : self._at]
        return Letters(typed) if typed != text else None


class Letters:
    """What was typed for a text that is drawn, a character for a character."""

    def __init__(self, typed: str) -> None:
        self._typed = typed

    def marked(self, drawn: str) -> str:
        """Return a drawn text that knows what was typed; it may have blanks or a hyphen after the typed text."""
        marked = _MarkedText(drawn)
        marked.typed = self._typed + drawn[len(self._typed) :]
        return marked


class _Typed(str):
    """What was typed for a glyph, and what is `drawn`."""

    __slots__ = ("drawn",)
    drawn: str


class _MarkedText(str):
    """A drawn text of which WeasyPrint takes the characters of each glyph, as bytes, and gets what was `typed`."""

    __slots__ = ("typed",)
    typed: str

    def encode(self, *_: Any, **__: Any) -> Any:
        return _MarkedBytes(self, self.typed)


class _MarkedBytes:
    def __init__(self, drawn: str, typed: str) -> None:
        self._drawn, self._typed = str.encode(drawn), typed
        self._characters = {0: 0}
        """The number of characters before a byte."""
        position = 0
        for count, character in enumerate(drawn, start=1):
            position += len(character.encode())
            self._characters[position] = count

    def __getitem__(self, part: slice) -> _MarkedGlyph:
        typed = _Typed(self._typed[self._characters[part.start] : self._characters[part.stop]])
        typed.drawn = self._drawn[part].decode()
        return _MarkedGlyph(typed)


class _MarkedGlyph:
    def __init__(self, typed: _Typed) -> None:
        self._typed = typed

    def decode(self) -> _Typed:
        return self._typed


class _Glyph(NamedTuple):
    """A glyph, what was typed for it, and how it is written."""

    number: int
    typed: str
    string: str


Twins = dict[str, list[dict[int, str]]]
"""The `ToUnicode` maps of the twins of each font, by the hash of the font."""


def stream_with_typed_letters(stream: type, drawing: Any, twins: Twins) -> type:
    """Return a class of content streams, changed to draw glyphs that stand for other letters with a twin of a font."""

    class TypedStream(stream):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._noted: list[_Typed] = []

        def add_font(self, pango_font: Any) -> tuple[Any, float]:
            font, size = super().add_font(pango_font)
            if drawing.place.letters and not font.bitmap:
                font, map_ = copy(font), font.to_unicode
                font.to_unicode = _NotingMap(map_, self._noted)
            return font, size

        def show_text(self, text: str) -> None:
            if not self._noted:
                super().show_text(text)
                return
            name, size = self._font
            map_ = next(each.to_unicode for each in self._fonts.values() if each.hash == name)
            glyphs, end = self._glyphs(text)
            for twin, run in _runs(glyphs, map_, twins.setdefault(name, [])):
                if twin:  # its size in the digits of the font's own, or it is a new word
                    super().set_font_size(_name(name, twin), size)
                super().show_text("".join(glyph.string for glyph in run).replace("><", ""))
                if twin:
                    super().set_font_size(name, size)
            if end:
                super().show_text(end)

        def _glyphs(self, string: str) -> tuple[list[_Glyph], str]:
            """Return the glyphs of a string, each with the distance before it, and the distance at its end."""
            glyphs, before = [], ""
            for shown, distances in GLYPHS.findall(string):
                before += f"{distances} " if distances else ""
                for start in range(0, len(shown), _GLYPH_DIGITS):
                    digits = shown[start : start + _GLYPH_DIGITS]
                    glyphs.append(_Glyph(int(digits, 16), self._noted.pop(0), f"{before}<{digits}>"))
                    before = ""
            return glyphs, before

    return TypedStream


def fonts_with_twins(build: Callable[..., Any], twins: Twins) -> Callable[..., Any]:
    """Return WeasyPrint's function that writes the fonts of a document, changed to write their twins as well."""

    def build_with_twins(pdf: Any, fonts: dict[Any, Any], compress: bool, *options: Any) -> Any:
        written = build(pdf, fonts, compress, *options)
        for font, maps in twins.items():
            number = int(written[font].split()[0])
            for index, map_ in enumerate(maps, start=1):
                cmap = _cmap(map_, compress)
                pdf.add_object(cmap)
                twin = type(written)({**pdf.objects[number], "ToUnicode": cmap.reference})
                pdf.add_object(twin)
                written[_name(font, index)] = twin.reference
        return written

    return build_with_twins


class _NotingMap(dict[int, str]):
    """The map of a font, which notes what was typed for each glyph, and keeps what is drawn."""

    def __init__(self, map_: dict[int, str], noted: list[_Typed]) -> None:
        super().__init__()
        self._map, self._noted = map_, noted

    def __contains__(self, glyph: object) -> bool:
        return False

    def __setitem__(self, glyph: int, text: str) -> None:
        if isinstance(text, _Typed):
            self._noted.append(text)
            text = text.drawn
        if glyph not in self._map:
            self._map[glyph] = text


def _runs(glyphs: list[_Glyph], own: dict[int, str], twins: list[dict[int, str]]) -> Iterator[tuple[int, list[_Glyph]]]:
    """Yield glyphs in runs, each with the number of the twin that draws it, 0 for the font itself.

    A run ends within a word if possible: some readers lose a space between two texts.
    """
    start = 0
    while start < len(glyphs):
        ends = [_reach(glyphs, start, map_) for map_ in (own, *twins)]
        twin, end = ends.index(max(ends)), max(ends)
        end = _within_a_word(glyphs, start, end)
        if end == start or glyphs[end - 1].typed.isspace() or (end < len(glyphs) and glyphs[end].typed.isspace()):
            further = _within_a_word(glyphs, start, _reach(glyphs, start, {}))
            if further > end:
                twins.append({})
                twin, end = len(twins), further
        if twin:
            twins[twin - 1].update((glyph.number, glyph.typed) for glyph in glyphs[start:end])
        yield twin, glyphs[start:end]
        start = end


def _reach(glyphs: list[_Glyph], start: int, map_: dict[int, str]) -> int:
    """Return the end of the longest run from a glyph on in which each glyph stands for one text, that of the map."""
    meanings = dict(map_)
    for index in range(start, len(glyphs)):
        glyph = glyphs[index]
        if meanings.setdefault(glyph.number, glyph.typed) != glyph.typed:
            return index
    return len(glyphs)


def _within_a_word(glyphs: list[_Glyph], start: int, end: int) -> int:
    """Return the last place up to an end that is not beside a space; or the end, if there is none."""
    if end == len(glyphs):
        return end
    places = range(end, start, -1)
    beside = (place for place in places if not (glyphs[place - 1].typed.isspace() or glyphs[place].typed.isspace()))
    return next(beside, end)


def _name(font: str, number: int) -> str:
    return f"{font}.{number}"


def _cmap(map_: dict[int, str], compress: bool) -> Any:
    from weasyprint.pdf.fonts import pydyf

    items = sorted(map_.items())
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    for start in range(0, len(items), _IN_A_MAP):
        part = items[start : start + _IN_A_MAP]
        lines += [
            f"{len(part)} beginbfchar",
            *(f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in part),
            "endbfchar",
        ]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return pydyf.Stream([line.encode() for line in lines], compress=compress)
