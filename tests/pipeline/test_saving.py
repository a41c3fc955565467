"""A build never overwrites a file that it was made from, whatever path leads there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from resumekit.errors import UsageError
from resumekit.pipeline import BuildOptions, build

WriteResume = Callable[..., Path]


def refused(source: Path, output: Path, *formats: str) -> None:
    """Check that a build is refused and that every file stays as it was."""
    before = {path: path.read_bytes() for path in source.parent.iterdir() if path.is_file()}
    with pytest.raises(UsageError) as error:
        build(source, BuildOptions(formats=formats, output=output))
    assert [problem.code for problem in error.value.problems] == ["overwrites-source"]
    assert {path: path.read_bytes() for path in source.parent.iterdir() if path.is_file()} == before


def test_the_source(write_resume: WriteResume, project: Path) -> None:
    refused(write_resume('{"basics": {"name": "Ada"}}', "resume.json"), project, "json")


def test_an_include(write_resume: WriteResume, project: Path) -> None:
    write_resume("A summary.", "summary.md")
    path = write_resume("basics: {name: Ada, summary: !include summary.md}\noutput: {name: summary}")
    refused(path, project, "txt", "md")
    assert build(path, BuildOptions(formats=("txt",), output=project)).files == (project / "summary.txt",)


def test_an_include_of_an_include(write_resume: WriteResume, project: Path) -> None:
    write_resume("A summary.", "summary.md")
    write_resume("name: Ada\nsummary: !include summary.md", "basics.yaml")
    refused(write_resume("basics: !include basics.yaml\noutput: {name: summary}"), project, "md")


def test_an_include_of_a_letter_or_of_its_résumé(write_resume: WriteResume, project: Path) -> None:
    write_resume("Dear all", "body.md")
    write_resume("A summary.", "summary.md")
    write_resume("basics: {name: Ada, summary: !include summary.md}")
    refused(write_resume("body: !include body.md\noutput: {name: body}", "letter.yaml"), project, "md")
    refused(write_resume("body: Dear all\noutput: {name: summary}", "letter.yaml"), project, "md")


def test_through_a_link_to_the_folder(write_resume: WriteResume, project: Path) -> None:
    path = write_resume('{"basics": {"name": "Ada"}}', "resume.json")
    (project / "dist").symlink_to(project)
    refused(path, project / "dist", "json")


def test_through_a_link_to_the_file(write_resume: WriteResume, project: Path) -> None:
    path = write_resume('{"basics": {"name": "Ada"}}', "resume.json")
    (project / "dist").mkdir()
    (project / "dist" / "resume.json").symlink_to("../resume.json")
    refused(path, project / "dist", "json")


def test_a_source_that_is_itself_a_link(write_resume: WriteResume, project: Path) -> None:
    write_resume('{"basics": {"name": "Ada"}}', "cv.json")
    (project / "links").mkdir()
    (project / "links" / "cv.json").symlink_to("../cv.json")
    refused(project / "links" / "cv.json", project, "json")


def test_without_an_output_folder_nothing_is_refused_or_written(write_resume: WriteResume, project: Path) -> None:
    path = write_resume('{"basics": {"name": "Ada"}}', "resume.json")
    result = build(path, BuildOptions(formats=("json",), output=None))
    assert (result.files, list(result.artifacts)) == ((), ["resume.json"])
    assert [each.name for each in project.iterdir()] == ["resume.json"]


def test_standard_output_takes_one_file(write_resume: WriteResume, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = write_resume("basics: {name: Ada}")
    with pytest.raises(UsageError, match=r"takes one file, not 2: resume\.txt, resume\.md"):
        build(path, BuildOptions(formats=("txt", "md"), output=Path("-")))
    build(path, BuildOptions(formats=("txt",), output=Path("-")))
    assert capfdbinary.readouterr().out.startswith(b"Ada")


def test_a_picture(write_resume: WriteResume, project: Path) -> None:
    Image.new("RGB", (8, 8), "red").save(project / "resume-1.png")
    refused(write_resume("basics: {name: Ada, image: resume-1.png}"), project, "png")
