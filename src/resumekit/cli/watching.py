"""Building again each time something changes: `resumekit build --watch`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from resumekit.errors import Problem, ResumekitError, UsageError

from .report import print_problems

_DEBOUNCE = 80
"""In milliseconds: an editor that puts a new file in the place of the old one makes several changes at once."""

_STEP = 20
"""In milliseconds: how long nothing may happen for a change to be over."""


def build_on_change(source: Path, output: Path, folders: Iterable[Path], build: Callable[[], object]) -> None:
    """Build, and again after each change below the source's folder and some others, until interrupted.

    What cannot be built is told, and what was built before stays. What happens in the output folder, in hidden folders
    and to hidden files does not count.

    Raises:
        UsageError: the source is standard input.
    """
    from watchfiles import watch

    if source == Path("-"):
        problem = Problem("nothing-to-watch", "standard input cannot be watched", hint="name a file")
        raise UsageError(problem)
    folder = (source if source.is_dir() else source.parent).resolve()
    watched = [path for path in dict.fromkeys((folder, *(path.resolve() for path in folders))) if path.is_dir()]
    written = output.resolve()

    def counts(_: object, path: str) -> bool:
        return not (Path(path).is_relative_to(written) and written != folder) and not _is_hidden(path, watched)

    _try(build)
    typer.echo(f"watching {folder}; Ctrl+C ends", err=True)
    for changes in watch(*watched, watch_filter=counts, debounce=_DEBOUNCE, step=_STEP, raise_interrupt=False):
        if written != folder or any(Path(path).suffix not in _MADE for _, path in changes):
            _try(build)


_MADE = {".pdf", ".html", ".png", ".docx", ".tex", ".txt", ".log"}
"""Where the output folder is the source's own, a change to one of these is our own doing."""


def _is_hidden(path: str, watched: Iterable[Path]) -> bool:
    folder = next((folder for folder in watched if Path(path).is_relative_to(folder)), None)
    parts = Path(path).relative_to(folder).parts if folder else Path(path).parts
    return any(part.startswith(".") or part == "__pycache__" for part in parts)


def _try(build: Callable[[], object]) -> None:
    """Build, and tell when it was done or why it was not."""
    try:
        build()
    except ResumekitError as error:
        print_problems(error.problems)
        typer.echo(f"{time.strftime('%H:%M:%S')} not built; what there was stays", err=True)
    else:
        typer.echo(f"{time.strftime('%H:%M:%S')} built", err=True)
