"""Skills, languages, interests and references."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field, model_validator

from .entry import Entry, Keyword
from .scalar_types import LANGUAGE_TAG, Locale, Text


class Skill(Entry):
    """A group of skills."""

    name: Text | None = Field(None, description="Name of the group.", examples=["Languages"])
    level: Text | None = Field(None, description="Level of proficiency.", examples=["Expert"])
    keywords: tuple[Keyword, ...] = Field((), description="Skills in the group.", examples=[["Python", "SQL"]])


class Language(Entry):
    """A language the person speaks; as a bare tag such as `en`, a language the file is written in."""

    shorthand: ClassVar = "language"

    code: Locale | None = Field(None, description="Language tag of texts in this file; never printed.")
    language: Text | None = Field(None, description="Name of the language.", examples=["German"])
    fluency: Text | None = Field(None, description="Level of fluency.", examples=["Native speaker", "C1"])

    @model_validator(mode="before")
    @classmethod
    def _accept_bare_text(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"code" if LANGUAGE_TAG.fullmatch(data) else "language": data}
        return data


class Interest(Entry):
    """An interest or hobby."""

    name: Text | None = Field(None, description="Name.", examples=["Music"])
    keywords: tuple[Keyword, ...] = Field((), description="Details.", examples=[["piano", "jazz"]])


class Reference(Entry):
    """A reference by somebody about the person."""

    name: Text | None = Field(None, description="Name of the referee.", examples=["B. Sample"])
    reference: Text | None = Field(
        None, description="Text of the reference.", examples=["She thinks before she types."]
    )
