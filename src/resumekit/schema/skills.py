"""Skills, languages, interests, references."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field, model_validator

from .entry import Entry, Keyword
from .text import LANGUAGE_TAG, Locale, Text


class Skill(Entry):
    """A group of skills."""

    name: Text | None = Field(None, description="What the group is called.", examples=["Languages"])
    level: Text | None = Field(None, description="How well they are known.", examples=["Expert"])
    keywords: tuple[Keyword, ...] = Field((), description="The skills themselves.", examples=[["Python", "SQL"]])


class Language(Entry):
    """A language spoken; or, as a bare tag such as `en`, a language that the file is written in."""

    shorthand: ClassVar = "language"

    code: Locale | None = Field(None, description="A language of the file's own texts; never printed.")
    language: Text | None = Field(None, description="Its name.", examples=["German"])
    fluency: Text | None = Field(None, description="How well it is spoken.", examples=["Native speaker", "C1"])

    @model_validator(mode="before")
    @classmethod
    def _accept_bare_text(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"code" if LANGUAGE_TAG.fullmatch(data) else "language": data}
        return data


class Interest(Entry):
    """Something cared for."""

    name: Text | None = Field(None, description="What it is.", examples=["Music"])
    keywords: tuple[Keyword, ...] = Field((), description="More exactly.", examples=[["piano", "jazz"]])


class Reference(Entry):
    """What somebody says about the person."""

    name: Text | None = Field(None, description="Who says it.", examples=["B. Sample"])
    reference: Text | None = Field(None, description="What they say.", examples=["She thinks before she types."])
