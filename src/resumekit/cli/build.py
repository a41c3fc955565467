"""`resumekit build`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from resumekit.errors import Problem, ResumekitError

from .build_arguments import BuildArguments, takes_build_arguments
from .problem_output import print_problems
from .progress import Progress
from .shared_arguments import source_of

if TYPE_CHECKING:
    from resumekit.pipeline import BuildOptions, BuildResult
    from resumekit.typeset import Typesetter


@takes_build_arguments
def build(arguments: BuildArguments) -> None:
    """Build the résumé: validate it, typeset it and write the files."""
    arguments.check()
    with _typesetter(arguments) as typesetter:
        options, source = arguments.build_options(), source_of(arguments.resume)

        def once() -> tuple[Path, ...]:
            return _build(source, options, typesetter, arguments)

        if arguments.watch:
            from .watching import build_on_change

            build_on_change(source, arguments.theme, once)
        elif (files := once()) and arguments.open_:
            typer.launch(str(files[0]))


def _build(source: Path, options: BuildOptions, typesetter: Typesetter, arguments: BuildArguments) -> tuple[Path, ...]:
    """Build once, report the result, and return the files."""
    from resumekit.pipeline import build as run

    progress = Progress(quiet=arguments.quiet, verbose=arguments.verbose)
    try:
        result = run(source, options, progress=progress, typesetter=typesetter)
    except ResumekitError as error:
        progress.clear()
        raise type(error)(*_shown(error.problems, arguments)) from None
    progress.finish(f"{', '.join(map(str, result.files))}{pages_made(result)}")
    print_problems(_shown(result.problems, arguments))
    return result.files


def pages_made(result: BuildResult) -> str:
    """Return the number of pages, and what was changed so that they fit: ` (2 pages, fitted: density 0.93)`."""
    if not result.pages:
        return ""
    changes = [changes if len(result.fitted) == 1 else f"{stem}: {changes}" for stem, changes in result.fitted.items()]
    fitted = f", fitted: {'; '.join(changes)}" if changes else ""
    return f" ({result.pages} page{'s' if result.pages > 1 else ''}{fitted})"


def _shown(problems: Iterable[Problem], arguments: BuildArguments) -> Iterator[Problem]:
    """Yield errors, warnings unless `--quiet`, and remarks only with `--verbose`."""
    shown = {"error"} if arguments.quiet else {"error", "warning", *(("info",) if arguments.verbose else ())}
    return (problem for problem in problems if problem.severity in shown)


def _typesetter(arguments: BuildArguments) -> AbstractContextManager[Typesetter]:
    """Return the typesetter; its workers start before anything else is imported."""
    from resumekit.typeset import PAGE_FORMATS, WEASYPRINT, command_typesetter, typeset_here

    if arguments.engine == WEASYPRINT and PAGE_FORMATS.intersection(arguments.format_names()):
        return command_typesetter(workers=2 if arguments.all_ else 1)
    return nullcontext(typeset_here)
