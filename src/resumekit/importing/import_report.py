"""What became of a file's values, told: which were lost, which are kept aside, which are to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from resumekit.errors import Problem
from resumekit.load import KeyPath

from .draft_resume import Loss, quotes
from .input_file import Original
from .repair import Settled

SHOWN = 120
_MANY = 8


def account(settled: Settled, losses: tuple[Loss, ...], original: Original) -> tuple[Problem, ...]:
    """Return a warning for each value that was lost, and remarks on what was kept aside and what is doubtful."""
    resume, name = settled.resume, original.name
    made = [_not_imported(loss, name) for loss in losses]
    made += [_refused(problem, origin, original) for origin, problem in settled.refused]
    aside, doubtful = list(_aside(resume, ())), [path for path, quote in quotes(resume) if quote.doubt is not None]
    if aside:
        message = f"kept under keys of your own, which are never printed: {_some(aside)}"
        made.append(Problem("set-aside", message, file=name, severity="info"))
    if doubtful:
        message = f"marked `# check:`, with the original words: {_some(doubtful)}"
        made.append(Problem("to-check", message, file=name, severity="info"))
    return tuple(made)


def _refused(problem: Problem, origin: KeyPath | None, original: Original) -> Problem:
    """Return a remark on a value that was kept aside because it is not what its key asks for."""
    location = original.location(origin) if origin is not None else None
    return replace(problem, location=location, file=None if location else original.name, severity="info")


def _not_imported(loss: Loss, name: str) -> Problem:
    value = " ".join(loss.value.split())
    shown = value if len(value) <= SHOWN else f"{value[:SHOWN]} … ({len(value)} characters)"
    file = None if loss.location else name
    return Problem("not-imported", f"{loss.where}: '{shown}': {loss.why}", loss.location, file=file, severity="warning")


def _aside(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    """Yield the paths of the keys that begin with `x-`, and are in no other such."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in inner:
        if str(step).startswith("x-"):
            yield (*path, step)
        else:
            yield from _aside(item, (*path, step))


def _some(paths: list[KeyPath]) -> str:
    names = [".".join(map(str, path)) for path in paths[:_MANY]]
    more = f" and {len(paths) - _MANY} more" if len(paths) > _MANY else ""
    return ", ".join(names) + more
