"""Publications and patents."""

from __future__ import annotations

from typing import ClassVar

from .entry import Entry
from .partial_date import LooseDate
from .text import Plain, Text, Url


class Publication(Entry):
    """A book, an article, a paper."""

    former_names: ClassVar = {"website": "url"}

    name: Text | None = None
    publisher: Text | None = None
    release_date: LooseDate | None = None
    url: Url | None = None
    authors: tuple[Text, ...] = ()
    doi: Plain | None = None


class Patent(Entry):
    """A patent or an application for one."""

    title: Text | None = None
    number: Plain | None = None
    status: Text | None = None
    date: LooseDate | None = None
    url: Url | None = None
    inventors: tuple[Text, ...] = ()
