"""Word documents."""

from __future__ import annotations

from functools import partial

from resumekit.errors import LoadError, Problem

from .draft_resume import DraftResume
from .freeform.assembly import draft_of
from .freeform.layout.blocks import Block
from .input_file import InputFile
from .isolation import read_isolated
from .zip_archive import check_sizes, is_zip, list_members

_PART = "document.xml"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The signature of Word 97 documents, and of newer ones with a password."""


def knows(file: InputFile) -> bool:
    """Return whether a file is a Word document, new or old."""
    if file.data.startswith(_COMPOUND_FILE):
        return True
    try:
        return is_zip(file.data) and _PART in list_members(file.data, file.name)
    except LoadError:
        return False


def read(file: InputFile) -> DraftResume:
    """Return the résumé in a document.

    Raises:
        LoadError: the document is broken, too large, old, password-protected or without text.
    """
    data, name = file.data, file.name
    if data.startswith(_COMPOUND_FILE):
        hint = "open it in a word processor and save it as .docx, without a password"
        message = "this document is in the old .doc format or password-protected"
        raise LoadError(Problem("broken-docx", message, file=name, hint=hint))
    check_sizes(list_members(data, name).values(), name)
    blocks = read_isolated(partial(_blocks, data), name)
    if blocks is None:
        hint = "open it in a word processor and save it again"
        raise LoadError(Problem("broken-docx", "this document cannot be opened", file=name, hint=hint))
    if not blocks:
        hint = "if it is a scan, run OCR on it first, then import the result"
        raise LoadError(Problem("no-text", "this document contains no text", file=name, hint=hint))
    return draft_of(blocks)


def _blocks(data: bytes) -> list[Block] | None:
    from .freeform.layout.docx_blocks import blocks_of

    try:
        return blocks_of(data)
    except Exception:  # python-docx and lxml raise all kinds of errors for broken and hostile files
        return None
