"""A cover letter: a separate file that names the résumé it goes with."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationError

from resumekit.errors import SchemaError
from resumekit.load import Document

from .model import Model
from .partial_date import LooseDate
from .presentation import Output, Page, ThemeChoice
from .reserved_hosts import reserved_host_problems
from .scalar_types import Blocks, Locale, Plain, Text
from .validation_problems import problems_of

TEXTS = ("to", "subject", "opening", "body", "closing", "signature")
"""The texts of a letter, in schema order; they may contain fields such as `{company}`."""


class LetterTexts(Model):
    """The texts of a letter. Each may contain fields such as `{company}`."""

    to: Blocks | None = Field(None, description="Recipient: name and address, one line each.")
    date: LooseDate | None = Field(None, description="Date, or `today`.", examples=["2026-11-23", "today"])
    subject: Text | None = Field(None, description="Subject line.", examples=["Application as {position}"])
    opening: Text | None = Field(None, description="Salutation.", examples=["Dear hiring team,"])
    body: Blocks | None = Field(None, description="Body; may contain paragraphs and lists.")
    closing: Text | None = Field(None, description="Closing phrase.", examples=["Yours sincerely,"])
    signature: Text | None = Field(None, description="Signature; defaults to the name in the résumé.")
    fields: dict[str, Plain] = Field(
        {}, description="Values for fields in braces.", examples=[{"company": "Example Ltd"}]
    )


class LetterVersion(LetterTexts):
    """One of several letters in one file: what differs from the others."""

    name: Plain | None = Field(None, description="Name used in the name of the output file.", examples=["example-ltd"])


class Letter(LetterTexts):
    """A cover letter, or several similar ones."""

    schema_: Plain | None = Field(None, alias="$schema", description="JSON Schema of this file, for editors.")
    resume: Plain = Field("resume.yaml", description="Path of the résumé, relative to this file's folder.")
    variant: Plain | None = Field(None, description="Variant of the résumé to use.")
    letters: tuple[LetterVersion, ...] = Field((), description="Several letters: what differs in each.")
    theme: ThemeChoice | None = Field(None, description="Theme; defaults to the theme of the résumé.")
    locale: Locale | None = Field(None, description="Language of the date.")
    page: Page | None = Field(None, description="Paper size and margins.")
    output: Output | None = Field(None, description="Output files.")


PRESENTATION_FIELDS = ("theme", "locale", "page", "output")
"""Keys of the résumé that a letter may override."""


def is_letter(data: dict[str, Any]) -> bool:
    """Return whether a document is a letter rather than a résumé: it names a résumé, or has a letter body."""
    return "basics" not in data and ("resume" in data or "body" in data or "letters" in data)


def validate_letter(document: Document) -> Letter:
    """Validate a document as a letter.

    Raises:
        SchemaError: all problems together, with their locations.
    """
    try:
        letter = Letter.model_validate(document.data)
    except ValidationError as error:
        raise SchemaError(*problems_of(error, document, Letter)) from None
    if reserved := tuple(reserved_host_problems(document)):
        raise SchemaError(*reserved)
    return letter
