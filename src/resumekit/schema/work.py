"""Employers and volunteering."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .entry import Entry, Period
from .text import Text, Url


class Position(Period, Entry):
    """One role of several at the same employer."""

    position: Text | None = Field(None, description="The role.", examples=["Lead Engineer"])
    url: Url | None = None


class Work(Period, Entry):
    """An employer."""

    former_names: ClassVar = {"company": "name", "website": "url"}

    name: Text | None = Field(None, description="The employer.", examples=["Example Ltd"])
    description: Text | None = Field(
        None, description="What the employer does, in a few words.", examples=["Makes engines"]
    )
    position: Text | None = Field(None, description="The role.", examples=["Engineer"])
    url: Url | None = None
    positions: tuple[Position, ...] = Field((), description="Several roles at this employer, newest first.")


class Volunteer(Period, Entry):
    """Unpaid work."""

    former_names: ClassVar = {"website": "url"}

    organization: Text | None = Field(None, description="Whom it was done for.", examples=["Example Library"])
    position: Text | None = Field(None, description="The role.", examples=["Teacher"])
    url: Url | None = None


class Project(Period, Entry):
    """Something made."""

    name: Text | None = Field(None, description="What it is called.", examples=["Example Engine"])
    description: Text | None = Field(
        None, description="What it is, in a few words.", examples=["A calculator of Bernoulli numbers"]
    )
    keywords: tuple[Text, ...] = Field((), description="What it was made with.", examples=[["Python", "SQL"]])
    url: Url | None = None
    roles: tuple[Text, ...] = Field((), description="What one did in it.", examples=[["Author", "Maintainer"]])
    entity: Text | None = Field(
        None, description="The company or organization that it was made for.", examples=["Example Ltd"]
    )
    type: Text | None = Field(
        None, description="What it is: application, talk, volunteering.", examples=["application"]
    )
