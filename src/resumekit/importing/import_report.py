"""The import report: which values were not imported, which are under extension keys, and which are guesses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from resumekit.errors import Problem
from resumekit.load import KeyPath

from .draft_resume import UnmappedValue, traced_texts
from .input_file import InputFile
from .repair import RepairedResume

MAX_VALUE_LENGTH = 120
"""Characters of a value that a message quotes; longer values are truncated."""

_MAX_PATHS = 8


def build_report(repaired: RepairedResume, unmapped: tuple[UnmappedValue, ...], file: InputFile) -> tuple[Problem, ...]:
    """Return a warning for each value that was not imported, and remarks on extension keys, misfits and guesses."""
    resume, name = repaired.resume, file.name
    problems = [_not_imported(value, name) for value in unmapped]
    problems += [_misfit(problem, origin, file) for origin, problem in repaired.misfits]
    extensions = list(_extension_paths(resume, ()))
    guesses = [path for path, text in traced_texts(resume) if text.doubt is not None]
    if extensions:
        message = f"kept under extension keys, which are never printed: {_listed(extensions)}"
        problems.append(Problem("set-aside", message, file=name, severity="info"))
    if guesses:
        message = f"guessed values, with the original wording in `# check:` comments: {_listed(guesses)}"
        problems.append(Problem("to-check", message, file=name, severity="info"))
    return tuple(problems)


def _misfit(problem: Problem, origin: KeyPath | None, file: InputFile) -> Problem:
    """Return the schema's problem with a value as a remark that points into the imported file."""
    location = file.location(origin) if origin is not None else None
    return replace(problem, location=location, file=None if location else file.name, severity="info")


def _not_imported(unmapped: UnmappedValue, name: str) -> Problem:
    value = " ".join(unmapped.value.split())
    quoted = value if len(value) <= MAX_VALUE_LENGTH else f"{value[:MAX_VALUE_LENGTH]} … ({len(value)} characters)"
    subject = unmapped.where if unmapped.value == unmapped.where else f"{unmapped.where}: '{quoted}'"
    message = f"{subject} was not imported: {unmapped.why}"
    file = None if unmapped.location else name
    return Problem("not-imported", message, unmapped.location, file=file, severity="warning")


def _extension_paths(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    """Yield the paths of the outermost extension keys (`x-…`)."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in items:
        if str(step).startswith("x-"):
            yield (*path, step)
        else:
            yield from _extension_paths(item, (*path, step))


def _listed(paths: list[KeyPath]) -> str:
    names = [".".join(map(str, path)) for path in paths[:_MAX_PATHS]]
    more = f" and {len(paths) - _MAX_PATHS} more" if len(paths) > _MAX_PATHS else ""
    return ", ".join(names) + more
