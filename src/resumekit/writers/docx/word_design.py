"""How the document looks: as much of a theme as there is in any layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from docx.shared import Length, Pt

from resumekit.present import ResumeView
from resumekit.theming import Design

from .page_setup import Paper, length
from .word_fonts import Family
from .word_languages import word_language

QUIET = "565E68"
"""The colour of dates, places and small facts."""

_NATURAL_LEADING = 1.2
"""What Word calls single is the height that the font asks for: about this much of its size."""


@dataclass(frozen=True, slots=True)
class PhotoDesign:
    """How the photo looks: `shape` is `square`, `rounded`, `round`, or `none` where there is to be no photo."""

    shape: str
    at_start: bool
    width: Length


@dataclass(frozen=True, slots=True)
class WordDesign:
    """What the theme and its options decide, in the measures of Word.

    `size` is that of the text in points, `leading` in heights of a line of the font, `language` as Word knows it;
    `mirrored` tells that lines begin at the right.
    """

    language: str
    mirrored: bool
    paper: Paper
    text: Family
    headings: Family
    accent: str
    size: float
    leading: float
    density: float
    photo: PhotoDesign
    picture_width: Length
    page_numbers: bool
    justified: bool

    @classmethod
    def of(cls, design: Design, view: ResumeView) -> WordDesign:
        """Return the design for a view."""
        option = partial(_option, design)
        text, headings = option("font", "font", "Calibri"), option("heading-font", "font", "same")
        return cls(
            language=word_language(view.language),
            mirrored=view.direction == "rtl",
            paper=Paper.of(design.paper, design.margin),
            text=Family.of(text),
            headings=Family.of(text if headings == "same" else headings),
            accent=_six_digits(option("accent", "color", "#1d4f91")),
            size=length(option("size", "length", "10pt")).pt,
            leading=float(option("leading", "number", "1.38")) / _NATURAL_LEADING,
            density=float(option("density", "number", "1")),
            photo=_photo(option),
            picture_width=length(option("pictures", "length", "40mm")),
            page_numbers=option("page-numbers", "switch", "True") == "True",
            justified=option("justify", "switch", "False") == "True",
        )

    def points(self, sizes: float) -> Length:
        """Return a distance given in sizes of the text; the theme's density makes it more or less."""
        return Pt(sizes * self.size * self.density)


def _photo(option: Callable[[str, str, str], str]) -> PhotoDesign:
    return PhotoDesign(
        shape=option("photo", "choice", "rounded"),
        at_start=option("photo-side", "choice", "end") == "start",
        width=length(option("photo-size", "length", "25mm")),
    )


def _option(design: Design, name: str, kind: str, default: str) -> str:
    """Return the value of one of the options that themes share, if this theme has it and means the same by it."""
    declared = design.theme.manifest.options.get(name)
    return str(design.options[name]) if declared and declared.type == kind else default


def _six_digits(colour: str) -> str:
    """Return `#1d4f91` and `#abc` as Word writes colours."""
    digits = colour.removeprefix("#")
    return (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)).upper()
