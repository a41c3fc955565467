"""Sections of the user's own."""

from __future__ import annotations

import re

from pydantic import Field

from .entry import Entry, Highlight, Pair, Period
from .model import Model
from .partial_date import LooseDate
from .text import Blocks, Plain, Switch, Tags, Text, Url


class CustomEntry(Entry, Period):
    """An entry of a section of the user's own."""

    title: Text | None = None
    subtitle: Text | None = None
    date: LooseDate | None = None
    url: Url | None = None


class CustomSection(Model):
    """A section with a title and anything of: text, entries, pairs, items."""

    title: Text
    id: Plain | None = Field(
        None,
        pattern=r"^\w[\w-]*$",
        examples=["talks"],
        description="The name for `order`, `titles` and `hide`; from the title if absent.",
    )
    text: Blocks | None = None
    entries: tuple[CustomEntry, ...] = ()
    pairs: tuple[Pair, ...] = ()
    items: tuple[Highlight, ...] = ()
    tags: Tags = ()
    private: Switch = False

    @property
    def key(self) -> str:
        """The name of the section: its `id`, or its title in lower case with hyphens."""
        title = self.title if isinstance(self.title, str) else next(iter(self.title.values()))
        return self.id or re.sub(r"[^\w]+", "-", title.lower()).strip("-") or "section"
