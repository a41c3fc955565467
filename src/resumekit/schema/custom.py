"""Sections of the user's own."""

from __future__ import annotations

import re

from pydantic import Field

from .entry import Entry, Highlight, Pair, Period
from .model import Model
from .partial_date import LooseDate
from .text import Blocks, Break, Identifier, Switch, Tags, Text, Url


class CustomEntry(Period, Entry):
    """An entry of a section of the user's own."""

    title: Text | None = Field(None, description="What it is called.", examples=["Sample Talk"])
    subtitle: Text | None = Field(None, description="A second line, such as an event.", examples=["Sample Conference"])
    date: LooseDate | None = Field(None, description="When it was, if it was not a period.")
    url: Url | None = None


class CustomSection(Model):
    """A section with a title and anything of: text, entries, pairs, items."""

    title: Text = Field(description="The title of the section.", examples=["Talks"])
    id: Identifier | None = Field(
        None,
        examples=["talks"],
        description="The name for `order`, `titles`, `hide` and `break`; from the title if absent.",
    )
    text: Blocks | None = Field(
        None, description="Running text; paragraphs and lists may stand in it.", examples=["SC cleared."]
    )
    entries: tuple[CustomEntry, ...] = Field((), description="Entries with titles and dates.")
    pairs: tuple[Pair, ...] = Field((), description="Labels, each with what stands beside it.")
    items: tuple[Highlight, ...] = Field((), description="Bullets.", examples=[["chess", "sailing"]])
    break_: Break | None = Field(
        None, alias="break", description="Begin a new page before it, or avoid that it is parted by one."
    )
    tags: Tags = ()
    private: Switch = False

    @property
    def key(self) -> str:
        """The name of the section: its `id`, or its title in lower case with hyphens."""
        title = self.title if isinstance(self.title, str) else next(iter(self.title.values()))
        return self.id or re.sub(r"[^\w]+", "-", title.lower()).strip("-") or "section"
