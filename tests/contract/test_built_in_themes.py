"""Every built-in theme keeps the contract."""

from __future__ import annotations

import shutil
from itertools import cycle

import pytest

from resumekit.contract import SAMPLES, run_contract
from resumekit.contract.extractors import EXTRACTORS
from theming.themes import BUILT_IN, built_in

each_theme = pytest.mark.parametrize("theme", BUILT_IN)


@pytest.mark.parametrize(("theme", "sample"), [*zip(BUILT_IN[::2], cycle(SAMPLES))])
def test_a_theme_keeps_the_contract_with_a_sample(theme: str, sample: str) -> None:
    """A sample for each second theme, and a theme for each sample; `make test-pdf` tests all of them."""
    report = run_contract(built_in(theme), [sample])
    assert report.pages
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
