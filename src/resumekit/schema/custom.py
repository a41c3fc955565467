"""Custom sections."""

from __future__ import annotations

import re

from pydantic import Field

from .entry import Entry, Highlight, Pair, Period
from .model import Model
from .partial_date import LooseDate
from .scalar_types import Blocks, Break, Identifier, Switch, Tags, Text, Url


class CustomEntry(Period, Entry):
    """An entry of a custom section."""

    title: Text | None = Field(None, description="Title.", examples=["Sample Talk"])
    subtitle: Text | None = Field(None, description="Second line, such as the event.", examples=["Sample Conference"])
    date: LooseDate | None = Field(None, description="Date, if it is not a period.")
    url: Url | None = None


class CustomSection(Model):
    """A section with a title and any of text, entries, pairs and items."""

    title: Text = Field(description="Title of the section.", examples=["Talks"])
    id: Identifier | None = Field(
        None,
        examples=["talks"],
        description="Name for `order`, `titles`, `hide` and `break`; derived from the title if absent.",
    )
    text: Blocks | None = Field(None, description="Text; may contain paragraphs and lists.", examples=["SC cleared."])
    entries: tuple[CustomEntry, ...] = Field((), description="Entries with titles and dates.")
    pairs: tuple[Pair, ...] = Field((), description="Labels with values.")
    items: tuple[Highlight, ...] = Field((), description="Bullets.", examples=[["chess", "sailing"]])
    break_: Break | None = Field(
        None, alias="break", description="Start a new page before it, or avoid or allow a page break inside it."
    )
    tags: Tags = ()
    private: Switch = False

    @property
    def key(self) -> str:
        """The name of the section: its `id`, or its title in lower case with hyphens."""
        title = self.title if isinstance(self.title, str) else next(iter(self.title.values()))
        return self.id or re.sub(r"[^\w]+", "-", title.lower()).strip("-") or "section"
