"""Write an edition as the bytes of a Word document."""

from __future__ import annotations

from collections.abc import Iterator

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from resumekit.present import Inlines, plain
from resumekit.present.inline import part
from resumekit.present.view import SectionView
from resumekit.theming.printed_view import printed_view
from resumekit.typeset import Artifact
from resumekit.writers.prepared_edition import PreparedEdition

from .document_builder import DocumentBuilder
from .docx_entries import write_entries
from .docx_groups import write_groups, write_labelled
from .docx_package import document_bytes
from .head_and_footer import write_footer, write_head
from .paragraphs import write_blocks, write_bullets
from .runs import RunFormat
from .signature import SIGNATURE_SECTION, write_lines
from .style_names import INITIALS
from .styles import SECTION_GAP
from .word_design import WordDesign
from .word_page_breaks import apply_page_break

_INITIALS = 3
"""How many letters of a title are in the accent colour."""


def write(edition: PreparedEdition) -> Artifact:
    """Return the résumé as a Word document."""
    view = printed_view(edition.view, edition.design)
    builder = DocumentBuilder(view, WordDesign.of(edition.design, view), edition.folders)
    write_head(builder, view)
    signed = [section for section in view.sections if _is_signature(builder, section)]
    for section in view.sections:
        if section not in signed:
            _write_section(builder, section)
    if builder.design.has_signature and not edition.is_letter:
        above = [paragraph for section in signed for paragraph in _content(builder, section)]
        write_lines(builder, view.language, signed[0] if signed else None, above)
    write_footer(builder, view)
    return Artifact("docx", document_bytes(builder.document), refused=tuple(builder.images.refused))


def _write_section(builder: DocumentBuilder, section: SectionView) -> None:
    """Write a section; below a title its text needs no space before, since the title has space after."""
    distance = builder.design.points(SECTION_GAP)
    title = [_title(builder, section.title)] if section.title else []
    written = list(_content(builder, section))
    for paragraph in written[:1]:
        paragraph.paragraph_format.space_before = Pt(0) if title else distance
    apply_page_break(section.page_break, [*title, *written])


def _is_signature(builder: DocumentBuilder, section: SectionView) -> bool:
    return builder.design.has_signature and section.id == SIGNATURE_SECTION


def _title(builder: DocumentBuilder, title: Inlines) -> Paragraph:
    """Write the title of a section, its first letters in the accent colour if the theme wants that."""
    if not builder.design.initials:
        return builder.paragraph("Heading 1", title)
    words = plain(title)
    is_split = len(words) > _INITIALS and words[:_INITIALS].upper() != words[:_INITIALS].lower()
    end = _INITIALS if is_split else len(words)
    paragraph = builder.paragraph("Heading 1", part(title, 0, end), RunFormat(INITIALS))
    builder.runs.write(paragraph, part(title, end, len(words)))
    return paragraph


def _content(builder: DocumentBuilder, section: SectionView) -> Iterator[Paragraph]:
    yield from write_blocks(builder, section.text)
    if section.kind == "groups":
        yield from write_groups(builder, section.entries)
    else:
        yield from write_entries(builder, section)
    for pair in section.pairs:
        yield write_labelled(builder, pair)
    yield from write_bullets(builder, section.bullets)
