"""Groups of a name and keywords, such as skills, in the layout of the theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.shared import Length
from docx.text.paragraph import Paragraph

from resumekit.present import plain
from resumekit.present.view import EntryView, PairView

from .document_builder import DocumentBuilder, write_pair
from .docx_entries import keep_together
from .entry_facts import write_description, write_details
from .keywords import keyword_list, write_tags
from .paragraphs import write_blocks, write_bullets
from .picture_placement import place_pictures
from .runs import PLAIN, RunFormat
from .shared_lines import between
from .style_names import LABEL, LABELLED, MUTED_TEXT
from .word_page_breaks import apply_page_break

_NAME = RunFormat("Strong", bold=True)
_MUTED = RunFormat(MUTED_TEXT, bold=False)
_APART = "\N{EM SPACE}"


def write_groups(builder: DocumentBuilder, groups: Sequence[EntryView]) -> Iterator[Paragraph]:
    """Write the groups of a section; if each is a name and a level only, as languages are, they share lines."""
    if groups and all(group == EntryView(title=group.title, level=group.level, size=group.size) for group in groups):
        yield _shared_line(builder, groups)
        return
    for group in groups:
        yield from _write_group(builder, group)


def write_labelled(builder: DocumentBuilder, pair: PairView) -> Paragraph:
    """Write a label and its text in the layout of groups."""
    if builder.design.skills != "table":
        paragraph = builder.paragraph(LABELLED)
        write_pair(builder, paragraph, pair)
        return paragraph
    paragraph = builder.paragraph(LABELLED, pair.label, RunFormat(LABEL))
    if pair.text:
        builder.tab(paragraph)
        builder.runs.write(paragraph, pair.text)
    return paragraph


def _shared_line(builder: DocumentBuilder, groups: Sequence[EntryView]) -> Paragraph:
    paragraph = builder.paragraph(LABELLED)
    paragraph.paragraph_format.left_indent = builder.design.date_column
    paragraph.paragraph_format.first_line_indent = Length(0)
    texts = [f"{plain(group.title)} {plain(group.level)}" for group in groups]
    room = builder.design.body_width.pt / builder.design.size
    for group, before in zip(groups, between(texts, _APART, room), strict=True):
        builder.runs.write(paragraph, before)
        builder.runs.write(paragraph, group.title, _NAME)
        builder.runs.write(paragraph, " " if group.title and group.level else "")
        builder.runs.write(paragraph, group.level, _MUTED)
    return paragraph


def _write_group(builder: DocumentBuilder, group: EntryView) -> list[Paragraph]:
    """Write a name and its keywords; the rest of the group follows below."""
    lines = list(_lines(builder, group))
    text = [
        *write_description(builder, group),
        *write_details(builder, group),
        *write_blocks(builder, group.summary),
        *write_bullets(builder, group.highlights),
    ]
    pictures = list(place_pictures(builder, group.pictures, text))
    keep_together(group, lines, [*text, *pictures])
    written = [*lines, *text, *pictures]
    apply_page_break(group.page_break, written)
    return written


def _lines(builder: DocumentBuilder, group: EntryView) -> Iterator[Paragraph]:
    """Write the name in a column, before its keywords on their line, or above them as tags."""
    line = builder.paragraph(LABELLED, group.title, _NAME)
    has_words = bool(group.level or group.keywords or group.place)
    layout = builder.design.skills
    if not has_words:
        pass
    elif layout == "table":
        builder.tab(line)
    elif layout == "run-in" and group.title:
        builder.runs.write(line, ": ", _NAME)
    elif layout == "tags" and group.title:
        yield line
        line = builder.paragraph(LABELLED)
    if group.keywords and layout == "tags":
        builder.separated(line, [(group.level, _MUTED)])
        builder.runs.write(line, builder.separator if group.level else "", _MUTED)
        write_tags(builder, line, group)
        builder.runs.write(line, builder.separator if group.place else "", _MUTED)
        builder.runs.write(line, group.place, _MUTED)
    else:
        words = ((group.level, _MUTED), (keyword_list(builder, group), PLAIN), (group.place, _MUTED))
        builder.separated(line, words)
    yield line
