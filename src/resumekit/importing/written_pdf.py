"""A résumé as a PDF that does not carry its source: what a person sees on its pages."""

from __future__ import annotations

from functools import partial

from resumekit.errors import LoadError, Problem
from resumekit.pdfium import read_characters

from .apart import apart
from .draft import Draft
from .freeform.blocks import Block
from .freeform.pdf_blocks import blocks_of
from .freeform.pdf_pages import spans_at_edges
from .freeform.resume import draft_of

MAX_PAGES = 40
MAX_CHARACTERS = 200_000


def read_pages(data: bytes, name: str) -> Draft:
    """Return the résumé that the pages of a PDF show.

    Raises:
        LoadError: it cannot be opened, is too long, or there is no text on its pages.
    """
    characters = apart(partial(read_characters, data, max_pages=MAX_PAGES, max_characters=MAX_CHARACTERS))
    if characters is None:
        hint = "it may be cut short, or need a password"
        raise LoadError(Problem("broken-pdf", "this PDF cannot be opened", file=name, hint=hint))
    if not characters.whole:
        message = f"more than {MAX_PAGES} pages or {MAX_CHARACTERS:,} characters".replace(",", " ")
        raise LoadError(Problem("too-large", message, file=name, hint="is this the right file?"))
    if not any(each.drawn and each.text.strip() for page in characters.pages for each in page.characters):
        hint = (
            "a scan is a picture of text: run it through OCR first (`ocrmypdf in.pdf out.pdf`), then import the result"
        )
        raise LoadError(Problem("no-text", "there is no text in this PDF", file=name, hint=hint))
    edges = [Block(spans, f"page {page}") for page, spans in spans_at_edges(characters)]
    return draft_of(blocks_of(characters), edges)
