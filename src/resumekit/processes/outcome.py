"""What processes of resumekit tell each other: pickled functions go in, and outcomes come back."""

from __future__ import annotations

import os
import pickle
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any, Literal


class Unfinished(Exception):
    """Work was ended before it had an outcome: it took too much time or memory, or crashed."""

    def __init__(self, reason: Literal["time", "memory", "crash"]) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a function returned or raised."""

    result: Any = None
    error: Exception | None = None

    def get(self) -> Any:
        """Return the result, or raise the exception."""
        if self.error:
            raise self.error
        return self.result


def outcome_of(function: Callable[[], object]) -> Outcome:
    """Call a function; an exception gets its traceback as a note, because pickling loses it."""
    try:
        return Outcome(function())
    except Exception as error:
        error.add_note("".join(traceback.format_exception(error)).rstrip())
        return Outcome(error=error)


def write_outcome(outcome: Outcome, pipe: IO[bytes]) -> None:
    """Write an outcome for `read_outcome`. An exception that cannot be pickled becomes a RuntimeError."""
    try:
        data = pickle.dumps(outcome)
        pickle.loads(data)  # noqa: S301 (our own; some exceptions can be pickled, but not read)
    except Exception:
        if not outcome.error:
            raise
        data = pickle.dumps(Outcome(error=RuntimeError("".join(traceback.format_exception(outcome.error)))))
    pipe.write(data)
    pipe.flush()


def read_outcome(pipe: IO[bytes]) -> Outcome:
    """Read an outcome.

    Raises:
        EOFError, UnpicklingError: the process ended before it had written one.
    """
    outcome: Outcome = pickle.load(pipe)  # noqa: S301 (from our own process)
    return outcome


def write_call(function: Callable[[], object], pipe: IO[bytes]) -> None:
    """Write a function for `answer_calls`: one that can be pickled, and that may expect the same current folder.

    Raises:
        OSError: the process has ended.
    """
    pickle.dump((_current_folder(), function), pipe)
    pipe.flush()


def answer_calls(calls: IO[bytes], outcomes: IO[bytes]) -> None:
    """Call each function that is written, and write its outcome, until there are no more."""
    with suppress(EOFError, BrokenPipeError):
        while True:
            folder, function = pickle.load(calls)  # noqa: S301 (from our own process)
            if folder and folder != _current_folder():
                os.chdir(folder)
            write_outcome(outcome_of(function), outcomes)


def _current_folder() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109 (as a plain string)
    except OSError:  # it has been deleted
        return None
