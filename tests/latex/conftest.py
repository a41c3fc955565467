"""PDFs from LaTeX engines, read by independent programs.

Tests of a missing engine are skipped; with CI=true or RESUMEKIT_REQUIRE_LATEX=1 they fail, except for Tectonic, which
downloads its files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml

from resumekit.errors import Problem
from resumekit.load import load
from resumekit.pipeline import BuildOptions, build
from resumekit.schema import inspect
from resumekit.typeset.latex import ENGINES, program_of

REQUIRED = os.environ.get("CI") == "true" or os.environ.get("RESUMEKIT_REQUIRE_LATEX") == "1"


@dataclass(frozen=True)
class Page:
    """A built PDF and its problems, without those of the résumé itself."""

    pdf: Path
    problems: tuple[Problem, ...]

    def text(self) -> str:
        """Return the text that pdftotext extracts, in file order."""
        return poppler(self.pdf)

    def links(self) -> set[str]:
        """Return the URLs of all links as written in the file."""
        return {bytes(link.A.URI).decode("ascii") for link in self._annotations() if "/A" in link and "/URI" in link.A}

    def pictures(self) -> int:
        """Return the number of pictures in the file."""
        with pikepdf.open(self.pdf) as file:
            return sum(isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" for one in file.objects)

    def _annotations(self) -> Iterator[Any]:
        with pikepdf.open(self.pdf) as file:
            for page in file.pages:
                yield from page.get("/Annots", pikepdf.Array())


def poppler(pdf: Path) -> str:
    """Return the text of a PDF as pdftotext extracts it."""
    command = shutil.which("pdftotext")
    if command is None:
        pytest.fail("pdftotext is missing; install it with: apt-get install poppler-utils", pytrace=False)
    done = subprocess.run([command, "-raw", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of each engine in turn."""
    name = str(request.param)
    if not program_of(ENGINES[name]):
        missing = pytest.fail if REQUIRED and name != "tectonic" else pytest.skip
        missing(f"{name} is missing; `tools/system-packages latex` installs it")
    return name


Set = Callable[..., Page]


@pytest.fixture
def set_page(project: Path) -> Set:
    """Build a résumé: `set_page({"basics": {"name": "Ada"}}, "xelatex", theme="modern")`."""

    def run(resume: Mapping[str, Any] | str, engine: str, output: str = "dist", **options: Any) -> Page:
        source = project / "resume.yaml"
        text = resume if isinstance(resume, str) else yaml.safe_dump(resume, allow_unicode=True, sort_keys=False)
        source.write_text(text, encoding="utf-8")
        folder = project / output
        done = build(source, BuildOptions(engine=engine, output=folder, **options))
        _, doubts = inspect(load(source))
        return Page(folder / "resume.pdf", tuple(problem for problem in done.problems if problem not in doubts))

    return run
