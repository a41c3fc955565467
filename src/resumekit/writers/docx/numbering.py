"""Lists. Word counts items itself, so each list needs a definition, with explicit markers where it would differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from .style_names import LIST_LEVELS, LISTS, Marker, list_style, style_id
from .wordml import Element, w

LEVELS = 9
"""The number of levels in Word; deeper items use the last one."""

_MARKERS: tuple[Marker, ...] = ("bullets", "numbers", "letters")
_FORMATS: dict[Marker, str] = {"bullets": "bullet", "numbers": "decimal", "letters": "lowerLetter"}
_MAX_COUNT: dict[Marker, int] = {"numbers": 32_767, "letters": 26}
"""How far Word's markers agree with ours: its numbers end there, and after z it continues with aa, bb, cc."""

_STEP = 1.5
"""The indent of each level as a multiple of the text size: enough for two digits and a full stop."""


def style_list_number(marker: Marker) -> int:
    """Return the list number that the styles of a marker refer to."""
    return _MARKERS.index(marker) + 1


def set_list(paragraph: Paragraph, number: int, level: int) -> None:
    """Make a paragraph an item of the list with this number, on this level."""
    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_ilvl().val = min(level, LEVELS - 1)
    numbered.get_or_add_numId().val = number


class Numbering:
    """The lists of one document; `size` is the text size in points, `start` the indent of the text around the lists."""

    def __init__(self, size: float, start: Length) -> None:
        self._size = size
        self._start = start
        self._lists = 0
        self.element = w("numbering", *(self._abstract_num(marker) for marker in _MARKERS))
        for marker in LISTS:
            self._add(marker)

    def indent(self, level: int) -> int:
        """Return the indent of a level's text in twentieths of a point; its marker hangs before it."""
        return int(Length(self._start + self._step * (min(level, LEVELS - 1) + 1)).twips)

    @property
    def _step(self) -> Length:
        return Pt(self._size * _STEP)

    def count(self, marker: Marker, values: Sequence[int], marks: Sequence[str], level: int) -> Iterator[int]:
        """Yield a list number for each item: the same one as long as Word's count agrees with ours.

        `marks` are the markers to print, `values` the numbers that they represent.
        """
        number, following = style_list_number("bullets"), None
        for value, mark in zip(values, marks, strict=True):
            if marker == "bullets":
                pass
            elif value > _MAX_COUNT[marker] or level >= LEVELS:  # Word would continue the enclosing list
                number = self._add("bullets", level, self._level("numbers", level, mark))
            elif value != following:
                number = self._add(marker, level, w("startOverride", val=value))
            following = value + 1
            yield number

    def _add(self, marker: Marker, level: int = 0, override: Element | None = None) -> int:
        """Add a list, optionally with an override on one level, and return its number."""
        self._lists += 1
        kind = w("abstractNumId", val=_MARKERS.index(marker))
        differing = w("lvlOverride", override, ilvl=min(level, LEVELS - 1)) if override is not None else None
        self.element.append(w("num", kind, differing, numId=self._lists))
        return self._lists

    def _abstract_num(self, marker: Marker) -> Element:
        levels = (self._level(marker, level) for level in range(LEVELS))
        number = _MARKERS.index(marker)
        return w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)

    def _level(self, marker: Marker, level: int, mark: str = "") -> Element:
        level = min(level, LEVELS - 1)
        is_styled = marker in LISTS and level < LIST_LEVELS and not mark
        return w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=_FORMATS[marker]),
            w("pStyle", val=style_id(list_style(marker, level))) if is_styled else None,
            w("lvlText", val=mark or ("•" if marker == "bullets" else f"%{level + 1}.")),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=self.indent(level), hanging=self._step.twips)),
            ilvl=level,
        )
