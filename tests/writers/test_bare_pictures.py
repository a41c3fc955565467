"""What a photo says besides what it shows is in no byte of any format: not who took it, nor where."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from load.test_picture_metadata import SECRET, WITH_METADATA, exif, file_of, sample_picture
from resumekit.writers import FORMATS

from .manuscripts import artifacts_of, manuscript_of

FILES = {
    **WITH_METADATA,
    "turned.jpg": file_of(sample_picture(), "JPEG", exif=exif(6)),
    "turned.png": file_of(sample_picture(), "PNG", exif=exif(6)),
    "misnamed.png": file_of(sample_picture(), "JPEG", exif=exif()),
}
_DATA = re.compile(rb"data:([\w/+-]+);base64,([\w+/=]+)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("photos")
    for name, data in FILES.items():
        (made / name).write_bytes(data)
    return made


def layers(data: bytes) -> Iterator[bytes]:
    """Yield a file, and all that is packed into it, unpacked."""
    yield data
    yield from (base64.b64decode(found[2]) for found in _DATA.finditer(data))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield from map(package.read, package.namelist())
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            streams = [found for found in pdf.objects if isinstance(found, pikepdf.Stream)]
            yield from (stream.read_raw_bytes() for stream in streams)
            packed = (stream for stream in streams if stream.get("/Filter") == "/FlateDecode")
            yield from (stream.read_bytes() for stream in packed)


def says_it(data: bytes) -> bool:
    return any(SECRET.encode() in layer for layer in layers(data))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", ["accessible", "archive"])
def test_no_format_says_what_a_photo_says(folder: Path, name: str, kind: str) -> None:
    text = (
        f"basics: {{name: Ada Example, image: {name}}}\nwork: [{{name: X, images: [{name}]}}]\noutput: {{pdf: {kind}}}"
    )
    manuscript = manuscript_of(text, folder=folder, is_complete=True)
    made = artifacts_of(manuscript, list(FORMATS) if kind == "accessible" else ["pdf"])
    assert SECRET.encode() in FILES[name]
    assert [artifact.format for artifact in made if says_it(artifact.data)] == []
    assert [artifact.refused for artifact in made if artifact.refused] == []


def test_what_is_packed_is_found() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.png", FILES["photo.png"])
    with_picture = pikepdf.new()
    with_picture.Root.Picture = with_picture.make_stream(FILES["turned.jpg"])
    pdf = io.BytesIO()
    with_picture.save(pdf, compress_streams=True)
    page = b"<img src='data:image/jpeg;base64," + base64.b64encode(FILES["turned.jpg"]) + b"'>"
    assert [says_it(data) for data in (packed.getvalue(), pdf.getvalue(), page)] == [True, True, True]


@pytest.mark.parametrize("format_", ["pdf", "html", "docx"])
@pytest.mark.parametrize("name", ["turned.jpg", "turned.png"])
def test_every_format_shows_a_turned_photo_upright(folder: Path, name: str, format_: str) -> None:
    manuscript = manuscript_of(f"basics: {{name: Ada, image: {name}}}", folder=folder)
    (made,) = artifacts_of(manuscript, [format_])
    if format_ == "pdf":
        with pikepdf.open(io.BytesIO(made.data)) as pdf:
            sizes = [(int(image.Width), int(image.Height)) for image in pdf.pages[0].get_images().values()]
    else:
        pictures = (layer for layer in layers(made.data) if layer.startswith((b"\xff\xd8", b"\x89PNG")))
        sizes = [Image.open(io.BytesIO(picture)).size for picture in pictures]
    assert sizes == [(32, 48)]


def test_a_browser_is_told_what_the_bytes_are(folder: Path) -> None:
    manuscript = manuscript_of("basics: {name: Ada, image: misnamed.png}", folder=folder)
    (made,) = artifacts_of(manuscript, ["html"])
    assert [found[1] for found in _DATA.finditer(made.data) if b"font" not in found[1]] == [b"image/jpeg"]
