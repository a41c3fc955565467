"""What any entry of any section may have."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .model import Model
from .partial_date import Date, EndDate
from .text import Blocks, Break, Length, Plain, Switch, Tags, Text


class Image(Model):
    """A picture inside the résumé's folder: PNG, JPEG or WebP."""

    shorthand: ClassVar = "file"

    file: Plain = Field(description="Path from the résumé's folder.", examples=["engine.png"])
    alt: Text | None = Field(
        None, description="What the picture shows, for those who cannot see it.", examples=["Ada Example"]
    )
    caption: Text | None = Field(
        None, description="A line that is printed below the picture.", examples=["The engine in 1843"]
    )
    width: Length | None = Field(None, description="How wide it is printed.", examples=["40mm"])


class Highlight(Model):
    """A bullet, with bullets of its own if need be."""

    shorthand: ClassVar = "text"

    text: Text | None = Field(None, description="What the bullet says.", examples=["Wrote the first program"])
    list_: Literal["bullets", "numbers", "letters"] = Field(
        "bullets", alias="list", description="How the bullets below this one are marked."
    )
    highlights: tuple[Highlight, ...] = Field((), description="Bullets below this one.")
    tags: Tags = ()
    private: Switch = False


class Keyword(Model):
    """A word, with the level reached if that is known."""

    shorthand: ClassVar = "name"

    name: Text | None = Field(None, description="The word.", examples=["Python"])
    level: Text | None = Field(None, description="How well it is known.", examples=["5/5"])
    tags: Tags = ()
    private: Switch = False


class Pair(Model):
    """A label and what stands beside it."""

    label: Text = Field(description="What it is.", examples=["Notice"])
    value: Text | None = Field(None, description="What stands beside the label.", examples=["one month"])
    tags: Tags = ()
    private: Switch = False


class Entry(Model):
    """The fields that every entry shares."""

    location: Text | None = Field(None, description="Where it was.", examples=["London"])
    summary: Blocks | None = Field(
        None,
        description="A text about it; paragraphs and lists may stand in it.",
        examples=["A small team with a large machine."],
    )
    highlights: tuple[Highlight, ...] = Field((), description="What was achieved: one bullet each.")
    images: tuple[Image, ...] = Field((), description="Pictures that belong to it.")
    break_: Break | None = Field(
        None, alias="break", description="Begin a new page before it, or avoid that it is parted by one."
    )
    tags: Tags = ()
    private: Switch = Field(False, description="Left out of a public build.")


class Period(Model):
    """The fields of whatever begins and ends."""

    start_date: Date | None = Field(None, description="When it began.")
    end_date: EndDate | None = Field(None, description="When it ended; `present`, or nothing at all, while it goes on.")
