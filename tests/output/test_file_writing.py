"""A file is written whole, or what was there stays."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from resumekit.errors import OutputError, Problem
from resumekit.output import write


def problem_of(path: Path, data: bytes = b"new") -> Problem:
    with pytest.raises(OutputError) as error:
        write(data, path)
    (problem,) = error.value.problems
    assert (problem.code, problem.file) == ("unwritable", str(path))
    assert problem.hint
    return problem


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that was written before."""
    path = tmp_path / "resume.pdf"
    path.write_bytes(b"old")
    return path


@pytest.mark.parametrize("data", [b"", b"x", bytes(range(256)) * 10_000])
def test_a_file_has_the_bytes_that_were_given(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "dist" / "deep" / "resume.pdf"
    assert write(data, path) == path
    assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_the_temporary_file_is_in_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rename is atomic within one file system only."""
    renamed = []
    monkeypatch.setattr(Path, "replace", lambda source, target: renamed.append((source.parent, target)))
    write(b"x", tmp_path / "dist" / "resume.pdf")
    assert renamed == [(tmp_path / "dist", tmp_path / "dist" / "resume.pdf")]


def test_what_was_there_is_replaced(old: Path) -> None:
    write(b"new", old)
    assert old.read_bytes() == b"new"
    assert list(old.parent.iterdir()) == [old]


def test_whoever_reads_the_old_file_goes_on_reading_it(old: Path) -> None:
    with old.open("rb") as reader:
        write(b"new", old)
        assert reader.read() == b"old"


def test_a_symbolic_link_is_replaced_not_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "resume.pdf"
    target.write_bytes(b"precious")
    link.symlink_to(target)
    write(b"new", link)
    assert (target.read_bytes(), link.read_bytes(), link.is_symlink()) == (b"precious", b"new", False)


def test_other_names_of_the_old_file_keep_it(old: Path) -> None:
    other = old.with_name("other")
    other.hardlink_to(old)
    write(b"new", old)
    assert other.read_bytes() == b"old"


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o000, 0o666), (0o027, 0o640)])
def test_the_mode_is_that_of_any_new_file(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        path = write(b"new", tmp_path / "resume.pdf")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_name_of_any_length_that_the_system_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("神" * 83 + ".pdf")
    assert write(b"new", path).read_bytes() == b"new"


@pytest.mark.parametrize("where", ["file/resume.pdf", "file/deep/resume.pdf"])
def test_a_file_is_not_a_folder(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    problem_of(tmp_path / where)
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "resume.pdf" / "inside").mkdir(parents=True)
    problem_of(tmp_path / "resume.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["resume.pdf"]


def test_a_name_that_is_too_long_is_a_problem(tmp_path: Path) -> None:
    assert "File name too long" in problem_of(tmp_path / ("a" * 300 + ".pdf")).message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_is_a_problem(old: Path) -> None:
    old.parent.chmod(0o555)
    try:
        assert "Permission denied" in problem_of(old).message
    finally:
        old.parent.chmod(0o755)
    assert old.read_bytes() == b"old"


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_that_does_not_fit_leaves_the_old_one(old: Path) -> None:
    with files_no_larger_than(100_000):
        assert "File too large" in problem_of(old, b"x" * 200_000).message
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("step", ["fsync", "replace", "open", "mkdir"])
def test_whatever_fails_the_old_file_stays_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, number: int, step: str
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os if step in {"fsync", "open"} else Path, step, fail)
    assert problem_of(old).message == f"cannot be written: {os.strerror(number)}"
    monkeypatch.undo()
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, MemoryError])
def test_an_interruption_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, interruption: type[BaseException]
) -> None:
    def interrupt(handle: int) -> None:
        raise interruption

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(interruption):
        write(b"new", old)
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


KILLED = """
import os, signal, sys
from pathlib import Path
from resumekit.output import write
os.{step} = lambda *arguments, **options: os.kill(os.getpid(), signal.SIGKILL)
write(b"new" * 100_000, Path(sys.argv[1]))
"""


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_process_that_is_killed_while_it_writes_leaves_the_old_file(old: Path, step: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED.format(step=step), old])
    assert done.returncode == -signal.SIGKILL
    assert old.read_bytes() == b"old"
