"""Schools, certificates and awards."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .entry import Entry, Period
from .partial_date import LooseDate
from .text import Plain, Text, Url


class Education(Period, Entry):
    """A school."""

    former_names: ClassVar = {"gpa": "score", "website": "url"}

    institution: Text | None = Field(
        None, description="The school, college or university.", examples=["Example University"]
    )
    url: Url | None = None
    area: Text | None = Field(None, description="The subject.", examples=["Mathematics"])
    study_type: Text | None = Field(None, description="The degree or kind of study.", examples=["MSc"])
    score: Plain | None = Field(None, description="The grade.", examples=["1.3", "4.0/4.0"])
    courses: tuple[Text, ...] = Field((), description="Courses worth a mention.", examples=[["Logic", "Number theory"]])


class Certificate(Entry):
    """Proof of something learned."""

    name: Text | None = Field(None, description="What it certifies.", examples=["Certified Example Administrator"])
    date: LooseDate | None = Field(None, description="When it was given.")
    url: Url | None = None
    issuer: Text | None = Field(None, description="Who gave it.", examples=["Example Institute"])


class Award(Entry):
    """Recognition received."""

    title: Text | None = Field(None, description="What it is called.", examples=["Example Prize"])
    date: LooseDate | None = Field(None, description="When it was given.")
    awarder: Text | None = Field(None, description="Who gave it.", examples=["Example Society"])
