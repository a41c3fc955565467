"""Functions run in a separate process, whose failure does not affect this one."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from resumekit.errors import Problem, ThemeError
from resumekit.processes import Limits, Unfinished, forked, run_isolated, spawned_worker

alone = pytest.mark.skipif(threading.active_count() > 1, reason="there is no fork with threads")
LIMITS = Limits(seconds=1, memory=200_000_000)


@contextmanager
def another_thread() -> Iterator[None]:
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        yield
    finally:
        done.set()
        waiting.join()


@pytest.fixture(params=[pytest.param("fork", marks=alone), "worker"])
def process(request: pytest.FixtureRequest) -> Iterator[str]:
    """Run functions in a fork, and in the worker of a program with threads."""
    if request.param == "fork":
        yield "fork"
        return
    with another_thread():
        yield "worker"


def reason_of(function: Callable[[], Any], limits: Limits = LIMITS) -> str:
    with pytest.raises(Unfinished) as ended:
        run_isolated(function, limits)
    return ended.value.reason


# Functions for the worker must be ones that can be pickled.
def large_result() -> object:
    return {"data": b"\0" * 1_000_000, "more": ("a", None)}


def abort() -> object:
    faulthandler.disable()  # pytest enables it, and it would print to the terminal
    os.abort()


def read_nowhere() -> object:
    faulthandler.disable()
    return ctypes.string_at(8)


def end() -> object:
    os._exit(3)


def refuse() -> object:
    raise ThemeError(Problem("broken-template", "unheard-of"))


class Unpicklable(Exception):
    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def raise_something_unpicklable() -> object:
    raise Unpicklable("unheard", "of")


def count_for_ever() -> object:
    while True:
        pass


def count_for_ever_whatever_happens() -> object:
    while True:
        try:
            count_for_ever()
        except Exception:
            continue


def calculate_for_ever() -> object:
    return 9 ** int("99999999")  # in C, which does not notice signals


def sleep() -> object:
    time.sleep(60)
    return None


def take_memory() -> object:
    return len(bytearray(400_000_000))


def take_little_memory() -> object:
    return len(bytearray(50_000_000))


@pytest.mark.usefixtures("process")
def test_the_result_comes_back() -> None:
    assert run_isolated(large_result, LIMITS) == large_result()


@pytest.mark.usefixtures("process")
def test_the_function_runs_in_another_process() -> None:
    assert run_isolated(os.getpid, LIMITS) != os.getpid()


@pytest.mark.usefixtures("process")
def test_the_function_runs_in_the_current_folder(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    run_isolated(os.getpid, LIMITS)
    monkeypatch.chdir(tmp_path)
    assert run_isolated(os.getcwd, LIMITS) == str(tmp_path)


@pytest.mark.usefixtures("process")
@pytest.mark.parametrize("function", [abort, read_nowhere, end])
def test_a_crash_has_no_result(function: Callable[[], object]) -> None:
    assert reason_of(function) == "crash"
    assert run_isolated(os.getpid, LIMITS) != os.getpid()


@pytest.mark.usefixtures("process")
def test_an_exception_is_raised_here() -> None:
    with pytest.raises(ThemeError) as error:
        run_isolated(refuse, LIMITS)
    assert error.value.problems == (Problem("broken-template", "unheard-of"),)
    assert "in refuse" in error.value.__notes__[0]


@pytest.mark.usefixtures("process")
def test_an_exception_that_cannot_be_pickled_is_described() -> None:
    with pytest.raises(RuntimeError, match="Unpicklable: unheard of"):
        run_isolated(raise_something_unpicklable, LIMITS)


@pytest.mark.usefixtures("process")
@pytest.mark.parametrize("function", [count_for_ever, count_for_ever_whatever_happens, calculate_for_ever])
def test_an_endless_function_is_stopped(function: Callable[[], object]) -> None:
    before = time.process_time()
    assert reason_of(function) == "time"
    assert time.process_time() - before < 0.5


@pytest.mark.usefixtures("process")
def test_a_function_that_sleeps_is_stopped() -> None:
    assert reason_of(sleep, Limits(seconds=0.05, memory=200_000_000)) == "time"


@pytest.mark.usefixtures("process")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
def test_a_function_that_takes_too_much_memory_is_stopped() -> None:
    assert reason_of(take_memory) == "memory"
    assert run_isolated(take_little_memory, LIMITS) == 50_000_000


def test_there_is_no_fork_with_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forked, "fork", None)
    with another_thread():
        assert run_isolated(os.getpid, LIMITS) == spawned_worker._workers[os.getpid()].process.pid


@alone
@pytest.mark.parametrize("function", [os.getpid, abort, refuse])
def test_no_file_is_left_open(function: Callable[[], object]) -> None:
    before = sorted(Path("/dev/fd").iterdir())
    with suppress(Unfinished, ThemeError):
        run_isolated(function, LIMITS)
    assert sorted(Path("/dev/fd").iterdir()) == before
