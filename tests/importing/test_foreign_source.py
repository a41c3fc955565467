"""Files in other formats are built and validated directly; problems point into these files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from resumekit.errors import LoadError
from resumekit.importing import convert_foreign, read_source
from resumekit.importing.input_file import InputFile
from resumekit.importing.readers import detect_format
from resumekit.load import load, parse
from resumekit.schema import validate

from .test_samples import SAMPLES, imported, packed, validated

Command = Callable[..., Run]

CONVERTED = {
    "europass.json": "Engines.",
    "fresh.json": "Developed the backend",
    "rendercv.yaml": "Developed the backend",
    "yamlresume.yml": "Developed the backend",
}
"""Formats that can be built directly, with a few words of each sample."""


@pytest.mark.parametrize("name", CONVERTED)
def test_direct_conversion_equals_the_import(name: str) -> None:
    document, _ = convert_foreign(load(SAMPLES / name))
    assert validate(document)[0] == validated(imported(SAMPLES / name))


@pytest.mark.parametrize("name", CONVERTED)
def test_each_value_has_the_location_of_its_origin(name: str) -> None:
    document, _ = convert_foreign(load(SAMPLES / name))
    lines = (SAMPLES / name).read_text(encoding="utf-8").split("\n")
    found = {path: document.location(path) for path in document.spans}
    assert all(lines[location.line - 1] == location.source for location in found.values())
    assert "Example Ltd" in found["work", 0, "name"].source
    if ("publications", 0, "releaseDate") in document.spans and name != "yamlresume.yml":
        assert "2018" in document.location(("publications", 0, "releaseDate")).source


def test_a_résumé_in_our_format_is_unchanged() -> None:
    document = parse(b"basics: {name: Ada}\ncontact: mine\n", name="resume.yaml", folder=Path())
    assert convert_foreign(document) == (document, ())
    assert convert_foreign(document)[0] is document


@pytest.mark.parametrize("name", CONVERTED)
def test_another_format_is_built_directly(invoke: Command, project: Path, name: str) -> None:
    (project / name).write_bytes((SAMPLES / name).read_bytes())
    done = invoke("build", name, "--format", "txt,json")
    assert done.exit_code == 0, done.stderr
    text = (project / "dist" / Path(name).with_suffix(".txt")).read_text(encoding="utf-8")
    assert "Ada Example" in text
    assert CONVERTED[name] in text
    assert invoke("validate", f"dist/{Path(name).stem}.json").exit_code == 0


@pytest.mark.parametrize("name", ["europass.xml", "csl.json", "publications.bib", "linkedin.zip", "old.txt"])
@pytest.mark.parametrize("command", ["build", "validate"])
def test_the_hint_has_the_import_command(invoke: Command, project: Path, command: str, name: str) -> None:
    made = {"linkedin.zip": packed(SAMPLES / "linkedin"), "old.txt": b"Ada Example\n\nExperience\n\nExample Ltd\n"}
    (project / name).write_bytes(made.get(name) or (SAMPLES / name).read_bytes())
    done = invoke(command, name)
    assert done.exit_code == 3
    assert f"to convert it to YAML, run `resumekit import {name}`" in done.stderr


@pytest.mark.parametrize("included", [b"\xff\xfe\xfa", b"name: \x01", b"name: \xff"])
def test_a_problem_of_an_included_file_has_no_hint_about_importing(project: Path, included: bytes) -> None:
    source = b"name: Ada\n\n\nbasics: !include part.yaml\n"
    assert detect_format(InputFile("old.txt", source)) == "text"
    (project / "old.txt").write_bytes(source)
    (project / "part.yaml").write_bytes(included)
    with pytest.raises(LoadError) as error:
        read_source(project / "old.txt")
    (problem,) = error.value.problems
    assert (problem.location or problem).file == str(project / "part.yaml")
    assert "import" not in (problem.hint or "")


def test_a_problem_points_into_the_foreign_file(invoke: Command, project: Path) -> None:
    text = "cv:\n  name: Ada Example\n  email: no address\n"
    (project / "cv.yaml").write_text(text)
    done = invoke("validate", "cv.yaml")
    assert done.exit_code == 0
    assert "cv.yaml:3:10: info: 'no address' is not a valid e-mail address" in done.stderr


def test_a_file_that_is_invalid_in_its_own_format_is_rejected(invoke: Command, project: Path) -> None:
    (project / "cv.yaml").write_text("content:\n  basics:\n    name: A\n")
    done = invoke("build", "cv.yaml")
    assert done.exit_code == 4
    assert "cv.yaml:3:11: error" in done.stderr
