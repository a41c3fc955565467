"""`resumekit build --watch`: build again each time an input changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from resumekit.errors import Problem, ResumekitError, UsageError

from .problem_output import print_problems

if TYPE_CHECKING:
    from resumekit.pipeline.inputs import Inputs, Snapshot

_DEBOUNCE = 80
"""Milliseconds: an editor that replaces a file makes several changes at once."""

_STEP = 20
"""Milliseconds without a change after which a save is complete."""

_POLL = 500
"""Milliseconds after which inputs are compared without an event: some file systems send none, and new folders are not
watched yet."""


def build_on_change(source: Path, theme: str | None, build: Callable[[], object]) -> None:
    """Build, and build again after each change of what the build reads, until interrupted.

    That is the source, includes, letter, pictures, theme and fonts. Files that are written are not watched, wherever
    they are. When a build fails, its problems are printed and the previous output is kept.

    Raises:
        UsageError: the source is standard input.
    """
    if source == Path("-"):
        problem = Problem("nothing-to-watch", "standard input cannot be watched", hint="name a file")
        raise UsageError(problem)
    from resumekit.pipeline.inputs import inputs_of

    inputs, announced = inputs_of(source, theme), False
    while True:
        built = inputs.snapshot()
        _try(build)
        if not announced:
            typer.echo(f"watching {source}; press Ctrl+C to stop", err=True)
            announced = True
        if not _changed(inputs, built):
            return
        inputs |= inputs_of(source, theme)  # a broken source does not name all: the earlier ones stay


def _changed(inputs: Inputs, built: Snapshot) -> bool:
    """Wait until inputs differ from what was built; return False if the user interrupts."""
    from watchfiles import watch

    if inputs.snapshot() != built:  # saved again during the build
        return True
    changes = watch(
        *inputs.watched_folders(),
        watch_filter=None,
        debounce=_DEBOUNCE,
        step=_STEP,
        rust_timeout=_POLL,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=False,
    )
    return any(inputs.snapshot() != built for _ in changes)


def _try(build: Callable[[], object]) -> None:
    """Build, and print when it was done or why it was not."""
    try:
        build()
    except ResumekitError as error:
        print_problems(error.problems)
        typer.echo(f"{time.strftime('%H:%M:%S')} build failed; the previous output was kept", err=True)
    else:
        typer.echo(f"{time.strftime('%H:%M:%S')} built", err=True)
