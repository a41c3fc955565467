"""`resumekit import`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import OutputError, Problem, ResumekitError

from .problem_output import print_problems
from .schema import SCHEMA, schema_file
from .shared_arguments import STANDARD_OUTPUT, Quiet, Strict, check_output

if TYPE_CHECKING:
    from resumekit.importing import InputFile

_MAX_BYTES = 50_000_000


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", readable=False, help="Résumé in another format, or - for standard input.")
    ],
    kind: Annotated[
        str | None, typer.Option("--from", metavar="FORMAT", help="Format of FILE, if it cannot be detected.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            readable=False,
            help="Output file, or - for standard output.",
            show_default="resume.yaml",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Convert a résumé in another format to resume.yaml."""
    from resumekit.importing import import_file
    from resumekit.output import write

    check_output(output)
    folder = output.parent if output else Path()
    imported = import_file(input_file_at(file), kind, folder=folder)
    if strict and any(problem.severity == "warning" for problem in imported.problems):
        raise ResumekitError(*imported.problems)
    if output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(imported.data)
    else:
        path = output or Path(imported.name)
        typer.echo(write(imported.data, path if force else _unused(path)))
        if SCHEMA.encode() in imported.data.partition(b"\n")[0] and not os.path.lexists(folder / SCHEMA):
            write(schema_file(), folder / SCHEMA)
    if not quiet:
        print_problems(imported.problems)


def input_file_at(file: Path) -> InputFile:
    """Return a file to import; `-` is standard input."""
    from resumekit.importing import InputFile
    from resumekit.load import STANDARD_INPUT, read_bytes

    return InputFile("<stdin>" if file == STANDARD_INPUT else str(file), read_bytes(file, _MAX_BYTES))


def _unused(path: Path) -> Path:
    """Return the path if nothing exists there."""
    if os.path.lexists(path):
        hint = "overwrite it with `--force`, or choose another name with `-o`"
        raise OutputError(Problem("already-there", "already exists; nothing was written", file=str(path), hint=hint))
    return path
