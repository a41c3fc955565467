"""The options of a theme, as a résumé sets them: validated before they are used in a style sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from present.resumes import document_of, view_of
from resumekit.errors import ThemeError
from resumekit.schema.presentation import Page
from resumekit.theming import Design, Theme, render_html
from resumekit.theming.options import option_values

OPTIONS = """
options:
  accent: {type: color, default: "#112233", help: The colour.}
  size: {type: length, default: 9pt, min: 8pt, max: 11pt, help: The size.}
  gap: {type: length, default: 2mm, min: 0mm, max: 12pt, help: The gap.}
  head: {type: choice, default: left, choices: [left, centre], help: Where the name is.}
  photo: {type: switch, default: yes, help: Whether the photo shows.}
"""
DEFAULTS = {"accent": "#112233", "size": "9pt", "gap": "2mm", "head": "left", "photo": True}


@pytest.fixture
def theme(theme_of: Callable[..., Theme]) -> Theme:
    return theme_of({"resume.html.j2": "<style>{{ style }}</style>{{ options.photo }}"}, OPTIONS)


def choose(theme: Theme, given: str) -> dict[str, str | bool]:
    document = document_of(f"theme: {{name: mine, {given}}}")
    chosen = document.data["theme"]
    assert isinstance(chosen, dict)
    return option_values(theme, {name: value for name, value in chosen.items() if name != "name"}, document)


def test_options_that_are_not_set_have_their_defaults(theme: Theme) -> None:
    assert option_values(theme, {}, document_of("theme: mine")) == DEFAULTS


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ("accent: '#ABCDEF'", {"accent": "#abcdef"}),
        ("accent: '#fff'", {"accent": "#fff"}),
        ("size: 8pt", {"size": "8pt"}),
        ("size: 10.125pt", {"size": "10.125pt"}),
        ("size: 3.5mm", {"size": "3.5mm"}),
        ("gap: 0mm", {"gap": "0mm"}),
        ("head: centre", {"head": "centre"}),
        ("photo: no", {"photo": False}),
        ("photo: True", {"photo": True}),
        ("photo: off, size: 11pt", {"photo": False, "size": "11pt"}),
    ],
)
def test_a_valid_value_is_accepted(theme: Theme, given: str, chosen: dict[str, str | bool]) -> None:
    assert choose(theme, given) == DEFAULTS | chosen


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("accent: red", "accent: 'red' is not a colour such as #1d4f91"),
        ("accent: '#12345'", "accent: '#12345' is not a colour such as #1d4f91"),
        ("accent: '#fff;} body {color: red'", "accent: '#fff;} body {color: red' is not a colour such as #1d4f91"),
        ('accent: "#fff\\n"', "accent: '#fff\n' is not a colour such as #1d4f91"),
        ("accent: [a]", "accent: '['a']' is not a colour such as #1d4f91"),
        ("size: 7.9pt", "size: 7.9pt is not between 8pt and 11pt"),
        ("size: 4mm", "size: 4mm is not between 8pt and 11pt"),
        ("size: 9px", "size: '9px' is not a length such as 8pt"),
        ("size: 9", "size: '9' is not a length such as 8pt"),
        ("size: -9pt", "size: '-9pt' is not a length such as 8pt"),
        ("size: 9pt 9pt", "size: '9pt 9pt' is not a length such as 8pt"),
        ("size: ٩pt", "size: '٩pt' is not a length such as 8pt"),
        ("head: right", "head: 'right' is not one of left, centre"),
        ("head: ''", "head: '' is not one of left, centre"),
        ("photo: maybe", "photo: 'maybe' is not true or false"),
        ("photo: {}", "photo: '{}' is not true or false"),
    ],
)
def test_an_invalid_value_is_an_error_with_its_location(theme: Theme, given: str, message: str) -> None:
    with pytest.raises(ThemeError) as error:
        choose(theme, given)
    (problem,) = error.value.problems
    assert (problem.message, problem.code) == (message, "bad-option")
    assert problem.location
    name, _, value = given.partition(": ")
    assert problem.location.source[problem.location.column - 1 :].startswith(value)
    assert problem.hint == theme.manifest.options[name].help


def test_an_unknown_option_is_reported_with_a_suggestion(theme: Theme) -> None:
    with pytest.raises(ThemeError) as error:
        choose(theme, "acent: '#fff'")
    (problem,) = error.value.problems
    assert problem.message == "unknown option 'acent' for theme 'mine'; did you mean 'accent'?"
    assert problem.location
    assert problem.location.source[problem.location.column - 1 :].startswith("acent")
    assert problem.hint == "available: accent, size, gap, head, photo"


def test_all_problems_are_reported_at_once(theme: Theme) -> None:
    with pytest.raises(ThemeError) as error:
        choose(theme, "accent: red, size: huge, colour: blue, photo: perhaps")
    assert sorted(problem.code for problem in error.value.problems) == ["bad-option"] * 3 + ["unknown-option"]


def test_values_are_available_in_the_style_and_switches_in_the_template(theme: Theme) -> None:
    html = render_html(view_of("{}"), Design(theme, choose(theme, "accent: '#ABC', photo: no"), "A4", "16mm"))
    assert "--accent: #abc;" in html
    assert "--size: 9pt;" in html
    assert "--photo:" not in html
    assert html.endswith("False")


def test_page_settings_of_the_résumé_override_the_theme(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of({"resume.html.j2": "{{ style }}"}, "page: {size: A5, margin: 7mm}")
    html = render_html(
        view_of("{}"), Design.of(theme, {}, Page.model_validate({"margin": "9mm 8mm"}), document_of("{}"))
    )
    assert "@page {size: A5; margin: 9mm 8mm;}" in html
