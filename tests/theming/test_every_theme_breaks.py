"""Every theme breaks pages where the résumé says so, in the PDF, in LaTeX and in Word."""

from __future__ import annotations

import re

import pytest

from present.resumes import document_of, view_of
from resumekit.theming import Design, render_tex
from turns import some
from typeset.builds import built, texts_of
from writers.docx_files import docx_of
from writers.docx_reader import NAMESPACES

from .themes import BUILT_IN, built_in

BEFORE = """
basics: {name: Ada Example}
work:
  - {name: Qone, position: Engineer}
  - {name: Qtwo, position: Engineer, break: before}
  - {name: Qthree, positions: [{position: Qfour, startDate: 2019}, {position: Qfive, startDate: 2018, break: before}]}
education: [{institution: Qsix, area: Logic, break: before}]
publications: [{name: Qseven}, {name: Qeight, break: before}]
sections: [{title: Qnine, text: Yes., break: before}]
"""
PAGES = [["Qone"], ["Qtwo", "Qthree", "Qfour"], ["Qfive"], ["Qsix", "Qseven"], ["Qeight"], ["Qnine"]]

POINTS = "highlights: [a, b, c, d, e, f, g, h, i, j, k, l]"
LAST = ["Qlast", *(f"Qb{number}" for number in range(25))]

each_theme = pytest.mark.parametrize("theme", BUILT_IN)


def marked(text: str) -> list[str]:
    """Return the words of a text that start with a Q, each once."""
    return list(dict.fromkeys(word.capitalize() for word in re.findall(r"\bq\w+", text.lower())))


def pages_of(theme: str, resume: str) -> list[list[str]]:
    order = "order: [work, volunteer, education, publications]"
    return [marked(text) for text in texts_of(built(theme, f"{resume}\n{order}").artifact.data)]


def with_lines_before(number: int) -> str:
    """Return a résumé with an entry that a page break splits, with this many lines above it."""
    lines = ", ".join(["a"] * number)
    parted = f"{{organization: Qlast, highlights: [{', '.join(LAST[1:])}]}}"
    return f"work: [{{name: A, highlights: [{lines}]}}]\nvolunteer: [{parted}]"


def is_whole(theme: str, resume: str) -> bool:
    return any(set(LAST) <= set(page) for page in pages_of(theme, resume))


@each_theme
def test_pages_start_where_they_should(theme: str) -> None:
    assert pages_of(theme, BEFORE) == PAGES


@pytest.mark.parametrize("theme", some(BUILT_IN))
def test_an_entry_that_avoids_breaks_is_on_one_page(theme: str) -> None:
    resume = next(filter(lambda resume: not is_whole(theme, resume), map(with_lines_before, range(20, 60, 10))))
    assert is_whole(theme, resume.replace("Qlast,", "Qlast, break: avoid,"))
    assert is_whole(theme, f"{resume}\nbreak: {{volunteer: avoid}}")


@each_theme
def test_latex_has_the_same_breaks(theme: str) -> None:
    design = Design.of(built_in(theme), {}, None, document_of("basics: {}"))
    tex = render_tex(view_of(BEFORE), design).partition(r"\begin{document}")[2]
    tex = re.sub(r"\\initials\{(.*?)\}\{(.*?)\}", r"\1\2", tex)
    assert tex.count(r"\newpage") == 5
    assert [marked(page) for page in tex.split(r"\newpage")] == PAGES


def test_latex_keeps_entries_that_avoid_breaks_together() -> None:
    design = Design.of(built_in("modern"), {}, None, document_of("basics: {}"))
    tex = render_tex(view_of("work: [{name: A}, {name: B, break: avoid}]\nbreak: {work: avoid}"), design)
    assert re.search(r"\\begin\{whole\}\s*\\section", tex)
    assert re.search(r"\\undivided\s*\\begin\{entry\}\s*\\lead\{\\leademployer\{B\}\}", tex)
    assert re.search(r"\\end\{entry\}\s*\\end\{whole\}", tex)


def test_word_starts_the_same_pages() -> None:
    document = docx_of(BEFORE.replace("basics", "order: [work, education, publications]\nbasics"))
    begun = [
        "".join(paragraph.itertext())
        for paragraph in document.xml("word/document.xml").iterfind(".//w:p", NAMESPACES)
        if paragraph.find("w:pPr/w:pageBreakBefore", NAMESPACES) is not None
    ]
    assert [text[:5] for text in begun] == ["Engin", "Qfive", "Educa", "Qeigh", "Qnine"]


def test_word_keeps_entries_that_avoid_breaks_together() -> None:
    lines = docx_of(f"work: [{{name: A, break: avoid, {POINTS}}}]").lines
    assert [line.keeps_with_next for line in lines if line.list] == [True] * 11 + [False]
    without = docx_of(f"work: [{{name: A, {POINTS}}}]").lines
    assert [line.keeps_with_next for line in without if line.list] == [True] + [False] * 9 + [True, False]
