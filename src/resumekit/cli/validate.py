"""`resumekit validate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from resumekit.errors import ResumekitError

from .options import Quiet, SetOption, Strict, source_of
from .report import print_problems


def validate(
    resumes: Annotated[
        list[Path] | None, typer.Argument(metavar="[RESUME...]", help="Files; - for standard input.")
    ] = None,
    assignments: SetOption = None,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Check résumés, and print what is wrong with them, with its place."""
    worst = 0
    for source in resumes or (None,):
        worst = max(worst, _validate(source, assignments or [], strict=strict, quiet=quiet))
    raise typer.Exit(worst)


def _validate(resume: Path | None, assignments: list[str], *, strict: bool, quiet: bool) -> int:
    from resumekit.load import load, override
    from resumekit.pipeline import inspect

    try:
        source = source_of(resume)
        _, problems = inspect(override(load(source), assignments))
    except ResumekitError as error:
        print_problems(error.problems)
        return error.exit_code
    failed = strict and any(problem.severity == "warning" for problem in problems)
    if failed or not quiet:
        print_problems(problems)
    if not quiet and not failed:
        count = f", {len(problems)} warning{'s' if len(problems) > 1 else ''}" if problems else ""
        typer.echo(f"{source}: valid{count}")
    return 1 if failed else 0
