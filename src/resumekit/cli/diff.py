"""`resumekit diff`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import Problem, UsageError, available, with_suggestion

if TYPE_CHECKING:
    from resumekit.schema import Resume

_SIDE = "FILE, REVISION:FILE from Git, or @NAME for a variant or language; @NAME can also follow the file."
_EDITION = re.compile(r"[^:/{}]*")


def diff(
    first: Annotated[str, typer.Argument(metavar="A", help=_SIDE)],
    second: Annotated[str, typer.Argument(metavar="B", help="The résumé to compare it with, in the same form.")],
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Output format: text, json or html.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Exit with code 1 if they differ.")] = False,
) -> None:
    """Compare two résumés, variants, languages or revisions."""
    from resumekit.compare import REPORTS, compare

    if format_ not in REPORTS:
        message = with_suggestion(f"unknown format '{format_}'", format_, REPORTS)
        raise UsageError(Problem("unknown-format", message, hint=available(REPORTS)))
    changes = compare(_resume(first), _resume(second))
    typer.echo(REPORTS[format_](changes, first, second), nl=False)
    if strict and changes:
        raise typer.Exit(1)


def _resume(side: str) -> Resume:
    """Return the résumé on one side: `FILE`, `REVISION:FILE`, `FILE@VARIANT`, or `@LANGUAGE` alone."""
    from resumekit.importing import convert_foreign, read_source
    from resumekit.load import default_source, load_revision, revision_of
    from resumekit.schema import inspect
    from resumekit.tailor import Edition, tailor, variants_of, with_settings

    name, edition = _name_and_edition(side)
    revision = revision_of(name)
    path = Path(name) if name else default_source(Path())
    document, _ = convert_foreign(load_revision(*revision)) if revision else read_source(path)
    variants = variants_of(document)
    if edition in variants or (edition and variants and not _is_language(edition)):
        document = with_settings(document, edition)
        return tailor(document, inspect(document)[0], Edition(variant=edition))[0]
    resume, _ = inspect(document)
    return tailor(document, resume, Edition(language=edition))[0] if edition else resume


def _is_language(name: str) -> bool:
    from resumekit.schema import parse_locale

    try:
        parse_locale(name.replace("_", "-"))
    except ValueError:
        return False
    return True


def _name_and_edition(side: str) -> tuple[str, str]:
    """Split off the variant or language. In `HEAD@{1}:resume.yaml`, what follows the `@` is part of the revision."""
    name, at, edition = side.rpartition("@")
    return (name, edition) if at and not os.path.lexists(side) and _EDITION.fullmatch(edition) else (side, "")
