"""`resumekit import`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import OutputError, Problem, ResumekitError

from .options import Quiet, Strict
from .report import print_problems
from .schema import SCHEMA, schema_file

if TYPE_CHECKING:
    from resumekit.importing import InputFile

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
    from resumekit.importing import import_file
    from resumekit.output import write

    folder = output.parent if output else Path()
    imported = import_file(input_file_at(file), kind, folder=folder)
    if strict and any(problem.severity == "warning" for problem in imported.problems):
        raise ResumekitError(*imported.problems)
    if output == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(imported.data)
    else:
        path = output or Path(imported.name)
        typer.echo(write(imported.data, path if force else _unused(path)))
        if SCHEMA.encode() in imported.data.partition(b"\n")[0] and not os.path.lexists(folder / SCHEMA):
            write(schema_file(), folder / SCHEMA)
    if not quiet:
        print_problems(imported.problems)


def input_file_at(file: Path) -> InputFile:
    """Return a file that is to be imported; `-` is standard input."""
    from resumekit.importing import InputFile
    from resumekit.load import STANDARD_INPUT, read_bytes

    return InputFile("<stdin>" if file == STANDARD_INPUT else str(file), read_bytes(file, _MAX_BYTES))


def _unused(path: Path) -> Path:
    """Return the path if nothing is there."""
    if os.path.lexists(path):
        hint = "`--force` replaces it, `-o` with another name keeps it"
        raise OutputError(Problem("already-there", "already there; nothing was written", file=str(path), hint=hint))
    return path
