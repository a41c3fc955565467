"""docs/themes.md, followed to the letter: each file is written and each command run, in the order of the page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import ROOT, Run

PAGE = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
TARGET = re.compile(r"(write|add to)\s+`(themes/[^`]+)`[^`]*\Z", re.IGNORECASE)


SCRIPT = f"""#!/bin/sh
case "$*" in
"themes test mine" | "themes test wine") exec "{sys.executable}" "{ROOT}/tests/contract/few_samples.py" "$@" ;;
*) exec "{sys.executable}" -m resumekit "$@" ;;
esac
"""
"""The command. A theme that is wrong, or as good as another, is tested with few samples, for all take 15 seconds."""


class Step(NamedTuple):
    """A code block of the page: its kind, its text, and the text before it."""

    kind: str
    text: str
    before: str


def steps() -> Iterator[Step]:
    """Yield the code blocks of the tutorial in order."""
    tutorial = PAGE[PAGE.index("## A theme of your own") : PAGE.index("### Sharing a theme")]
    end = 0
    for block in BLOCK.finditer(tutorial):
        yield Step(block[1], block[2], tutorial[end : block.start()])
        end = block.end()


class Designer:
    """A reader who follows the instructions, in a folder with a résumé."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self._environment = environment
        self.last_file, self.last_text = folder, ""

    def write(self, step: Step) -> None:
        """Write or extend the file that the step names."""
        found = TARGET.search(step.before)
        assert found, f"which file is this?\n{step.text}"
        path = self.folder / found[2]
        path.parent.mkdir(parents=True, exist_ok=True)
        there = path.read_text(encoding="utf-8") if path.exists() else ""
        assert there or found[1].lower() == "write"
        path.write_text((there if found[1].lower() == "add to" else "") + step.text, encoding="utf-8")
        self.last_file, self.last_text = path, there

    def undo(self) -> None:
        """Undo the last change to a file."""
        self.last_file.write_text(self.last_text, encoding="utf-8")

    def run(self, commands: str) -> subprocess.CompletedProcess[str]:
        """Run commands in a shell."""
        return subprocess.run(
            ["sh", "-e", "-c", commands],
            cwd=self.folder,
            env=dict(self._environment),
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )


@pytest.fixture
def designer(project: Path, tmp_path: Path, run: Callable[..., Run]) -> Designer:
    assert run("new").exit_code == 0
    command = tmp_path / "bin/resumekit"
    command.parent.mkdir()
    command.write_text(SCRIPT, encoding="utf-8")
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return Designer(project, {**os.environ, "PATH": path, "XDG_CONFIG_HOME": str(tmp_path / "config")})


def test_the_tutorial_can_be_followed(designer: Designer) -> None:
    followed, said = 0, ""
    todo = list(steps())
    for step, following in zip(todo, [*todo[1:], Step("", "", "")], strict=True):
        if step.kind == "sh":
            done = designer.run(step.text)
            said = done.stdout + done.stderr
            assert (done.returncode != 0) == (following.kind == "text"), said
        elif step.kind == "text":
            assert step.text.strip() in said
            designer.undo()
        elif step.kind:
            designer.write(step)
        followed += 1
    assert followed > 15
    assert "float" not in (designer.folder / "themes/mine/resume.css").read_text(encoding="utf-8")
    assert "passes" in designer.run("resumekit themes test wine").stdout
    assert (designer.folder / "looks/index.html").exists()


def test_the_error_shown_on_the_page_is_the_reported_one(project: Path, run: Callable[..., Run]) -> None:
    (shown,) = (step.text for step in steps() if not step.kind and "[broken-template]" in step.text)
    run("new")
    run("themes", "new", "mine")
    (arranged,) = (step.text for step in steps() if step.kind == "jinja" and "{{ resume.label }}" in step.text)
    template = project / "themes/mine/resume.html.j2"
    template.write_text(arranged.replace("{{ resume.label }}</p>", "{{ resume.lable }}</p>"), encoding="utf-8")
    assert run("build", "--theme", "mine").stderr.startswith(shown)


@pytest.fixture
def with_package(tmp_path: Path, run: Callable[..., Run]) -> Callable[..., Run]:
    """The command with the package of the page installed; importing that package fails."""
    source, target = tmp_path / "package", tmp_path / "installed"
    (toml,) = (block[2] for block in BLOCK.finditer(PAGE) if block[1] == "toml")
    assert run("themes", "new", "mine").exit_code == 0
    (source / "my_themes").mkdir(parents=True)
    (tmp_path / "project/themes/mine").rename(source / "my_themes/mine")
    (source / "pyproject.toml").write_text(toml, encoding="utf-8")
    (source / "my_themes/__init__.py").write_text("raise AssertionError('a theme is data')\n", encoding="utf-8")
    options = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--target", str(target))
    command = [sys.executable, "-m", "pip", "install", *options, str(source)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    path = os.pathsep.join(filter(None, [str(target), os.environ.get("PYTHONPATH")]))
    return lambda *args: run(*args, env={"PYTHONPATH": path})


def test_a_theme_in_an_installed_package_is_listed_builds_and_can_be_copied(
    project: Path, with_package: Callable[..., Run]
) -> None:
    (listed,) = (line for line in with_package("themes").stdout.splitlines() if line.startswith("mine "))
    assert listed.split()[1] == "package"
    assert with_package("new").exit_code == 0
    done = with_package("build", "--theme", "mine")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (project / "dist/resume.pdf").read_bytes().startswith(b"%PDF")
    assert with_package("themes", "new", "copy", "--from", "mine").exit_code == 0
    assert with_package("build", "--theme", "copy").exit_code == 0
