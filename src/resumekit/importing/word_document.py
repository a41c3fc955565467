"""A résumé as a Word document."""

from __future__ import annotations

from functools import partial

from resumekit.errors import LoadError, Problem

from .apart import apart
from .archive import is_zip, measure, members
from .draft import Draft
from .freeform.assembly import draft_of
from .freeform.layout.blocks import Block
from .original import Original

_PART = "document.xml"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a document of Word 97 begins, and a newer one that has a password."""


def knows(original: Original) -> bool:
    """Tell whether a file is an archive that has the text of a Word document in it, or a document of an older kind."""
    if original.data.startswith(_OLD):
        return True
    try:
        return is_zip(original.data) and _PART in members(original.data, original.name)
    except LoadError:
        return False


def read(original: Original) -> Draft:
    """Return the résumé that a document is.

    Raises:
        LoadError: it is broken, larger unpacked than any document is, has a password, or no text.
    """
    data, name = original.data, original.name
    if data.startswith(_OLD):
        hint = "open it in a word processor and save it as .docx, without a password"
        raise LoadError(Problem("broken-docx", "this document is of an older kind, or locked", file=name, hint=hint))
    measure(members(data, name).values(), name)
    blocks = apart(partial(_blocks, data))
    if blocks is None:
        hint = "open it in a word processor and save it again"
        raise LoadError(Problem("broken-docx", "this document cannot be opened", file=name, hint=hint))
    if not blocks:
        hint = "a scan is a picture of text: run it through OCR first, then import the result"
        raise LoadError(Problem("no-text", "there is no text in this document", file=name, hint=hint))
    return draft_of(blocks)


def _blocks(data: bytes) -> list[Block] | None:
    from .freeform.layout.docx_blocks import blocks_of

    try:
        return blocks_of(data)
    except Exception:  # whatever python-docx and lxml make of a broken or hostile file
        return None
