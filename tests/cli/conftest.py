"""Fixtures that run commands in the test process, which is enough for most tests."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run


@pytest.fixture
def invoke(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Run]:
    """Run a command in the project folder: `invoke("build", "-f", "html")`."""
    from resumekit.cli import run

    monkeypatch.chdir(project)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def resumekit(*args: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["resumekit", *map(str, args)])
        exit_code = run()
        said = capsys.readouterr()
        return Run(exit_code, said.out, said.err)

    return resumekit


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder and its content, to check that nothing was changed."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
