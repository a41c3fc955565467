"""The drawing: from a manuscript to the bytes of a document."""

from __future__ import annotations

from collections.abc import Iterator

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from resumekit.present.view import SectionView
from resumekit.typeset import Artifact
from resumekit.writers.manuscript import Manuscript

from .document_builder import Draft
from .docx_entries import write_entry, write_group
from .docx_package import packed
from .head_and_footer import write_foot, write_head
from .page_breaks import break_pages
from .paragraphs import write_blocks, write_bullets
from .runs import Voice
from .style_names import LABEL, LABELLED
from .styles import SECTION_GAP
from .word_design import WordDesign


def docx(manuscript: Manuscript) -> Artifact:
    """Return the résumé as a document of Word."""
    view = manuscript.view
    draft = Draft(view, WordDesign.of(manuscript.design, view), manuscript.folders)
    write_head(draft, view)
    for section in view.sections:
        _write_section(draft, section)
    if draft.design.page_numbers:
        write_foot(draft, view)
    return Artifact("docx", packed(draft.document), refused=tuple(draft.gallery.refused))


def _write_section(draft: Draft, section: SectionView) -> None:
    """Write a section; where its title says so already, its text does not say how far below it begins."""
    distance = draft.design.points(SECTION_GAP)
    title = [draft.paragraph("Heading 1", section.title)] if section.title else []
    written = list(_content(draft, section))
    for paragraph in written[:1]:
        paragraph.paragraph_format.space_before = Pt(0) if title else distance
    break_pages(section.page_break, [*title, *written])


def _content(draft: Draft, section: SectionView) -> Iterator[Paragraph]:
    yield from write_blocks(draft, section.text)
    write = write_group if section.kind == "groups" else write_entry
    for entry in section.entries:
        yield from write(draft, entry)
    for pair in section.pairs:
        paragraph = draft.paragraph(LABELLED, pair.label, Voice(LABEL))
        if pair.text:
            draft.tab(paragraph)
            draft.pen.write(paragraph, pair.text)
        yield paragraph
    yield from write_bullets(draft, section.bullets)
