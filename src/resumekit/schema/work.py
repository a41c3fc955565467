"""Employers and volunteering."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .entry import Entry, Period
from .text import Text, Url


class Position(Entry, Period):
    """One role of several at the same employer."""

    position: Text | None = None
    url: Url | None = None


class Work(Entry, Period):
    """An employer."""

    former_names: ClassVar = {"company": "name", "website": "url"}

    name: Text | None = None
    description: Text | None = Field(None, description="What the employer does, in a few words.")
    position: Text | None = None
    url: Url | None = None
    positions: tuple[Position, ...] = Field((), description="Several roles at this employer, newest first.")


class Volunteer(Entry, Period):
    """Unpaid work."""

    former_names: ClassVar = {"website": "url"}

    organization: Text | None = None
    position: Text | None = None
    url: Url | None = None


class Project(Entry, Period):
    """Something made."""

    name: Text | None = None
    description: Text | None = None
    keywords: tuple[Text, ...] = ()
    url: Url | None = None
    roles: tuple[Text, ...] = ()
    entity: Text | None = Field(None, description="The company or organization that it was made for.")
    type: Text | None = Field(None, description="What it is: application, talk, volunteering.")
