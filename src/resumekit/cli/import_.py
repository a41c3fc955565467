"""`resumekit import`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from resumekit.errors import OutputError, Problem

_STANDARD_OUTPUT = Path("-")
_MAX_BYTES = 50_000_000


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF that carries its source; - for standard input.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to; - for standard output. Default: resume.yaml."),
    ] = None,
) -> None:
    """Get a résumé's source back from a PDF that was built with `output.pdf: archive`."""
    from resumekit.load import read_bytes
    from resumekit.output import write
    from resumekit.readers import read

    imported = read(read_bytes(file, _MAX_BYTES), str(file))
    if output == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(imported.data)
        return
    typer.echo(write(imported.data, output or _unused(Path(imported.name))))


def _unused(path: Path) -> Path:
    """Return the path if nothing is there: only what is named on the command line is overwritten."""
    if os.path.lexists(path):
        hint = f"`-o {path}` replaces it, another name keeps it"
        raise OutputError(Problem("already-there", "already there; nothing was written", file=str(path), hint=hint))
    return path
