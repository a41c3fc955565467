"""A LaTeX document has the design of its theme: the shared options, and the custom properties of its style sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from present.resumes import view_of
from resumekit.theming import Theme, render_tex

from .tex_reader import body
from .themes import built_in, design_in

ThemeOf = Callable[..., Theme]

RESUME = """
basics: {name: Ada Example, label: Analyst, email: ada@example.org}
work:
- {name: Example Ltd, position: Programmer, location: London, startDate: 2015, endDate: 2017, url: "https://example.com"}
projects:
- {name: Engine, description: A machine, startDate: 2018, endDate: 2018, keywords: [Rust]}
skills: [{name: Code, keywords: [Go, C]}]
"""

MODERN = {"entries": "line", "first": "role", "place": "line", "keywords": "below", "links": "below"}


def tex_with(theme: str = "modern", resume: str = RESUME, **options: str) -> str:
    return render_tex(
        view_of(resume), design_in(built_in(theme), **{**MODERN, **options} if theme == "modern" else options)
    )


def entry_with(number: int = 0, /, **options: str) -> str:
    """Return the first lines of an entry."""
    return body(tex_with(**options)).split("\\begin{entry}\n")[number + 1].split("\\end")[0].replace("\\,", "").strip()


DATE, PLACE = r"{\when{2015–2017}}", r"{\where{London}}"
LINKED = r"\href{https://example.com}{Example Ltd}"


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ({}, [r"\lead{\leader{Programmer}\employer{Example Ltd}\place{London}}" + DATE]),
        ({"dates": "inline"}, [r"\lead{\leader{Programmer}\employer{Example Ltd}\place{London}\dated{2015–2017}}{}"]),
        (
            {"entries": "grid"},
            [r"\lead{\leader{Programmer}}" + DATE, r"\second{\employer{Example Ltd}\place{London}}{}"],
        ),
        (
            {"entries": "grid", "place": "below"},
            [r"\lead{\leader{Programmer}}" + DATE, r"\second{\employer{Example Ltd}}" + PLACE],
        ),
        (
            {"entries": "grid", "place": "above", "first": "employer"},
            [r"\lead{\leademployer{Example Ltd}}" + PLACE, r"\second{\titled{Programmer}}" + DATE],
        ),
        (
            {"entries": "stacked"},
            [
                r"\lead{\leader{Programmer}}{}",
                r"\second{\employer{Example Ltd}}{}",
                r"\whenwhere{\dated{2015–2017}\place{London}}",
            ],
        ),
        (
            {"entries": "run-in"},
            [r"\lead{\leader{Programmer}\employer{Example Ltd}}{}", r"\whenwhere{\dated{2015–2017}\place{London}}"],
        ),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else "",
)
def test_the_first_lines_of_an_entry_are_those_of_the_layout(options: dict[str, str], lines: list[str]) -> None:
    assert entry_with(**options).split("\n")[: len(lines)] == [lines[0], *(f"  {line}" for line in lines[1:])]


def test_a_second_line_without_a_name_has_the_description() -> None:
    assert r"\second{\described{A machine}}{}" in entry_with(1, entries="grid")
    assert r"\about" not in entry_with(1, entries="grid")
    assert r"\about{A machine}" in entry_with(1)


@pytest.mark.parametrize(
    ("keywords", "line"),
    [
        ("below", r"\keywords{Rust}"),
        ("title", r"\lead{\leader{Engine}\tools{Rust}}"),
        ("tags", r"\keywords{\tag{Rust}"),
    ],
)
def test_keywords_are_where_the_design_has_them(keywords: str, line: str) -> None:
    assert line in entry_with(1, keywords=keywords)
    assert entry_with(1, keywords=keywords).count("Rust") == 1


@pytest.mark.parametrize("links", ["plain", "underline", "accent"])
def test_a_name_is_a_link_where_no_address_is_printed(links: str) -> None:
    assert LINKED in entry_with(links=links)
    assert "{example.com}" not in entry_with(links=links)


def test_an_address_is_below_or_after_the_name() -> None:
    assert r"\more{\href{https://example.com}{example.com}}" in entry_with()
    assert r"\employer{Example Ltd}\address{\href{https://example.com}{example.com}}" in entry_with(links="address")


def test_a_link_inside_a_linked_name_stays_a_link_of_its_own() -> None:
    resume = RESUME.replace("name: Example Ltd", 'name: "Example [Ltd](https://example.net) *UK*"')
    said = entry_with(resume=resume, links="plain")
    of_own = r"\href{https://example.net}{Ltd}"
    one, other = (rf"\href{{https://example.com}}{{{words}}}" for words in ("Example ", "UK"))
    assert f"{one}{of_own}" in said
    assert rf"\emph{{{other}}}" in said


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ({"header": "centred"}, [r"\newcommand{\placed}{\startskip=\dimexpr"]),
        ({"header": "split"}, ["\\facing{\n  \\name{Ada Example}", r"\atend"]),
        ({"names": "light-bold"}, [r"\name{\given{Ada} Example}"]),
        ({"separators": "bar"}, [r"\newcommand{\separator}{\upright}"]),
        ({"separators": "dot"}, [r"\newcommand{\separator}{\midpoint}"]),
        ({"headings": "initials"}, [r"\section{\initials{Exp}{erience}}"]),
        ({"headings": "initials", "heading-case": "capitals"}, [r"\section{\initials{EXP}{ERIENCE}}"]),
        ({"headings": "under"}, [r"\hrule height\rulewidth"]),
        ({"headings": "bar", "dates": "start"}, [r"\newcommand{\barwidth}{\dimexpr\datecolumn"]),
        ({"headings": "band"}, [r"\tinted{accent!8}"]),
        ({"heading-case": "capitals"}, [r"\section{EXPERIENCE}"]),
        ({"skills": "tags"}, [r"\group{Code}{}{\tag{Go} \tag{C}}"]),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else "",
)
def test_the_head_the_titles_and_the_skills_are_those_of_the_layout(options: dict[str, str], lines: list[str]) -> None:
    tex, usual = tex_with(**options), tex_with(headings="plain")
    assert [line for line in lines if line not in tex] == []
    assert [line for line in lines if line in usual] == []


def test_initials_are_the_whole_title_in_a_script_without_capitals() -> None:
    assert r"\section{\initials{职业经历}{}}" in tex_with(
        resume=f"locale: zh\ntitles: {{work: 职业经历}}\n{RESUME}", headings="initials"
    )


STYLE = """
:root { --paint: #0a0; --ink: #123; --quiet: var(--paint); --heading-colour: inherit; --name-size: 4rem; }
:root { --name-weight: 400; }
:root { --rule: 2pt dashed var(--accent); --gap-entry: 24pt; --organization-style: italic; /* a */ --heads: 50mm; }
@media screen { :root { --ink: #f00; } }
.x { --ink: #f00; }
"""


def test_custom_properties_are_the_colours_sizes_and_distances(theme_of: ThemeOf) -> None:
    theme = theme_of({"resume.css": STYLE}, "options: {accent: {default: '#abcdef'}, size: {default: 12pt}}")
    tex = render_tex(view_of(RESUME), design_in(theme))
    for line in (
        r"\definecolor{ink}{HTML}{112233}",
        r"\definecolor{quiet}{HTML}{00AA00}",
        r"\definecolor{heading}{HTML}{112233}",
        r"\definecolor{ruled}{HTML}{ABCDEF}",
        r"\newcommand{\rulewidth}{2bp}",
        r"\namestyle}{\headingfont\size{4}{1.1}}",
        r"\nextthing{2}",
        r"\organizationstyle}{\medium\itshape}",
        r"\namecolumn=50mm",
        r"\xleaders",
    ):
        assert line in tex, line


def test_a_child_changes_the_properties_of_its_parent(theme_of: ThemeOf) -> None:
    theme_of({"resume.css": ":root { --ink: #111; --quiet: #222 }"}, name="parent")
    child = theme_of({"resume.css": ":root { --quiet: #333 }"}, "extends: parent")
    tex = render_tex(view_of(RESUME), design_in(child))
    assert r"\definecolor{ink}{HTML}{111111}" in tex
    assert r"\definecolor{quiet}{HTML}{333333}" in tex


@pytest.mark.parametrize(
    "value",
    [
        r"\input{x}",
        "#12345g",
        "calc(1rem + 2mm)",
        "var(--ink)",
        "var(--a)",
        "1pt solid \\x",
        "",
        "'}\\input{x}'",
        "(" * 2000,
    ],
)
def test_a_value_of_unknown_form_is_as_if_not_there(theme_of: ThemeOf, value: str) -> None:
    names = ["ink", "name-size", "name-weight", "gap-entry", "rule", "heads", "date-column", "between", "title-style"]
    style = "".join(f":root {{ --{name}: {value} }}\n" for name in names)
    assert render_tex(view_of(RESUME), design_in(theme_of({"resume.css": style}))) == render_tex(
        view_of(RESUME), design_in(theme_of({}))
    )


def test_words_of_a_form_are_text(theme_of: ThemeOf) -> None:
    words = r'{% set words = {"a": ["50 % \\input{x}"], "b": "<b>" | safe} %}{% macro m() %}\input{x}{% endmacro %}'
    template = r"\BLOCK{set form = constants('words.html.j2')}\VAR{form.words.a[0]} \VAR{form.words.b} \VAR{form.m}"
    tex = render_tex(view_of(RESUME), design_in(theme_of({"words.html.j2": words, "resume.tex.j2": template})))
    assert tex.strip() == r"50 \% \textbackslash{}input\{x\} <b> None"


def test_only_the_name_of_a_journal_is_italic() -> None:
    works = "publications: [{name: A title, publisher: 'Sample Journal, volume 3', releaseDate: 2020}]"
    assert r"\begin{work}{}{}{A title.}{\journal{Sample Journal}, volume 3, 2020.}" in tex_with(
        resume=f"{RESUME}{works}"
    )
    odd = works.replace("Sample Journal", "*Sample & Journal*")
    assert r"{\journal{\emph{Sample \& Journal}, volume 3}, 2020.}" in tex_with(resume=f"{RESUME}{odd}")
