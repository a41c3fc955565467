"""A résumé in every theme that a name would find."""

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
    version = next(versions(document, WHOLE, all_=False, today=today))
    resume, _ = tailor(version.designs, version.resume, version.edition)
    printed = without_pictures(resume, picture_problems(version.designs) if version.has_warnings else ())
    begun = [_begun(name, version, printed, typesetter, dpi) for name in theme_names(document.folder)]
    return tuple(_finished(each) if isinstance(each, _Begun) else each for each in begun)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A theme whose pages are being set."""

    name: str
    theme: Theme
    manuscript: Manuscript


def _begun(name: str, version: Version, resume: Resume, typesetter: Typesetter, dpi: int) -> _Begun | Specimen:
    theme = None
    try:
        theme = find_theme(name, project=version.document.folder)
        design, _ = look_of(version, resume, name)
        _, view = next(views_of(version, resume, design))
        manuscript = Manuscript(version.document, resume, view, design, typesetter, dpi=dpi)
        begin(manuscript, _FORMATS)
    except ResumekitError as error:
        return Specimen(name, theme, problems=error.problems)
    return _Begun(name, theme, manuscript)


def _finished(begun: _Begun) -> Specimen:
    try:
        return Specimen(begun.name, begun.theme, artifacts_of(begun.manuscript, _FORMATS))
    except ResumekitError as error:
        return Specimen(begun.name, begun.theme, problems=error.problems)
