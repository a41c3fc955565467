"""`resumekit new`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import OutputError, Problem, UsageError, available, with_suggestion

from .import_ import input_file_at
from .problem_output import print_problems
from .schema import SCHEMA, schema_file

if TYPE_CHECKING:
    from resumekit.importing import ImportResult

_STARTER = Path(__file__).parent / "starter"
_FILES = {
    "gitignore": ".gitignore",
    "workflow.yaml": ".github/workflows/resume.yaml",
}
"""The other files of a new project: their name in the starter folder, and in the project."""

Settings = Mapping[str, str]
"""The `theme` and the `locale` given on the command line, if any."""


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", readable=False, help="Project folder; created if missing.")
    ] = Path(),
    theme: Annotated[
        str | None, typer.Option("--theme", "-t", metavar="NAME", help="Theme.", show_default="modern")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Language of dates, section titles and labels.", show_default="en-GB"),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", readable=False, help="Start from a résumé in another format."),
    ] = None,
) -> None:
    """Create a project: a résumé, its schema and a GitHub workflow."""
    from resumekit.output import write
    from resumekit.theming import find_theme

    if theme is not None:
        find_theme(theme, project=folder)
    settings = _settings(theme, None if lang is None else _supported(lang))
    resume = _imported(source, folder, settings) if source else _starter(settings)
    files = {resume.name: resume.data, SCHEMA: schema_file()}
    files |= {target: (_STARTER / name).read_bytes() for name, target in _FILES.items()}
    _check_free(folder, files)
    for name, data in files.items():
        write(data, folder / name)
    typer.echo(f"{folder / resume.name}")
    print_problems(resume.problems)
    typer.echo(f"Edit it, then run: {'' if folder == Path() else f'cd {folder} && '}resumekit build", err=True)


def _settings(theme: str | None, locale: str | None) -> Settings:
    return {key: value for key, value in (("theme", theme), ("locale", locale)) if value is not None}


def _starter(settings: Settings) -> ImportResult:
    """Return the sample résumé of a fictional person."""
    from resumekit.importing import ImportResult

    text = (_STARTER / "resume.yaml").read_text(encoding="utf-8")
    for key, value in settings.items():
        text = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text)
    return ImportResult("resume.yaml", text.encode())


def _imported(source: Path, folder: Path, settings: Settings) -> ImportResult:
    """Return the résumé imported from a file in another format."""
    from resumekit.importing import import_file

    return import_file(input_file_at(source), folder=folder, settings=settings)


def _check_free(folder: Path, names: Iterable[str]) -> None:
    there = [name for name in names if os.path.lexists(folder / name)]
    if there:
        message = f"{', '.join(there)} already exist{'' if len(there) > 1 else 's'}; nothing was written"
        hint = "choose another folder, or move the existing files"
        raise OutputError(Problem("already-there", message, file=str(folder), hint=hint))


def _supported(language: str) -> str:
    """Return a supported language tag in its usual spelling, `pt-BR`; the language without a region is enough."""
    from resumekit.present import languages
    from resumekit.schema import parse_locale
    from resumekit.schema.scalar_types import LANGUAGE_TAG

    tag = language.replace("_", "-")
    known = {name.lower(): name for name in languages()}
    try:
        parse_locale(tag)
        if not LANGUAGE_TAG.fullmatch(tag) or (tag.lower() not in known and tag.lower().partition("-")[0] not in known):
            raise ValueError
    except ValueError:
        message = with_suggestion(f"language '{language}' is not supported", tag, known.values())
        raise UsageError(Problem("unknown-language", message, hint=available(known.values()))) from None
    return known.get(tag.lower(), tag)
