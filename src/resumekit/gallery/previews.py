"""Previews of a résumé in every theme that can be found by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from resumekit.errors import Problem, ResumekitError
from resumekit.load import Document
from resumekit.pipeline import BuildOptions, PlannedEdition, plan, prepare, start_typesetting
from resumekit.tailor import WHOLE
from resumekit.theming import Theme, find_theme, theme_names
from resumekit.typeset import Artifact, PendingPdf, Typesetter, typeset_here
from resumekit.writers import write_pages

_FORMATS = ("png",)


@dataclass(frozen=True, slots=True)
class ThemePreview:
    """A theme with an image of each page of the résumé; if the theme fails, with its problems instead."""

    name: str
    theme: Theme | None
    pages: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()


def preview_themes(
    document: Document, *, today: date, dpi: int = 110, typesetter: Typesetter = typeset_here
) -> tuple[ThemePreview, ...]:
    """Return previews of the résumé in all themes, sorted by name; `dpi` is the resolution of the images.

    The theme options of the résumé apply to every theme that has them.

    Raises:
        ResumekitError: the résumé or letter is invalid.
    """
    planned = next(plan(document, WHOLE, every=False, today=today))
    started = [_start(name, planned, today, dpi, typesetter) for name in theme_names(document.folder)]
    return tuple(each if isinstance(each, ThemePreview) else _finish(each, dpi) for each in started)


@dataclass(frozen=True, slots=True)
class _Started:
    """A theme whose pages are being typeset."""

    name: str
    theme: Theme
    pdf: PendingPdf | None


def _start(
    name: str, planned: PlannedEdition, today: date, dpi: int, typesetter: Typesetter
) -> _Started | ThemePreview:
    theme, options = None, BuildOptions(theme=name, formats=_FORMATS, dpi=dpi)
    try:
        theme = find_theme(name, project=planned.document.folder)
        job = next(prepare(planned, options, name, today))
        return _Started(name, theme, start_typesetting(job.content, options, typesetter))
    except ResumekitError as error:
        return ThemePreview(name, theme, problems=error.problems)


def _finish(started: _Started, dpi: int) -> ThemePreview:
    try:
        return ThemePreview(started.name, started.theme, write_pages(started.pdf, _FORMATS, dpi)["png"])
    except ResumekitError as error:
        return ThemePreview(started.name, started.theme, problems=error.problems)
