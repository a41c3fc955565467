"""Schools, certificates and awards."""

from __future__ import annotations

from typing import ClassVar

from .entry import Entry, Period
from .partial_date import LooseDate
from .text import Plain, Text, Url


class Education(Entry, Period):
    """A school."""

    former_names: ClassVar = {"gpa": "score", "website": "url"}

    institution: Text | None = None
    url: Url | None = None
    area: Text | None = None
    study_type: Text | None = None
    score: Plain | None = None
    courses: tuple[Text, ...] = ()


class Certificate(Entry):
    """Proof of something learned."""

    name: Text | None = None
    date: LooseDate | None = None
    url: Url | None = None
    issuer: Text | None = None


class Award(Entry):
    """Recognition received."""

    title: Text | None = None
    date: LooseDate | None = None
    awarder: Text | None = None
