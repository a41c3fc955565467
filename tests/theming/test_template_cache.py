"""Compiled templates are executed, so they are kept only in a folder that nobody else can write."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from jinja2 import FileSystemBytecodeCache

from present.resumes import view_of
from resumekit.theming.environment import environment

from .themes import built_in, set_in

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the folder is named as on Linux")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of compiled templates, which does not exist yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own-cache"))
    return tmp_path / "own-cache" / "resumekit" / "templates"


def is_used(folder: Path) -> bool:
    """Return whether templates are kept in the folder; a page is rendered either way."""
    cache = environment(()).bytecode_cache
    assert "Ada" in set_in(built_in("modern"), view_of("basics: {name: Ada}"))
    kept = folder.is_dir() and any(folder.iterdir())
    assert kept == isinstance(cache, FileSystemBytecodeCache)
    return kept


def test_the_folder_is_created_for_this_user_only(folder: Path) -> None:
    assert is_used(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o700, 0o755, 0o750])
def test_a_folder_that_others_can_only_read_is_used(folder: Path, mode: int) -> None:
    folder.mkdir(parents=True)
    folder.chmod(mode)
    assert is_used(folder)


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o722, 0o777])
def test_a_folder_that_others_can_write_is_not_used(folder: Path, mode: int) -> None:
    folder.mkdir(parents=True)
    folder.chmod(mode)
    assert not is_used(folder)


def test_a_folder_of_another_user_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir(parents=True)
    another = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: another)
    assert not is_used(folder)


def test_without_a_folder_templates_are_compiled_each_time(folder: Path) -> None:
    folder.parent.parent.write_text("a file")
    assert not is_used(folder)


def test_a_full_disk_does_not_stop_a_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemBytecodeCache, "dump_bytecode", full)
    assert "Ada" in set_in(built_in("modern"), view_of("basics: {name: Ada}"))
