"""`validate` also checks the theme choice: the theme exists and accepts the options."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

from .test_startup import imported

Write = Callable[..., Path]
Invoke = Callable[..., Run]


@pytest.mark.parametrize("theme", ["modern", "{name: classic}", "{name: modern, accent: '#123456'}", "{name: ''}", ""])
def test_a_valid_choice_has_no_problem(write_resume: Write, invoke: Invoke, theme: str) -> None:
    write_resume(f"basics: {{name: Ada Example}}\ntheme: {theme}\n")
    assert invoke("validate") == Run(0, "resume.yaml: valid\n", "")


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("moderm", ":2:8: error: unknown theme 'moderm'; did you mean 'modern'? [unknown-theme]\n"),
        ("{name: moderm}", ":2:15: error: unknown theme 'moderm'; did you mean 'modern'? [unknown-theme]\n"),
        ("./nowhere", ":2:8: error: 'nowhere' is not a theme folder [unknown-theme]\n"),
        ("../../etc", ":2:8: error: '../../etc' is not a theme folder [unknown-theme]\n"),
        ("{acent: '#fff'}", ":2:9: error: unknown option 'acent' for theme 'modern'; did you mean 'accent'?"),
        ("{accent: blue}", ":2:17: error: accent: 'blue' is not a colour"),
    ],
)
def test_an_unknown_theme_or_option_is_reported_with_its_location(
    write_resume: Write, invoke: Invoke, theme: str, said: str
) -> None:
    write_resume(f"basics: {{name: Ada Example}}\ntheme: {theme}\n")
    done = invoke("validate")
    assert done.exit_code == 5
    assert done.stdout == ""
    assert done.stderr.startswith(f"resume.yaml{said}")
    assert done.stderr.count("error: ") == 1


def test_a_project_theme_is_found_beside_the_résumé(write_resume: Write, invoke: Invoke) -> None:
    folder = write_resume("theme: {name: mine, acent: red}\n", "cv.yaml").parent / "themes" / "mine"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("name: mine\nsummary: Mine.\n")
    assert "unknown option 'acent' for theme 'mine' [unknown-option]" in invoke("validate", "cv.yaml").stderr
    (folder / "theme.yaml").write_text("name: mine\nsumary: Mine.\n")
    done = invoke("validate", "cv.yaml")
    assert done.exit_code == 5
    assert "themes/mine/theme.yaml:2:1: error: unknown key 'sumary'; did you mean 'summary'?" in done.stderr


def test_it_is_reported_with_other_problems_in_the_order_of_the_file(write_resume: Write, invoke: Invoke) -> None:
    write_resume("theme: {name: modern, acent: '#fff'}\nbasics: {emial: ada@example.org}\n")
    done = invoke("validate")
    assert done.exit_code == 4
    assert [line.rpartition(" ")[2] for line in done.stderr.splitlines() if "error: " in line] == [
        "[unknown-option]",
        "[unknown-key]",
    ]


def test_an_invalid_choice_is_reported_once(write_resume: Write, invoke: Invoke) -> None:
    write_resume("theme: {name: [modern]}\n")
    done = invoke("validate")
    assert done.exit_code == 4
    assert done.stderr.count("error: ") == 1
    assert "[text-expected]" in done.stderr


def test_an_overridden_theme_is_checked(write_resume: Write, invoke: Invoke) -> None:
    write_resume("theme: modern\n")
    assert "--set:1:7: error: unknown theme 'moderm'" in invoke("validate", "--set", "theme=moderm").stderr


@pytest.mark.parametrize("option", ["bogus=1", "accent=nope"])
def test_an_option_typed_with_a_theme_must_be_one_of_it(write_resume: Write, invoke: Invoke, option: str) -> None:
    write_resume("theme: modern\n")
    done = invoke("build", "--theme", "ledger", "--set", f"theme.{option}")
    assert done.exit_code == 5
    assert done.stderr.startswith("--set:1:")


def test_an_option_of_the_file_is_left_out_where_another_theme_is_typed(write_resume: Write, invoke: Invoke) -> None:
    write_resume("basics: {name: Ada Example}\ntheme: {name: split, side: start}\n")
    done = invoke("build", "--theme", "ledger", "--set", "theme.accent=#123456", "--verbose")
    assert done.exit_code == 0
    assert "[option-left-out]" in done.stderr


def test_it_imports_neither_engines_nor_pillow_nor_markdown(write_resume: Write) -> None:
    loaded = imported(write_resume("theme: modern\n").parent, "validate")
    assert "resumekit.theming.options" in loaded
    assert loaded & {"weasyprint", "PIL", "markdown_it", "babel", "fontTools"} == set()
