"""The paper size and margins, in Word's units."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.shared import Cm, Inches, Length, Mm, Pt

_UNITS = {"mm": Mm, "cm": Cm, "in": Inches, "pt": Pt}
_MILLIMETRES = {
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "B5": (176, 250),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Executive": (184.15, 266.7),
}
_LARGEST_MARGIN = 0.4
"""As a fraction of the paper: wider margins would leave no space for text."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A paper size and its four margins."""

    width: Length
    height: Length
    top: Length
    right: Length
    bottom: Length
    left: Length

    @classmethod
    def of(cls, size: str, margin: str) -> PageSetup:
        """Return the setup for a named paper size and one to four margins in CSS order."""
        width, height = map(Mm, _MILLIMETRES[size])
        margins = [length(part) for part in margin.split()]
        top = margins[0]
        right = margins[1] if len(margins) > 1 else top
        bottom = margins[2] if len(margins) > 2 else top
        left = margins[3] if len(margins) > 3 else right
        return cls(
            width,
            height,
            top=_at_most(top, height),
            right=_at_most(right, width),
            bottom=_at_most(bottom, height),
            left=_at_most(left, width),
        )

    @property
    def text_width(self) -> Length:
        """The width between the margins."""
        return Length(self.width - self.left - self.right)

    @property
    def text_height(self) -> Length:
        """The height between the margins."""
        return Length(self.height - self.top - self.bottom)


def length(text: str) -> Length:
    """Return a length such as `16mm`."""
    found = re.fullmatch(r"([0-9.]+)(mm|cm|in|pt)", text)
    assert found, "checked by the schema and by theme manifests"
    return _UNITS[found[2]](float(found[1]))


def _at_most(margin: Length, side: Length) -> Length:
    return Length(min(margin, int(side * _LARGEST_MARGIN)))
