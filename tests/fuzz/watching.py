"""What every input must result in, and within what time."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from load.test_any_source import assert_in_the_text
from resumekit.errors import Problem

MAX_SECONDS = 2
"""Maximum CPU time for one input, in seconds."""


def assert_reported(problems: Iterable[Problem], data: bytes) -> None:
    """Check that each problem has a message, and a location in the input or at least a file."""
    for problem in problems:
        assert problem.message
        assert problem.location or problem.file
        if problem.location and is_text(data):
            assert_in_the_text(problem.location, data.decode())


@contextmanager
def in_time(seconds: float = MAX_SECONDS) -> Iterator[None]:
    """Interrupt the block after the time limit."""
    is_up = False

    def stop(number: int, frame: object) -> None:
        nonlocal is_up
        is_up = True
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    if is_up:  # the code under test caught the exception
        raise TimeoutError(f"more than {seconds} s")


def is_text(data: bytes) -> bool:
    """Return whether an input is UTF-8, so that locations in it can be looked up."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
