"""Write an edition as the bytes of a Word document."""

from __future__ import annotations

from collections.abc import Iterator

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from resumekit.present.view import SectionView
from resumekit.theming.printed_view import printed_view
from resumekit.typeset import Artifact
from resumekit.writers.prepared_edition import PreparedEdition

from .document_builder import DocumentBuilder
from .docx_entries import write_entry, write_group
from .docx_package import document_bytes
from .head_and_footer import write_footer, write_head
from .paragraphs import write_blocks, write_bullets
from .runs import RunFormat
from .style_names import LABEL, LABELLED
from .styles import SECTION_GAP
from .word_design import WordDesign
from .word_page_breaks import apply_page_break


def write(edition: PreparedEdition) -> Artifact:
    """Return the résumé as a Word document."""
    view = printed_view(edition.view, edition.design)
    builder = DocumentBuilder(view, WordDesign.of(edition.design, view), edition.folders)
    write_head(builder, view)
    for section in view.sections:
        _write_section(builder, section)
    write_footer(builder, view)
    return Artifact("docx", document_bytes(builder.document), refused=tuple(builder.images.refused))


def _write_section(builder: DocumentBuilder, section: SectionView) -> None:
    """Write a section; below a title its text needs no space before, since the title has space after."""
    distance = builder.design.points(SECTION_GAP)
    title = [builder.paragraph("Heading 1", section.title)] if section.title else []
    written = list(_content(builder, section))
    for paragraph in written[:1]:
        paragraph.paragraph_format.space_before = Pt(0) if title else distance
    apply_page_break(section.page_break, [*title, *written])


def _content(builder: DocumentBuilder, section: SectionView) -> Iterator[Paragraph]:
    yield from write_blocks(builder, section.text)
    write = write_group if section.kind == "groups" else write_entry
    for entry in section.entries:
        yield from write(builder, entry)
    for pair in section.pairs:
        paragraph = builder.paragraph(LABELLED, pair.label, RunFormat(LABEL))
        if pair.text:
            builder.tab(paragraph)
            builder.runs.write(paragraph, pair.text)
        yield paragraph
    yield from write_bullets(builder, section.bullets)
