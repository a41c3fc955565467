"""Each page of the PDF becomes a picture of the same layout, the same bytes each time."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from conftest import Run
from resumekit.errors import TypesetError
from resumekit.typeset import Artifact, PendingPdf, TypesetRequest, typeset_here
from resumekit.writers import png_writer

from .manuscripts import artifacts_of, manuscript_of

TWO_PAGES = """
    basics: {name: Ada Example, label: Analyst}
    work: [{name: Example Ltd, position: Analyst, highlights: &many [one, two, three, four, five, six, seven, eight]}]
    sections:
      - {title: First, items: *many}
      - {title: Second, items: *many}
      - {title: Third, items: *many}
      - {title: Fourth, items: *many}
      - {title: Fifth, items: *many}
      - {title: Sixth, items: *many}
    page: {size: A5}
"""


def png_of(text: str = TWO_PAGES, dpi: int = 150) -> tuple[Artifact, ...]:
    return artifacts_of(manuscript_of(text), ["png"], dpi=dpi)


def picture(artifact: Artifact) -> Image.Image:
    return Image.open(io.BytesIO(artifact.data), formats=["PNG"])


def chunks(png: bytes) -> Iterator[str]:
    """Yield the name of each chunk of a PNG file."""
    location = 8
    while location < len(png):
        (length,) = struct.unpack(">I", png[location : location + 4])
        yield png[location + 4 : location + 8].decode("ascii")
        location += length + 12


def test_there_is_a_picture_of_each_page_and_each_has_its_number() -> None:
    pdf, *drawn = artifacts_of(manuscript_of(TWO_PAGES), ["pdf", "png"])
    assert pdf.pages > 1
    assert [made.file_name("resume") for made in drawn] == [f"resume-{number + 1}.png" for number in range(pdf.pages)]


@pytest.mark.parametrize("dpi", [30, 96, 150, 300])
def test_a_picture_has_the_size_of_the_paper_in_dots(dpi: int) -> None:
    for made in png_of(dpi=dpi):
        assert picture(made).size == (round(148 / 25.4 * dpi), round(210 / 25.4 * dpi))  # A5 in millimetres
        assert picture(made).info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)


def test_a_picture_shows_what_another_program_draws_of_the_pdf() -> None:
    text = """
        basics: {name: Ada Example, label: Analyst, url: https://ada.example.org, summary: Reads *and* writes.}
        theme: {name: modern, accent: "#c00000"}
        page: {size: Letter}
    """
    pdf, drawn = artifacts_of(manuscript_of(text), ["pdf", "png"], dpi=144)
    other = pypdfium2.PdfDocument(pdf.data)[0].render(scale=2).to_pil().convert("RGB")
    assert ImageChops.difference(other, picture(drawn)).getbbox() is None
    assert other.getextrema()[0] != other.getextrema()[2]  # a red accent: red and blue are told apart


def test_the_bytes_are_the_same_each_time_and_hold_no_date() -> None:
    first, again = png_of(), png_of()
    assert [made.data for made in first] == [made.data for made in again]
    assert {chunk for made in first for chunk in chunks(made.data)} == {"IHDR", "pHYs", "IDAT", "IEND"}


def test_all_formats_share_one_layout() -> None:
    begun: list[TypesetRequest] = []

    def counting(request: TypesetRequest) -> PendingPdf:
        begun.append(request)
        return typeset_here(request)

    artifacts_of(manuscript_of(TWO_PAGES), ["png", "html", "pdf"], typesetter=counting)
    assert len(begun) == 1


def test_what_the_engine_noticed_is_known_of_the_pictures_too() -> None:
    pdf, drawn = artifacts_of(manuscript_of("basics: {name: Ada \ue000}"), ["pdf", "png"])
    assert drawn.undrawn == ("\ue000",)
    assert replace(drawn, format="pdf", data=pdf.data, page=0) == pdf


def test_without_pdfium_there_is_a_clear_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png_writer, "load_pdfium", lambda: False)
    with pytest.raises(TypesetError) as caught:
        png_of()
    assert [problem.code for problem in caught.value.problems] == ["no-pdfium"]


def test_the_command_draws_at_the_resolution_that_is_asked_for(
    invoke: Callable[..., Run], write_resume: Callable[..., Path]
) -> None:
    source = write_resume("basics: {name: Ada Example}\npage: {size: Letter}\n")
    done = invoke("build", "-f", "png", "--dpi", "100", "-o", ".")
    assert done.exit_code == 0, done.stderr
    with Image.open(source.parent / "resume-1.png") as made:
        assert made.size == (850, 1100)


@pytest.mark.parametrize("dpi", ["0", "29", "601", "many"])
def test_a_resolution_that_is_no_use_is_refused(invoke: Callable[..., Run], dpi: str) -> None:
    done = invoke("build", "-f", "png", "--dpi", dpi)
    assert done.exit_code == 2
    assert "--dpi" in done.stderr


@pytest.mark.parametrize("spare", [0, -1])
def test_the_pixels_of_all_pages_are_counted(monkeypatch: pytest.MonkeyPatch, spare: int) -> None:
    drawn = png_of(dpi=30)
    width, height = picture(drawn[0]).size
    monkeypatch.setattr(png_writer, "_MOST_PIXELS", len(drawn) * width * height + spare)
    if spare == 0:
        assert png_of(dpi=30) == drawn
    else:
        with pytest.raises(TypesetError, match="million pixels"):
            png_of(dpi=30)
