"""Education, certificates and awards."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .entry import Entry, ImageFile, Period
from .partial_date import LooseDate
from .scalar_types import Plain, Text, Url


class Education(Period, Entry):
    """A course of study at a school, college or university."""

    former_names: ClassVar = {"gpa": "score", "website": "url"}

    institution: Text | None = Field(
        None, description="School, college or university.", examples=["Example University"]
    )
    url: Url | None = None
    logo: ImageFile | None = Field(None, description="Logo, shown small beside the entry.", examples=["example.png"])
    area: Text | None = Field(None, description="Subject.", examples=["Mathematics"])
    study_type: Text | None = Field(None, description="Degree or type of study.", examples=["MSc"])
    score: Plain | None = Field(None, description="Grade.", examples=["1.3", "4.0/4.0"])
    courses: tuple[Text, ...] = Field((), description="Relevant courses.", examples=[["Logic", "Number theory"]])


class Certificate(Entry):
    """A certificate or licence."""

    name: Text | None = Field(None, description="Name.", examples=["Certified Example Administrator"])
    date: LooseDate | None = Field(None, description="Date of issue.")
    url: Url | None = None
    issuer: Text | None = Field(None, description="Issuing organization.", examples=["Example Institute"])


class Award(Entry):
    """An award or honour."""

    title: Text | None = Field(None, description="Title.", examples=["Example Prize"])
    date: LooseDate | None = Field(None, description="Date of issue.")
    awarder: Text | None = Field(None, description="Awarding organization.", examples=["Example Society"])
