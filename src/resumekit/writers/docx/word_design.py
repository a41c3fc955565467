"""The design of a Word document: those settings of a theme that apply to any layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from docx.shared import Length, Pt

from resumekit.present import ResumeView
from resumekit.theming import Design, shared_option
from resumekit.theming.column_widths import longest_date
from resumekit.theming.manifest import SAME, OptionValue
from resumekit.theming.page_footer import FooterPart, footer_of
from resumekit.theming.text_width import ems

from .page_setup import PageSetup, length
from .word_fonts import Family
from .word_languages import word_language

MUTED, HAIRLINE = "565E68", "A7ADB5"
"""The colours of dates, places and details, and of hairlines."""

_PICTURE_WIDTH = "40mm"
"""The default width of pictures, as in the HTML and LaTeX of themes."""


Rule = Literal["", "top", "bottom", "left", "band"]
"""What sets off section titles: nothing, a rule above or below them, a bar before them, or a tinted band."""

_RULES: dict[str, Rule] = {
    "plain": "",
    "under": "bottom",
    "line": "bottom",  # a paragraph has no rule beside its text
    "initials": "bottom",
    "over": "top",
    "bar": "left",
    "band": "band",
}
"""For each value of the option `headings`, what is closest to it in Word."""

_TABULAR = 1.12
"""How much wider figures of equal widths are than the mean."""

_WIDEST_COLUMN = 0.35
"""The widest column of dates, as a fraction of the text width."""

_SEPARATORS = {"gap": "", "dot": "·", "bar": "|"}


@dataclass(frozen=True, slots=True)
class PhotoDesign:
    """The design of the photo: `shape` is that of the option `photo`, `none` to omit it."""

    shape: str
    at_start: bool
    width: Length


@dataclass(frozen=True, slots=True)
class WordDesign:
    """The settings of the theme and its options, in Word's units.

    `size` is the text size in points, `leading` a multiple of it, `language` a tag that Word knows;
    `rtl` means that lines start at the right. `date_column` is the width of a column of dates at the start of lines,
    which indents everything below section titles; zero without one.
    """

    language: str
    rtl: bool
    page_setup: PageSetup
    text: Family
    headings: Family
    accent: str
    size: float
    leading: float
    density: float
    photo: PhotoDesign
    picture_width: Length
    footer: tuple[FooterPart, ...]
    page_numbers: bool
    justified: bool
    centred: bool
    capitals: bool
    light_given_names: bool
    rule: Rule
    initials: bool
    separator: str
    links: str
    entries: str
    employer_first: bool
    place: str
    dates_inline: bool
    date_column: Length
    keywords: str
    skills: str
    numbering: str
    has_signature: bool

    @classmethod
    def of(cls, design: Design, view: ResumeView) -> WordDesign:
        """Return the design for a view."""
        option = partial(shared_option, design)
        text, headings = str(option("font")), str(option("heading-font"))
        page_setup = PageSetup.of(design.paper, design.margin)
        size = length(str(option("size"))).pt
        return cls(
            language=word_language(view.language),
            rtl=view.direction == "rtl",
            page_setup=page_setup,
            text=Family.of(text),
            headings=Family.of(text if headings == SAME else headings),
            accent=_six_digits(str(option("accent"))),
            size=size,
            leading=float(option("leading")),
            density=float(option("density")),
            photo=_photo(option),
            picture_width=length(_picture_width(design)),
            footer=footer_of(design, view),
            page_numbers=option("page-numbers") is True,
            justified=option("justify") is True,
            centred=option("header") == "centred",
            capitals=option("heading-case") == "capitals",
            light_given_names=option("names") == "light-bold",
            rule=_RULES[str(option("headings"))],
            initials=option("headings") == "initials",
            separator=_SEPARATORS[str(option("separators"))],
            links=str(option("links")),
            entries=str(option("entries")),
            employer_first=option("first") == "employer",
            place=str(option("place")),
            dates_inline=option("dates") == "inline",
            date_column=_date_column(view, size, page_setup) if option("dates") == "start" else Length(0),
            keywords=str(option("keywords")),
            skills=str(option("skills")),
            numbering=str(option("numbering")),
            has_signature=_own_option(design, "signature") is True,
        )

    @property
    def body_width(self) -> Length:
        """The width of what is below section titles."""
        return Length(self.page_setup.text_width - self.date_column)

    def fits_date_column(self, date: str) -> bool:
        """Return whether there is a column of dates that is wide enough for this one."""
        return _date_width(ems(date), self.size) <= self.date_column

    def points(self, sizes: float) -> Length:
        """Return a distance given as a multiple of the text size, scaled by the theme's density."""
        return Pt(sizes * self.size * self.density)


def _date_column(view: ResumeView, size: float, page_setup: PageSetup) -> Length:
    longest = longest_date(view)
    widest = Length(int(page_setup.text_width * _WIDEST_COLUMN))
    return min(_date_width(longest, size), widest) if longest else Length(0)


def _date_width(width: float, size: float) -> Length:
    """Return the width of a date and the gap after it."""
    return Pt((_TABULAR * width + 1) * size)


def _photo(option: Callable[[str], OptionValue]) -> PhotoDesign:
    return PhotoDesign(
        shape=str(option("photo")),
        at_start=option("photo-side") == "start",
        width=length(str(option("photo-size"))),
    )


def _picture_width(design: Design) -> str:
    """Return how wide pictures are by default: a theme's own `pictures` option, which is not a shared one."""
    own = design.theme.manifest.options.get("pictures")
    return str(_own_option(design, "pictures")) if own and own.type == "length" else _PICTURE_WIDTH


def _own_option(design: Design, name: str) -> OptionValue | None:
    """Return the value of an option that only some themes have."""
    return design.options[name] if name in design.theme.manifest.options else None


def _six_digits(colour: str) -> str:
    """Return `#1d4f91` or `#abc` in Word's notation: six upper-case digits."""
    digits = colour.removeprefix("#")
    return (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)).upper()
