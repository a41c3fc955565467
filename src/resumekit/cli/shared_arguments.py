"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .reports import FORMATS

ResumeArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="RESUME",
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
