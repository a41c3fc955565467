"""Entries of all sections: what leads on one line with its date, then what there is to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from docx.text.paragraph import Paragraph

from resumekit.present import Inlines, plain
from resumekit.present.dates import THIN_SPACE
from resumekit.present.inline import LineBreak, Words
from resumekit.present.view import EntryView, KeywordView

from .document_builder import Draft, write_pair
from .page_breaks import break_pages
from .paragraphs import write_blocks, write_bullets
from .picture_placement import show_pictures
from .runs import PLAIN, Voice
from .style_names import ASIDE, DETAILS, LABELLED, ORGANIZATION

_DEEPEST = 3
"""The last level of headings that an entry uses; the first is that of sections."""

_SHORT = 7
"""Lines of an entry that no page breaks into."""

_WIDTH = 0.6
"""Of a letter, in sizes of the text: rather too much, so as not to need the fonts."""

_UNBROKEN = "\N{NARROW NO-BREAK SPACE}"

_ORGANIZATION = Voice(ORGANIZATION, bold=False)
_ASIDE = Voice(ASIDE, bold=False)


def write_entry(draft: Draft, entry: EntryView, level: int = 2) -> list[Paragraph]:
    """Write an entry and its roles; return what was written."""
    lead = [*_first_line(draft, entry, level), *_facts(draft, entry)]
    text = [*write_blocks(draft, entry.summary), *write_bullets(draft, entry.highlights), *_keywords(draft, entry)]
    pictures = list(show_pictures(draft, entry.pictures, text))
    _keep_together(entry, lead, [*text, *pictures])
    roles = [paragraph for role in entry.roles for paragraph in write_entry(draft, role, min(level + 1, _DEEPEST))]
    written = [*lead, *text, *pictures, *roles]
    break_pages(entry.page_break, written)
    return written


def write_group(draft: Draft, entry: EntryView) -> list[Paragraph]:
    """Write a name and a few words on one line, as skills are; what else the entry has follows below."""
    line = draft.paragraph(LABELLED, entry.title, Voice("Strong", bold=True))
    words = ((entry.level, _ASIDE), (_joined(entry.keywords), PLAIN), (entry.place, _ASIDE))
    if any(inlines for inlines, _ in words):
        draft.tab(line)
        draft.row(line, words)
    text = [*_facts(draft, entry), *write_blocks(draft, entry.summary), *write_bullets(draft, entry.highlights)]
    pictures = list(show_pictures(draft, entry.pictures, text))
    _keep_together(entry, [line], [*text, *pictures])
    written = [line, *text, *pictures]
    break_pages(entry.page_break, written)
    return written


def _first_line(draft: Draft, entry: EntryView, level: int) -> Iterator[Paragraph]:
    """Write what one scans for, who it was for and where; at the end of the line, when."""
    name = entry.title or entry.organization
    rest = (
        (entry.organization if entry.title else (), _ORGANIZATION),
        (entry.level, _ASIDE),
        (entry.place, _ASIDE),
    )
    if not (name or entry.date or any(inlines for inlines, _ in rest)):
        return
    paragraph = draft.paragraph(f"Heading {level}" if name else DETAILS)
    if name and _takes_two_lines(draft, entry):
        draft.pen.write(paragraph, (*name, LineBreak()))
        draft.row(paragraph, rest)
    else:
        draft.row(paragraph, ((name, PLAIN), *rest))
    if entry.date:
        draft.tab(paragraph)
        draft.pen.write(paragraph, entry.date.replace(THIN_SPACE, _UNBROKEN), _ASIDE)
    yield paragraph


def _takes_two_lines(draft: Draft, entry: EntryView) -> bool:
    """Tell whether the first line would be too long: then what follows its name goes on a line of its own."""
    rest = "".join(map(plain, (entry.organization if entry.title else (), entry.level, entry.place)))
    whole = plain(entry.title or entry.organization) + rest + entry.date
    sizes = sum(1 if east_asian_width(sign) in "WF" else _WIDTH for sign in whole)
    return bool(rest) and sizes * draft.design.size > draft.design.paper.text_width.pt


def _facts(draft: Draft, entry: EntryView) -> Iterator[Paragraph]:
    """Write what an entry is about; its small facts and where to read on; who it is by."""
    if entry.description:
        yield draft.paragraph(DETAILS, entry.description)
    if entry.details or entry.link:
        paragraph = draft.paragraph(DETAILS)
        for number, detail in enumerate(entry.details):
            draft.pen.write(paragraph, draft.separator if number else "")
            write_pair(draft, paragraph, detail)
        if entry.link:
            draft.pen.write(paragraph, draft.separator if entry.details else "")
            draft.pen.link(paragraph, entry.link.url, entry.link.text, Voice(mirrored=False))
        yield paragraph
    if entry.people:
        yield draft.paragraph(DETAILS, _commas(entry.people))


def _keywords(draft: Draft, entry: EntryView) -> Iterator[Paragraph]:
    if entry.keywords:
        yield draft.paragraph(DETAILS, _joined(entry.keywords))


def _joined(keywords: Sequence[KeywordView]) -> Inlines:
    """Return keywords with their levels in one line."""
    return _commas([_keyword(keyword) for keyword in keywords])


def _keyword(keyword: KeywordView) -> Inlines:
    if keyword.text and keyword.level:
        return (*keyword.text, Words(" ("), *keyword.level, Words(")"))
    return keyword.text or keyword.level


def _commas(texts: Sequence[Inlines]) -> Inlines:
    made: Inlines = ()
    for text in texts:
        made = (*made, Words(", "), *text) if made else text
    return made


def _keep_together(entry: EntryView, lead: Sequence[Paragraph], text: Sequence[Paragraph]) -> None:
    """Let a page break only where two lines or more stay on each side, and never inside a short entry."""
    written = [*lead, *text]
    for number, paragraph in enumerate(written, start=1):
        if number == len(written) and not entry.roles:
            paragraph.paragraph_format.keep_with_next = False
        elif entry.size <= _SHORT or number <= len(lead) + 1 or number == len(written) - 1:
            paragraph.paragraph_format.keep_with_next = True
