"""Publications and patents."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .entry import Entry
from .partial_date import LooseDate
from .scalar_types import Plain, Text, Url


class Publication(Entry):
    """A book, article or paper."""

    former_names: ClassVar = {"website": "url"}

    name: Text | None = Field(None, description="Title.", examples=["Notes on the Engine"])
    publisher: Text | None = Field(None, description="Publisher, journal or conference.", examples=["Example Press"])
    release_date: LooseDate | None = Field(None, description="Date of publication.")
    url: Url | None = None
    authors: tuple[Text, ...] = Field(
        (),
        description="Authors in the order of the title page.",
        examples=[["Ada Example", "B. Sample"]],
    )
    doi: Plain | None = Field(None, description="Digital object identifier (DOI).", examples=["10.1000/182"])


class Patent(Entry):
    """A patent or patent application."""

    title: Text | None = Field(None, description="Title of the patent.", examples=["Method of weaving numbers"])
    number: Plain | None = Field(None, description="Number of the patent or application.", examples=["US20220129736A1"])
    status: Text | None = Field(None, description="Status, such as granted or pending.", examples=["granted"])
    date: LooseDate | None = Field(None, description="Date of grant or filing.")
    url: Url | None = None
    inventors: tuple[Text, ...] = Field((), description="Inventors.", examples=[["Ada Example", "B. Sample"]])
