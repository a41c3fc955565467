"""The PDFs under test, built once by the public command, and the validators.

A validator that is missing skips its tests; with CI=true or RESUMEKIT_REQUIRE_VERAPDF=1 it fails them.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from turns import spread

from .verapdf import Unavailable, VeraPdf, Verdict, find_verapdf

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "json-resume"


@dataclass(frozen=True)
class Case:
    """One résumé in one theme."""

    theme: str
    resume: Path

    def __str__(self) -> str:
        return f"{self.theme}-{self.resume.name}"


@dataclass(frozen=True)
class Build:
    """What `resumekit build` did: its exit code, what it said, and the PDF if it wrote one."""

    exit_code: int
    said: str
    pdf: Path | None


def themes() -> list[str]:
    """Name the built-in themes."""
    return sorted(manifest.parent.name for manifest in ROOT.glob("themes/*/theme.yaml"))


def resumes() -> list[Path]:
    """List the project's own résumé, those beside this file, and the public corpus if it is there."""
    ours = [ROOT / "resume.yaml", *sorted(Path(__file__).parent.glob("resumes/*.yaml"))]
    return ours + [path for path in sorted(CORPUS.glob("*.json")) if path.name != "schema.json"]


CASES = [Case(theme, resume) for theme, resume in spread(themes(), resumes(), of=3)]


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Case, Build]:
    """Build every case, as many at a time as there are processors."""
    folders = [tmp_path_factory.mktemp("build") for _ in CASES]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(CASES, pool.map(_build, CASES, folders), strict=True))


@pytest.fixture(scope="session")
def verapdf() -> VeraPdf:
    try:
        return find_verapdf()
    except Unavailable as unavailable:
        raise _missing(str(unavailable)) from None


@pytest.fixture(scope="session")
def ua1(verapdf: VeraPdf, builds: Mapping[Case, Build]) -> Mapping[Path, Verdict]:
    """Validate all built PDFs as PDF/UA-1, in one JVM."""
    pdfs = [build.pdf for build in builds.values() if build.pdf]
    return {verdict.file: verdict for verdict in verapdf.validate("ua1", pdfs)}


@pytest.fixture(scope="session")
def qpdf() -> str:
    path = shutil.which("qpdf")
    if path is None:
        raise _missing("qpdf is missing; install it with: apt-get install qpdf")
    return path


def _missing(reason: str) -> BaseException:
    """Make the outcome of a test whose validator is missing."""
    if os.environ.get("CI") == "true" or os.environ.get("RESUMEKIT_REQUIRE_VERAPDF") == "1":
        return pytest.fail.Exception(reason, pytrace=False)
    return pytest.skip.Exception(reason)


def _build(case: Case, folder: Path) -> Build:
    command = [_resumekit(), "build", str(case.resume), "-o", str(folder), "--theme", case.theme]
    run = subprocess.run(command, capture_output=True, encoding="utf-8")
    return Build(run.returncode, run.stderr or run.stdout, next(folder.glob("*.pdf"), None))


def _resumekit() -> str:
    """Find the command of the environment that runs the tests, else the one on PATH."""
    path = shutil.which("resumekit", path=str(Path(sys.executable).parent)) or shutil.which("resumekit")
    if path is None:
        pytest.fail("the command resumekit is not installed in this environment", pytrace=False)
    return path
