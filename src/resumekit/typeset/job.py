"""What is asked of a typesetter besides the page itself."""

from __future__ import annotations

from dataclasses import dataclass

from .folders import Folders


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a PDF; `media_type` as in `application/json`."""

    name: str
    data: bytes
    media_type: str
    description: str


@dataclass(frozen=True, slots=True)
class Job:
    """The folders that a page may read, and the kind of PDF.

    With `archive` the PDF is made to last (PDF/A-3a and PDF/UA-1) and carries the `attachments`.
    """

    folders: Folders
    archive: bool = False
    attachments: tuple[Attachment, ...] = ()
