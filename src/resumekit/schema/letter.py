"""A cover letter: a file of its own, which names the résumé that it goes with."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationError

from resumekit.errors import SchemaError
from resumekit.load import Document

from .model import Model
from .partial_date import LooseDate
from .presentation import Output, Page, ThemeChoice
from .problems import problems_of
from .text import Blocks, Locale, Plain, Text

TEXTS = ("to", "subject", "opening", "body", "closing", "signature")
"""What a letter says, in the order of the schema; `{company}` in it stands for a field."""


class LetterTexts(Model):
    """What a letter says. A field such as `{company}` may stand in each text."""

    to: Blocks | None = Field(None, description="Who it goes to: name and address, a line each.")
    date: LooseDate | None = Field(None, description="The date, or `today`.", examples=["2026-11-23", "today"])
    subject: Text | None = Field(None, description="What it is about.", examples=["Application as {position}"])
    opening: Text | None = Field(None, description="The salutation.", examples=["Dear hiring team,"])
    body: Blocks | None = Field(None, description="The letter itself; paragraphs and lists may stand in it.")
    closing: Text | None = Field(None, description="The last words.", examples=["Yours sincerely,"])
    signature: Text | None = Field(None, description="Who signs; the résumé's name if absent.")
    fields: dict[str, Plain] = Field({}, description="Words for braces.", examples=[{"company": "Example Ltd"}])


class LetterVersion(LetterTexts):
    """One of several letters from one file: what it says otherwise."""

    name: Plain | None = Field(None, description="What its file is called after.", examples=["example-ltd"])


class Letter(LetterTexts):
    """A cover letter, or several of one kind."""

    schema_: Plain | None = Field(None, alias="$schema", description="The schema of this file, for editors.")
    resume: Plain = Field("resume.yaml", description="Path of the résumé, from this file's folder.")
    variant: Plain | None = Field(None, description="The variant of the résumé that it goes with.")
    letters: tuple[LetterVersion, ...] = Field((), description="Several letters: what each says otherwise.")
    theme: ThemeChoice | None = Field(None, description="The theme; the résumé's if absent.")
    locale: Locale | None = Field(None, description="The language of the date.")
    page: Page | None = Field(None, description="The paper and its margins.")
    output: Output | None = Field(None, description="The written files.")


LOOKS = ("theme", "locale", "page", "output")
"""What a letter may say in the résumé's stead."""


def is_letter(data: dict[str, Any]) -> bool:
    """Tell whether a document is a letter rather than a résumé: it names a résumé, or has the body of a letter."""
    return "basics" not in data and ("resume" in data or "body" in data or "letters" in data)


def validate_letter(document: Document) -> Letter:
    """Return the letter of a document.

    Raises:
        SchemaError: every problem at once, with its place.
    """
    try:
        return Letter.model_validate(document.data)
    except ValidationError as error:
        raise SchemaError(*problems_of(error, document, Letter)) from None
