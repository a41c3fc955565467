"""What any entry of any section may have."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .model import Model
from .partial_date import Date, EndDate
from .text import Blocks, Length, Plain, Switch, Tags, Text


class Image(Model):
    """A picture inside the résumé's folder: PNG, JPEG or WebP."""

    shorthand: ClassVar = "file"

    file: Plain = Field(description="Path from the résumé's folder.")
    alt: Text | None = Field(None, description="What the picture shows, for those who cannot see it.")
    caption: Text | None = None
    width: Length | None = Field(None, examples=["40mm"])


class Highlight(Model):
    """A bullet, with bullets of its own if need be."""

    shorthand: ClassVar = "text"

    text: Text | None = None
    list_: Literal["bullets", "numbers", "letters"] = Field(
        "bullets", alias="list", description="How the bullets below this one are marked."
    )
    highlights: tuple[Highlight, ...] = ()
    tags: Tags = ()
    private: Switch = False


class Keyword(Model):
    """A word, with the level reached if that is known."""

    shorthand: ClassVar = "name"

    name: Text | None = None
    level: Text | None = None
    tags: Tags = ()
    private: Switch = False


class Pair(Model):
    """A label and what stands beside it."""

    label: Text
    value: Text | None = None
    tags: Tags = ()
    private: Switch = False


class Entry(Model):
    """The fields that every entry shares."""

    location: Text | None = None
    summary: Blocks | None = None
    highlights: tuple[Highlight, ...] = ()
    images: tuple[Image, ...] = ()
    tags: Tags = ()
    private: Switch = Field(False, description="Left out of a public build.")


class Period(Model):
    """The fields of whatever begins and ends."""

    start_date: Date | None = None
    end_date: EndDate | None = None
