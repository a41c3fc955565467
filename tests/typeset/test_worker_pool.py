"""Worker processes: pages in their order, and workers that crash, hang or are killed."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from resumekit.errors import Problem, TypesetError
from resumekit.processes import spawned_worker
from resumekit.typeset import Artifact, Folders, TypesetRequest, worker_pool
from resumekit.typeset.worker_pool import command_typesetter

from .builds import squeezed, texts_of

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux has workers"),
    pytest.mark.skipif(threading.active_count() > 1, reason="there are no workers with threads"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use workers on a machine with one core, too."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})


@pytest.fixture(autouse=True)
def _no_child_is_left(two_cores: None) -> Iterator[None]:
    spawned_worker._end_worker()  # of tests before
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def obey(request: TypesetRequest) -> Artifact:
    """Do what the page says instead of typesetting it; the workers inherit this."""
    word, _, argument = request.html.partition(" ")
    match word:
        case "kill":
            os.kill(os.getpid(), int(argument))
        case "sleep":
            time.sleep(float(argument))
        case "refuse":
            raise TypesetError(Problem("engine-failed", argument))
        case "crash":
            raise RuntimeError(argument)
    return Artifact("pdf", f"{os.getpid()} {request.html}".encode())


@pytest.fixture
def obedient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the engine by `obey`."""
    monkeypatch.setattr(worker_pool, "_import_engine", lambda: None)
    monkeypatch.setattr(worker_pool, "typeset", obey)


def page(html: str) -> TypesetRequest:
    return TypesetRequest(html, Folders(Path("no-such-folder"), ()))


def worker_and_text(artifact: Artifact) -> tuple[int, str]:
    worker, _, text = artifact.data.decode().partition(" ")
    return int(worker), text


def problem_of(error: pytest.ExceptionInfo[TypesetError]) -> Problem:
    (problem,) = error.value.problems
    return problem


def test_a_worker_typesets_a_page() -> None:
    with command_typesetter() as typesetter:
        first, second = (typesetter(page(f"<title>T</title><p>{text}")) for text in ("Ada", "Grace"))
        assert [squeezed(texts_of(pending().data)[0]) for pending in (first, second)] == ["Ada", "Grace"]


@pytest.mark.usefixtures("obedient")
def test_pages_that_wait_for_one_worker_come_in_their_order() -> None:
    with command_typesetter() as typesetter:
        pending = [typesetter(page(f"page {number}")) for number in range(5)]
        done = [worker_and_text(each()) for each in pending]
    assert [text for _, text in done] == [f"page {number}" for number in range(5)]
    assert len({worker for worker, _ in done}) == 1
    assert os.getpid() not in {worker for worker, _ in done}


@pytest.mark.usefixtures("obedient")
def test_a_page_can_be_waited_for_before_those_requested_earlier() -> None:
    with command_typesetter() as typesetter:
        pending = [typesetter(page(f"page {number}")) for number in range(3)]
        done = [worker_and_text(each())[1] for each in reversed(pending)]
    assert done == ["page 2", "page 1", "page 0"]


@pytest.mark.usefixtures("obedient")
def test_two_workers_typeset_at_the_same_time() -> None:
    with command_typesetter(workers=9) as typesetter:
        slow, quick = typesetter(page("sleep 0.5")), typesetter(page("page"))
        (worker, text), (other, _) = worker_and_text(quick()), worker_and_text(slow())
    assert text == "page"
    assert worker != other


@pytest.mark.usefixtures("obedient")
@pytest.mark.parametrize("fault", [f"kill {signal.SIGKILL:d}", f"kill {signal.SIGTERM:d}"])
def test_a_worker_that_dies_is_replaced(fault: str) -> None:
    with command_typesetter() as typesetter:
        before, broken, after, later = (typesetter(page(text)) for text in ("before", fault, "after", "later"))
        first, _ = worker_and_text(before())
        with pytest.raises(TypesetError, match="WeasyPrint's process exited unexpectedly") as error:
            broken()
        second, text = worker_and_text(after())
        third, _ = worker_and_text(later())
    assert problem_of(error).code == "engine-failed"
    assert text == "after"
    assert second != first
    assert second == third


@pytest.mark.usefixtures("obedient")
def test_a_bug_in_a_worker_is_raised_with_its_traceback() -> None:
    with command_typesetter() as typesetter:
        broken, after = (typesetter(page(text)) for text in ("crash here", "after"))
        with pytest.raises(RuntimeError, match="here") as error:
            broken()
        assert worker_and_text(after())[1] == "after"
    assert "in obey" in error.value.__notes__[0]


@pytest.mark.usefixtures("obedient")
def test_a_page_that_cannot_be_typeset_does_not_end_its_worker() -> None:
    with command_typesetter() as typesetter:
        before, refused, after = (typesetter(page(text)) for text in ("before", "refuse it broke", "after"))
        first, _ = worker_and_text(before())
        with pytest.raises(TypesetError) as error:
            refused()
        assert worker_and_text(after()) == (first, "after")
    assert problem_of(error) == Problem("engine-failed", "it broke")


@pytest.mark.usefixtures("obedient")
def test_a_page_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_pool, "wall_seconds", lambda request: 0.2)
    began = time.monotonic()
    with command_typesetter() as typesetter, pytest.raises(TypesetError, match="more than 8 seconds") as error:
        typesetter(page("sleep 60"))()
    assert time.monotonic() - began < 30
    assert problem_of(error).code == "engine-too-slow"


@pytest.mark.usefixtures("obedient")
@pytest.mark.parametrize("pages", [[], ["page"], ["sleep 60"], ["sleep 60", "sleep 60", "page"]])
def test_leaving_ends_every_worker_whatever_it_does(pages: list[str]) -> None:
    began = time.monotonic()
    with command_typesetter(workers=2) as typesetter:
        for text in pages:
            typesetter(page(text))
    assert time.monotonic() - began < 30


@pytest.mark.usefixtures("obedient")
def test_an_interrupt_does_not_end_a_worker() -> None:
    with command_typesetter() as typesetter:
        assert worker_and_text(typesetter(page(f"kill {signal.SIGINT:d}"))())[1].startswith("kill")


def test_one_core_has_one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    with command_typesetter(2) as typesetter:
        assert len(typesetter.__self__._idle) == 1  # type: ignore[attr-defined]
