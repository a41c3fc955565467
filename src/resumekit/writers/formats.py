"""The formats, and the writer of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from resumekit.errors import Problem, UsageError, available, with_suggestion
from resumekit.typeset import Artifact, PendingPdf

from .prepared_edition import PreparedEdition

Writer = Callable[[PreparedEdition], Iterable[Artifact]]
PageWriter = Callable[[Artifact, int], Iterable[Artifact]]
"""Takes the typeset PDF, and the resolution of pictures in dots per inch."""


def _html(edition: PreparedEdition) -> Iterable[Artifact]:
    from . import web

    return (web.write(edition),)


def _docx(edition: PreparedEdition) -> Iterable[Artifact]:
    from .docx import docx

    return (docx(edition),)


def _markdown(edition: PreparedEdition) -> Iterable[Artifact]:
    from . import markdown

    return (markdown.write(edition),)


def _plain_text(edition: PreparedEdition) -> Iterable[Artifact]:
    from . import plain_text

    return (plain_text.write(edition),)


def _json_resume(edition: PreparedEdition) -> Iterable[Artifact]:
    from . import json_resume

    return (json_resume.write(edition),)


def _latex(edition: PreparedEdition) -> Iterable[Artifact]:
    from . import latex_writer

    return latex_writer.write(edition)


def _pdf(pdf: Artifact, dpi: int) -> Iterable[Artifact]:
    return (pdf,)


def _png(pdf: Artifact, dpi: int) -> Iterable[Artifact]:
    from .png_writer import pages_as_png

    return pages_as_png(pdf, dpi)


# A writer imports its library when it is called: a format that is not asked for costs nothing.
WRITERS: dict[str, Writer] = {
    "html": _html,
    "tex": _latex,
    "docx": _docx,
    "md": _markdown,
    "txt": _plain_text,
    "json": _json_resume,
}
PAGE_WRITERS: dict[str, PageWriter] = {"pdf": _pdf, "png": _png}

FORMATS = ("pdf", "html", "png", "tex", "docx", "md", "txt", "json")
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
    return {name: tuple(WRITERS[name](edition)) for name in formats if name in WRITERS}


def write_pages(pdf: PendingPdf | None, formats: Sequence[str], dpi: int) -> dict[str, tuple[Artifact, ...]]:
    """Wait for the PDF, and return it in those of the formats that show pages.

    Raises:
        TypesetError: the page cannot be typeset.
    """
    if pdf is None:
        return {}
    page = pdf()
    return {name: tuple(PAGE_WRITERS[name](page, dpi)) for name in formats if name in PAGE_WRITERS}
