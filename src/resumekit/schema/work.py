"""Work, volunteering and projects."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .entry import Entry, ImageFile, Period
from .scalar_types import Text, Url


class Position(Period, Entry):
    """One of several roles at the same employer."""

    position: Text | None = Field(None, description="Job title.", examples=["Lead Engineer"])
    url: Url | None = None


class Work(Period, Entry):
    """A job, or several roles at one employer."""

    former_names: ClassVar = {"company": "name", "website": "url"}

    name: Text | None = Field(None, description="Employer.", examples=["Example Ltd"])
    description: Text | None = Field(None, description="Short description of the employer.", examples=["Makes engines"])
    position: Text | None = Field(None, description="Job title.", examples=["Engineer"])
    url: Url | None = None
    logo: ImageFile | None = Field(None, description="Logo, shown small beside the entry.", examples=["example.png"])
    positions: tuple[Position, ...] = Field((), description="Roles at this employer, newest first.")


class Volunteer(Period, Entry):
    """Volunteer work."""

    former_names: ClassVar = {"website": "url"}

    organization: Text | None = Field(None, description="Organization.", examples=["Example Library"])
    position: Text | None = Field(None, description="Job title.", examples=["Teacher"])
    url: Url | None = None
    logo: ImageFile | None = Field(None, description="Logo, shown small beside the entry.", examples=["example.png"])


class Project(Period, Entry):
    """A project."""

    name: Text | None = Field(None, description="Name of the project.", examples=["Example Engine"])
    description: Text | None = Field(
        None, description="Short description.", examples=["A calculator of Bernoulli numbers"]
    )
    keywords: tuple[Text, ...] = Field((), description="Technologies and methods.", examples=[["Python", "SQL"]])
    url: Url | None = None
    roles: tuple[Text, ...] = Field((), description="Roles in the project.", examples=[["Author", "Maintainer"]])
    entity: Text | None = Field(
        None, description="Company or organization the project was for.", examples=["Example Ltd"]
    )
    type: Text | None = Field(
        None, description="Kind of project, such as application, talk or volunteering.", examples=["application"]
    )
