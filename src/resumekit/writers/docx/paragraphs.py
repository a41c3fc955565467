"""Paragraphs and lists of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.shared import Twips
from docx.text.paragraph import Paragraph

from resumekit.present import Block, Blocks, Inlines
from resumekit.present.inline import ListBlock
from resumekit.present.inline import Paragraph as TextParagraph
from resumekit.present.view import BulletsView

from .document_builder import Draft
from .numbering import LEVELS, styled_list
from .style_names import LIST_LEVELS, Marker, list_style


def write_blocks(draft: Draft, blocks: Blocks) -> Iterator[Paragraph]:
    """Write paragraphs and lists; yield what was written."""
    for block in blocks:
        match block:
            case TextParagraph(children):
                yield draft.paragraph("Body Text", children)
            case ListBlock():
                yield from _list_block(draft, block, 0)


def write_bullets(draft: Draft, view: BulletsView, level: int = 0) -> Iterator[Paragraph]:
    """Write bullets with those below them; yield what was written."""
    marks = [bullet.mark for bullet in view.bullets]
    numbers = draft.numbering.count(view.marker, range(1, len(marks) + 1), marks, level)
    for bullet, number in zip(view.bullets, numbers, strict=True):
        paragraph = _item(draft, view.marker, number, level, bullet.text)
        if bullet.bullets.bullets:
            paragraph.paragraph_format.keep_with_next = True
        yield paragraph
        yield from write_bullets(draft, bullet.bullets, level + 1)


def _list_block(draft: Draft, block: ListBlock, level: int) -> Iterator[Paragraph]:
    marker: Marker = "numbers" if block.numbers else "bullets"
    values: Sequence[int] = block.numbers or range(len(block.items))
    numbers = draft.numbering.count(marker, values, [f"{value}." for value in values], level)
    for item, number in zip(block.items, numbers, strict=True):
        text, rest = _parted(item)
        yield _item(draft, marker, number, level, text)
        for inner in rest:
            yield from _inside_item(draft, inner, level)


def _parted(item: Blocks) -> tuple[Inlines, Blocks]:
    """Return what stands beside the mark of an item, and what stands below that."""
    match item:
        case (TextParagraph(text), *_):
            return text, item[1:]
    return (), item


def _inside_item(draft: Draft, block: Block, level: int) -> Iterator[Paragraph]:
    match block:
        case ListBlock():
            yield from _list_block(draft, block, level + 1)
        case TextParagraph(children):
            paragraph = draft.paragraph("List Continue", children)
            paragraph.paragraph_format.left_indent = Twips(draft.numbering.indent(level))
            yield paragraph


def _item(draft: Draft, marker: Marker, number: int, level: int, inlines: Inlines) -> Paragraph:
    paragraph = draft.paragraph(list_style(marker, level), inlines)
    if number != styled_list("bullets") or level >= LIST_LEVELS:  # else its style says which list it is of
        numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        numbered.get_or_add_ilvl().val = min(level, LEVELS - 1)
        numbered.get_or_add_numId().val = number
    return paragraph
