"""The formats, and who makes each."""

from __future__ import annotations

from collections.abc import Callable

from resumekit.theming import Source

from .artifact import Artifact
from .folders import Folders


def _pdf(source: Source, folders: Folders) -> Artifact:
    from .weasyprint_pdf import pdf  # late: WeasyPrint is most of the time that a build takes

    return pdf(source, folders)


def _html(source: Source, folders: Folders) -> Artifact:
    from .web_page import html

    return html(source, folders)


FORMATS: dict[str, Callable[[Source, Folders], Artifact]] = {"pdf": _pdf, "html": _html}
"""What `--format` knows."""


def typeset(source: Source, format_: str, folders: Folders) -> Artifact:
    """Return the source as a file of a format, one of `FORMATS`.

    Raises:
        TypesetError: the engine is missing, or failed.
    """
    return FORMATS[format_](source, folders)
