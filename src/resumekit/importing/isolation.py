"""Readers of binary files, which may crash or hang on a hostile one, run in a process of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from resumekit.errors import LoadError, Problem
from resumekit.processes import Limits, Unfinished, run_isolated

LIMITS = Limits(seconds=20, memory=1_000_000_000)

_Result = TypeVar("_Result")


def read_isolated(function: Callable[[], _Result | None], name: str) -> _Result | None:
    """Return the result of a function that reads the file `name`, or None if its process crashes.

    Raises:
        LoadError: it takes too long, or too much memory.
    """
    try:
        return run_isolated(function, LIMITS)
    except Unfinished as ended:
        if ended.reason == "crash":
            return None
        spent = f"{LIMITS.seconds:g} seconds" if ended.reason == "time" else f"{LIMITS.memory / 1e9:g} GB of memory"
        hint = "export or print it anew, or copy its text into a .txt file and import that"
        raise LoadError(
            Problem("too-complex", f"reading this file takes more than {spent}", file=name, hint=hint)
        ) from None
