"""A résumé as a LaTeX document: every word is there, in order, and none of them is a command."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.resumes import Filler, view_of
from resumekit.check.view_text import links_of
from resumekit.errors import Problem, ThemeError
from resumekit.present import ResumeView
from resumekit.theming import Design, Theme, render_tex
from resumekit.theming.printed_view import printed_view
from strategies import rarely
from writers.reading import texts_in_order

from .test_escaping import with_texts
from .test_latex_escaping import TEXTS, shown
from .tex_reader import TexReader, body
from .themes import BUILT_IN, built_in, design_in

FILLER = Filler()
RESUME = FILLER.resume()
VIEW = view_of(RESUME)
TYPED = sorted(word for word, path in FILLER.words.items() if not path.endswith((".file", ".width")))
PICTURES = {f"{word}.png": "pictures/harmless.png" for word in FILLER.words}
IN_LINES = {"entries": "line", "first": "role", "keywords": "below", "dates": "end", "links": "below"}
"""The options with which an entry begins with one line, in the order of the view."""

FORMS = {"lebenslauf", "rirekisho"}
"""Themes with an order of their own, that of a form."""

ThemeOf = Callable[..., Theme]

each_theme = pytest.mark.parametrize("theme", BUILT_IN)


def tex_of(view: ResumeView, theme: str = "modern", **options: str) -> str:
    return render_tex(view, design_in(built_in(theme), **options), PICTURES)


def tex_in(
    theme: Theme, resume: str = "basics: {name: Ada}", paper: str = "A4", margin: str = "16mm", **options: str
) -> str:
    return render_tex(view_of(resume), Design(theme, options, paper, margin))


def squeezed(text: str) -> str:
    """Return a text without spaces and in lower case, since titles may be set in capitals."""
    return unicodedata.normalize("NFKC", "".join(text.upper().casefold().split()))


@cache
def harmless(theme: str) -> TexReader:
    return TexReader(body(tex_of(VIEW, theme)))


# --- content


@each_theme
def test_every_word_is_there_and_nothing_hidden(theme: str) -> None:
    text = squeezed(harmless(theme).text)
    view = printed_view(VIEW, design_in(built_in(theme)))
    dates = {part for wanted in texts_in_order(view) for part in wanted.split("–")}
    assert [wanted for wanted in dates if squeezed(wanted) not in text] == []
    assert [word for word in FILLER.hidden if word in text] == []


@pytest.mark.parametrize("theme", [theme for theme in BUILT_IN if theme not in FORMS])
def test_in_lines_every_word_is_in_its_order(theme: str) -> None:
    options = built_in(theme).manifest.options
    text, at = (
        squeezed(TexReader(body(tex_of(VIEW, theme, **{key: IN_LINES[key] for key in {*IN_LINES} & {*options}}))).text),
        0,
    )
    for wanted in map(squeezed, texts_in_order(VIEW, citing=True)):
        found = text.find(wanted, at)
        assert found >= 0, f"{wanted} is missing or out of order"
        at = found


@each_theme
def test_every_link_is_there_with_its_url(theme: str) -> None:
    assert set(harmless(theme).urls) == {url for url in links_of(VIEW) if url}


@each_theme
def test_every_picture_has_a_name_and_an_alternative_text(theme: str) -> None:
    tex = body(tex_of(VIEW, theme))
    pictures = [word for word, path in FILLER.words.items() if path.endswith(".file") and ".logo." not in path]
    assert len(re.findall(r"\\(?:image|photo)\{pictures/harmless\.png\}\{[^{}]+\}\{word\d+\}\{word\d+\}", tex)) == len(
        pictures
    )
    assert [word for word in pictures if word in tex] == []


def commands_of(tex: TexReader) -> list[str]:
    """Return the commands; a date in a row of a form has one cell or two, depending on what it says."""
    return [command.replace(" dated row", " row") for command in tex.commands]


@each_theme
@rarely
@given(st.dictionaries(st.sampled_from(TYPED), TEXTS, min_size=1, max_size=12))
def test_any_text_in_any_field_of_any_theme_is_text(theme: str, texts: dict[str, str]) -> None:
    texts = {word: shown(text).strip() or "x" for word, text in texts.items()}
    made = TexReader(body(tex_of(with_texts(VIEW, texts), theme)))
    assert commands_of(made) == commands_of(harmless(theme))
    assert squeezed(made.text) == squeezed(str(with_texts(harmless(theme).text.casefold(), texts)))


# --- design


def test_paper_and_margins_are_those_of_the_design(theme_of: ThemeOf) -> None:
    theme = theme_of({})
    for margin, sides in {
        "10mm": "top=10mm, right=10mm, bottom=10mm, left=10mm",
        "10mm 20pt": "top=10mm, right=20bp, bottom=10mm, left=20bp",
        "1cm 2cm 3cm": "top=1cm, right=2cm, bottom=3cm, left=2cm",
        "1in 2in 3in 4in": "top=1in, right=2in, bottom=3in, left=4in",
    }.items():
        assert rf"\usepackage[letterpaper, {sides}]{{geometry}}" in tex_in(theme, paper="Letter", margin=margin)


def test_a_theme_without_a_template_keeps_its_colour_fonts_and_sizes(theme_of: ThemeOf) -> None:
    options = {"accent": "#a1b", "size": "11pt", "font": "Arimo", "heading-font": "Newsreader", "leading": "1.5"}
    tex = tex_in(theme_of({}, f"options: {{{': , '.join(options)}: }}"), **options)
    for line in (
        r"\definecolor{accent}{HTML}{AA11BB}",
        r"\rem=11bp",
        r"\family{\setmainfont}{Arimo}",
        r"\family{\newfontfamily\headingfont}{Newsreader}",
        r"\newcommand{\leading}{1.5}",
    ):
        assert line in tex


def test_a_photo_can_be_omitted() -> None:
    assert r"\photo{" not in body(tex_of(view_of("basics: {name: Ada, image: a.png}"), photo="none"))


def test_page_numbers_can_be_omitted() -> None:
    assert r"\pagestyle{empty}" in tex_of(VIEW, **{"page-numbers": "no"})


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "\\iffontchar\\font`Ж"),
        ("zh-Hant", r"\eastasian{\setmainfont}{Chinese Traditional}{Noto Sans CJK TC}"),
        ("ja", r"\eastasian{\setmainfont}{Japanese}{Noto Sans CJK JP}"),
        ("ar", r"\family{\setmainfont}{IBM Plex Sans Arabic}"),
        ("he", "provide=*, hebrew]{babel}"),
    ],
)
def test_a_page_gets_a_font_for_its_script(language: str, line: str) -> None:
    assert line in tex_of(view_of(f"locale: {language}"))


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("ב-Python וב-Go.", r"\fallback{ב}-\ltr{Python} \fallback{וב}-\ltr{Go}."),
        ("(C++ 17, Go) עד 95%", r"(\ltr{C++ 17, Go}) \fallback{עד} 95\%"),
        ("growth of 95% ועוד", r"\ltr{growth of 95\%} \fallback{ועוד}"),
        ("12 שנים", r"12 \fallback{שנים}"),
    ],
)
def test_left_to_right_words_are_marked_on_a_right_to_left_page(text: str, tex: str) -> None:
    assert rf"\headline{{{tex}}}" in tex_of(view_of(f"locale: he\nbasics: {{name: א, label: '{text}'}}"))


def test_documents_are_reproducible() -> None:
    assert tex_of(VIEW) == tex_of(view_of(RESUME))


@each_theme
def test_a_document_reads_well(theme: str) -> None:
    lines = tex_of(VIEW, theme).split("\n")
    assert lines[0].startswith("% ")
    assert [line for line in lines if line != line.rstrip()] == []
    assert [two for two in itertools.pairwise(lines) if two == ("", "")] == []
    assert lines[-2:] == [r"\end{document}", ""]
    depth = 0
    for line in body("\n".join(lines)).split("\n"):
        depth -= line.lstrip().startswith(r"\end{")
        assert line.startswith("  " * depth) or not line, line
        depth += line.lstrip().startswith(r"\begin{")


# --- templates


def problem_of(theme: Theme) -> Problem:
    with pytest.raises(ThemeError) as error:
        tex_in(theme)
    (problem,) = error.value.problems
    return problem


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        (r"\VAR{resume.name}", "Ada"),
        (r"\VAR{'50 % & more'}", r"50 \% \& more"),
        (r"\VAR{'#'}\VAR{1 < 2}", r"\#True"),
        (
            r"\BLOCK{macro m(x)}\textbf{\VAR{x}}\BLOCK{endmacro}\VAR{m(resume.name)} \VAR{m('_')}",
            r"\textbf{Ada} \textbf{\_}",
        ),
        ("%% if resume.name\nyes\n%% endif", "yes"),
        (r"\newcommand{\x}[1]{{#1}} \#{a comment}{% raw %}{{ 1 }}", r"\newcommand{\x}[1]{{#1}} {% raw %}{{ 1 }}"),
        (r"\VAR{options.accent} \VAR{options.width}", "FF0000 7bp"),
    ],
)
def test_a_template_prints_tex_and_what_it_prints_is_text(theme_of: ThemeOf, template: str, printed: str) -> None:
    assert tex_in(theme_of({"resume.tex.j2": template}), accent="#f00", width="7pt").strip() == printed


def test_a_child_uses_the_template_of_its_parent(theme_of: ThemeOf) -> None:
    theme_of({"resume.tex.j2": r"\VAR{resume.name} of the parent"}, name="parent")
    assert tex_in(theme_of({}, "extends: parent")).strip() == "Ada of the parent"


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("one\n\\VAR{resume.nmae}", 2, "unknown field 'nmae'; did you mean 'name'?"),
        ("one\n%% if resume.name\ntwo", 3, "Unexpected end of template"),
        ("\\VAR{().__class__}", 1, "access to attribute '__class__' of 'tuple' object is unsafe."),
        ("\n\\VAR{1 // 0}", 2, "integer division or modulo by zero"),
    ],
)
def test_a_broken_template_is_refused_with_file_and_line(
    theme_of: ThemeOf, template: str, line: int, message: str
) -> None:
    theme = theme_of({"resume.tex.j2": template})
    problem = problem_of(theme)
    assert problem.code == "broken-template"
    assert message in problem.message
    assert problem.location
    assert (problem.location.file, problem.location.line) == (str(theme.folder / "resume.tex.j2"), line)


def test_a_missing_template_is_named(theme_of: ThemeOf) -> None:
    problem = problem_of(theme_of({"resume.tex.j2": r"\BLOCK{include 'other.tex.j2'}"}))
    assert (problem.code, problem.message) == ("no-template", "theme 'mine' has no template 'other.tex.j2'")
