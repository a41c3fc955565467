"""Every built-in theme keeps the contract."""

from __future__ import annotations

import shutil

import pytest

from resumekit.contract import SAMPLES, examine
from resumekit.contract.readers import READERS
from theming.themes import BUILT_IN, built_in

USUAL = ["full", "sparse", "hostile", "right-to-left"]
"""The samples that strain a theme most for their time; `make test-pdf` takes all of them."""

each_theme = pytest.mark.parametrize("theme", BUILT_IN)


@each_theme
def test_a_theme_keeps_the_contract(theme: str) -> None:
    verdict = examine(built_in(theme), USUAL)
    assert verdict.pages >= len(USUAL)
    assert [problem for problem in verdict.problems if problem.severity == "error"] == []


@each_theme
@pytest.mark.pdf
def test_a_theme_keeps_the_contract_with_every_sample(theme: str) -> None:
    verdict = examine(built_in(theme))
    assert verdict.samples == tuple(SAMPLES)
    assert verdict.problems == ()


def test_every_reader_is_asked() -> None:
    verdict = examine(built_in("plain"), ["full"])
    there = {name for name in READERS if not name.startswith("pdftotext") or shutil.which("pdftotext")}
    assert {*verdict.readers} == there
    assert {problem.code for problem in verdict.problems} == (
        {"reader-skipped"} if len(there) < len(READERS) else set()
    )
