"""The formats, and who writes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from resumekit.typeset import SHOWING_PAGES, Artifact

from .manuscript import Manuscript

Writer = Callable[[Manuscript], Iterable[Artifact]]


def _pdf(manuscript: Manuscript) -> Iterable[Artifact]:
    return (manuscript.pdf,)


def _html(manuscript: Manuscript) -> Iterable[Artifact]:
    from . import web

    return (web.write(manuscript),)


def _docx(manuscript: Manuscript) -> Iterable[Artifact]:
    from .docx import docx

    return (docx(manuscript),)


def _png(manuscript: Manuscript) -> Iterable[Artifact]:
    from .pictures import pictures

    return pictures(manuscript)


def _markdown(manuscript: Manuscript) -> Iterable[Artifact]:
    from . import markdown

    return (markdown.write(manuscript),)


def _plain_text(manuscript: Manuscript) -> Iterable[Artifact]:
    from . import plain_text

    return (plain_text.write(manuscript),)


def _json_resume(manuscript: Manuscript) -> Iterable[Artifact]:
    from . import json_resume

    return (json_resume.write(manuscript),)


def _latex(manuscript: Manuscript) -> Iterable[Artifact]:
    from . import latex

    return latex.write(manuscript)


FORMATS: dict[str, Writer] = {
    "pdf": _pdf,
    "html": _html,
    "png": _png,
    "tex": _latex,
    "docx": _docx,
    "md": _markdown,
    "txt": _plain_text,
    "json": _json_resume,
}
"""What `--format` knows. A writer imports its library when it is called: what is not asked for costs nothing."""


def begin(manuscript: Manuscript, formats: Sequence[str]) -> None:
    """Begin to set the page, if one of the formats shows it."""
    if SHOWING_PAGES.intersection(formats):
        _ = manuscript.setting


def artifacts_of(manuscript: Manuscript, formats: Sequence[str]) -> tuple[Artifact, ...]:
    """Return the résumé in the formats, in their order; while the page is being set, the others are written.

    Raises:
        ThemeError, TypesetError: the page cannot be made.
    """
    begin(manuscript, formats)
    made = {name: tuple(FORMATS[name](manuscript)) for name in sorted(formats, key=SHOWING_PAGES.__contains__)}
    return tuple(artifact for name in formats for artifact in made[name])
