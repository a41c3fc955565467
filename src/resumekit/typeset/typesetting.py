"""Typesetting a page in this process, and the types that every way of typesetting shares."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from .artifact import Artifact
from .request import TypesetRequest

PAGE_FORMATS = frozenset({"pdf", "png"})
"""The formats that show typeset pages; the others are written without a typesetter."""

WEASYPRINT = "weasyprint"
"""The default engine; the others are in `latex.ENGINES`."""

PendingPdf = Callable[[], Artifact]
"""A page being typeset. Calling it waits for the PDF and raises TypesetError if there is none."""

Typesetter = Callable[[TypesetRequest], PendingPdf]
"""Starts typesetting a page, here or in another process."""


def typeset(request: TypesetRequest) -> Artifact:
    """Return the page as a PDF, typeset in this process: for processes of our own, since it changes their environment.

    Threads may call this at the same time; pages are typeset one after another.

    Raises:
        TypesetError: the engine is missing, or failed.
    """
    return typeset_with_boxes(request)[0]


def typeset_with_boxes(request: TypesetRequest) -> tuple[Artifact, Any]:
    """Return the page as a PDF, and WeasyPrint's document: the boxes it was drawn from, with their computed style.

    Raises:
        TypesetError: the engine is missing, or failed.
    """
    from .weasyprint_pdf import typeset_page  # late: importing WeasyPrint takes most of a build

    return typeset_page(request)


def typeset_quickly(request: TypesetRequest) -> Artifact:
    """Typeset a page in a process that is only for this: WeasyPrint is imported in a way that a program may not.

    Raises:
        TypesetError: as for `typeset`.
    """
    from .import_speedups import import_weasyprint_quickly

    import_weasyprint_quickly()
    return typeset(request)


def typeset_here(request: TypesetRequest) -> PendingPdf:
    """Typeset a page in this process, once its PDF is waited for."""
    return partial(typeset, request)
