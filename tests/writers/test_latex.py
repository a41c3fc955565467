"""The files of a LaTeX document; its content and compilation are tested elsewhere."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
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


@pytest.mark.parametrize(("shape", "transparent"), [("square", 0), ("passport", 0), ("rounded", 4), ("round", 4)])
def test_a_photo_has_the_corners_of_its_shape(tmp_path: Path, shape: str, transparent: int) -> None:
    Image.new("RGB", (90, 120), "#1d4f91").save(tmp_path / "me.jpg")
    portrayed = manuscript_of("basics: {name: Ada, image: me.jpg}", folder=tmp_path, options={"photo": shape})
    _, picture = artifacts_of(portrayed, ["tex"])
    with Image.open(BytesIO(picture.data)) as file:
        wide, high = file.size
        visible = file.convert("RGBA").getchannel("A")
    corners = [(x, y) for x in (0, wide - 1) for y in (0, high - 1)]
    assert [visible.getpixel(at) for at in corners].count(0) == transparent
    assert visible.getpixel((wide // 2, high // 2)) == 255
    assert (wide, high) == ((90, 90) if transparent else (90, 120))


def test_a_photo_that_is_shown_again_elsewhere_keeps_its_corners(tmp_path: Path) -> None:
    Image.new("RGB", (90, 120), "#1d4f91").save(tmp_path / "me.jpg")
    both = "basics: {name: Ada, image: me.jpg}\nprojects: [{name: A, images: [me.jpg]}]"
    _, picture = artifacts_of(manuscript_of(both, folder=tmp_path, options={"photo": "round"}), ["tex"])
    assert picture.name.endswith(".jpg")


def test_a_picture_that_cannot_be_read_is_located(tmp_path: Path) -> None:
    manuscript = manuscript_in(tmp_path)
    document, _ = artifacts_of(manuscript, ["tex"])
    problems = check(manuscript.document, manuscript.resume, document)
    assert [(problem.code, line_of(problem)) for problem in problems] == [("lost-picture", 5), ("lost-picture", 7)]


def line_of(problem: Problem) -> int | None:
    return problem.location.line if problem.location else None
