"""Every built-in theme keeps the contract."""

from __future__ import annotations

import shutil

import pytest

from resumekit.contract import SAMPLES, run_contract
from resumekit.contract.extractors import EXTRACTORS
from theming.themes import BUILT_IN, built_in

QUICK = ["full"]
"""The sample that reveals most; `make test-pdf` uses all of them."""

each_theme = pytest.mark.parametrize("theme", BUILT_IN)


@each_theme
def test_a_theme_keeps_the_contract(theme: str) -> None:
    report = run_contract(built_in(theme), QUICK)
    assert report.pages >= len(QUICK)
    assert [problem for problem in report.problems if problem.severity == "error"] == []


@each_theme
@pytest.mark.pdf
def test_a_theme_keeps_the_contract_with_every_sample(theme: str) -> None:
    report = run_contract(built_in(theme))
    assert report.samples == tuple(SAMPLES)
    assert report.problems == ()


def test_every_installed_extractor_is_used() -> None:
    report = run_contract(built_in("plain"), ["full"])
    installed = {name for name in EXTRACTORS if not name.startswith("pdftotext") or shutil.which("pdftotext")}
    assert {*report.extractors} == installed
    assert {problem.code for problem in report.problems} == (
        {"reader-skipped"} if len(installed) < len(EXTRACTORS) else set()
    )
