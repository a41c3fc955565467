"""`resumekit new`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from resumekit.errors import OutputError, Problem, UsageError, did_you_mean

_STARTER = Path(__file__).parent / "starter"
_FILES = {
    "resume.yaml": "resume.yaml",
    "gitignore": ".gitignore",
    "workflow.yaml": ".github/workflows/resume.yaml",
}
"""The files of a new project: in the package, and where they go."""


def new(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where; made if it is not there.")] = Path(),
    theme: Annotated[str, typer.Option("--theme", "-t", metavar="NAME", help="The theme.")] = "modern",
    lang: Annotated[str, typer.Option(metavar="CODE", help="The language of dates, titles and other words.")] = "en-GB",
) -> None:
    """Begin a project: resume.yaml, a workflow that builds the PDF on each push, .gitignore."""
    from resumekit.output import write
    from resumekit.schema import json_schema
    from resumekit.theming import find_theme

    find_theme(theme, project=folder)
    language = _known(lang)
    there = [name for name in (*_FILES.values(), "resume.schema.json") if os.path.lexists(folder / name)]
    if there:
        raise OutputError(
            Problem(
                "already-there",
                f"{', '.join(there)} already there; nothing was written",
                file=str(folder),
                hint="name another folder, or move them away",
            )
        )
    for name, target in _FILES.items():
        text = (_STARTER / name).read_text(encoding="utf-8")
        text = text.replace("theme: modern", f"theme: {theme}").replace("locale: en-GB", f"locale: {language}")
        write(text.encode(), folder / target)
    write((_json(json_schema()) + "\n").encode(), folder / "resume.schema.json")
    typer.echo(f"{folder / 'resume.yaml'}")
    typer.echo(f"Edit it, then: {'' if folder == Path() else f'cd {folder} && '}resumekit build", err=True)


def _known(language: str) -> str:
    """Return a language tag as it is written, `pt-BR`; there are words for it, or for the language without region."""
    from resumekit.present import languages
    from resumekit.schema import parse_locale
    from resumekit.schema.text import LANGUAGE_TAG

    tag = language.replace("_", "-")
    known = {name.lower(): name for name in languages()}
    try:
        parse_locale(tag)
        if not LANGUAGE_TAG.fullmatch(tag) or (tag.lower() not in known and tag.lower().partition("-")[0] not in known):
            raise ValueError
    except ValueError:
        suggestion = did_you_mean(tag, known.values())
        message = f"there are no words for '{language}'" + (f"; {suggestion}" if suggestion else "")
        raise UsageError(Problem("unknown-language", message, hint=f"there are {', '.join(known.values())}")) from None
    return known.get(tag.lower(), tag)


def _json(value: object) -> str:
    import json

    return json.dumps(value, indent=1, ensure_ascii=False)
