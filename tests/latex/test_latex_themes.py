"""Every theme compiles with every engine, and its PDF contains the whole résumé."""

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
"""The engines that support scripts other than the page's."""

each_theme = pytest.mark.parametrize("theme", BUILT_IN)


def squeezed(text: str) -> str:
    """Return a text in lower case without spaces, hyphens and invisible characters."""
    return re.sub(r"[\s\u00ad\u200b\u2060-]", "", unicodedata.normalize("NFKC", text.casefold()))


def assert_said(text: str, resume: str, *, in_order: bool = True) -> None:
    """Compare the extracted text with the résumé, text by text."""
    read, at = squeezed(text), 0
    for wanted in texts_in_order(view_of(resume)):
        found = read.find(squeezed(wanted), at if in_order else 0)
        assert found >= 0, f"{wanted!r} is missing or out of order"
        at = found


@each_theme
def test_every_word_is_printed_in_order(set_page: Set, project: Path, engine: str, theme: str) -> None:
    draw_pictures(project)
    page = set_page(FULL, engine, theme=theme)
    assert_said(page.text(), FULL, in_order=theme not in AUTHORS_FIRST)
    assert [problem.code for problem in page.problems] == []


@pytest.mark.parametrize("name", OTHERS)
def test_other_résumés_compile_as_well(set_page: Set, engine: str, name: str) -> None:
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
