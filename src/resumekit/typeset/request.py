"""The input of a typesetter: a page, the folders it may read, and the kind of PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from resumekit.processes import Limits

from .fit import Fit
from .folders import Folders
from .layout_limits import LAYOUT_LIMITS
from .self_fit import SelfFit

Relationship = Literal["Source", "Alternative"]
"""How an attachment relates to the PDF: the source it was made from, or the same content in another format
(ISO 19005-3, 6.8)."""


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
class TypesetRequest:
    """A page in HTML with its style inside, the folders it may read, and the kind of PDF.

    With `archive`, the PDF is PDF/A-3a as well as PDF/UA-1 and carries the `attachments`. With `fit`, the page is laid
    out again until it fits a number of pages, or has no nearly empty page and no hole. `limits` apply to each layout.
    """

    html: str
    folders: Folders
    archive: bool = False
    attachments: tuple[Attachment, ...] = ()
    fit: Fit | SelfFit | None = None
    limits: Limits = LAYOUT_LIMITS
