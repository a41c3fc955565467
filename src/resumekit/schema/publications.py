"""Publications and patents."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .entry import Entry
from .partial_date import LooseDate
from .text import Plain, Text, Url


class Publication(Entry):
    """A book, an article, a paper."""

    former_names: ClassVar = {"website": "url"}

    name: Text | None = Field(None, description="The title.", examples=["Notes on the Engine"])
    publisher: Text | None = Field(
        None, description="The publisher, journal or conference.", examples=["Example Press"]
    )
    release_date: LooseDate | None = Field(None, description="When it came out.")
    url: Url | None = None
    authors: tuple[Text, ...] = Field(
        (),
        description="Everyone who wrote it, in the order of the title page.",
        examples=[["Ada Example", "B. Sample"]],
    )
    doi: Plain | None = Field(None, description="The digital object identifier.", examples=["10.1000/182"])


class Patent(Entry):
    """A patent or an application for one."""

    title: Text | None = Field(None, description="What is patented.", examples=["Method of weaving numbers"])
    number: Plain | None = Field(
        None, description="The number of the patent or the application.", examples=["US20220129736A1"]
    )
    status: Text | None = Field(None, description="How far it has got.", examples=["granted"])
    date: LooseDate | None = Field(None, description="When it was granted or filed.")
    url: Url | None = None
    inventors: tuple[Text, ...] = Field(
        (), description="Everyone who invented it.", examples=[["Ada Example", "B. Sample"]]
    )
