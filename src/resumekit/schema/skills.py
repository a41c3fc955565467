"""Skills, languages, interests, references."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field, model_validator

from .entry import Entry, Keyword
from .text import LANGUAGE_TAG, Locale, Text


class Skill(Entry):
    """A group of skills."""

    name: Text | None = None
    level: Text | None = None
    keywords: tuple[Keyword, ...] = ()


class Language(Entry):
    """A language spoken; or, as a bare tag such as `en`, a language that the file is written in."""

    shorthand: ClassVar = "language"

    code: Locale | None = Field(None, description="A language of the file's own texts; never printed.")
    language: Text | None = None
    fluency: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _accept_bare_text(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"code" if LANGUAGE_TAG.fullmatch(data) else "language": data}
        return data


class Interest(Entry):
    """Something cared for."""

    name: Text | None = None
    keywords: tuple[Keyword, ...] = ()


class Reference(Entry):
    """What somebody says about the person."""

    name: Text | None = None
    reference: Text | None = None
