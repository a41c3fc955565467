"""Commands that are killed: no process goes on, no file is torn, and nothing is left for good."""

from __future__ import annotations

import os
import random
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from resumekit.output import write

from .themes import PAGE, make_theme, processes_with, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

SLOW = PAGE + "<div style='display: flex'>" * 11 + "{{ resume.name }}"
QUICK = PAGE + "<h1>{{ resume.name }}</h1><h2>{{ resume.sections[0].title }}</h2><p>Hello"
SIGNALS = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGKILL]


@pytest.fixture(autouse=True)
def _signals_as_in_a_terminal() -> Iterator[None]:
    """A shell ignores SIGQUIT for what it runs in the background, and so would every process of these tests."""
    before = signal.signal(signal.SIGQUIT, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGQUIT, before)


@pytest.fixture
def mark() -> Iterator[str]:
    """A word in the environment of every process that a test starts; none of them is left afterwards."""
    word = f"RESUMEKIT_TEST_{secrets.token_hex(8)}"
    yield word
    assert left(word) == {}


def left(mark: str, seconds: float = 5) -> dict[int, str]:
    """Return the processes that have not ended after some seconds."""
    deadline = time.monotonic() + seconds
    while (found := processes_with(mark)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return found


def start(folder: Path, mark: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "resumekit", *arguments],
        cwd=folder,
        env={**os.environ, mark: "1", "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def wait_for(mark: str, processes: int) -> None:
    deadline = time.monotonic() + 30
    while len(processes_with(mark)) < processes and time.monotonic() < deadline:
        time.sleep(0.02)


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("command", [["build", "-t", "evil"], ["themes", "test", "evil"], ["themes", "gallery"]])
def test_no_process_goes_on_when_the_command_is_killed(
    command: list[str], number: signal.Signals, tmp_path: Path, mark: str
) -> None:
    make_theme(tmp_path, SLOW)
    process = start(tmp_path, mark, *command)
    wait_for(mark, 2)
    process.send_signal(number)
    process.communicate(timeout=10)  # reads to the end: nobody holds standard output any more
    assert process.returncode == -number
    assert left(mark) == {}


@pytest.mark.parametrize("number", SIGNALS)
def test_a_template_does_not_go_on(number: signal.Signals, tmp_path: Path, mark: str) -> None:
    make_theme(tmp_path, PAGE + "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}")
    process = start(tmp_path, mark, "build", "-t", "evil", "-f", "html")
    wait_for(mark, 2)
    process.send_signal(number)
    process.communicate(timeout=10)
    assert left(mark) == {}


@pytest.mark.parametrize("number", SIGNALS)
def test_a_worker_of_a_program_does_not_go_on(number: signal.Signals, tmp_path: Path, mark: str) -> None:
    make_theme(tmp_path, SLOW)
    program = "import resumekit; resumekit.build('resume.yaml', theme='evil', output=None)"
    process = subprocess.Popen([sys.executable, "-c", program], cwd=tmp_path, env={**os.environ, mark: "1"})
    wait_for(mark, 2)
    process.send_signal(number)
    process.wait(10)
    assert left(mark) == {}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_an_external_program_does_not_go_on(number: signal.Signals, tmp_path: Path, mark: str) -> None:
    program = f"""
        from pathlib import Path
        from resumekit.typeset.latex.engine_process import DEFAULT_LIMITS, run
        Path("job").mkdir()
        environment = {{"PATH": {os.environ["PATH"]!r}, {mark!r}: "1"}}
        run(["sh", "-c", "sleep 60 & sleep 60"], Path(), environment, DEFAULT_LIMITS)
    """
    lines = "\n".join(line.strip() for line in program.splitlines())
    process = subprocess.Popen([sys.executable, "-c", lines], cwd=tmp_path, env={**os.environ, mark: "1"})
    wait_for(mark, 4)
    process.send_signal(number)
    process.wait(10)
    assert left(mark) == {}


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*resumekit-*"))


@pytest.mark.parametrize("kills", [6, pytest.param(250, marks=pytest.mark.fuzz)])
def test_builds_that_are_killed_tear_and_leave_nothing(kills: int, tmp_path: Path, mark: str) -> None:
    """At random moments, with random signals. The next build removes what a killed one could not."""
    make_theme(tmp_path, QUICK)
    began = time.monotonic()
    assert run(tmp_path, "build", "-t", "evil", "-f", "pdf,html,json").exit_code == 0
    whole, seconds = {path.name: path.read_bytes() for path in (tmp_path / "dist").iterdir()}, time.monotonic() - began
    assert len(whole) == 3
    chance = random.Random(kills)
    for _ in range(kills):
        process = start(tmp_path, mark, "build", "-t", "evil", "-f", "pdf,html,json")
        time.sleep(chance.random() * seconds * 1.2)
        process.send_signal(chance.choice(SIGNALS))
        process.communicate(timeout=10)
        found = {path.name: path.read_bytes() for path in (tmp_path / "dist").glob("[!.]*")}
        assert found == whole
    assert left(mark) == {}
    process = start(tmp_path, mark, "build", "-t", "evil", "-f", "pdf,html,json")
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert leftovers(tmp_path) == []


_WRITE = """
import sys
from pathlib import Path
from resumekit.output import write
for size in range(10_000):
    write(b"%d" % (size % 10) * 3_000_000, Path("dist/resume.pdf"))
    if not size:
        print(flush=True)
"""


@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.fuzz)])
def test_a_write_that_is_killed_tears_and_leaves_nothing(kills: int, tmp_path: Path) -> None:
    chance = random.Random(kills)
    for _ in range(kills):
        process = subprocess.Popen([sys.executable, "-c", _WRITE], cwd=tmp_path, stdout=subprocess.PIPE)
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.02 + chance.random() * 0.05)
        process.kill()
        process.communicate()
        found = (tmp_path / "dist" / "resume.pdf").read_bytes()
        assert len(found) == 3_000_000
        assert len(set(found)) == 1
    write(b"new", tmp_path / "dist" / "resume.pdf")
    assert [path.name for path in (tmp_path / "dist").iterdir()] == ["resume.pdf"]


def test_what_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    program = """
import os, sys
from pathlib import Path
from resumekit.output import file_writing
handle, path = file_writing._new_file(Path("."))
print(path.name, flush=True)
sys.stdin.read()
"""
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout
    name = process.stdout.readline().decode().strip()
    write(b"new", tmp_path / "resume.pdf")
    assert (tmp_path / name).exists()
    process.communicate()
    write(b"new", tmp_path / "resume.pdf")
    assert not (tmp_path / name).exists()


def test_files_that_only_look_like_ours_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".resumekit-notes").mkdir()
    (tmp_path / ".resumekit").write_text("mine")
    (tmp_path / f".resumekit-{'0' * 16}").symlink_to(tmp_path / ".resumekit")
    before = sorted(path.name for path in tmp_path.iterdir())
    write(b"new", tmp_path / "resume.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == [*before, "resume.pdf"]


@pytest.mark.parametrize("number", [2, pytest.param(8, marks=pytest.mark.attacks)])
def test_builds_at_once_in_one_folder(number: int, tmp_path: Path, mark: str) -> None:
    make_theme(tmp_path, QUICK)
    processes = [start(tmp_path, mark, "build", "-t", "evil", "-f", "pdf,json") for _ in range(number)]
    outputs = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * number, outputs
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == ["resume.json", "resume.pdf"]
    assert leftovers(tmp_path) == []
