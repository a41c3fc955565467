"""What the tests of all rooms share: a project folder, the command line, golden files, and how long to fuzz."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]

# The same inputs on every run, so that a change that breaks nothing stays green; `make fuzz` looks for new ones.
settings.register_profile("quick", max_examples=60, derandomize=True, deadline=None)
settings.register_profile("fuzz", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quick")


@dataclass(frozen=True)
class Run:
    """What a command did."""

    exit_code: int
    stdout: str
    stderr: str


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what came out into the golden files")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let `pytest -m fuzz --hypothesis-profile fuzz` find every Hypothesis test."""
    if config.getoption("--hypothesis-profile") == "fuzz":
        for item in items:
            if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
                item.add_marker("fuzz")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty folder to keep a résumé in."""
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


@pytest.fixture
def write_resume(project: Path) -> Callable[..., Path]:
    """Write a résumé into the project folder: `write_resume("basics: {name: Ada}")`."""

    def write(text: str, name: str = "resume.yaml") -> Path:
        path = project / name
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(tmp_path: Path, project: Path) -> Callable[..., Run]:
    """Run the command line as a user does: `run("build", "-f", "html", cwd=..., stdin=..., env=...)`."""

    def resumekit(*args: str | Path, cwd: Path = project, stdin: str = "", env: Mapping[str, str] | None = None) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "resumekit", *map(str, args)],
            cwd=cwd,
            input=stdin,
            env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config"), **(env or {})},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return resumekit


@pytest.fixture
def invoke(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Run]:
    """Run a command in this process, as most tests do: `invoke("build", "-f", "html")`."""
    from resumekit.cli import run

    monkeypatch.chdir(project)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def resumekit(*args: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["resumekit", *map(str, args)])
        exit_code = run()
        said = capsys.readouterr()
        return Run(exit_code, said.out, said.err)

    return resumekit


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Hold a text against a file that a person has read and found right; `--accept` writes the file anew."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path.name} is not there yet: `pytest --accept` writes it; then read it"
        assert text == path.read_text(encoding="utf-8")

    return compare
