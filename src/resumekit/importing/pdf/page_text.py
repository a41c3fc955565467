"""PDFs without an embedded source: the résumé as it appears on the pages."""

from __future__ import annotations

from functools import partial

from resumekit.errors import LoadError, Problem
from resumekit.importing.draft_resume import DraftResume
from resumekit.importing.freeform.assembly import draft_of
from resumekit.importing.freeform.layout.blocks import Block
from resumekit.importing.freeform.layout.pdf_blocks import blocks_of
from resumekit.importing.freeform.layout.pdf_pages import spans_at_edges
from resumekit.importing.isolation import read_isolated
from resumekit.pdfium import read_characters

MAX_PAGES = 40
MAX_CHARACTERS = 200_000


def read_pages(data: bytes, name: str) -> DraftResume:
    """Return the résumé on the pages of a PDF.

    Raises:
        LoadError: the PDF cannot be opened, is too long, or has no text.
    """
    characters = read_isolated(partial(read_characters, data, max_pages=MAX_PAGES, max_characters=MAX_CHARACTERS), name)
    if characters is None:
        hint = "check that the file is complete and not password-protected"
        raise LoadError(Problem("broken-pdf", "this PDF cannot be opened", file=name, hint=hint))
    if not characters.whole:
        message = f"more than {MAX_PAGES} pages or {MAX_CHARACTERS:,} characters"
        raise LoadError(Problem("too-large", message, file=name, hint="check that this is the right file"))
    if not any(each.drawn and each.text.strip() for page in characters.pages for each in page.characters):
        hint = "if it is a scan, run OCR on it first (`ocrmypdf in.pdf out.pdf`), then import the result"
        raise LoadError(Problem("no-text", "this PDF contains no text", file=name, hint=hint))
    edges = [Block(spans, f"page {page}") for page, spans in spans_at_edges(characters)]
    return draft_of(blocks_of(characters), edges)
