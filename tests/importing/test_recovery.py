"""What was built is imported again: each theme's PDF, without what is attached to it, and the Word document."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from conftest import ROOT

from .recovery import THEMES, built, imported, measured, share

OWN = ROOT / "resume.yaml"


@pytest.mark.parametrize(
    ("theme", "form"),
    [
        *(
            pytest.param(theme, "pdf", marks=[pytest.mark.pdf] * (number % 3 > 0))  # the others by `make test-pdf`
            for number, theme in enumerate(THEMES)
        ),
        ("modern", "docx"),
    ],
)
def test_every_name_date_and_bullet_comes_back(theme: str, form: str, tmp_path: Path) -> None:
    expected = yaml.load(OWN.read_text(encoding="utf-8"), yaml.BaseLoader)
    _, of, missing = share(expected, imported(built(OWN, theme, form, tmp_path), f"given.{form}"))
    assert of > 50
    assert missing == []


@pytest.mark.pdf
@pytest.mark.parametrize("theme", THEMES)
def test_nearly_all_of_many_résumés_comes_back_from_a_pdf(theme: str, tmp_path: Path) -> None:
    found, of, missing = measured(theme, "pdf", tmp_path)
    assert found / of >= 0.95, missing


@pytest.mark.pdf
def test_nearly_all_of_many_résumés_comes_back_from_a_word_document(tmp_path: Path) -> None:
    found, of, missing = measured("modern", "docx", tmp_path)
    assert found / of >= 0.98, missing
