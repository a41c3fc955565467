"""Functions run in a separate process, whose failure does not affect this one."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from resumekit.importing import isolation
from resumekit.importing.isolation import run_isolated

# Workers of pytest-xdist have threads that `threading` does not know of; Python 3.12 warns of a fork then.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

alone = pytest.mark.skipif(threading.active_count() > 1, reason="there is no fork with threads")


def test_the_result_comes_back() -> None:
    made = {"data": b"\0" * 1_000_000, "more": ("a", None)}
    assert run_isolated(lambda: made) == made


@alone
def test_the_function_runs_in_another_process() -> None:
    assert run_isolated(os.getpid) != os.getpid()


def abort() -> object:
    faulthandler.disable()  # pytest enables it, and it would print to the terminal
    os.abort()


def read_nowhere() -> object:
    faulthandler.disable()
    return ctypes.string_at(8)


def end() -> object:
    os._exit(3)


def raise_something() -> object:
    raise RuntimeError("unheard-of")


@alone
@pytest.mark.parametrize("work", [abort, read_nowhere, end, raise_something])
def test_a_crash_gives_none(work: Callable[[], object]) -> None:
    assert run_isolated(work) is None


@alone
def test_an_endless_function_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_MAX_SECONDS", 1)

    def work() -> None:
        while True:
            pass

    assert run_isolated(work) is None


@alone
@pytest.mark.skipif(sys.platform != "linux", reason="the limit counts what only Linux tells")
def test_a_function_that_takes_too_much_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    used = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")

    def allocated(megabytes: int) -> int | None:
        return run_isolated(lambda: len(bytearray(megabytes * 1_000_000)))

    assert allocated(400) == 400_000_000
    monkeypatch.setattr(isolation, "_MAX_BYTES", used + 200_000_000)
    assert allocated(400) is None
    assert allocated(50) == 50_000_000


def test_there_is_no_fork_with_threads() -> None:
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert run_isolated(os.getpid) == os.getpid()
    finally:
        done.set()
        waiting.join()


@alone
def test_no_process_is_left_behind() -> None:
    run_isolated(abort)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
