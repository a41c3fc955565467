"""Publications and patents as references: people, title, publisher and date in one running text."""

from __future__ import annotations

from collections.abc import Iterator

from docx.text.paragraph import Paragraph

from resumekit.present import Inlines, plain
from resumekit.present.inline import Emphasis, Words, listed, part
from resumekit.present.view import EntryView
from resumekit.theming.citations import journal_end

from .document_builder import DocumentBuilder
from .entry_facts import write_description, write_details
from .entry_rows import linked_name
from .numbering import set_list
from .style_names import REFERENCE

_ENDS_OF_SENTENCES = (".", "?", "!", "…", "。")


def write_citation(builder: DocumentBuilder, entry: EntryView, number: int) -> Iterator[Paragraph]:
    """Write an entry as a reference, as an item of the list with this number unless that is 0."""
    paragraph = builder.paragraph(REFERENCE)
    if number:
        set_list(paragraph, number, 0)
    _write_reference(builder, paragraph, entry)
    yield paragraph
    yield from write_description(builder, entry)
    yield from write_details(builder, entry, None if entry.description else paragraph, cited=True)


def _write_reference(builder: DocumentBuilder, paragraph: Paragraph, entry: EntryView) -> None:
    """Write the parts of a reference: people and the title are sentences, commas are between the others."""
    people = listed(entry.people, builder.comma)
    main = linked_name(entry, "title" if entry.title else "organization")
    publisher = _publisher(linked_name(entry, "organization")) if entry.title else ()
    date: Inlines = (Words(entry.date),) if entry.date else ()
    parts = [found for found in (people, main, publisher, entry.level, entry.place, date) if found]
    for number, inlines in enumerate(parts):
        is_last = number == len(parts) - 1
        if plain(inlines).rstrip().endswith(_ENDS_OF_SENTENCES):
            end = "" if is_last else " "
        elif inlines in (people, main):
            end = "" if is_last else ". "
        else:
            end = builder.comma if not is_last else "." if date else ""
        builder.runs.write(paragraph, inlines)
        builder.runs.write(paragraph, end)


def _publisher(publisher: Inlines) -> Inlines:
    """Return a publisher with the name of the journal in italics."""
    text = plain(publisher)
    end = journal_end(text)
    name, rest = part(publisher, 0, end), part(publisher, end, len(text))
    return (Emphasis(name), *rest) if name else rest
