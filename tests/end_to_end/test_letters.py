"""A letter builds in every theme and every format, with all of its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.pipeline import BuildOptions, build
from resumekit.writers import FORMATS
from theming.themes import BUILT_IN

from .readers import pdfium_reader, without_layout

RESUME = "basics: {name: Ada Example, label: Analyst, email: ada@example.org}\n"
LETTER = """
to: |
  Example Engines Ltd
  1 Sample Street
date: 2026-03-07
subject: Application as Programmer
opening: Dear hiring team,
body: |
  I would like to work with **you**; see [my notes](https://example.org/notes).

  - engines
  - looms
closing: Yours sincerely,
"""
WORDS = [
    "Ada Example",
    "Example Engines Ltd",
    "1 Sample Street",
    "March 7, 2026",
    "Application as Programmer",
    "Dear hiring team,",
    "I would like to work with",
    "my notes",
    "engines",
    "looms",
    "Yours sincerely,",
]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    (tmp_path / "resume.yaml").write_text(RESUME, encoding="utf-8")
    (tmp_path / "letter.yaml").write_text(LETTER, encoding="utf-8")
    return tmp_path / "letter.yaml"


@pytest.mark.parametrize("theme", BUILT_IN)
def test_a_letter_in_every_theme(letter: Path, tmp_path: Path, theme: str) -> None:
    result = build(letter, BuildOptions(theme=theme, output=tmp_path / "dist"))
    assert (result.pages, result.problems) == (1, ())
    text, at = without_layout(pdfium_reader(result.files[0])), 0
    for words in WORDS:
        at = text.find(without_layout(words), at)
        assert at >= 0, words


@pytest.mark.parametrize("format_", sorted({*FORMATS} - {"json", "png", "pdf", "docx", "tex"}))
def test_a_letter_in_every_format_of_text(letter: Path, tmp_path: Path, format_: str) -> None:
    result = build(letter, BuildOptions(formats=(format_,), output=tmp_path / "dist"))
    text, at = result.files[0].read_text(encoding="utf-8"), 0
    text = " ".join(text[text.find("</style>") if format_ == "html" else 0 :].replace("\\", "").split())
    for words in WORDS:
        at = text.find(words, at)
        assert at >= 0, words
