"""The option `footer`: one text at the foot of every page of any theme, in every format that has pages."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from present.resumes import document_of, resume_of
from resumekit.errors import ThemeError
from resumekit.present import ResumeView, present
from resumekit.theming import Design, Theme, render_html, render_tex
from resumekit.theming.page_footer import FooterPart, footer_of, footer_style
from resumekit.typeset import Folders, TypesetRequest, typeset
from typeset.builds import texts_of
from writers.manuscripts import artifacts_of, manuscript_of

from .themes import BUILT_IN

ThemeOf = Callable[..., Theme]

PAGES = "basics: {name: Ada Example}\nwork: [{name: A}, {name: B, break: before}, {name: C, break: before}]"


def view_on(day: date | None, text: str = PAGES) -> ResumeView:
    return present(resume_of(text), today=day)


def design_with(theme: Theme, footer: str, **options: str) -> Design:
    return Design.of(theme, {"footer": footer, **options}, None, document_of("theme: {name: mine, footer: x}"))


@pytest.fixture
def theme(theme_of: ThemeOf) -> Theme:
    return theme_of({}, "extends: modern\noptions: {footer: , size: }")


@pytest.mark.parametrize("name", BUILT_IN)
def test_it_replaces_what_a_theme_has_in_its_margins_on_every_page(theme_of: ThemeOf, name: str) -> None:
    theme = theme_of({}, f"extends: {name}\noptions: {{footer: , page-numbers: }}", "other")
    design = design_with(theme, "CV of {name}, {page} of {pages}", **{"page-numbers": "no"})
    page = render_html(view_on(None), design)
    made = typeset(TypesetRequest(page, Folders(Path("no-such-folder"), theme.lookup)))
    pages = texts_of(made.data)
    assert len(pages) == 3
    for number, text in enumerate(pages, start=1):
        assert f"CV of Ada Example, {number} of {len(pages)}" in text
        assert text.count("Ada Example") == (2 if number == 1 else 1)
    assert made.remarks == ()


def test_without_it_a_theme_has_its_usual_margins(theme: Theme) -> None:
    page = render_html(view_on(None), design_with(theme, ""))
    assert page.count("counter(pages)") == 0
    assert "none !important" not in page


def test_it_has_the_name_that_is_printed_and_the_date_of_the_page(theme: Theme) -> None:
    design = design_with(theme, "{name} · {date}")
    assert footer_of(design, view_on(date(2026, 11, 30))) == (
        FooterPart("words", "Ada Example"),
        FooterPart("words", " · "),
        FooterPart("words", "Nov 30, 2026"),
    )
    assert footer_of(design, view_on(None, "basics: {label: Analyst}")) == (FooterPart("words", " · "),)


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ("2025-02-03", "Feb 3, 2025"),
        ("2025-02-03T10:00:00Z", "Feb 3, 2025"),
        ("soon", "Nov 30, 2026"),
        ("", "Nov 30, 2026"),
    ],
)
def test_the_date_of_the_last_change_is_that_of_the_page(changed: str, shown: str) -> None:
    assert view_on(date(2026, 11, 30), f"meta: {{lastModified: '{changed}'}}").date == shown


def test_a_text_stays_a_string_of_the_style_sheet(theme: Theme) -> None:
    (rule,) = re.findall(r"content: \"(.*?)\" !important", footer_style((FooterPart("words", 'a"\\</style>{}'),)))
    assert rule == r"a\22 \5c \3c /style>{}"


def test_tex_prints_it_as_text_with_both_numbers(theme: Theme) -> None:
    tex = render_tex(view_on(None), design_with(theme, r"{name}: 100 % \& {page}/{pages}"))
    assert r"Ada Example: 100 \% \textbackslash{}\& \thepage{}/\pageref*{last}" in tex
    assert r"\AtEndDocument{\label{last}}" in tex
    assert r"\pageref" not in render_tex(view_on(None), design_with(theme, ""))


def test_templates_of_both_kinds_print_it_as_text(theme_of: ThemeOf) -> None:
    files = {"resume.html.j2": "{{ options.footer }}", "resume.tex.j2": r"\VAR{options.footer}"}
    design = design_with(theme_of(files, "options: {footer: }"), "#<b> &")
    assert render_html(view_on(None), design) == "#&lt;b&gt; &amp;"
    assert render_tex(view_on(None), design).strip() == r"\#<b> \&"


def test_word_has_it_on_every_page(theme: Theme) -> None:
    manuscript = manuscript_of(PAGES)
    design = design_with(theme, "{name}, {page} of {pages}")
    (made,) = artifacts_of(replace(manuscript, design=design), ["docx"])
    section = docx.Document(io.BytesIO(made.data)).sections[0]
    (paragraph,) = section.footer.paragraphs
    assert not section.different_first_page_header_footer
    assert paragraph.text == "Ada Example,  of "
    assert re.findall(r'w:instr="(\w+)"', paragraph._p.xml) == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("footer", "message"),
    [
        ("{pges}", "unknown placeholder {pges}; available: {name}, {page}, {pages}, {date}"),
        ("{}", "unknown placeholder {}; available: {name}, {page}, {pages}, {date}"),
        ("a" * 121, "the text has 121 characters, the maximum is 120"),
        ("a\nb", "the text contains a line break or a control character"),
        ("a\x07b", "the text contains a line break or a control character"),
    ],
)
def test_an_invalid_text_is_an_error(theme: Theme, footer: str, message: str) -> None:
    with pytest.raises(ThemeError) as error:
        design_with(theme, footer)
    (problem,) = error.value.problems
    assert (problem.code, problem.message) == ("bad-option", f"footer: {message}")


def test_a_text_without_placeholders_may_have_braces(theme_of: ThemeOf) -> None:
    theme = theme_of({}, "extends: modern\noptions: {motto: {type: text, help: A motto.}, footer: }")
    assert Design.of(theme, {"motto": "{a}"}, None, document_of("{}")).options["motto"] == "{a}"
    assert Design.of(theme, {}, None, document_of("{}")).options["motto"] == ""
