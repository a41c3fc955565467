"""`resumekit themes new`: the copy builds at once, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from resumekit.theming import find_theme
from theming.themes import BUILT_IN, built_in, write_theme

from .conftest import files_in

Command = Callable[..., Run]
RESUME = "basics: {name: Ada Example}\nwork: [{name: Example Ltd, startDate: 2020}]\n"


@pytest.mark.parametrize("source", BUILT_IN)
def test_the_copy_of_a_built_in_theme_has_its_files_and_options(source: str, project: Path, invoke: Command) -> None:
    made = invoke("themes", "new", "mine", "--from", source)
    assert (made.exit_code, made.stdout) == (0, f"{Path('themes/mine')}\n")
    assert "resumekit build --theme mine" in made.stderr
    copy, original = find_theme("mine", project=project), built_in(source)
    assert copy.manifest == original.manifest.model_copy(update={"name": "mine", "summary": f"A copy of {source}."})
    own = {"theme.yaml", "README.md"}
    files = {name: data for name, data in files_in(original.folder).items() if name not in own}
    assert {name: data for name, data in files_in(copy.folder).items() if name not in own} == files


def test_a_copy_builds_the_same_page_without_a_message(
    project: Path, write_resume: Callable[..., Path], invoke: Command
) -> None:
    write_resume(RESUME)
    assert invoke("themes", "new", "mine").exit_code == 0
    for theme in ("modern", "mine"):
        done = invoke("build", "--theme", theme, "-o", theme, "--format", "html")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert (project / "mine/resume.html").read_bytes() == (project / "modern/resume.html").read_bytes()


def test_a_copy_keeps_comments_and_extends(project: Path, invoke: Command) -> None:
    manifest = "extends: modern  # as it was\noptions: {accent: {default: '#123456'}}\n"
    write_theme(project / "elsewhere/old", {"resume.css": "h2 { color: red }"}, manifest=manifest)
    assert invoke("themes", "new", "mine", "--from", "elsewhere/old").exit_code == 0
    text = (project / "themes/mine/theme.yaml").read_text(encoding="utf-8")
    assert text == f"name: mine\nsummary: A copy of old.\n{manifest}"
    assert find_theme("mine", project=project).manifest.extends == "modern"


@pytest.mark.parametrize(
    "manifest",
    ["{name: old, summary: A line, license: MIT}", "name: old\nsummary: >-\n  In a\n  few lines.\nlicense: MIT"],
)
def test_a_manifest_in_another_style_is_rewritten(manifest: str, project: Path, invoke: Command) -> None:
    folder = write_theme(project / "elsewhere/old", {"resume.html.j2": "{{ resume.name }}"})
    (folder / "theme.yaml").write_text(manifest, encoding="utf-8")
    assert invoke("themes", "new", "mine", "--from", "elsewhere/old").exit_code == 0
    made = find_theme("mine", project=project).manifest
    assert (made.name, made.summary, made.license) == ("mine", "A copy of old.", "MIT")


def test_symbolic_links_are_not_copied(project: Path, invoke: Command) -> None:
    folder = write_theme(project / "elsewhere/old", {"resume.html.j2": "{{ resume.name }}", ".hidden": "x"})
    (project / "secret").write_text("secret", encoding="utf-8")
    (folder / "link.css").symlink_to(project / "secret")
    (folder / "fonts").symlink_to(project)
    assert invoke("themes", "new", "mine", "--from", "elsewhere/old").exit_code == 0
    assert sorted(files_in(project / "themes/mine")) == ["resume.html.j2", "theme.yaml"]


@pytest.mark.parametrize("name", ["", "../mine", "my theme", "-mine", "a/b", "x" * 65])
def test_an_invalid_theme_name_is_refused(name: str, project: Path, invoke: Command) -> None:
    done = invoke("themes", "new", "--", name)
    assert done.exit_code == 2
    assert "[bad-theme-name]" in done.stderr
    assert files_in(project) == {}


def test_an_existing_folder_is_left_alone(project: Path, invoke: Command) -> None:
    write_theme(project / "themes/mine")
    before = files_in(project)
    done = invoke("themes", "new", "mine")
    assert "[already-there]" in done.stderr
    assert done.exit_code != 0
    assert files_in(project) == before


def test_an_unknown_theme_cannot_be_copied(project: Path, invoke: Command) -> None:
    done = invoke("themes", "new", "mine", "--from", "modrn")
    assert "did you mean 'modern'?" in done.stderr
    assert files_in(project) == {}


def test_a_folder_too_large_for_a_theme_is_not_copied(
    project: Path, invoke: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resumekit.cli.new_theme._LARGEST", 100)
    done = invoke("themes", "new", "mine")
    assert "[theme-too-large]" in done.stderr
    assert files_in(project) == {}
