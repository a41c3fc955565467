"""The formats, and who makes each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .artifact import Artifact
from .folders import Folders

if TYPE_CHECKING:
    from resumekit.theming import Source

Typesetter = Callable[["Source", str, Folders], Artifact]
"""Whatever does as `typeset` does."""


def _pdf(html: str, folders: Folders) -> Artifact:
    from .weasyprint_pdf import pdf  # late: WeasyPrint is most of the time that a build takes

    return pdf(html, folders)


def _html(html: str, folders: Folders) -> Artifact:
    from .web_page import web_page

    return web_page(html, folders)


FORMATS: dict[str, Callable[[str, Folders], Artifact]] = {"pdf": _pdf, "html": _html}
"""What `--format` knows."""


def typeset(source: Source, format_: str, folders: Folders) -> Artifact:
    """Return the source as a file of a format, one of `FORMATS`.

    Raises:
        TypesetError: the engine is missing, or failed.
    """
    return FORMATS[format_](source.html, folders)
