"""The files that `--watch` watches: everything that a build reads, as far as a broken source tells."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from resumekit.pipeline.inputs import Inputs, inputs_of
from theming.themes import write_theme

WriteResume = Callable[..., Path]


def names_of(found: Inputs, project: Path) -> set[str]:
    """Return the files inside the project, relative to it."""
    return {path.relative_to(project).as_posix() for path in found.files if path.is_relative_to(project)}


def folders_of(found: Inputs, project: Path) -> set[str]:
    return {path.relative_to(project).as_posix() for path in found.folders if path.is_relative_to(project)}


def test_the_source_and_the_folder_of_fonts(write_resume: WriteResume, project: Path) -> None:
    found = inputs_of(write_resume("basics: {name: Ada}"))
    assert names_of(found, project) == {"resume.yaml"}
    assert folders_of(found, project) == {"fonts"}


def test_a_folder_stands_for_its_résumé(write_resume: WriteResume, project: Path) -> None:
    write_resume("basics: {name: Ada}")
    assert inputs_of(project) == inputs_of(project / "resume.yaml")


def test_relative_paths_become_absolute(
    write_resume: WriteResume, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_resume("basics: {name: Ada, image: a.png}\ntheme: ./mine")
    monkeypatch.chdir(project)
    assert inputs_of(Path("resume.yaml")) == inputs_of(path)


def test_a_link_is_watched_itself(write_resume: WriteResume, project: Path) -> None:
    write_resume("basics: {name: Ada}", "real.yaml")
    (project / "resume.yaml").symlink_to("real.yaml")
    assert names_of(inputs_of(project / "resume.yaml"), project) == {"resume.yaml"}


@pytest.mark.parametrize("broken", ["", "\nbasics: ["])
def test_includes_of_includes_even_of_a_broken_source(write_resume: WriteResume, project: Path, broken: str) -> None:
    (project / "parts").mkdir()
    write_resume("- !include 'deep.yaml'\n", "parts/work.yaml")
    write_resume('name: X\nsummary: !include "../summary.md"\n', "parts/deep.yaml")
    write_resume("Text", "summary.md")
    path = write_resume(f"work: !include parts/work.yaml{broken}")
    expected = {"resume.yaml", "parts/work.yaml", "parts/deep.yaml", "summary.md"}
    assert names_of(inputs_of(path), project) == expected


@pytest.mark.parametrize("broken", ["", "\nbasics: ["])
def test_includes_in_flow_style_and_in_quotes(write_resume: WriteResume, project: Path, broken: str) -> None:
    for name in ("a.md", "b, [c].md", "it's.md"):
        write_resume("Text", name)
    path = write_resume(
        f"x-all: [!include a.md, !include 'b, [c].md', {{x: !include a.md}}, !include \"it's.md\"]{broken}"
    )
    assert names_of(inputs_of(path), project) == {"resume.yaml", "a.md", "b, [c].md", "it's.md"}


def test_a_missing_include_is_watched(write_resume: WriteResume, project: Path) -> None:
    path = write_resume("work: !include none.yaml  # later")
    assert names_of(inputs_of(path), project) == {"resume.yaml", "none.yaml"}


def test_files_that_include_each_other_are_watched_once(write_resume: WriteResume, project: Path) -> None:
    write_resume("!include resume.yaml", "other.yaml")
    assert names_of(inputs_of(write_resume("work: !include other.yaml")), project) == {"resume.yaml", "other.yaml"}


def test_pictures_of_every_variant(write_resume: WriteResume, project: Path) -> None:
    path = write_resume("""
        basics: {name: Ada, image: ada.png}
        sections: [{title: Work, entries: [{title: A, images: [{file: images/a.png}]}]}]
        variants:
          formal: {set: {basics.image: formal.png}}
          broken: {set: {nowhere.at.all: x}}
          extended: {extends: formal}
    """)
    assert names_of(inputs_of(path), project) == {"resume.yaml", "ada.png", "images/a.png", "formal.png"}


def test_a_theme_with_those_it_extends(write_resume: WriteResume, project: Path) -> None:
    write_theme(project / "themes" / "parent", manifest="extends: modern")
    write_theme(project / "themes" / "child", manifest="extends: parent")
    for theme in ("child", "{name: child, accent: red}"):
        found = inputs_of(write_resume(f"basics: {{name: Ada}}\ntheme: {theme}"))
        assert folders_of(found, project) == {"fonts", "themes/child", "themes/parent"}
        assert "modern" in {folder.name for folder in found.folders}


def test_the_default_theme_and_that_of_the_command_line(write_resume: WriteResume) -> None:
    path = write_resume("basics: {name: Ada}\ntheme: classic")
    assert "classic" in {folder.name for folder in inputs_of(path).folders}
    chosen = {folder.name for folder in inputs_of(path, "modern").folders}
    assert "modern" in chosen
    assert "classic" not in chosen
    assert len(inputs_of(write_resume("basics: {name: Ada}")).folders) > 1


def test_the_themes_of_variants(write_resume: WriteResume, project: Path) -> None:
    write_theme(project / "themes" / "mine", manifest="extends: modern")
    path = write_resume("basics: {name: Ada}\nvariants: {one: {theme: mine}}")
    assert "themes/mine" in folders_of(inputs_of(path), project)


@pytest.mark.parametrize(
    ("theme", "folder"), [("none-such", "themes"), ("./none", "none"), ("designs/none", "designs/none")]
)
def test_a_missing_theme_is_watched_where_it_could_be(
    write_resume: WriteResume, project: Path, theme: str, folder: str
) -> None:
    found = inputs_of(write_resume(f"basics: {{name: Ada}}\ntheme: {theme}"))
    assert folders_of(found, project) == {"fonts", folder}


def test_a_path_of_the_command_line_is_relative_to_the_working_folder(
    write_resume: WriteResume, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_resume("basics: {name: Ada}")
    (project.parent / "elsewhere").mkdir()
    monkeypatch.chdir(project.parent / "elsewhere")
    assert project.parent / "elsewhere" / "mine" in inputs_of(path, "./mine").folders
    assert project / "themes" in inputs_of(path, "none-such").folders


def test_a_letter_with_its_résumé(write_resume: WriteResume, project: Path) -> None:
    write_theme(project / "themes" / "mine", manifest="extends: modern")
    write_theme(project / "themes" / "other", manifest="extends: modern")
    write_resume("basics: {name: Ada, image: ada.png, summary: !include summary.md}\ntheme: other", "cv.yaml")
    write_resume("Text", "summary.md")
    path = write_resume("resume: cv.yaml\ntheme: mine\nbody: !include body.md", "letter.yaml")
    write_resume("Dear all", "body.md")
    found = inputs_of(path)
    assert names_of(found, project) == {"letter.yaml", "body.md", "cv.yaml", "summary.md", "ada.png"}
    assert {"themes/mine", "themes/other"} <= folders_of(found, project)


def test_a_letter_whose_résumé_is_broken_or_named_by_default(write_resume: WriteResume, project: Path) -> None:
    write_resume("basics: [\nwork: !include work.yaml", "resume.yaml")
    path = write_resume("body: Dear all", "letter.yaml")
    assert names_of(inputs_of(path), project) == {"letter.yaml", "resume.yaml", "work.yaml"}


def test_inputs_together() -> None:
    one, two = (Inputs(frozenset({Path(name)}), frozenset({Path(f"{name}s")})) for name in "ab")
    assert one | two == Inputs(frozenset({Path("a"), Path("b")}), frozenset({Path("as"), Path("bs")}))


@pytest.fixture
def inputs(project: Path) -> Inputs:
    """A file, and a folder with a file in a folder."""
    (project / "theme" / "fonts").mkdir(parents=True)
    for name in ("resume.yaml", "theme/resume.css", "theme/fonts/a.ttf"):
        (project / name).write_text("before")
    return Inputs(frozenset({project / "resume.yaml", project / "none.png"}), frozenset({project / "theme"}))


def test_a_snapshot_has_every_existing_file(inputs: Inputs, project: Path) -> None:
    expected = {project / name for name in ("resume.yaml", "theme/resume.css", "theme/fonts/a.ttf")}
    assert set(inputs.snapshot()) == expected
    assert inputs.snapshot() == inputs.snapshot()


@pytest.mark.parametrize("name", ["resume.yaml", "theme/resume.css", "theme/fonts/a.ttf"])
def test_a_snapshot_differs_after_any_change_of_a_file(inputs: Inputs, project: Path, name: str) -> None:
    path, before = project / name, inputs.snapshot()
    path.write_text("longer than before")
    assert (longer := inputs.snapshot()) != before
    os.utime(path, ns=(1, 1))
    assert (touched := inputs.snapshot()) != longer
    (new := project / "new").write_text("longer than before")
    os.utime(new, ns=(1, 1))
    new.replace(path)
    assert (replaced := inputs.snapshot()) != touched  # same size and time, another file
    path.unlink()
    assert inputs.snapshot() != replaced
    assert path not in inputs.snapshot()


@pytest.mark.parametrize("name", ["none.png", "theme/new.css", "theme/fonts/new/b.ttf"])
def test_a_snapshot_differs_after_a_file_is_created(inputs: Inputs, project: Path, name: str) -> None:
    before = inputs.snapshot()
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).touch()
    assert set(inputs.snapshot()) - set(before) == {project / name}


@pytest.mark.parametrize("name", [".resume.css.swp", "resume.css~", ".git/index", "__pycache__/a.pyc", "../beside"])
def test_hidden_files_backups_and_neighbours_do_not_count(inputs: Inputs, project: Path, name: str) -> None:
    before = inputs.snapshot()
    (project / "theme" / name).parent.mkdir(exist_ok=True)
    (project / "theme" / name).touch()
    assert inputs.snapshot() == before


def test_the_watched_folders_exist(inputs: Inputs, project: Path) -> None:
    assert inputs.watched_folders() == (project, project / "theme", project / "theme" / "fonts")
    missing = Inputs(frozenset({project / "images" / "a.png"}), frozenset({project / "themes" / "mine"}))
    assert missing.watched_folders() == (project,)
