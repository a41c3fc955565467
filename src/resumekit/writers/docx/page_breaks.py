"""Where pages begin, as the résumé wants it."""

from __future__ import annotations

from collections.abc import Sequence

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from resumekit.present.view import PageBreak


def break_pages(page_break: PageBreak, paragraphs: Sequence[Paragraph]) -> None:
    """Begin a new page before what was written, or keep all of it on one as far as Word can."""
    if page_break == "before" and paragraphs:
        paragraphs[0].paragraph_format.page_break_before = True
        paragraphs[0].paragraph_format.space_before = Pt(0)  # Word would leave it at the top of the page
    if page_break == "avoid":
        for paragraph in paragraphs:
            paragraph.paragraph_format.keep_together = True
        for paragraph in paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True
