"""The entries of all sections except groups: their first rows or their citation, then their content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.text.paragraph import Paragraph

from resumekit.present.inline import listed
from resumekit.present.view import EntryView, SectionView

from .citations import write_citation
from .document_builder import DocumentBuilder
from .entry_facts import write_description, write_details
from .entry_rows import described_above, write_lead
from .keywords import keyword_list, write_tags
from .paragraphs import write_blocks, write_bullets
from .picture_placement import place_pictures
from .style_names import DETAILS
from .word_page_breaks import apply_page_break

_DEEPEST = 3
"""The deepest heading level of an entry; level 1 is for sections."""

_SHORT = 7
"""The most lines of an entry that is always kept on one page."""

_CITED = frozenset({"publications", "patents"})
"""The sections whose entries are citations."""


def write_entries(builder: DocumentBuilder, section: SectionView) -> Iterator[Paragraph]:
    """Write the entries of a section; yield the paragraphs written."""
    if section.id in _CITED:
        for entry, number in zip(section.entries, _numbers(builder, len(section.entries)), strict=True):
            yield from _write(builder, entry, list(write_citation(builder, entry, number)), cited=True)
        return
    brief = all(map(_is_brief, section.entries))
    for entry in section.entries:
        yield from write_entry(builder, entry, brief=brief)


def write_entry(builder: DocumentBuilder, entry: EntryView, level: int = 2, *, brief: bool = False) -> list[Paragraph]:
    """Write an entry and its roles; return the paragraphs written."""
    lead = list(write_lead(builder, entry, level, brief=brief))
    if brief or not described_above(builder, entry):
        lead += write_description(builder, entry)
    lead += write_details(builder, entry)
    if entry.people:
        lead.append(builder.paragraph(DETAILS, listed(entry.people, builder.comma)))
    return _write(builder, entry, lead, level)


def keep_together(entry: EntryView, lead: Sequence[Paragraph], text: Sequence[Paragraph]) -> None:
    """Allow a page break only where at least two lines stay on each side, and never inside a short entry."""
    written = [*lead, *text]
    for number, paragraph in enumerate(written, start=1):
        if number == len(written) and not entry.roles:
            paragraph.paragraph_format.keep_with_next = False
        elif entry.size <= _SHORT or number <= len(lead) + 1 or number == len(written) - 1:
            paragraph.paragraph_format.keep_with_next = True


def _write(
    builder: DocumentBuilder, entry: EntryView, lead: list[Paragraph], level: int = 2, *, cited: bool = False
) -> list[Paragraph]:
    """Write what follows the first rows of an entry; return all its paragraphs."""
    text = [
        *write_blocks(builder, entry.summary),
        *_keyword_line(builder, entry, cited=cited),
        *write_bullets(builder, entry.highlights),
    ]
    pictures = list(place_pictures(builder, entry.pictures, text))
    keep_together(entry, lead, [*text, *pictures])
    roles = [paragraph for role in entry.roles for paragraph in write_entry(builder, role, min(level + 1, _DEEPEST))]
    written = [*lead, *text, *pictures, *roles]
    apply_page_break(entry.page_break, written)
    return written


def _keyword_line(builder: DocumentBuilder, entry: EntryView, *, cited: bool) -> Iterator[Paragraph]:
    """Write the keywords on a line of their own unless they follow the title, which citations have no place for."""
    if not entry.keywords or (builder.design.keywords == "title" and not cited):
        return
    paragraph = builder.paragraph(DETAILS)
    if builder.design.keywords == "tags":
        write_tags(builder, paragraph, entry)
    else:
        builder.runs.write(paragraph, keyword_list(builder, entry))
    yield paragraph


def _numbers(builder: DocumentBuilder, count: int) -> Sequence[int]:
    """Return the list number of each citation, 0 without numbers."""
    numbering = builder.design.numbering
    if numbering == "none" or count < 2:
        return [0] * count
    values = range(1, count + 1) if numbering == "up" else range(count, 0, -1)
    return list(builder.numbering.count("numbers", values, [f"{value}." for value in values], 0))


def _is_brief(entry: EntryView) -> bool:
    """Return whether an entry has only names, a date and a link, and so takes one line."""
    return not (
        entry.place
        or entry.description
        or entry.level
        or entry.roles
        or entry.details
        or entry.summary
        or entry.highlights.bullets
        or entry.keywords
        or entry.pictures
    )
