"""The view of a letter: the header of the résumé, and the texts of the letter as sections without entries.

Any theme and format can therefore print a letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Day
from typing import Protocol

from resumekit.schema import PartialDate, Resume

from .context import Context
from .dates import format_date
from .inline import Blocks, Inlines, LineBreak, Paragraph, Words, plain
from .presenter import present
from .view import ResumeView, SectionView


class LetterToPresent(Protocol):
    """A letter: its date, and its texts by the names in `schema.letter.TEXTS`."""

    @property
    def date(self) -> PartialDate | str | None:
        """A date, a text, or `today`."""

    @property
    def texts(self) -> Mapping[str, str]:
        """Every text, in one language, with all fields filled in."""


def present_letter(letter: LetterToPresent, resume: Resume, today: Day) -> ResumeView:
    """Return the whole page: the address and the date, then the letter under its subject."""
    head = present(resume, today=today)
    context = Context.of(head.language, "long")
    texts = letter.texts
    address = (*_lines(texts.get("to", ""), context), *_date(letter.date, context, today))
    said = (
        *_paragraph(texts.get("opening", ""), context),
        *context.paragraphs(texts.get("body", "")),
        *_paragraph(texts.get("closing", ""), context),
        *_paragraph(texts.get("signature", "") or plain(head.name), context),
    )
    subject = context.text(texts.get("subject", ""))
    sections = (SectionView("address", (), text=address), SectionView("letter", subject, text=said))
    title = " – ".join(filter(None, (plain(subject), plain(head.name)))) or head.title
    return replace(
        head, title=title, photo=None, facts=(), sections=tuple(section for section in sections if section.text)
    )


def _paragraph(text: str, context: Context) -> Blocks:
    made = context.text(text)
    return (Paragraph(made),) if made else ()


def _lines(text: str, context: Context) -> Blocks:
    """Return an address; its line breaks are kept."""
    made: Inlines = ()
    for line in filter(None, (line.strip() for line in text.splitlines())):
        made += ((LineBreak(),) if made else ()) + context.text(line)
    return (Paragraph(made),) if made else ()


def _date(value: PartialDate | str | None, context: Context, today: Day) -> Blocks:
    if value == "today":
        value = PartialDate(today.year, today.month, today.day)
    return (Paragraph((Words(format_date(value, context.locale, "long")),)),) if value else ()
