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
def built_résumé(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Made]:
    """Build the résumé at the root in a theme, with options such as `first: role`, once per session.

    Its pages are free: whether they end well depends on the theme, and is tested where pages are fitted.
    """

    @cache
    def in_theme(theme: str, *options: str) -> Made:
        output = tmp_path_factory.mktemp(theme)
        chosen = f"theme={{{', '.join((f'name: {theme}', *options))}}}"
        return build(
            ROOT / "resume.yaml", output, "--set", chosen, "--format", "pdf,html", "--pages", "free", "--strict"
        )

    return in_theme
