"""PDF: the embedded source of an archive PDF, or else the text of the pages."""

from __future__ import annotations

from resumekit.errors import LoadError, Problem
from resumekit.importing.draft_resume import DraftResume
from resumekit.importing.import_result import ImportResult
from resumekit.importing.input_file import InputFile
from resumekit.pdfium import load_pdfium

from .embedded_source import read_embedded_source

_HEADER_WITHIN = 1024
"""Bytes from the start of the file in which `%PDF-` has to appear, the same limit that PDF viewers use."""


def knows(file: InputFile) -> bool:
    """Return whether a file has a PDF header."""
    return b"%PDF-" in file.data[:_HEADER_WITHIN]


def read(file: InputFile) -> ImportResult | DraftResume:
    """Return the embedded source of a PDF byte for byte; without one, the résumé that its pages show.

    Raises:
        LoadError: the PDF cannot be opened, its embedded source is broken, or its pages have no text.
    """
    if not load_pdfium():
        raise LoadError(
            Problem("no-pdfium", "PDFium, which reads PDFs, is not installed", hint="pip install pypdfium2")
        )
    if source := read_embedded_source(file.data, file.name):
        return source
    from .page_text import read_pages

    return read_pages(file.data, file.name)
