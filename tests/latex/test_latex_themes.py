"""Every theme compiles, every engine compiles themes, and the PDF contains the whole résumé."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from present.resumes import Filler, resume_of, view_of
from resumekit.errors import ResumekitError
from resumekit.present import ResumeView, plain, present
from resumekit.theming.printed_view import printed_view
from resumekit.typeset.latex import ENGINES
from theming.test_latex_render import IN_LINES
from theming.themes import BUILT_IN, built_in, design_in
from typeset.builds import RESUMES, draw_pictures
from writers.reading import texts_in_order

from .conftest import Set

pytestmark = pytest.mark.latex

FULL = Filler().resume()
OTHERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(RESUMES.glob("*.yaml"))}
TESTED = [name for name in ENGINES if name != "tectonic"]


def pairs(first: int = 0) -> list[object]:
    """Return each theme with each engine; only those of one engine per theme are outside `make fuzz`.

    So each engine has a third of the themes, another third for another `first`.
    """
    return [
        pytest.param(engine, theme, marks=[] if engine == TESTED[(number + first) % len(TESTED)] else pytest.mark.fuzz)
        for number, theme in enumerate(BUILT_IN)
        for engine in ENGINES
    ]


def squeezed(text: str) -> str:
    """Return a text in lower case without spaces, hyphens and invisible characters."""
    return re.sub(r"[\s\u00ad\u200b\u2060-]", "", unicodedata.normalize("NFKC", text.casefold()))


def assert_said(text: str, resume: str) -> None:
    """Compare the extracted text with the résumé, text by text."""
    read, at = squeezed(text), 0
    for wanted in texts_in_order(view_of(resume), citing=True):
        found = read.find(squeezed(wanted), at)
        assert found >= 0, f"{wanted!r} is missing or out of order"
        at = found


def marks_in_order(view: ResumeView) -> Iterator[str]:
    """Yield a text for each part of a résumé whose place no design changes: what parts its first lines have is one."""
    yield plain(view.name)
    for section in view.sections:
        yield plain(section.title)
        for entry in section.entries:
            yield plain(entry.title or entry.organization)
            yield from (plain(bullet.text) for bullet in entry.highlights.bullets)
            yield from (plain(role.title) for role in entry.roles)


@pytest.mark.parametrize(("engine", "theme"), pairs(), indirect=["engine"])
def test_a_full_résumé_is_printed_as_a_whole(set_page: Set, project: Path, engine: str, theme: str) -> None:
    draw_pictures(project)
    page = set_page(FULL, engine, theme=theme)
    assert {problem.code for problem in page.problems} <= {"engine-remark"}  # captions are wider than a picture of 5 pt
    design = design_in(built_in(theme))
    view = printed_view(present(resume_of(FULL), design.date_format, design.order), design)
    read, at = squeezed(page.text()), 0
    dates = {part for text in texts_in_order(view) for part in text.split("–") if part.strip()}
    assert [text for text in dates if squeezed(text) not in read] == []
    for mark in marks_in_order(view):
        at = read.find(squeezed(mark), at)
        assert at >= 0, f"{mark!r} is out of order"
    assert page.pictures() > 0


@pytest.mark.parametrize(("engine", "theme"), pairs(1), indirect=["engine"])
def test_our_own_résumé_has_no_problems(set_page: Set, project: Path, engine: str, theme: str) -> None:
    root = Path(__file__).parents[2]
    shutil.copytree(root / "images", project / "images")
    text = (root / "resume.yaml").read_text(encoding="utf-8")
    if engine == "pdflatex":  # which has no Chinese
        text = re.sub("[\u4e00-\u9fff]+", "Title", text)
    assert set_page(text, engine, theme=theme).problems == ()


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("theme", ["modern", pytest.param("compact", marks=pytest.mark.fuzz)])
def test_other_résumés_compile_as_well(set_page: Set, engine: str, theme: str, name: str) -> None:
    in_lines = f"theme: {{name: {theme}, {', '.join(f'{key}: {value}' for key, value in IN_LINES.items())}}}\n"
    try:
        page = set_page(OTHERS[name] + in_lines, engine)
    except ResumekitError as error:
        codes = {problem.code for problem in error.problems if problem.severity == "error"}
        assert engine == "pdflatex"
        assert codes <= {"undrawn-character", "lost-text"}
        assert "undrawn-character" in codes
    else:
        assert_said(page.text(), OTHERS[name])
