"""The page breaks that the résumé asks for."""

from __future__ import annotations

from collections.abc import Sequence

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from resumekit.present.view import PageBreak


def apply_page_break(page_break: PageBreak, paragraphs: Sequence[Paragraph]) -> None:
    """Start a new page before the paragraphs, or keep them together on one page as far as Word can."""
    if page_break == "before" and paragraphs:
        paragraphs[0].paragraph_format.page_break_before = True
        paragraphs[0].paragraph_format.space_before = Pt(0)  # Word keeps it at the top of a page
    if page_break == "avoid":
        for paragraph in paragraphs:
            paragraph.paragraph_format.keep_together = True
        for paragraph in paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True
