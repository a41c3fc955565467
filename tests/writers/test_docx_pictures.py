"""Pictures in Word documents: upright, in a format that Word displays, beside the text or below it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from PIL import Image

from .docx_files import artifact_of, docx_of, draw
from .docx_reader import NAMESPACES, DocxReader, name
from .manuscripts import artifacts_of, manuscript_of

MILLIMETRE = 36_000
"""In the unit of drawings."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draw(tmp_path / "wide.png", 60, 40)
    draw(tmp_path / "photo.webp", 60, 40)
    draw(tmp_path / "photo.jpg", 60, 40)
    draw(tmp_path / "turned.jpg", 60, 40, orientation=6)
    return tmp_path


def drawings(reader: DocxReader, kind: str) -> list[Element]:
    return list(reader.xml("word/document.xml").iterfind(f".//wp:{kind}", NAMESPACES))


def size_of(drawing: Element) -> tuple[float, float]:
    extent = drawing.find("wp:extent", NAMESPACES)
    assert extent is not None
    return int(extent.attrib["cx"]) / MILLIMETRE, int(extent.attrib["cy"]) / MILLIMETRE


def docx_with(text: str, folder: Path, **options: str) -> DocxReader:
    """Write a document with other values for options of the theme."""
    manuscript = manuscript_of(text, folder=folder, is_page=False)
    design = replace(manuscript.design, options={**manuscript.design.options, **options})
    (made,) = artifacts_of(replace(manuscript, design=design), ["docx"])
    return DocxReader(made.data)


def media(reader: DocxReader) -> list[Image.Image]:
    names = [part for part in reader.parts if part.startswith("word/media/")]
    return [Image.open(io.BytesIO(reader.parts[part])) for part in names]


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_photo_is_at_the_end_of_the_lines(folder: Path, side: str) -> None:
    locale = "en" if side == "right" else "ar"
    (photo,) = drawings(docx_of(f"basics: {{name: Ada, image: wide.png}}\nlocale: {locale}", folder), "anchor")
    align = photo.find("wp:positionH/wp:align", NAMESPACES)
    assert align is not None
    assert align.text == side


def test_the_photo_is_cropped_to_a_centred_square(folder: Path) -> None:
    (photo,) = drawings(docx_of("basics: {name: Ada, image: wide.png}", folder), "anchor")
    width, height = size_of(photo)
    assert width == height
    cut = photo.find(".//a:srcRect", NAMESPACES)
    assert cut is not None
    assert {side: int(cut.attrib[side]) for side in "ltrb"} == {"l": 16_667, "r": 16_667, "t": 0, "b": 0}


@pytest.mark.parametrize(
    ("file", "shape", "cut"),
    [
        ("tall.png", "square", {"l": 0, "r": 0, "t": 9_333, "b": 24_000}),
        ("tall.png", "passport", {"l": 0, "r": 0, "t": 4_000, "b": 10_286}),
        ("wide.png", "passport", {"l": 24_074, "r": 24_074, "t": 0, "b": 0}),
    ],
)
def test_a_photo_is_cropped_around_the_face(folder: Path, file: str, shape: str, cut: dict[str, int]) -> None:
    Image.new("RGB", (40, 60)).save(folder / "tall.png")
    (photo,) = drawings(docx_with(f"basics: {{name: Ada, image: {file}}}", folder, photo=shape), "anchor")
    found = photo.find(".//a:srcRect", NAMESPACES)
    assert found is not None
    assert {side: int(found.attrib[side]) for side in "ltrb"} == cut
    width, height = size_of(photo)
    assert height / width == pytest.approx({"square": 1, "passport": 45 / 35}[shape], rel=1e-4)


def test_a_photo_with_a_width_is_not_cropped(folder: Path) -> None:
    (photo,) = drawings(docx_of("basics: {name: Ada, image: {file: wide.png, width: 30mm}}", folder), "anchor")
    assert size_of(photo) == pytest.approx((30, 20))
    assert photo.find(".//a:srcRect", NAMESPACES) is None


@pytest.mark.parametrize(
    ("option", "chosen", "wanted"),
    [
        ("photo", "none", []),
        ("photo", "square", [("rect", "right", 25)]),
        ("photo", "rounded", [("roundRect", "right", 25)]),
        ("photo", "round", [("ellipse", "right", 25)]),
        ("photo", "passport", [("rect", "right", 25)]),
        ("photo-side", "start", [("roundRect", "left", 25)]),
        ("photo-size", "40mm", [("roundRect", "right", 40)]),
    ],
)
def test_the_photo_follows_the_theme_options(
    folder: Path, option: str, chosen: str, wanted: list[tuple[str, str, int]]
) -> None:
    found = drawings(docx_with("basics: {name: Ada, image: wide.png}", folder, **{option: chosen}), "anchor")
    shapes = [photo.find(".//a:prstGeom", NAMESPACES) for photo in found]
    sides = [photo.findtext("wp:positionH/wp:align", "", NAMESPACES) for photo in found]
    widths = [size_of(photo)[0] for photo in found]
    assert [(shape.get("prst") if shape is not None else "") for shape in shapes] == [shape for shape, _, _ in wanted]
    assert list(zip(sides, widths, strict=True)) == [(side, width) for _, side, width in wanted]


def test_a_format_that_word_does_not_display_becomes_png(folder: Path) -> None:
    (picture,) = media(docx_of("basics: {name: Ada, image: photo.webp}", folder))
    assert (picture.format, picture.size) == ("PNG", (60, 40))


@pytest.mark.parametrize("file", ["wide.png", "photo.jpg"])
def test_other_pictures_are_embedded_unchanged(folder: Path, file: str) -> None:
    reader = docx_of(f"basics: {{name: Ada, image: {file}}}", folder)
    assert (folder / file).read_bytes() in reader.parts.values()


def test_exif_orientation_is_applied(folder: Path) -> None:
    (picture,) = media(docx_of("basics: {name: Ada, image: turned.jpg}", folder))
    assert picture.size == (40, 60)
    corner = picture.convert("RGB").getpixel((36, 3))
    assert isinstance(corner, tuple)
    assert corner[0] > 200  # the upper left corner is the upper right one now


def test_a_large_picture_is_reduced_to_print_resolution(tmp_path: Path) -> None:
    draw(tmp_path / "large.webp", 3000, 2000)
    (picture,) = media(docx_of("basics: {name: Ada, image: {file: large.webp, width: 25.4mm}}", tmp_path))
    assert picture.size == (300, 200)


def test_a_picture_used_twice_is_stored_once(folder: Path) -> None:
    reader = docx_of("work: [{name: X, highlights: [a], images: [wide.png]}, {name: Y, images: [wide.png]}]", folder)
    assert len(media(reader)) == 1
    assert len(drawings(reader, "anchor") + drawings(reader, "inline")) == 2


def test_pictures_of_an_entry_are_beside_its_text_below_one_another(folder: Path) -> None:
    images = "{file: wide.png, width: 30mm}, {file: photo.jpg, width: 20mm}"
    reader = docx_of(f"work: [{{name: X, highlights: [a, b], images: [{images}]}}]", folder)
    offsets = [found.findtext("wp:positionV/wp:posOffset", "", NAMESPACES) for found in drawings(reader, "anchor")]
    assert [int(offset) / MILLIMETRE for offset in offsets] == pytest.approx([0, 20 + 2])
    assert reader.lines[-1].style == "End of Pictures"
    breaks = reader.xml("word/document.xml").findall(".//w:br", NAMESPACES)
    assert [found.get(name("w:clear")) for found in breaks] == ["all"]


@pytest.mark.parametrize(
    "entry",
    [
        "{name: X, highlights: [a], images: [{file: wide.png, caption: A wall}]}",
        "{name: X, highlights: [a], images: [{file: wide.png, width: 120mm}]}",
        "{name: X, highlights: [a], images: [{file: wide.png, width: 72mm}]}",  # over 40 % of the text width, 176 mm
        "{name: X, images: [wide.png]}",
    ],
)
def test_a_picture_that_is_captioned_or_wide_or_alone_is_below(folder: Path, entry: str) -> None:
    reader = docx_of(f"work: [{entry}]", folder)
    assert len(drawings(reader, "inline")) == 1
    assert drawings(reader, "anchor") == []


def test_a_caption_follows_its_picture_and_stays_with_it(folder: Path) -> None:
    images = "[{file: wide.png, caption: A *wall*}]"
    *_, picture, caption = docx_of(f"work: [{{name: X, highlights: [a], images: {images}}}]", folder).lines
    assert (caption.style, caption.text) == ("caption", "A wall")
    assert picture.keeps_with_next


def test_a_picture_is_no_larger_than_the_page(tmp_path: Path) -> None:
    draw(tmp_path / "tall.png", 40, 400)
    reader = docx_of(
        "work: [{name: X, images: [{file: tall.png, width: 500mm}]}]\npage: {size: A4, margin: 20mm}", tmp_path
    )
    (picture,) = drawings(reader, "inline")
    width, height = size_of(picture)
    assert height <= 297 - 40
    assert width == pytest.approx(height / 10, abs=0.1)


def test_a_picture_that_cannot_be_read_is_reported(folder: Path) -> None:
    made = artifact_of("basics: {name: Ada, image: gone.png}", folder)
    assert len(made.refused) == 1
    assert made.refused[0].endswith("gone.png")


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_a_damaged_picture_is_left_out(folder: Path, kind: str) -> None:
    """`validate` finds these, but a file may change before it is read again."""
    draw(folder / f"whole.{kind}", 60, 40)
    (folder / f"damaged.{kind}").write_bytes((folder / f"whole.{kind}").read_bytes()[:20])
    made = artifact_of(f"basics: {{name: Ada}}\nwork: [{{name: A, images: [damaged.{kind}]}}]", folder)
    assert [address.rpartition("/")[2] for address in made.refused] == [f"damaged.{kind}"]
