"""How the résumé is presented: theme, page, order, output, variants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field
from pydantic_core import PydanticCustomError

from resumekit.errors import with_suggestion

from .model import Model
from .scalar import Scalar, in_any_case
from .scalar_types import Break, Lengths, Locale, Plain, Tags, Text

PAGE_SIZES = ("A3", "A4", "A5", "B5", "Letter", "Legal", "Executive")


def _page_size(value: Any) -> str:
    known = {name.lower(): name for name in PAGE_SIZES}
    if isinstance(value, str) and value.lower() in known:
        return known[value.lower()]
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "expected text")
    raise PydanticCustomError(
        "bad-page-size",
        "'{value}' is not a paper size; available: {known}",
        {"value": value, "known": ", ".join(PAGE_SIZES)},
    )


_PAGE_SIZE_SCHEMA = {
    "anyOf": [{"enum": list(PAGE_SIZES)}, {"type": "string", "pattern": f"^{in_any_case(*PAGE_SIZES)}$"}],
    "examples": ["A4", "Letter"],
}

PageSize = Annotated[str, Scalar(_page_size, _PAGE_SIZE_SCHEMA)]

PageCount = int | Literal["auto", "free"]

_MOST_PAGES = 20
_WAYS = ("auto", "free")


def _pages(value: Any) -> PageCount:
    text = str(value)
    if text.lower() in _WAYS:
        return "auto" if text.lower() == "auto" else "free"
    if re.fullmatch("[0-9]{1,2}", text) and 1 <= int(text) <= _MOST_PAGES:
        return int(text)
    raise PydanticCustomError(
        "bad-value", "expected auto, free or a whole number from 1 to {most}", {"most": _MOST_PAGES}
    )


_PAGES_SCHEMA = {
    "anyOf": [
        {"enum": list(_WAYS)},
        {"type": "integer", "minimum": 1, "maximum": _MOST_PAGES},
        {"type": "string", "pattern": f"^(?:{in_any_case(*_WAYS)}|0?[1-9]|1[0-9]|20)$"},
    ],
    "default": "auto",
    "examples": ["auto", 1],
}


class ThemeChoice(Model):
    """A theme and values for the options that it declares."""

    model_config = ConfigDict(extra="allow")
    shorthand: ClassVar = "name"

    name: Plain = Field("modern", description="Name of the theme, or path of its folder.", examples=["modern"])

    @property
    def options(self) -> dict[str, Any]:
        """Options of the theme, as typed."""
        return {key: value for key, value in (self.__pydantic_extra__ or {}).items() if value not in (None, "")}


class Page(Model):
    """Paper size, margins and page count. The theme decides what is absent."""

    size: PageSize | None = Field(None, description="Paper size.")
    margin: Lengths | None = Field(
        None, description="One to four lengths, in CSS order.", examples=["16mm", "18mm 20mm"]
    )
    pages: Annotated[PageCount, Scalar(_pages, _PAGES_SCHEMA)] = Field(
        "auto",
        description="Fit the résumé to this many pages, 1 to 20; `auto`: only if slight changes are enough; "
        "`free`: not at all.",
        examples=[1],
    )


NAME_FIELDS = ("name", "label", "variant", "lang", "theme", "date")
"""Fields that the pattern for output file names may contain in braces."""


def unknown_field_messages(pattern: str) -> Iterator[str]:
    """Yield a message for each unknown field in the pattern for output file names."""
    for field in re.findall(r"\{([^{}]*)\}", pattern):
        if field not in NAME_FIELDS:
            yield with_suggestion(f"unknown field {{{field}}} in output.name", field, NAME_FIELDS)


class Output(Model):
    """Names and formats of the output files."""

    name: Plain | None = Field(
        None,
        description="File name pattern with {name} {label} {variant} {lang} {theme} {date}.",
        examples=["{name}_{label}"],
    )
    pdf: Literal["accessible", "archive"] = Field(
        "accessible",
        description="`accessible`: PDF/UA-1; `archive`: also PDF/A-3a, for long-term storage, with the source.",
    )


class Presentation(Model):
    """What a résumé and each of its variants may specify about their presentation."""

    theme: ThemeChoice | None = Field(None, description="Theme: its name, or a mapping with its name and options.")
    locale: Locale | None = Field(None, description="Language of dates and section titles.")
    page: Page | None = Field(None, description="Paper size and margins.")
    order: tuple[Plain, ...] = Field(
        (),
        description="Section names; others follow in their usual order.",
        examples=[["summary", "work"]],
    )
    titles: dict[str, Text] = Field({}, description="Section titles, by section name.", examples=[{"work": "Career"}])
    hide: tuple[Plain, ...] = Field((), description="Sections to omit.", examples=[["references"]])
    break_: dict[str, Break | None] = Field(
        {},
        alias="break",
        description="Page break by section name: `before` the section; `avoid` or `allow` one inside it.",
        examples=[{"publications": "before"}],
    )
    output: Output | None = Field(None, description="Output files.")

    @property
    def pages(self) -> PageCount:
        """The number of pages, or how to find it."""
        return self.page.pages if self.page else "auto"


class Variant(Presentation):
    """A version of the résumé for one purpose."""

    include: Tags = Field((), description="Tags to include: tagged items without one of these are omitted.")
    exclude: Tags = Field((), description="Tags to exclude: items with one of these are omitted.")
    set: dict[str, Any] = Field({}, description="Values to override, by path.", examples=[{"basics.label": "Engineer"}])
    extends: Plain | None = Field(None, description="Variant that this one is based on.", examples=["short"])
