"""Setting a page: begun, and waited for when its bytes are needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from .artifact import Artifact
from .job import Job

if TYPE_CHECKING:
    from resumekit.theming import Source

SHOWING_PAGES = frozenset({"pdf", "png"})
"""The formats that show the page as it is set; all others are written without a typesetter."""

WEASYPRINT = "weasyprint"
"""The engine that sets a page unless another is named; the others are in `latex.ENGINES`."""

Setting = Callable[[], Artifact]
"""A page that is being set; calling it waits for the PDF, and raises TypesetError where there is none."""

Typesetter = Callable[["Source", Job], Setting]
"""Begins to set a page: here, or in another process."""


def typeset(source: Source, job: Job) -> Artifact:
    """Return the page as a PDF.

    Raises:
        TypesetError: the engine is missing, or failed.
    """
    from .weasyprint_pdf import pdf  # late: WeasyPrint is most of the time that a build takes

    return pdf(source.html, job)


def typeset_openly(source: Source, job: Job) -> tuple[Artifact, Any]:
    """Return the page as a PDF, and WeasyPrint's document: the boxes that it was drawn from.

    Raises:
        TypesetError: the engine is missing, or failed.
    """
    from .weasyprint_pdf import pdf_and_boxes

    return pdf_and_boxes(source.html, job)


def typeset_here(source: Source, job: Job) -> Setting:
    """Set a page in this process, when it is waited for."""
    return partial(typeset, source, job)
