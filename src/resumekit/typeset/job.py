"""What is asked of a typesetter besides the page itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from .fit import Fit
from .folders import Folders

Relationship = Literal["Source", "Alternative"]
"""What an attachment is to the PDF: what it was made from, or the same in another form (ISO 19005-3, 6.8)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a PDF; `media_type` as in `application/json`, `modified` in UTC."""

    name: str
    data: bytes
    media_type: str
    description: str
    relationship: Relationship
    modified: datetime


@dataclass(frozen=True, slots=True)
class Job:
    """The folders that a page may read, and the kind of PDF.

    With `archive` the PDF is made to last (PDF/A-3a and PDF/UA-1) and carries the `attachments`.
    """

    folders: Folders
    archive: bool = False
    attachments: tuple[Attachment, ...] = ()
    fit: Fit | None = None
