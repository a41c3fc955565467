"""Work in a process of its own: whatever becomes of that, this one goes on."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import threading
from collections.abc import Callable

import pytest

from resumekit.importing import isolation
from resumekit.importing.isolation import apart

# Workers of pytest-xdist have threads that `threading` does not know of; Python 3.12 warns of a fork then.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

alone = pytest.mark.skipif(threading.active_count() > 1, reason="with threads nothing is forked")


def test_what_the_work_makes_comes_back() -> None:
    made = {"data": b"\0" * 1_000_000, "more": ("a", None)}
    assert apart(lambda: made) == made


@alone
def test_the_work_is_done_in_another_process() -> None:
    assert apart(os.getpid) != os.getpid()


def abort() -> object:
    faulthandler.disable()  # which pytest has switched on, and which would tell the terminal
    os.abort()


def read_nowhere() -> object:
    faulthandler.disable()
    return ctypes.string_at(8)


def use_all_memory() -> object:
    return bytearray(1_000_000_000_000)


def end() -> object:
    os._exit(3)


def raise_something() -> object:
    raise RuntimeError("unheard-of")


@alone
@pytest.mark.parametrize("work", [abort, read_nowhere, use_all_memory, end, raise_something])
def test_work_that_ends_badly_gives_nothing(work: Callable[[], object]) -> None:
    assert apart(work) is None


@alone
def test_work_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_MAX_SECONDS", 1)

    def work() -> None:
        while True:
            pass

    assert apart(work) is None


def test_with_threads_nothing_is_forked() -> None:
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert apart(os.getpid) == os.getpid()
    finally:
        done.set()
        waiting.join()


@alone
def test_no_process_is_left_behind() -> None:
    apart(abort)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
