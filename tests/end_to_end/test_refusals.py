"""What cannot be printed or written is reported with its location, and then nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from typeset.fonts import make_font

Run = Callable[..., Any]
WriteResume = Callable[..., Path]


@pytest.fixture
def machine(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """The folder of the only fonts on the machine, and the environment that makes it so."""
    fonts = tmp_path / "machine"
    fonts.mkdir()
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    return fonts, {"FONTCONFIG_FILE": str(configuration), "XDG_CACHE_HOME": str(tmp_path / "cache")}


def test_a_character_that_no_font_has_stops_the_build(
    write_resume: WriteResume, run: Run, machine: tuple[Path, dict[str, str]]
) -> None:
    resume = write_resume("basics:\n  name: Ada\n  label: An\ue000alyst\n")
    done = run("build", "-f", "html,pdf", env=machine[1])
    assert done.exit_code == 6
    assert "resume.yaml:3:12: error: no font has" in done.stderr
    assert "fonts/" in done.stderr
    assert [path.name for path in resume.parent.iterdir()] == ["resume.yaml"]


def test_a_character_that_only_an_installed_font_has_is_a_warning_that_names_the_font(
    write_resume: WriteResume, run: Run, machine: tuple[Path, dict[str, str]]
) -> None:
    make_font(machine[0] / "some.ttf", family="Machine Sans", draws="\ue000")
    resume = write_resume("basics: {name: A\ue000da}")
    done = run("build", env=machine[1])
    assert done.exit_code == 0
    assert "warning" in done.stderr
    assert "Machine Sans" in done.stderr
    assert (resume.parent / "dist" / "resume.pdf").is_file()


def test_a_warning_stops_a_strict_build(
    write_resume: WriteResume, run: Run, machine: tuple[Path, dict[str, str]]
) -> None:
    make_font(machine[0] / "some.ttf", family="Machine Sans", draws="\ue000")
    resume = write_resume("basics: {name: A\ue000da}")
    assert run("build", "--strict", env=machine[1]).exit_code == 1
    assert not (resume.parent / "dist").exists()


def test_with_a_font_in_the_project_there_is_no_warning(
    write_resume: WriteResume, run: Run, machine: tuple[Path, dict[str, str]]
) -> None:
    resume = write_resume("basics: {name: A\ue000da}")
    make_font(resume.parent / "fonts" / "own.ttf", family="Own Sans", draws="\ue000")
    done = run("build", "--strict", env=machine[1])
    assert (done.exit_code, "warning" in done.stderr) == (0, False)


@pytest.mark.parametrize("command", ["build", "validate"])
def test_an_unknown_field_in_a_file_name_is_reported_with_its_location(
    write_resume: WriteResume, invoke: Run, command: str
) -> None:
    resume = write_resume("basics: {name: Ada}\noutput:\n  name: '{nmae}'\n")
    done = invoke(command)
    assert done.exit_code == 4
    message = "resume.yaml:3:9: error: unknown field {nmae} in output.name; did you mean 'name'?"
    assert message in done.stderr + done.stdout
    assert [path.name for path in resume.parent.iterdir()] == ["resume.yaml"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../{name}", "Ada-Lovelace.pdf"),
        ("/tmp/{name}", "tmp-Ada-Lovelace.pdf"),
        ("{name}/{label}", "Ada-Lovelace.pdf"),
        ("{theme}_{lang}", "modern_en.pdf"),
    ],
)
def test_the_file_is_in_the_folder_whatever_the_pattern(
    write_resume: WriteResume, invoke: Run, name: str, file: str
) -> None:
    resume = write_resume(f"basics: {{name: Ada Lovelace}}\noutput: {{name: '{name}'}}\n")
    assert invoke("build", "-o", "out").exit_code == 0
    assert [path.name for path in (resume.parent / "out").iterdir()] == [file]
    assert sorted(path.name for path in resume.parent.iterdir()) == ["out", "resume.yaml"]


@pytest.mark.parametrize("output", ["resume.yaml/inside", "nowhere", "nowhere/inside"])
def test_a_folder_that_cannot_be_made_stops_the_build(write_resume: WriteResume, invoke: Run, output: str) -> None:
    resume = write_resume("basics: {name: Ada}")
    (resume.parent / "nowhere").symlink_to("/nonsense/nowhere")
    done = invoke("build", "-o", output)
    assert (done.exit_code, done.stderr.count("error:")) == (7, 1)
    assert "[unwritable]" in done.stderr
    assert sorted(path.name for path in resume.parent.iterdir()) == ["nowhere", "resume.yaml"]


def test_a_theme_that_asks_for_the_network_stops_the_build(write_resume: WriteResume, invoke: Run) -> None:
    resume = write_resume("basics: {name: Ada}\ntheme: mine\n")
    theme = resume.parent / "themes" / "mine"
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text("name: mine\nsummary: Asks for more.\nextends: modern\n")
    (theme / "resume.css").write_text("body { background: url(https://example.org/spy.png) }")
    done = invoke("build")
    assert done.exit_code == 5
    assert "themes/mine/resume.css:1:24: error: theme 'mine': the page may not load" in done.stderr
    assert done.stderr.count("[refused-address]") == 1
    assert not (resume.parent / "dist").exists()
