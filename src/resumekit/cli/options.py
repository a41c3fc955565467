"""Arguments and options that commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .reports import FORMATS

ResumeArgument = Annotated[
    Path | None,
    typer.Argument(metavar="RESUME", help="A file, - for standard input, or nothing: resume.yaml of this folder."),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Set a value as if it stood in the file; repeatable."),
]
FormatOption = Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}. Default: text.")]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings fail.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print the time of each stage, and all remarks.")]


def source_of(resume: Path | None) -> Path:
    """Return the résumé that is meant; raises LoadError if this folder has none."""
    from resumekit.load import default_source

    return resume or default_source(Path())
