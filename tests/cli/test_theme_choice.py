"""`validate` looks at the choice of a theme, too: is there one of that name, and does it take the options?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

from .test_startup import imported

Write = Callable[..., Path]
Invoke = Callable[..., Run]


@pytest.mark.parametrize("theme", ["modern", "{name: classic}", "{name: modern, accent: '#123456'}", "{name: ''}", ""])
def test_a_theme_that_is_there_is_not_spoken_of(write_resume: Write, invoke: Invoke, theme: str) -> None:
    write_resume(f"basics: {{name: Ada Example}}\ntheme: {theme}\n")
    assert invoke("validate") == Run(0, "resume.yaml: valid\n", "")


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("moderm", ":2:8: error: no theme 'moderm'; did you mean 'modern'? [unknown-theme]\n"),
        ("{name: moderm}", ":2:15: error: no theme 'moderm'; did you mean 'modern'? [unknown-theme]\n"),
        ("./nowhere", ":2:8: error: no theme in nowhere [unknown-theme]\n"),
        ("../../etc", ":2:8: error: no theme in ../../etc [unknown-theme]\n"),
        ("{acent: '#fff'}", ":2:9: error: theme 'modern' has no option 'acent'; did you mean 'accent'?"),
        ("{accent: blue}", ":2:17: error: accent: 'blue' is not a colour"),
    ],
)
def test_a_theme_or_an_option_that_is_not_is_told_with_its_place(
    write_resume: Write, invoke: Invoke, theme: str, said: str
) -> None:
    write_resume(f"basics: {{name: Ada Example}}\ntheme: {theme}\n")
    done = invoke("validate")
    assert done.exit_code == 5
    assert done.stdout == ""
    assert done.stderr.startswith(f"resume.yaml{said}")
    assert done.stderr.count("error: ") == 1


def test_a_theme_of_the_project_is_looked_for_beside_the_résumé(write_resume: Write, invoke: Invoke) -> None:
    folder = write_resume("theme: {name: mine, acent: red}\n", "cv.yaml").parent / "themes" / "mine"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("name: mine\nsummary: Mine.\n")
    assert "theme 'mine' has no option 'acent' [unknown-option]" in invoke("validate", "cv.yaml").stderr
    (folder / "theme.yaml").write_text("name: mine\nsumary: Mine.\n")
    done = invoke("validate", "cv.yaml")
    assert done.exit_code == 5
    assert "themes/mine/theme.yaml:2:1: error: unknown key 'sumary'; did you mean 'summary'?" in done.stderr


def test_it_is_told_beside_what_else_is_wrong_in_the_order_of_the_file(write_resume: Write, invoke: Invoke) -> None:
    write_resume("theme: {name: modern, acent: '#fff'}\nbasics: {emial: ada@example.org}\n")
    done = invoke("validate")
    assert done.exit_code == 4
    assert [line.rpartition(" ")[2] for line in done.stderr.splitlines() if "error: " in line] == [
        "[unknown-option]",
        "[unknown-key]",
    ]


def test_a_choice_that_is_none_is_told_of_once(write_resume: Write, invoke: Invoke) -> None:
    write_resume("theme: {name: [modern]}\n")
    done = invoke("validate")
    assert done.exit_code == 4
    assert done.stderr.count("error: ") == 1
    assert "[text-expected]" in done.stderr


def test_a_theme_may_be_set_for_one_run(write_resume: Write, invoke: Invoke) -> None:
    write_resume("theme: modern\n")
    assert "--set:1:7: error: no theme 'moderm'" in invoke("validate", "--set", "theme=moderm").stderr


def test_neither_engines_nor_pictures_nor_markdown_are_loaded_for_it(write_resume: Write) -> None:
    loaded = imported(write_resume("theme: modern\n").parent, "validate")
    assert "resumekit.theming.options" in loaded
    assert loaded & {"weasyprint", "PIL", "markdown_it", "babel", "fontTools"} == set()
