"""Arguments and options that several commands share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from resumekit.errors import OutputError, Problem

from .reports import FORMATS

STANDARD_OUTPUT = Path("-")

ResumeArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="RESUME",
        readable=False,  # here as elsewhere, a stage says what is wrong, with its exit code
        help="File or folder, or - for standard input.",
        show_default="resume.yaml in this folder",
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Override a value, such as basics.label=Analyst; repeatable."),
]
FormatOption = Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"Output format: {', '.join(FORMATS)}.")]
Strict = Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print remarks and the time of each stage.")]


def source_of(resume: Path | None) -> Path:
    """Return the path of the résumé; raises LoadError if none was given and this folder has none."""
    from resumekit.load import default_source

    return resume or default_source(Path())


def check_output(output: Path | None) -> None:
    """Check that there is a standard output, if the result goes there.

    Raises:
        OutputError: it is closed.
    """
    if output == STANDARD_OUTPUT and sys.__stdout__ is None:
        raise OutputError(Problem("unwritable", "cannot be written: it is closed", file="standard output"))
