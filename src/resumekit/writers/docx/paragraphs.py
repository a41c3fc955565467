"""Paragraphs and lists of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.shared import Twips
from docx.text.paragraph import Paragraph

from resumekit.present import Block, Blocks, Inlines
from resumekit.present.inline import ListBlock
from resumekit.present.inline import Paragraph as TextParagraph
from resumekit.present.view import BulletsView

from .document_builder import DocumentBuilder
from .numbering import set_list, style_list_number
from .style_names import LIST_LEVELS, Marker, list_style


def write_blocks(builder: DocumentBuilder, blocks: Blocks) -> Iterator[Paragraph]:
    """Write paragraphs and lists; yield the paragraphs written."""
    for block in blocks:
        match block:
            case TextParagraph(children):
                yield builder.text_paragraph("Body Text", children)
            case ListBlock():
                yield from _list_block(builder, block, 0)


def write_bullets(builder: DocumentBuilder, view: BulletsView, level: int = 0) -> Iterator[Paragraph]:
    """Write bullets with their nested bullets; yield the paragraphs written."""
    marks = [bullet.mark for bullet in view.bullets]
    numbers = builder.numbering.count(view.marker, range(1, len(marks) + 1), marks, level)
    for bullet, number in zip(view.bullets, numbers, strict=True):
        paragraph = _item(builder, view.marker, number, level, bullet.text)
        if bullet.bullets.bullets:
            paragraph.paragraph_format.keep_with_next = True
        yield paragraph
        yield from write_bullets(builder, bullet.bullets, level + 1)


def _list_block(builder: DocumentBuilder, block: ListBlock, level: int) -> Iterator[Paragraph]:
    marker: Marker = "numbers" if block.numbers else "bullets"
    values: Sequence[int] = block.numbers or range(len(block.items))
    numbers = builder.numbering.count(marker, values, [f"{value}." for value in values], level)
    for item, number in zip(block.items, numbers, strict=True):
        text, rest = _split_item(item)
        yield _item(builder, marker, number, level, text)
        for inner in rest:
            yield from _nested_block(builder, inner, level)


def _split_item(item: Blocks) -> tuple[Inlines, Blocks]:
    """Return the text beside the marker of an item, and the blocks below it."""
    match item:
        case (TextParagraph(text), *_):
            return text, item[1:]
    return (), item


def _nested_block(builder: DocumentBuilder, block: Block, level: int) -> Iterator[Paragraph]:
    match block:
        case ListBlock():
            yield from _list_block(builder, block, level + 1)
        case TextParagraph(children):
            paragraph = builder.text_paragraph("List Continue", children)
            paragraph.paragraph_format.left_indent = Twips(builder.numbering.indent(level))
            yield paragraph


def _item(builder: DocumentBuilder, marker: Marker, number: int, level: int, inlines: Inlines) -> Paragraph:
    paragraph = builder.text_paragraph(list_style(marker, level), inlines, in_list=True)
    if number != style_list_number("bullets") or level >= LIST_LEVELS:  # otherwise its style assigns the list
        set_list(paragraph, number, level)
    return paragraph
