"""`resumekit import`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from resumekit.errors import OutputError, Problem, ResumekitError

from .options import Quiet, Strict
from .report import print_problems

_STANDARD_OUTPUT = Path("-")
_MAX_BYTES = 50_000_000


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A résumé in another format; - for standard input.")],
    kind: Annotated[
        str | None, typer.Option("--from", metavar="FORMAT", help="The format, where it cannot be told from the file.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to; - for standard output. Default: resume.yaml."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Make a resume.yaml from a résumé in another format, and say what found no place in it."""
    from resumekit.load import STANDARD_INPUT, read_bytes
    from resumekit.output import write
    from resumekit.readers import Original, read

    name = "<stdin>" if file == STANDARD_INPUT else str(file)
    folder = output.parent if output else Path()
    imported = read(Original(name, read_bytes(file, _MAX_BYTES)), kind, folder=folder)
    if strict and any(problem.severity == "warning" for problem in imported.problems):
        raise ResumekitError(*imported.problems)
    if output == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(imported.data)
    else:
        path = output or Path(imported.name)
        typer.echo(write(imported.data, path if force else _unused(path)))
    if not quiet:
        print_problems(imported.problems)


def _unused(path: Path) -> Path:
    """Return the path if nothing is there."""
    if os.path.lexists(path):
        hint = "`--force` replaces it, `-o` with another name keeps it"
        raise OutputError(Problem("already-there", "already there; nothing was written", file=str(path), hint=hint))
    return path
