"""Every theme compiles on every engine, unchanged, and its PDF says what the résumé says."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from present.resumes import Filler, view_of
from resumekit.errors import ResumekitError
from theming.test_latex_render import AUTHORS_FIRST
from theming.themes import BUILT_IN
from typeset.builds import RESUMES, draw_pictures
from writers.reading import texts_in_order

from .conftest import Set

pytestmark = pytest.mark.latex

FULL = Filler().resume()
OTHERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(RESUMES.glob("*.yaml"))}
SCRIPTS = "xelatex", "lualatex"
"""The engines that know other scripts than that of the page."""

each_theme = pytest.mark.parametrize("theme", BUILT_IN)


def squeezed(text: str) -> str:
    """Return a text without spaces, hyphens and signs that draw nothing, and alike for small letters and capitals."""
    return re.sub(r"[\s\u00ad\u200b\u2060-]", "", unicodedata.normalize("NFKC", text.casefold()))


def assert_said(text: str, resume: str, *, in_order: bool = True) -> None:
    """Hold what was read against the résumé, text by text."""
    read, at = squeezed(text), 0
    for wanted in texts_in_order(view_of(resume)):
        found = read.find(squeezed(wanted), at if in_order else 0)
        assert found >= 0, f"{wanted!r} is not there, or not where it belongs"
        at = found


@each_theme
def test_a_page_says_every_word_in_order(set_page: Set, project: Path, engine: str, theme: str) -> None:
    draw_pictures(project)
    page = set_page(FULL, engine, theme=theme)
    assert_said(page.text(), FULL, in_order=theme not in AUTHORS_FIRST)
    assert [problem.code for problem in page.problems] == []


@pytest.mark.parametrize("name", OTHERS)
def test_other_résumés_are_set_as_well(set_page: Set, engine: str, name: str) -> None:
    for theme in ("modern", "compact"):
        try:
            page = set_page(OTHERS[name], engine, theme=theme)
        except ResumekitError as error:
            codes = {problem.code for problem in error.problems if problem.severity == "error"}
            assert engine == "pdflatex"
            assert codes <= {"undrawn-character", "lost-text"}
            assert "undrawn-character" in codes
        else:
            assert_said(page.text(), OTHERS[name])
