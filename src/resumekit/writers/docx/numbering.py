"""Lists. Word counts them itself, so each needs a definition; what it would count otherwise is written out there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.shared import Pt

from .style_names import LIST_LEVELS, LISTS, Marker, list_style, style_id
from .wordml import Element, w

LEVELS = 9
"""As many as Word has; what is nested deeper stands on the last."""

_MARKERS: tuple[Marker, ...] = ("bullets", "numbers", "letters")
_FORMATS: dict[Marker, str] = {"bullets": "bullet", "numbers": "decimal", "letters": "lowerLetter"}
_COUNTED: dict[Marker, int] = {"numbers": 32_767, "letters": 26}
"""How far Word counts as we do: its numbers end there, and after z it goes on with aa, bb, cc."""

_STEP = 1.5
"""How much further in each level stands, in sizes of the text: enough for two figures and a full stop."""


def styled_list(marker: Marker) -> int:
    """Return the number of the list that the styles of a marker stand for."""
    return _MARKERS.index(marker) + 1


class Numbering:
    """The lists of one document, for a text of a size in points."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._lists = 0
        self.element = w("numbering", *(self._kind(marker) for marker in _MARKERS))
        for marker in LISTS:
            self._add(marker)

    def indent(self, level: int) -> int:
        """Return where the text of a level begins, in twentieths of a point; its mark hangs before it."""
        return int(Pt(self._size * _STEP * (min(level, LEVELS - 1) + 1)).twips)

    def count(self, marker: Marker, values: Sequence[int], marks: Sequence[str], level: int) -> Iterator[int]:
        """Yield the number of a list for each item: the same for as long as Word goes on counting as we do.

        `marks` are what is to be printed, `values` what they count.
        """
        number, following = styled_list("bullets"), None
        for value, mark in zip(values, marks, strict=True):
            if marker == "bullets":
                pass
            elif value > _COUNTED[marker] or level >= LEVELS:  # there it would go on counting the list around this one
                number = self._add("bullets", level, self._level("numbers", level, mark))
            elif value != following:
                number = self._add(marker, level, w("startOverride", val=value))
            following = value + 1
            yield number

    def _add(self, marker: Marker, level: int = 0, override: Element | None = None) -> int:
        """Add a list, which differs from others of its marker on one level, and return its number."""
        self._lists += 1
        kind = w("abstractNumId", val=_MARKERS.index(marker))
        differing = w("lvlOverride", override, ilvl=min(level, LEVELS - 1)) if override is not None else None
        self.element.append(w("num", kind, differing, numId=self._lists))
        return self._lists

    def _kind(self, marker: Marker) -> Element:
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
            w("pPr", w("ind", left=self.indent(level), hanging=self.indent(0))),
            ilvl=level,
        )
