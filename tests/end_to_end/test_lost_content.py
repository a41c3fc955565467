"""Content missing from the PDF stops the build with its location in the résumé, and nothing is written."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from resumekit.errors import ResumekitError
from resumekit.pipeline import BuildOptions, build
from resumekit.typeset import PendingPdf, TypesetRequest, typeset_here

RESUME = """\
basics:
  name: Ada Example
  url: https://ada.example.org
  image: photo.png
work:
- name: Example Ltd
  highlights:
  - Wrote the first program
theme: mine
"""


@pytest.fixture
def resume(write_resume: Callable[..., Path]) -> Path:
    """A résumé with a picture, in a custom theme that changes nothing yet."""
    path = write_resume(RESUME)
    Image.new("RGB", (30, 20), "#1d4f91").save(path.parent / "photo.png")
    theme = path.parent / "themes" / "mine"
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text("name: mine\nsummary: Loses something.\nextends: modern\n")
    return path


BOTH = ".contact { display: none }"
BOTH_ERRORS = [
    "resume.yaml:3:8: error: link is missing from the PDF",
    "resume.yaml:3:8: error: text is missing from the PDF",
]


@pytest.mark.parametrize(
    ("style", "errors", "formats"),
    [
        ("li { display: none }", ["resume.yaml:8:5: error: text is missing from the PDF"], "pdf"),
        (".contact { display: flex }", ["resume.yaml:3:8: error: link is missing from the PDF"], "pdf"),
        *((BOTH, BOTH_ERRORS, formats) for formats in ("pdf", "png", "txt,png", "png,pdf")),
    ],
)
def test_content_that_a_theme_omits_stops_the_build(
    resume: Path, invoke: Callable[..., Any], style: str, errors: list[str], formats: str
) -> None:
    (resume.parent / "themes" / "mine" / "resume.css").write_text(style)
    done = invoke("build", "-f", formats)
    assert done.exit_code == 6
    assert [line for line in errors if line not in done.stderr] == []
    assert done.stderr.count("error:") == len(errors)
    assert not (resume.parent / "dist").exists()


@pytest.mark.parametrize(("format_", "file"), [("pdf", "resume.pdf"), ("png", "resume-1.png")])
def test_without_verification_it_is_written_anyway(
    resume: Path, invoke: Callable[..., Any], format_: str, file: str
) -> None:
    (resume.parent / "themes" / "mine" / "resume.css").write_text("li { display: none }")
    assert invoke("build", "--no-verify", "-f", format_).exit_code == 0
    assert [path.name for path in (resume.parent / "dist").iterdir()] == [file]


@pytest.mark.parametrize("broken", [None, b"no picture any more"], ids=["removed", "overwritten"])
def test_a_picture_lost_during_typesetting_stops_the_build(resume: Path, tmp_path: Path, broken: bytes | None) -> None:
    photo = resume.parent / "photo.png"

    def lose_it_first(request: TypesetRequest) -> PendingPdf:
        photo.unlink()
        if broken:
            photo.write_bytes(broken)
        return typeset_here(request)

    with pytest.raises(ResumekitError) as caught:
        build(resume, BuildOptions(output=tmp_path / "dist"), typesetter=lose_it_first)
    assert [(problem.code, problem.location and problem.location.line) for problem in caught.value.problems] == [
        ("lost-picture", 4)
    ]
    assert not (tmp_path / "dist").exists()


def test_a_16_bit_grey_picture_keeps_its_shades(resume: Path, invoke: Callable[..., Any]) -> None:
    """WeasyPrint 70 mistakes 16-bit grey for 8-bit RGB, and prints black."""
    shades = b"".join(struct.pack("<H", 1000 * shade) for shade in range(64))
    Image.frombytes("I;16", (64, 64), shades * 64).save(resume.parent / "photo.png")
    done = invoke("build", "--strict")
    assert done.exit_code == 0, done.stderr
    with pikepdf.open(resume.parent / "dist" / "resume.pdf") as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert isinstance(image, pikepdf.Stream)
        printed = pikepdf.PdfImage(image).as_pil_image().convert("L").tobytes()
    assert printed == bytes(1000 * shade // 257 for shade in range(64)) * 64
