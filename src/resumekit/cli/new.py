"""`resumekit new`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import OutputError, Problem, UsageError, available, with_suggestion

from .import_ import original_at
from .report import print_problems
from .schema import SCHEMA, schema_file

if TYPE_CHECKING:
    from resumekit.importing import Imported

_STARTER = Path(__file__).parent / "starter"
_FILES = {
    "gitignore": ".gitignore",
    "workflow.yaml": ".github/workflows/resume.yaml",
}
"""The files of a new project beside its résumé: in the package, and where they go."""

Settings = Mapping[str, str]
"""`theme` and `locale`, where they were asked for."""


def new(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where; made if it is not there.")] = Path(),
    theme: Annotated[
        str | None, typer.Option("--theme", "-t", metavar="NAME", help="The theme.", show_default="modern")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="The language of dates, titles and other words.", show_default="en-GB"),
    ] = None,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A résumé in another format, to begin with.")
    ] = None,
) -> None:
    """Begin a project: resume.yaml, a workflow that builds the PDF on each push, .gitignore."""
    from resumekit.output import write
    from resumekit.theming import find_theme

    if theme is not None:
        find_theme(theme, project=folder)
    settings = _settings(theme, None if lang is None else _known(lang))
    resume = _imported(source, folder, settings) if source else _starter(settings)
    files = {resume.name: resume.data, SCHEMA: schema_file()}
    files |= {target: (_STARTER / name).read_bytes() for name, target in _FILES.items()}
    _check_free(folder, files)
    for name, data in files.items():
        write(data, folder / name)
    typer.echo(f"{folder / resume.name}")
    print_problems(resume.problems)
    typer.echo(f"Edit it, then: {'' if folder == Path() else f'cd {folder} && '}resumekit build", err=True)


def _settings(theme: str | None, locale: str | None) -> Settings:
    return {key: value for key, value in (("theme", theme), ("locale", locale)) if value is not None}


def _starter(settings: Settings) -> Imported:
    """Return the résumé of an invented person."""
    from resumekit.importing import Imported

    text = (_STARTER / "resume.yaml").read_text(encoding="utf-8")
    for key, value in settings.items():
        text = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text)
    return Imported("resume.yaml", text.encode())


def _imported(source: Path, folder: Path, settings: Settings) -> Imported:
    """Return the résumé in a file of another format."""
    from resumekit.importing import read

    return read(original_at(source), folder=folder, settings=settings)


def _check_free(folder: Path, names: Iterable[str]) -> None:
    there = [name for name in names if os.path.lexists(folder / name)]
    if there:
        message = f"{', '.join(there)} already there; nothing was written"
        hint = "name another folder, or move them away"
        raise OutputError(Problem("already-there", message, file=str(folder), hint=hint))


def _known(language: str) -> str:
    """Return a language tag as it is written, `pt-BR`; there are words for it, or for the language without region."""
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
        message = with_suggestion(f"there are no words for '{language}'", tag, known.values())
        raise UsageError(Problem("unknown-language", message, hint=available(known.values()))) from None
    return known.get(tag.lower(), tag)
