"""Our own PDF: one that was built to last carries the file that it was built from."""

from __future__ import annotations

from functools import partial

from resumekit.errors import LoadError, Problem
from resumekit.load.decoding import source_of
from resumekit.load.limits import MAX_BYTES
from resumekit.pdfium import load_pdfium, read_embedded_files

from .apart import apart
from .draft import Draft
from .imported import Imported
from .original import Original

SOURCES = {"yaml": "resume.yaml", "json": "source.json"}
"""What the source is called in the PDF, by its format: the name that it has at home may tell more than it should."""

JSON_RESUME = "resume.json"
"""What the résumé in the form of JSON Resume is called in the PDF; without a source, it stands for it."""

_WRITTEN_AS = {SOURCES["yaml"]: "resume.yaml", SOURCES["json"]: "resume.json", JSON_RESUME: "resume.json"}
"""What is looked for in a PDF, and what it is then to be called; the first that is there is taken."""

_MAX_FILES = 20
_HEADER_WITHIN = 1024  # bytes from the beginning, as readers of PDFs have it


def knows(original: Original) -> bool:
    """Tell whether a file says that it is a PDF."""
    return b"%PDF-" in original.data[:_HEADER_WITHIN]


def read(original: Original) -> Imported | Draft:
    """Return the source that a PDF carries, byte for byte; of one that carries none, what its pages say.

    Raises:
        LoadError: the PDF cannot be opened, carries a source that is not to be read, or has no text.
    """
    data, name = original.data, original.name
    if not load_pdfium():
        raise LoadError(Problem("no-pdfium", "PDFium, which reads PDFs, is not here", hint="pip install pypdfium2"))
    files = apart(partial(read_embedded_files, data, max_files=_MAX_FILES, max_bytes=MAX_BYTES))
    if files is None:
        hint = "it may be cut short, or need a password"
        raise LoadError(Problem("broken-pdf", "this PDF cannot be opened", file=name, hint=hint))
    found = {file.name: file.data for file in reversed(files) if file.data is not None}
    for attached, written_as in _WRITTEN_AS.items():
        if attached in found:
            source_of(found[attached], f"{name}: {attached}")  # which refuses what is no text: a stranger's may be none
            return Imported(written_as, found[attached])
    from .written_pdf import read_pages

    return read_pages(data, name)
