"""Letters, variants and languages through LaTeX engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.pipeline import BuildOptions, build

from .conftest import poppler

pytestmark = pytest.mark.latex

RESUME = """
languages: [en, de]
basics: {name: Ada Example, label: {en: Analyst, de: Analytikerin}}
work:
- {name: Example Ltd, position: Programmer, tags: [code]}
- {name: Sample Ltd, position: Teacher, tags: [school]}
variants:
  code: {include: [code]}
  school: {include: [school]}
"""

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

WORDS = ["Ada Example", "Example Engines Ltd", "1 Sample Street", "March 7, 2026", "Application as Programmer"]
WORDS += ["Dear hiring team,", "I would like to work with you", "my notes", "engines", "looms", "Yours sincerely,"]


@pytest.mark.parametrize("theme", ["modern", "rirekisho"])
def test_a_letter_prints_all_words_in_order(project: Path, engine: str, theme: str) -> None:
    (project / "resume.yaml").write_text(RESUME, encoding="utf-8")
    (project / "letter.yaml").write_text(LETTER, encoding="utf-8")
    made = build(project / "letter.yaml", BuildOptions(engine=engine, theme=theme, output=project / "dist"))
    text, at = " ".join(poppler(made.files[0]).casefold().split()), 0
    for words in WORDS:
        at = text.find(words.casefold(), at)
        assert at >= 0, words


def test_all_variants_in_all_languages_are_set(project: Path, engine: str) -> None:
    (project / "resume.yaml").write_text(RESUME, encoding="utf-8")
    made = build(project / "resume.yaml", BuildOptions(engine=engine, all=True, output=project / "dist"))
    texts = [poppler(path) for path in made.files]
    said = {tuple(word in text for word in ("Analyst", "Example Ltd")) for text in texts}
    assert said == {(english, code) for english in (True, False) for code in (True, False)}
    assert all(("Example Ltd" in text) != ("Sample Ltd" in text) for text in texts)
