"""`resumekit themes new`: copy a theme beside the résumé."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from resumekit.errors import OutputError, Problem, ThemeError, UsageError

if TYPE_CHECKING:
    from resumekit.theming import Theme

_LARGEST = 50_000_000
"""In bytes: enough for fonts of every script; a larger folder is not a theme."""


def new_theme(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the new theme and of its folder.")],
    source: Annotated[
        str, typer.Option("--from", metavar="NAME|PATH", help="Theme to copy; a path contains a slash.")
    ] = "modern",
) -> None:
    """Copy a theme into themes/NAME so that you can change it."""
    from resumekit.output import write
    from resumekit.theming import find_theme
    from resumekit.theming.manifest import MANIFEST

    folder = _folder(name)
    theme = find_theme(source, project=Path())
    files = [path for path in _files(theme) if path.name != MANIFEST]
    for path in files:
        write(_content(path), folder / path.relative_to(theme.folder))
    write(_manifest(theme, name).encode(), folder / MANIFEST)  # last, because a folder without it is not a theme
    typer.echo(f"{folder}")
    typer.echo(f"Edit {folder / 'resume.css'}, then run: resumekit build --theme {name}", err=True)
    typer.echo(f"Check it with: resumekit themes test {name}", err=True)


def _folder(name: str) -> Path:
    from resumekit.theming.discovery import NAME

    if not NAME.fullmatch(name):
        hint = "use letters, digits, '-' and '_': `resumekit themes new mine`"
        raise UsageError(Problem("bad-theme-name", f"'{name}' is not a valid theme name", hint=hint))
    folder = Path("themes", name)
    if os.path.lexists(folder):
        hint = "choose another name, or move the existing folder"
        raise OutputError(Problem("already-there", "already exists; nothing was written", file=str(folder), hint=hint))
    return folder


def _files(theme: Theme) -> Iterator[Path]:
    """Yield the files in a theme's own folder except README.md and hidden files; symbolic links are not followed."""
    size = 0
    for folder, folders, names in os.walk(theme.folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(".") or name == "README.md" or path.is_symlink() or not path.is_file():
                continue
            size += path.stat().st_size
            if size > _LARGEST:
                message = f"theme '{theme.name}' is larger than {_LARGEST // 1_000_000} MB"
                raise OutputError(Problem("theme-too-large", message, file=str(theme.folder)))
            yield path


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        _refuse(error)


def _refuse(error: OSError) -> NoReturn:
    raise ThemeError(Problem("unreadable", f"cannot be read: {error.strerror}", file=str(error.filename))) from None


def _manifest(theme: Theme, name: str) -> str:
    """Return a theme's manifest with a new name and summary, and with its comments if its style permits."""
    from resumekit.load import load, parse
    from resumekit.theming.manifest import MANIFEST

    about = {"name": name, "summary": f"A copy of {theme.name}."}
    path = theme.folder / MANIFEST
    text = path.read_text(encoding="utf-8")
    for key, value in about.items():
        text = re.sub(rf"(?m)^{key}:.*$", f"{key}: {value}", text, count=1)
    wanted = load(path).data | about
    if parse(text.encode(), name=MANIFEST, folder=theme.folder).data != wanted:
        import yaml

        return yaml.safe_dump(wanted, sort_keys=False, allow_unicode=True)
    return text
