"""Right-to-left pages and words: people see them in place, and programs extract them as typed.

Each build reads its PDF back with PDFium and fails if a text or link is not there as typed.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from resumekit.errors import UsageError
from theming.themes import BUILT_IN

from .conftest import Set

pytestmark = pytest.mark.latex

HEBREW: dict[str, Any] = {
    "locale": "he",
    "basics": {
        "name": "דנה דוגמה",
        "label": "מהנדסת תוכנה",
        "email": "dana@example.org",
        "phone": "+972 2 000 0000",
        "url": "https://dana.example.org",
        "profiles": [{"network": "GitHub", "username": "dana", "url": "https://github.com/dana-example"}],
        "summary": "כתבה ב-Python וב-Go. כיסתה (עם C++ 17) עד 95%.",
    },
    "work": [
        {
            "name": 'חברת הדוגמה בע"מ',
            "position": "ראש צוות",
            "startDate": "2019-03",
            "endDate": "present",
            "highlights": ["העבירה 40 שירותים אל Kubernetes בלי השבתה", "כתבה [מדריך קצר](https://example.org/guide)."],
        }
    ],
    "skills": [{"name": "שפות", "keywords": ["Python", "Go", "C++"]}],
}

ARABIC: dict[str, Any] = {
    "locale": "ar",
    "basics": {
        "name": "دانة مثال",
        "label": "مهندسة برمجيات",
        "phone": "+962 6 000 0000",
        "summary": "مهندسة برمجيات لديها 12 سنة من الخبرة في تطوير الأنظمة الموزعة بلغة Python ولغة Go. "
        "قادت فريقًا من خمسة مهندسين، وكتبت أدلة للموظفين الجدد.",
    },
    "work": [
        {
            "name": "شركة المثال",
            "position": "قائدة فريق",
            "startDate": "2019-03",
            "endDate": "2021-02",
            "highlights": [
                "قادت نقل 40 خدمة إلى Kubernetes دون توقف.",
                "كتبت [موقع الشركة](https://example.org/guide)",
            ],
        }
    ],
}

WORDS: dict[str, Any] = {
    "basics": {"name": "Ada Example", "summary": "Knows עברית and العربية well, and says שלום עולם too."},
    "work": [{"name": "Example Ltd", "position": "Analyst", "highlights": ["Wrote it in עברית"]}],
}

USUAL = {"banking": HEBREW, "banner": ARABIC, "classic": HEBREW, "compact": ARABIC, "rirekisho": HEBREW, "web": ARABIC}
"""Themes that draw different things beside and behind text; all others are left to `make fuzz`."""

READERS = ["xelatex", "tectonic"]
"""The engines whose right-to-left text can be extracted."""


def words_from_right(pdf: Path) -> list[str]:
    """Return the words of a page line by line from the right; poppler returns characters from the left."""
    boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    found = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', boxes)
    placed = sorted((round(float(bottom) / 4), -float(left), word) for left, bottom, word in found)
    return [word[::-1] if re.search("[\u0590-\u06ff]", word) else word for _, _, word in placed]


@pytest.mark.parametrize(
    ("theme", "resume"),
    [
        pytest.param(theme, resume, marks=[] if USUAL.get(theme) is resume else pytest.mark.fuzz, id=f"{theme}-{name}")
        for theme in BUILT_IN
        for name, resume in {"hebrew": HEBREW, "arabic": ARABIC}.items()
    ],
)
def test_a_page_is_read_as_it_was_typed(set_page: Set, theme: str, resume: dict[str, Any]) -> None:
    page = set_page(resume, "xelatex", theme=theme)
    assert page.problems == ()
    assert "https://example.org/guide" in page.links()


def test_an_engine_whose_text_would_be_reversed_is_refused(set_page: Set, engine: str) -> None:
    if engine in READERS:
        assert set_page(HEBREW, engine).problems == ()
        return
    with pytest.raises(UsageError) as error:
        set_page(HEBREW, engine)
    (problem,) = error.value.problems
    assert problem.code == "no-right-to-left"
    assert problem.hint
    assert "xelatex" in problem.hint


def test_words_run_from_right_to_left(set_page: Set) -> None:
    line = " ".join(words_from_right(set_page(HEBREW, "xelatex").pdf))
    assert "העבירה 40 שירותים אל Kubernetes בלי השבתה" in line
    assert "מרץ 2019" in line


def test_a_page_of_a_line_or_two_is_read_too(set_page: Set) -> None:
    work = [{"name": "חברה", "position": "מפתח", "startDate": "2015-06", "highlights": ["כתב"]}]
    assert set_page({"locale": "he", "basics": {"name": "דוגמה"}, "work": work}, "xelatex").problems == ()


def test_words_on_a_page_from_left_to_right(set_page: Set, engine: str) -> None:
    if engine == "pdflatex":
        pytest.skip("pdflatex does not support these scripts, and reports it")
    page = set_page(WORDS, engine)
    assert page.problems == ()
    assert "עברית" in page.text()
    assert "שלום עולם" in " ".join(words_from_right(page.pdf))
