"""Every theme makes every résumé a PDF/UA-1 file without one broken rule, and a sound PDF."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from .conftest import CASES, Build, Case
from .verapdf import Verdict

pytestmark = [pytest.mark.pdf, pytest.mark.xdist_group("accessible")]  # in the process that builds the PDFs

every_case = pytest.mark.parametrize("case", CASES, ids=str)


def test_there_is_something_to_validate() -> None:
    assert {"modern", "classic", "compact"} <= {case.theme for case in CASES}
    assert "resume.yaml" in {case.resume.name for case in CASES}


@every_case
def test_the_pdf_breaks_no_rule_of_pdf_ua_1(
    case: Case, builds: Mapping[Case, Build], ua1: Mapping[Path, Verdict]
) -> None:
    verdict = ua1[built_pdf(builds[case])]
    assert verdict.compliant, str(verdict)
    assert not verdict.failed
    assert verdict.assertions > 100  # it did look


@every_case
def test_qpdf_finds_nothing_wrong(case: Case, builds: Mapping[Case, Build], qpdf: str) -> None:
    command = [qpdf, "--check", str(built_pdf(builds[case]))]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "WARNING" not in run.stderr


def built_pdf(build: Build) -> Path:
    assert build.exit_code == 0, build.said
    assert build.pdf is not None, "the command wrote no PDF"
    return build.pdf
