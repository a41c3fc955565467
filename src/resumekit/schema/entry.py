"""Fields shared by the entries of all sections."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .model import Model
from .partial_date import Date, EndDate
from .scalar_types import Blocks, Break, Length, Plain, Switch, Tags, Text


class ImageFile(Model):
    """A PNG, JPEG or WebP picture inside the résumé's folder."""

    shorthand: ClassVar = "file"

    file: Plain = Field(description="Path relative to the résumé's folder.", examples=["engine.png"])
    alt: Text | None = Field(
        None,
        description="What the picture shows, for people who cannot see it.",
        examples=["Ada Example"],
    )


class Image(ImageFile):
    """A picture with a caption."""

    caption: Text | None = Field(None, description="Caption below the picture.", examples=["The engine in 1843"])
    width: Length | None = Field(None, description="Printed width.", examples=["40mm"])


class Highlight(Model):
    """A bullet, which may have nested bullets."""

    shorthand: ClassVar = "text"

    text: Text | None = Field(None, description="Text of the bullet.", examples=["Wrote the first program"])
    list_: Literal["bullets", "numbers", "letters"] = Field(
        "bullets", alias="list", description="Markers of the nested bullets."
    )
    highlights: tuple[Highlight, ...] = Field((), description="Nested bullets.")
    tags: Tags = ()
    private: Switch = False


class Keyword(Model):
    """A keyword with an optional level."""

    shorthand: ClassVar = "name"

    name: Text | None = Field(None, description="Keyword.", examples=["Python"])
    level: Text | None = Field(None, description="Level of proficiency.", examples=["5/5"])
    tags: Tags = ()
    private: Switch = False


class Pair(Model):
    """A label with a value."""

    label: Text = Field(description="Label.", examples=["Notice"])
    value: Text | None = Field(None, description="Value.", examples=["one month"])
    tags: Tags = ()
    private: Switch = False


class Entry(Model):
    """Fields that all entries share."""

    location: Text | None = Field(None, description="Location.", examples=["London"])
    summary: Blocks | None = Field(
        None,
        description="Description; may contain paragraphs and lists.",
        examples=["A small team with a large machine."],
    )
    highlights: tuple[Highlight, ...] = Field((), description="Achievements, one bullet each.")
    images: tuple[Image, ...] = Field((), description="Pictures.")
    break_: Break | None = Field(
        None, alias="break", description="Start a new page before it, or avoid or allow a page break inside it."
    )
    tags: Tags = ()
    private: Switch = Field(False, description="Omit from public builds.")


class Period(Model):
    """Start and end dates."""

    start_date: Date | None = Field(None, description="Start date.")
    end_date: EndDate | None = Field(None, description="End date; `present` or absent if ongoing.")
