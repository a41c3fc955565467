"""`resumekit build`."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import Problem, ResumekitError, UsageError, did_you_mean

from .options import Quiet, ResumeArgument, SetOption, Strict, Verbose, source_of
from .progress import Progress
from .report import print_problems

if TYPE_CHECKING:
    from resumekit.typeset import Typesetter


def build(
    resume: ResumeArgument = None,
    theme: Annotated[str | None, typer.Option("--theme", "-t", metavar="NAME|PATH", help="The theme.")] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="pdf, html; several with commas. Default: pdf."),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.")] = Path("dist"),
    assignments: SetOption = None,
    verify: Annotated[
        bool, typer.Option("--verify/--no-verify", help="Read the PDF back: did every word and link arrive?")
    ] = True,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the résumé: check it, set it, write it."""
    progress = Progress(quiet=quiet, verbose=verbose)
    names = _names(formats)
    try:
        with _typesetter(names) as typesetter:
            from resumekit.pipeline import BuildOptions
            from resumekit.pipeline import build as run

            options = BuildOptions(theme, _known(names), output, tuple(assignments or ()), strict, verify)
            result = run(source_of(resume), options, progress=progress, typesetter=typesetter)
    except ResumekitError:
        progress.clear()
        raise
    pages = f" ({result.pages} page{'s' if result.pages > 1 else ''})" if result.pages else ""
    progress.finish(f"{', '.join(map(str, result.files))}{pages}")
    if not quiet:
        print_problems(problem for problem in result.problems if verbose or problem.severity != "info")


def _typesetter(formats: tuple[str, ...]) -> AbstractContextManager[Typesetter]:
    from resumekit.typeset import SHOWING_PAGES, typeset_here, typesetting_ahead

    return typesetting_ahead() if SHOWING_PAGES.intersection(formats) else nullcontext(typeset_here)


def _names(given: list[str] | None) -> tuple[str, ...]:
    names = (name.strip().lower() for text in given or ["pdf"] for name in text.split(","))
    return tuple(dict.fromkeys(names))


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    from resumekit.writers import FORMATS

    for name in names:
        if name not in FORMATS:
            suggestion = did_you_mean(name, FORMATS)
            message = f"no format '{name}'" + (f"; {suggestion}" if suggestion else "")
            raise UsageError(Problem("unknown-format", message, hint=f"there are {', '.join(FORMATS)}"))
    return names
