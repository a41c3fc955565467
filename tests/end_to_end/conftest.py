"""The project's own résumé, built in every theme the way a user builds it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Made:
    """The result of `resumekit build`: exit code, output, and the folder it wrote to."""

    exit_code: int
    said: str
    folder: Path

    @property
    def pdf(self) -> Path:
        return self.folder / "resume.pdf"

    @property
    def html(self) -> Path:
        return self.folder / "resume.html"


def build(resume: Path, output: Path, *options: str, env: Mapping[str, str] | None = None) -> Made:
    """Run `resumekit build` in a separate process."""
    command = [sys.executable, "-m", "resumekit", "build", str(resume), "-o", str(output), *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env={**os.environ, **(env or {})})
    return Made(done.returncode, done.stdout + done.stderr, output)


@pytest.fixture(scope="session")
def built_résumé(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Made]:
    """Build the résumé at the root in a theme, once per session."""

    return cache(lambda theme: _built(theme, tmp_path_factory.mktemp(theme)))


@pytest.fixture(scope="session")
def built_in_lines(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Made]:
    """Build it likewise, with entries that begin with one line: title, organization, place and date."""
    settings = ("entries=line", "first=role", "keywords=below")
    options = [part for setting in settings for part in ("--set", f"theme.{setting}")]
    return cache(lambda theme: _built(theme, tmp_path_factory.mktemp(theme), *options))


def _built(theme: str, output: Path, *options: str) -> Made:
    return build(ROOT / "resume.yaml", output, "--theme", theme, "--format", "pdf,html", "--strict", *options)
