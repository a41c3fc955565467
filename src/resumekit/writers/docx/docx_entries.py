"""The entries of all sections: their first rows, then their content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.text.paragraph import Paragraph

from resumekit.present import Inlines
from resumekit.present.inline import Words, listed
from resumekit.present.view import EntryView, KeywordView

from .document_builder import DocumentBuilder, write_pair
from .entry_rows import described_above, linked_name, write_lead
from .paragraphs import write_blocks, write_bullets
from .picture_placement import place_pictures
from .runs import PLAIN, RunFormat
from .style_names import DETAILS, LABELLED, MUTED_TEXT
from .word_page_breaks import apply_page_break

_DEEPEST = 3
"""The deepest heading level of an entry; level 1 is for sections."""

_SHORT = 7
"""The most lines of an entry that is always kept on one page."""

_MUTED = RunFormat(MUTED_TEXT, bold=False)


def write_entry(builder: DocumentBuilder, entry: EntryView, level: int = 2) -> list[Paragraph]:
    """Write an entry and its roles; return the paragraphs written."""
    lead = [*write_lead(builder, entry, level), *_facts(builder, entry, described=described_above(builder, entry))]
    text = [
        *write_blocks(builder, entry.summary),
        *_keyword_line(builder, entry),
        *write_bullets(builder, entry.highlights),
    ]
    pictures = list(place_pictures(builder, entry.pictures, text))
    _keep_together(entry, lead, [*text, *pictures])
    roles = [paragraph for role in entry.roles for paragraph in write_entry(builder, role, min(level + 1, _DEEPEST))]
    written = [*lead, *text, *pictures, *roles]
    apply_page_break(entry.page_break, written)
    return written


def write_group(builder: DocumentBuilder, entry: EntryView) -> list[Paragraph]:
    """Write a name and its keywords on one line, as for skills; the rest of the entry follows below."""
    line = builder.paragraph(LABELLED, entry.title, RunFormat("Strong", bold=True))
    words = ((entry.level, _MUTED), (_keywords(builder, entry), PLAIN), (entry.place, _MUTED))
    if any(inlines for inlines, _ in words):
        builder.tab(line)
        builder.separated(line, words)
    text = [*_facts(builder, entry), *write_blocks(builder, entry.summary), *write_bullets(builder, entry.highlights)]
    pictures = list(place_pictures(builder, entry.pictures, text))
    _keep_together(entry, [line], [*text, *pictures])
    written = [line, *text, *pictures]
    apply_page_break(entry.page_break, written)
    return written


def _facts(builder: DocumentBuilder, entry: EntryView, *, described: bool = False) -> Iterator[Paragraph]:
    """Write the description of an entry unless its first rows have it, its details and link, and its people."""
    link = None if linked_name(builder, entry) else entry.link
    if entry.description and not described:
        yield builder.paragraph(DETAILS, entry.description)
    if entry.details or link:
        paragraph = builder.paragraph(DETAILS)
        for number, detail in enumerate(entry.details):
            builder.runs.write(paragraph, builder.separator if number else "")
            write_pair(builder, paragraph, detail)
        if link:
            builder.runs.write(paragraph, builder.separator if entry.details else "")
            builder.runs.link(paragraph, link.url, link.text, RunFormat(rtl=False))
        yield paragraph
    if entry.people:
        yield builder.paragraph(DETAILS, listed(entry.people, builder.comma))


def _keyword_line(builder: DocumentBuilder, entry: EntryView) -> Iterator[Paragraph]:
    if entry.keywords:
        yield builder.paragraph(DETAILS, _keywords(builder, entry))


def _keywords(builder: DocumentBuilder, entry: EntryView) -> Inlines:
    """Return the keywords with their levels, separated by commas."""
    return listed(map(_keyword, entry.keywords), builder.comma)


def _keyword(keyword: KeywordView) -> Inlines:
    if keyword.text and keyword.level:
        return (*keyword.text, Words(" ("), *keyword.level, Words(")"))
    return keyword.text or keyword.level


def _keep_together(entry: EntryView, lead: Sequence[Paragraph], text: Sequence[Paragraph]) -> None:
    """Allow a page break only where at least two lines stay on each side, and never inside a short entry."""
    written = [*lead, *text]
    for number, paragraph in enumerate(written, start=1):
        if number == len(written) and not entry.roles:
            paragraph.paragraph_format.keep_with_next = False
        elif entry.size <= _SHORT or number <= len(lead) + 1 or number == len(written) - 1:
            paragraph.paragraph_format.keep_with_next = True
