"""What follows the first rows of an entry in all layouts: its description, its details and its link."""

from __future__ import annotations

from collections.abc import Iterator

from docx.text.paragraph import Paragraph

from resumekit.present.view import EntryView

from .document_builder import DocumentBuilder, write_pair
from .runs import RunFormat
from .style_names import DETAILS


def write_description(builder: DocumentBuilder, entry: EntryView) -> Iterator[Paragraph]:
    """Write the description of an entry, if it has one."""
    if entry.description:
        yield builder.paragraph(DETAILS, entry.description)


def write_details(
    builder: DocumentBuilder, entry: EntryView, line: Paragraph | None = None, *, cited: bool = False
) -> Iterator[Paragraph]:
    """Write the details of an entry, and its link unless that is a part of its first rows, on one line.

    With `line`, they continue that paragraph. A citation has its address here.
    """
    is_above = builder.design.links == "address" and not cited and bool(entry.title or entry.organization)
    link = entry.link if entry.link and entry.link.text and not is_above else None
    if not (entry.details or link):
        return
    paragraph = builder.paragraph(DETAILS) if line is None else line
    builder.runs.write(paragraph, "" if line is None else " ")
    for number, detail in enumerate(entry.details):
        builder.runs.write(paragraph, builder.separator if number else "")
        write_pair(builder, paragraph, detail)
    if link:
        builder.runs.write(paragraph, builder.separator if entry.details else "")
        builder.runs.link(paragraph, link.url, link.text, RunFormat(rtl=False))
    if line is None:
        yield paragraph
