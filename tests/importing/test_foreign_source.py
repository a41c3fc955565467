"""Files of other formats are built and validated as they are; what is said of them points into them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from resumekit.importing import adopt
from resumekit.load import load, parse
from resumekit.schema import validate

from .test_samples import SAMPLES, imported, packed, validated

Command = Callable[..., Run]

ADOPTED = {
    "europass.json": "Engines.",
    "fresh.json": "Developed the backend",
    "rendercv.yaml": "Developed the backend",
    "yamlresume.yml": "Developed the backend",
}
"""What can be built as it is, with a few words out of each."""


@pytest.mark.parametrize("name", ADOPTED)
def test_what_is_adopted_is_what_would_be_imported(name: str) -> None:
    document, _ = adopt(load(SAMPLES / name))
    assert validate(document)[0] == validated(imported(SAMPLES / name))


@pytest.mark.parametrize("name", ADOPTED)
def test_each_value_has_the_place_of_what_it_was_made_from(name: str) -> None:
    document, _ = adopt(load(SAMPLES / name))
    lines = (SAMPLES / name).read_text(encoding="utf-8").split("\n")
    found = {path: document.location(path) for path in document.spans}
    assert all(lines[location.line - 1] == location.source for location in found.values())
    assert "Example Ltd" in found["work", 0, "name"].source
    if ("publications", 0, "releaseDate") in document.spans and name != "yamlresume.yml":
        assert "2018" in document.location(("publications", 0, "releaseDate")).source


def test_a_résumé_of_ours_is_left_alone() -> None:
    document = parse(b"basics: {name: Ada}\ncontact: mine\n", name="resume.yaml", folder=Path())
    assert adopt(document) == (document, ())
    assert adopt(document)[0] is document


@pytest.mark.parametrize("name", ADOPTED)
def test_another_format_builds_as_it_is(run: Command, project: Path, name: str) -> None:
    (project / name).write_bytes((SAMPLES / name).read_bytes())
    done = run("build", name, "--format", "txt,json")
    assert done.exit_code == 0, done.stderr
    text = (project / "dist" / Path(name).with_suffix(".txt")).read_text(encoding="utf-8")
    assert "Ada Example" in text
    assert ADOPTED[name] in text
    assert run("validate", f"dist/{Path(name).stem}.json").exit_code == 0


@pytest.mark.parametrize("name", ["europass.xml", "csl.json", "publications.bib", "linkedin.zip", "old.txt"])
@pytest.mark.parametrize("command", ["build", "validate"])
def test_what_can_only_be_imported_says_so(run: Command, project: Path, command: str, name: str) -> None:
    made = {"linkedin.zip": packed(SAMPLES / "linkedin"), "old.txt": b"Ada Example\n\nExperience\n\nExample Ltd\n"}
    (project / name).write_bytes(made.get(name) or (SAMPLES / name).read_bytes())
    done = run(command, name)
    assert done.exit_code == 3
    assert f"`resumekit import {name}` makes a resume.yaml of it" in done.stderr


def test_what_is_wrong_with_it_is_told_at_its_place(run: Command, project: Path) -> None:
    text = "cv:\n  name: Ada Example\n  email: no address\n"
    (project / "cv.yaml").write_text(text)
    done = run("validate", "cv.yaml")
    assert done.exit_code == 0
    assert "cv.yaml:3:10: info: 'no address' is not an e-mail address" in done.stderr


def test_a_file_that_its_own_program_would_refuse_is_refused(run: Command, project: Path) -> None:
    (project / "cv.yaml").write_text("content:\n  basics:\n    name: A\n")
    done = run("build", "cv.yaml")
    assert done.exit_code == 4
    assert "cv.yaml:3:11: error" in done.stderr
