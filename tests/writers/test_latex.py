"""The files of a LaTeX document; its content and compilation are tested elsewhere."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from resumekit.check import check
from resumekit.errors import Problem
from resumekit.writers import PreparedEdition

from .manuscripts import artifacts_of, manuscript_of

RESUME = """
    basics: {name: Ada Example}
    projects:
    - name: An engine
      images: [there.png, "not a picture.png", there.png]
    - name: A program
      images: [gone.png]
"""


def manuscript_in(folder: Path) -> PreparedEdition:
    Image.new("RGB", (30, 20), "#1d4f91").save(folder / "there.png")
    (folder / "not a picture.png").write_text("Ada")
    return manuscript_of(RESUME, folder=folder)


def test_each_picture_is_written_once(tmp_path: Path) -> None:
    document, picture = artifacts_of(manuscript_in(tmp_path), ["tex"])
    assert picture.name.startswith("pictures/there-")
    assert document.data.decode().count(picture.name) == 2


def test_a_picture_that_cannot_be_read_is_located(tmp_path: Path) -> None:
    manuscript = manuscript_in(tmp_path)
    document, _ = artifacts_of(manuscript, ["tex"])
    problems = check(manuscript.document, manuscript.resume, document)
    assert [(problem.code, line_of(problem)) for problem in problems] == [("lost-picture", 5), ("lost-picture", 7)]


def line_of(problem: Problem) -> int | None:
    return problem.location.line if problem.location else None
