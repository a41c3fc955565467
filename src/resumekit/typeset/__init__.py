"""Typeset: render the HTML of a page to a PDF.

Takes  a TypesetRequest: a page in HTML, the folders it may read, and the kind of PDF.
Gives  an Artifact: bytes, number of pages, and what the engine reported.
Raises TypesetError: the engine is missing, or failed.
Never  accesses the network, reads a file outside the theme's and the résumé's folders and the fonts, or, with
       `library_typesetter`, changes anything in a program's process.
"""

from .artifact import Artifact
from .folders import Folders, Refused
from .layout_limits import layout_limits
from .library_worker import library_typesetter
from .request import Attachment, TypesetRequest
from .source_date import source_date
from .typesetting import (
    PAGE_FORMATS,
    WEASYPRINT,
    PendingPdf,
    Typesetter,
    typeset,
    typeset_here,
    typeset_with_boxes,
)
from .worker_pool import command_typesetter

__all__ = [
    "PAGE_FORMATS",
    "WEASYPRINT",
    "Artifact",
    "Attachment",
    "Folders",
    "PendingPdf",
    "Refused",
    "TypesetRequest",
    "Typesetter",
    "command_typesetter",
    "layout_limits",
    "library_typesetter",
    "source_date",
    "typeset",
    "typeset_here",
    "typeset_with_boxes",
]
