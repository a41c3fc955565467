"""Manifests of themes: inheritance, and errors with their locations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from resumekit.errors import SourceLocation, ThemeError
from resumekit.theming import Theme, find_theme

from .themes import write_theme

ThemeOf = Callable[..., Theme]

ACCENT = """
options:
  accent: {type: color, default: "#112233", help: The colour.}
  size: {type: length, default: 9pt, min: 8pt, max: 11pt, help: The size.}
"""


def problem_in(project: Path, manifest: str) -> tuple[str, SourceLocation | None]:
    """Return the code and the location of the only problem in a manifest."""
    write_theme(project / "themes" / "mine")
    (project / "themes" / "mine" / "theme.yaml").write_text(dedent(manifest), encoding="utf-8")
    with pytest.raises(ThemeError) as error:
        find_theme("mine", project=project)
    (problem,) = error.value.problems
    if problem.location:
        assert problem.location.file == str(project / "themes" / "mine" / "theme.yaml")
    return problem.code, problem.location


@pytest.mark.parametrize(
    ("manifest", "code", "line", "marked"),
    [
        ("name: mine\n", "missing-key", 1, "name: mine"),
        ("name: mine\nsummary: x\nauthr: me\n", "unknown-key", 3, "authr"),
        ("name: mine\nsummary: x\napi: 3\n", "bad-choice", 3, "3"),
        ("name: mine\nsummary: x\npage: {size: A9}\n", "bad-page-size", 3, "A9"),
        ("name: mine\nsummary: x\noptions: []\nextends: [a]\n", "bad-value", 4, "[a]"),
        ("name: mine\nname: mine\nsummary: x\n", "duplicate-key", 2, "name"),
        ("name: mine\nsummary: 'x\n", "broken-yaml", 2, "'"),
        ("- name: mine\n", "not-a-mapping", 1, "- name: mine"),
        ("name: mine\nsummary: x\nextends: modren\n", "unknown-theme", 3, "modren"),
        ("name: mine\nsummary: x\nextends: mine\n", "theme-cycle", 3, "mine"),
        ("name: mine\nsummary: x\nextends: ./other\n", "unknown-theme", 3, "./other"),
    ],
)
def test_an_invalid_manifest_is_an_error_with_its_line(
    project: Path, manifest: str, code: str, line: int, marked: str
) -> None:
    found, location = problem_in(project, manifest)
    assert (found, location and location.line) == (code, line)
    assert location
    assert location.source[location.column - 1 :].startswith(marked)


@pytest.mark.parametrize(
    ("option", "code", "marked"),
    [
        ("{type: colour, default: '#123', help: x}", "bad-choice", "colour"),
        ("{type: color, defalt: '#123', default: '#123', help: x}", "unknown-key", "defalt"),
        ("{type: color, default: '#123'}", "missing-key", "{type: color"),
        ("{type: color, default: red, help: x}", "bad-default", "{type: color"),
        ("{type: length, default: 9pt, min: small, max: 10pt, help: x}", "bad-value", "small"),
        ("{type: length, default: 12pt, min: 8pt, max: 10pt, help: x}", "bad-default", "{type: length"),
        ("{type: length, default: 9pt, min: 11pt, max: 10pt, help: x}", "bad-default", "{type: length"),
        ("{type: choice, default: c, choices: [a, b], help: x}", "bad-default", "{type: choice"),
        ("{type: switch, default: maybe, help: x}", "bad-default", "{type: switch"),
    ],
)
def test_an_invalid_option_is_an_error_in_the_manifest(project: Path, option: str, code: str, marked: str) -> None:
    found, location = problem_in(project, f"name: mine\nsummary: x\noptions:\n  nice: {option}\n")
    assert (found, location and location.line) == (code, 4)
    assert location
    assert location.source[location.column - 1 :].startswith(marked)


@pytest.mark.parametrize("name", ["a b", "A", "1st", "x;}body{", ""])
def test_the_name_of_an_option_must_be_valid_in_css(project: Path, name: str) -> None:
    option = "{type: switch, default: yes, help: x}"
    code, location = problem_in(project, f"name: mine\nsummary: x\noptions:\n  '{name}': {option}\n")
    assert (code, location and location.line) == ("bad-value", 4)


def test_a_manifest_that_is_not_utf_8_is_an_error(project: Path) -> None:
    folder = write_theme(project / "themes" / "mine")
    (folder / "theme.yaml").write_bytes(b"name: mine\nsummary: \xff\n")
    with pytest.raises(ThemeError) as error:
        find_theme("mine", project=project)
    assert error.value.problems[0].code == "not-utf-8"


def test_a_child_theme_inherits_options_and_paper(theme_of: ThemeOf) -> None:
    theme_of({}, ACCENT + "page: {size: A5, margin: 7mm}\n", name="parent")
    own = 'extends: parent\npage: {margin: 9mm}\noptions:\n  accent: {type: color, default: "#445566", help: Other.}\n'
    child = theme_of({}, own)
    assert {name: option.default for name, option in child.manifest.options.items()} == {
        "accent": "#445566",
        "size": "9pt",
    }
    assert (child.manifest.page.size, child.manifest.page.margin) == ("A5", "9mm")


def test_a_child_theme_inherits_the_order_of_sections(theme_of: ThemeOf) -> None:
    theme_of({}, "order: [summary, education]\n", name="parent")
    assert theme_of({}, "extends: parent\n").manifest.order == ("summary", "education")
    assert theme_of({}, "extends: parent\norder: [work]\n").manifest.order == ("work",)


def test_a_theme_can_extend_a_built_in_one(theme_of: ThemeOf) -> None:
    child = theme_of({}, "extends: modern\n")
    parent = find_theme("modern", project=Path())
    assert (child.name, child.origin) == ("mine", "project")
    assert child.lookup == (child.folder, *parent.lookup)
    assert child.manifest.page == parent.manifest.page
    assert child.manifest.options == parent.manifest.options


def test_files_are_looked_up_along_the_chain_from_child_to_root(theme_of: ThemeOf, project_themes: Path) -> None:
    theme_of({}, name="t0")
    for number in range(1, 6):
        theme = theme_of({}, f"extends: t{number - 1}\n", name=f"t{number}")
    assert [folder.name for folder in theme.lookup] == ["t5", "t4", "t3", "t2", "t1", "t0"]


@pytest.mark.parametrize("length", [1, 2, 5])
def test_themes_that_extend_each_other_are_an_error(project: Path, project_themes: Path, length: int) -> None:
    for number in range(length):
        write_theme(project_themes / f"t{number}", manifest=f"extends: t{(number + 1) % length}\n")
    with pytest.raises(ThemeError) as error:
        find_theme("t0", project=project)
    (problem,) = error.value.problems
    assert problem.code == "theme-cycle"
    assert problem.message.endswith(" → ".join([*(f"t{number}" for number in range(length)), "t0"]))
    assert problem.location
    assert problem.location.file == str(project_themes / f"t{length - 1}" / "theme.yaml")
