"""The formats, and the writer of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module

from resumekit.errors import Problem, UsageError, available, with_suggestion
from resumekit.typeset import Artifact, PendingPdf

from .prepared_edition import PreparedEdition

WRITERS = {
    "html": "web",
    "tex": "latex_writer",
    "docx": "docx",
    "md": "markdown",
    "txt": "plain_text",
    "json": "json_resume",
}
"""The module of each format without pages; its `write` takes a PreparedEdition and returns or yields Artifacts."""

PAGE_WRITERS = {"pdf": "pdf_writer", "png": "png_writer"}
"""The module of each format that shows pages; its `write` takes the PDF and the resolution of pictures in dpi."""

FORMATS = (*PAGE_WRITERS, *WRITERS)
"""The formats that `--format` accepts."""


def check_formats(names: Iterable[str]) -> None:
    """Check that each format is known.

    Raises:
        UsageError: one is not.
    """
    for name in names:
        if name not in FORMATS:
            message = with_suggestion(f"unknown format '{name}'", name, FORMATS)
            raise UsageError(Problem("unknown-format", message, hint=available(FORMATS)))


def write_content(edition: PreparedEdition, formats: Sequence[str]) -> dict[str, tuple[Artifact, ...]]:
    """Return the edition in those of the formats that do not show pages.

    Raises:
        ThemeError: the theme's template is broken.
    """
    return {name: _write(WRITERS[name], edition) for name in formats if name in WRITERS}


def write_pages(pdf: PendingPdf | None, formats: Sequence[str], dpi: int) -> dict[str, tuple[Artifact, ...]]:
    """Wait for the PDF, and return it as `pdf` and in the other formats that show pages.

    The PDF is always included: what its images show can only be read back from the PDF.

    Raises:
        TypesetError: the page cannot be typeset.
    """
    if pdf is None:
        return {}
    page = pdf()
    return {name: _write(PAGE_WRITERS[name], page, dpi) for name in ("pdf", *formats) if name in PAGE_WRITERS}


def _write(module: str, *arguments: object) -> tuple[Artifact, ...]:
    """Return what a writer makes. Its library is imported now: a format that nobody asks for costs nothing."""
    made: Artifact | Iterable[Artifact] = import_module(f".{module}", __package__).write(*arguments)
    return (made,) if isinstance(made, Artifact) else tuple(made)
