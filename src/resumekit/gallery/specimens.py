"""A résumé in every theme that a name would find."""

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
class Specimen:
    """A theme, with a picture of each page of the résumé in it; or with the problems that there were."""

    name: str
    theme: Theme | None
    pages: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()


def specimens(
    document: Document, *, today: date, dpi: int = 110, typesetter: Typesetter = typeset_here
) -> tuple[Specimen, ...]:
    """Return the résumé in all themes, by name; `dpi` is the resolution of the pictures.

    What the résumé says to its own theme holds for the others as far as they know of it.

    Raises:
        ResumekitError: it is no valid résumé, or letter.
    """
    planned = next(plan(document, WHOLE, every=False, today=today))
    started = [_started(name, planned, today, dpi, typesetter) for name in theme_names(document.folder)]
    return tuple(each if isinstance(each, Specimen) else _finished(each, dpi) for each in started)


@dataclass(frozen=True, slots=True)
class _Started:
    """A theme whose pages are being typeset."""

    name: str
    theme: Theme
    pdf: PendingPdf | None


def _started(name: str, planned: PlannedEdition, today: date, dpi: int, typesetter: Typesetter) -> _Started | Specimen:
    theme, options = None, BuildOptions(theme=name, formats=_FORMATS, dpi=dpi)
    try:
        theme = find_theme(name, project=planned.document.folder)
        prepared = next(prepare(planned, options, name, today))
        return _Started(name, theme, start_typesetting(prepared.content, options, typesetter))
    except ResumekitError as error:
        return Specimen(name, theme, problems=error.problems)


def _finished(started: _Started, dpi: int) -> Specimen:
    try:
        return Specimen(started.name, started.theme, write_pages(started.pdf, _FORMATS, dpi)["png"])
    except ResumekitError as error:
        return Specimen(started.name, started.theme, problems=error.problems)
