"""Previews of a résumé in every theme that can be found by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from resumekit.editions import Version, look_of, versions, views_of
from resumekit.errors import Problem, ResumekitError
from resumekit.load import Document
from resumekit.schema import Resume, picture_problems
from resumekit.tailor import WHOLE, tailor, without_pictures
from resumekit.theming import Theme, find_theme, theme_names
from resumekit.typeset import Artifact, Typesetter, typeset_here
from resumekit.writers import Manuscript, artifacts_of, begin

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
    version = next(versions(document, WHOLE, all_=False, today=today))
    resume, _ = tailor(version.designs, version.resume, version.edition)
    printed = without_pictures(resume, picture_problems(version.designs) if version.has_warnings else ())
    started = [_start(name, version, printed, typesetter, dpi) for name in theme_names(document.folder)]
    return tuple(_finish(each) if isinstance(each, _Started) else each for each in started)


@dataclass(frozen=True, slots=True)
class _Started:
    """A theme whose pages are being typeset."""

    name: str
    theme: Theme
    manuscript: Manuscript


def _start(name: str, version: Version, resume: Resume, typesetter: Typesetter, dpi: int) -> _Started | ThemePreview:
    theme = None
    try:
        theme = find_theme(name, project=version.document.folder)
        design, _ = look_of(version, resume, name)
        _, view = next(views_of(version, resume, design))
        manuscript = Manuscript(version.document, resume, view, design, typesetter, dpi=dpi)
        begin(manuscript, _FORMATS)
    except ResumekitError as error:
        return ThemePreview(name, theme, problems=error.problems)
    return _Started(name, theme, manuscript)


def _finish(started: _Started) -> ThemePreview:
    try:
        return ThemePreview(started.name, started.theme, artifacts_of(started.manuscript, _FORMATS))
    except ResumekitError as error:
        return ThemePreview(started.name, started.theme, problems=error.problems)
