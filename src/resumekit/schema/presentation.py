"""How the résumé is to look: theme, page, order, output, variants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field
from pydantic_core import PydanticCustomError

from resumekit.errors import did_you_mean

from .leaf import Leaf, in_any_case
from .model import Model
from .text import Break, Lengths, Locale, Plain, Tags, Text

PAGE_SIZES = ("A3", "A4", "A5", "B5", "Letter", "Legal", "Executive")


def _page_size(value: Any) -> str:
    known = {name.lower(): name for name in PAGE_SIZES}
    if isinstance(value, str) and value.lower() in known:
        return known[value.lower()]
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "a text was expected")
    raise PydanticCustomError(
        "bad-page-size",
        "'{value}' is not a paper size; known are {known}",
        {"value": value, "known": ", ".join(PAGE_SIZES)},
    )


_PAGE_SIZE_SCHEMA = {
    "anyOf": [{"enum": list(PAGE_SIZES)}, {"type": "string", "pattern": f"^{in_any_case(*PAGE_SIZES)}$"}],
    "examples": ["A4", "Letter"],
}

PageSize = Annotated[str, Leaf(_page_size, _PAGE_SIZE_SCHEMA)]


class ThemeChoice(Model):
    """A theme, and values for the options that it declares."""

    model_config = ConfigDict(extra="allow")
    shorthand: ClassVar = "name"

    name: Plain = Field("modern", description="The theme's name, or the path of its folder.", examples=["modern"])

    @property
    def options(self) -> dict[str, Any]:
        """The theme's own options, as typed."""
        return {key: value for key, value in (self.__pydantic_extra__ or {}).items() if value not in (None, "")}


class Page(Model):
    """The paper. What is absent is the theme's to choose."""

    size: PageSize | None = Field(None, description="The size of the paper.")
    margin: Lengths | None = Field(
        None, description="One to four lengths, in the order of CSS.", examples=["16mm", "18mm 20mm"]
    )
    pages: int | None = Field(None, ge=1, le=20, description="How many pages it should fill: 1 to 20.", examples=[1])


NAME_FIELDS = ("name", "label", "variant", "lang", "theme", "date")
"""What stands in braces in the pattern of a file's name."""


def wrong_fields(pattern: str) -> Iterator[str]:
    """Yield, for each field of a file name's pattern that there is not, what is wrong with it."""
    for field in re.findall(r"\{([^{}]*)\}", pattern):
        if field not in NAME_FIELDS:
            suggestion = did_you_mean(field, NAME_FIELDS)
            yield f"output.name has no field {{{field}}}" + (f"; {suggestion}" if suggestion else "")


class Output(Model):
    """The written files."""

    name: Plain | None = Field(
        None, description="Pattern with {name} {label} {variant} {lang} {theme} {date}.", examples=["{name}_{label}"]
    )
    pdf: Literal["accessible", "archive"] = Field(
        "accessible", description="PDF/UA-1, for everyone; or PDF/A-3a as well, with its source inside, for decades."
    )


class Arrangement(Model):
    """What a résumé and each of its variants may say about their looks."""

    theme: ThemeChoice | None = Field(None, description="The theme, by its name, or with options of its own.")
    locale: Locale | None = Field(None, description="The language of dates and titles.")
    page: Page | None = Field(None, description="The paper and its margins.")
    order: tuple[Plain, ...] = Field(
        (), description="Section names; those not listed follow in their usual order.", examples=[["summary", "work"]]
    )
    titles: dict[str, Text] = Field({}, description="Other titles, by section name.", examples=[{"work": "Career"}])
    hide: tuple[Plain, ...] = Field((), description="Sections left out.", examples=[["references"]])
    break_: dict[str, Break | None] = Field(
        {},
        alias="break",
        description="Sections that begin a new page, or that none is to part, by section name.",
        examples=[{"publications": "before"}],
    )
    output: Output | None = Field(None, description="The written files.")


class Variant(Arrangement):
    """A version of the résumé for one purpose."""

    include: Tags = Field((), description="Tags: of what has tags, only what has one of these stays.")
    exclude: Tags = Field((), description="Tags: what has one of these is left out.")
    set: dict[str, Any] = Field({}, description="Other values, by path.", examples=[{"basics.label": "Engineer"}])
    extends: Plain | None = Field(None, description="The variant that this one adds to.", examples=["short"])
