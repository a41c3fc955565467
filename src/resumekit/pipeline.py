"""The whole of resumekit in one function: `build` is the drawing of docs/architecture.md, one stage a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resumekit.errors import Problem, ResumekitError, ThemeError, TypesetError
from resumekit.load import Document, load, override
from resumekit.output import file_stem, write
from resumekit.present import plain, present
from resumekit.schema import Resume, inspect, picture_problems
from resumekit.schema.presentation import ThemeChoice
from resumekit.tailor import translate, without_pictures
from resumekit.theming import Theme, choose_look, find_theme
from resumekit.typeset import Artifact, Typesetter, typeset_here
from resumekit.writers import Manuscript, artifacts_of, begin

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What `resumekit build` can be told. `theme` overrides the résumé's; `assignments` are `PATH=VALUE`.

    With `verify`, a PDF is read back, and a text or link that did not arrive stops the build.
    """

    theme: str | None = None
    formats: tuple[str, ...] = ("pdf",)
    output: Path = Path("dist")
    assignments: tuple[str, ...] = ()
    strict: bool = False
    verify: bool = True


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: the written files in the order of the formats, the number of pages, and warnings."""

    files: tuple[Path, ...]
    pages: int
    problems: tuple[Problem, ...]


def build(
    source: Path,
    options: BuildOptions | None = None,
    *,
    today: date | None = None,
    progress: Progress = lambda stage: None,
    typesetter: Typesetter = typeset_here,
) -> BuildResult:
    """Build a résumé: read it, check it, set it, write it.

    Nothing is written unless every format is ready. `today` is the `{date}` of a file name; `progress` is called with
    the name of each stage as it begins. `typesetter` sets the page, perhaps in a process of its own.

    Raises:
        ResumekitError: whatever stops it; the class tells the stage, `problems` why.
    """
    options = options or BuildOptions()
    progress("load")
    document = override(load(source), options.assignments)
    progress("validate")
    resume, problems = inspect(document)
    progress("tailor")
    resume = tailored(document, resume, problems)
    progress("theme")
    theme, choice = chosen_theme(document, resume, options.theme)
    look = choose_look(theme, choice, resume.page, document)
    progress("present")
    view = present(resume, look.date_format)
    manuscript = Manuscript(document, resume, view, look, typesetter)
    progress("typeset")
    begin(manuscript, options.formats)
    from resumekit.check import get_ready  # late: the page is being set meanwhile

    get_ready()
    artifacts = artifacts_of(manuscript, options.formats)
    progress("check")
    problems += checked(manuscript, artifacts, options)
    _stop_on(problems, options.strict)
    progress("write")
    stem = _stem(source, manuscript, today or date.today())
    files = [write(artifact.data, options.output / artifact.file_name(stem)) for artifact in artifacts]
    return BuildResult(tuple(files), max(artifact.pages for artifact in artifacts), problems)


def checked(manuscript: Manuscript, artifacts: Iterable[Artifact], options: BuildOptions) -> tuple[Problem, ...]:
    """Return what is wrong with the artifacts, as far as `options` wants to know."""
    from resumekit.check import check, check_arrival

    document = manuscript.document
    problems: tuple[Problem, ...] = ()
    for artifact in artifacts:
        problems += check(document, manuscript.resume, artifact)
        if options.verify and artifact.format == "pdf":
            problems += check_arrival(document, manuscript.view, artifact.data)
    return problems


def tailored(document: Document, resume: Resume, problems: tuple[Problem, ...]) -> Resume:
    """Return the résumé in one language, without the pictures that were warned of, if anything was."""
    return without_pictures(translate(resume), picture_problems(document) if problems else ())


def chosen_theme(document: Document, resume: Resume, name: str | None) -> tuple[Theme, dict[str, object]]:
    """Return the theme to use, and the options that the résumé gives it.

    A theme named on the command line takes over those of the résumé's options that it has.

    Raises:
        ThemeError: no such theme; points at the résumé's `theme` if that is where the name comes from.
    """
    choice = resume.theme or ThemeChoice()
    if name is not None:
        theme = find_theme(name, project=document.folder if "/" not in name else Path())
        return theme, {key: value for key, value in choice.options.items() if key in theme.manifest.options}
    try:
        return find_theme(choice.name, project=document.folder), choice.options
    except ThemeError as error:
        raise ThemeError(*(_placed(problem, document) for problem in error.problems)) from None


def _placed(problem: Problem, document: Document) -> Problem:
    if problem.place or problem.code != "unknown-theme":
        return problem
    return document.problem(problem.code, problem.message, ("theme", "name"), hint=problem.hint)


def _stop_on(problems: tuple[Problem, ...], strict: bool) -> None:
    if any(problem.severity == "error" for problem in problems):
        raise TypesetError(*problems)
    if strict and any(problem.severity == "warning" for problem in problems):
        raise ResumekitError(*problems)


def _stem(source: Path, manuscript: Manuscript, today: date) -> str:
    output, view = manuscript.resume.output, manuscript.view
    if not output or not output.name:
        return "resume" if source == Path("-") or source.is_dir() else source.stem
    values = {
        "name": plain(view.name),
        "label": plain(view.label),
        "lang": view.language,
        "theme": manuscript.look.theme.name,
        "date": today.isoformat(),
        "variant": "",
    }
    return file_stem(output.name, values)
