"""Stripping metadata from pictures: pixels are kept, metadata is not."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps, ImageStat
from PIL.PngImagePlugin import PngInfo

from resumekit.load import PictureDecodeError, strip_metadata

SECRET = "taken-at-51.5072N-by-Ada"
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()


def sample_picture(mode: str = "RGB", size: tuple[int, int] = (48, 32)) -> Image.Image:
    """Return a picture with different corners, so that its orientation is visible."""
    made = Image.linear_gradient("L").resize(size).convert("RGB")
    made.paste("#d02010", (0, 0, size[0] // 2, size[1] // 2))
    return made.convert(mode)


def exif(orientation: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[0x010F] = SECRET
    made[0x0112] = orientation
    made.get_ifd(0x8825)[1] = SECRET  # where GPS stands
    return made


def file_of(picture: Image.Image, kind: str, **told: Any) -> bytes:
    made = io.BytesIO()
    picture.save(made, kind, **told)
    return made.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def texts() -> PngInfo:
    made = PngInfo()
    made.add_text("Author", SECRET)
    made.add_itxt("Comment", SECRET)
    made.add(b"prIv", SECRET.encode())
    return made


WITH_METADATA = {
    "photo.jpg": file_of(sample_picture(), "JPEG", exif=exif(), xmp=XMP, comment=SECRET) + SECRET.encode(),
    "progressive.jpg": file_of(sample_picture(), "JPEG", exif=exif(), progressive=True),
    "cmyk.jpg": file_of(sample_picture("CMYK"), "JPEG", exif=exif()),
    "restarts.jpg": file_of(sample_picture(), "JPEG", exif=exif(), restart_marker_blocks=1),
    "photo.png": file_of(sample_picture("RGBA"), "PNG", exif=exif(), pnginfo=texts()) + SECRET.encode(),
    "palette.png": file_of(sample_picture("P"), "PNG", pnginfo=texts(), transparency=3),
    "photo.webp": file_of(sample_picture(), "WEBP", lossless=True, exif=exif(), xmp=XMP),
    "lossy.webp": file_of(sample_picture("RGBA"), "WEBP", exif=exif(), xmp=XMP),
}


@pytest.mark.parametrize("name", WITH_METADATA)
def test_a_picture_keeps_its_pixels_and_loses_its_metadata(name: str) -> None:
    before, after = opened(WITH_METADATA[name]), opened(strip_metadata(WITH_METADATA[name]))
    assert SECRET.encode() in WITH_METADATA[name]
    assert SECRET.encode() not in strip_metadata(WITH_METADATA[name])
    assert (after.mode, after.tobytes()) == (before.mode, before.tobytes())
    assert not after.getexif()
    assert strip_metadata(strip_metadata(WITH_METADATA[name])) == strip_metadata(WITH_METADATA[name])


def test_thumbnails_are_removed() -> None:
    app0 = b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x02" + SECRET[:12].encode()
    jpeg = file_of(sample_picture(), "JPEG")
    at = 4 + struct.unpack_from(">H", jpeg, 4)[0]  # where the second segment begins
    with_small_one = b"\xff\xd8\xff\xe0" + struct.pack(">H", len(app0) + 2) + app0 + jpeg[at:]
    assert SECRET[:12].encode() not in strip_metadata(with_small_one)
    assert opened(strip_metadata(with_small_one)).tobytes() == opened(jpeg).tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_colour_profile_is_kept(kind: str) -> None:
    profile = b"an invented profile of colours" * 3000  # in two parts, in JPEG
    assert (
        opened(strip_metadata(file_of(sample_picture(), kind, icc_profile=profile, exif=exif()))).info["icc_profile"]
        == profile
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_rotated_picture_becomes_upright(kind: str, orientation: int) -> None:
    data = file_of(sample_picture(), kind, exif=exif(orientation))
    upright, made = ImageOps.exif_transpose(opened(data)), opened(strip_metadata(data))
    assert not made.getexif()
    assert SECRET.encode() not in strip_metadata(data)
    assert made.size == upright.size
    unlike = ImageStat.Stat(ImageChops.difference(made.convert("RGB"), upright.convert("RGB")))
    assert max(unlike.mean) < 4  # of 255; any other way up it is 70 at least
    assert strip_metadata(data) == strip_metadata(data)


def test_sixteen_bit_grey_becomes_the_same_grey_in_eight_bits() -> None:
    values = [0, 257, 128 * 257, 65535]
    data = file_of(Image.frombytes("I;16", (4, 1), struct.pack("<4H", *values)), "PNG")
    made = opened(strip_metadata(data))
    assert (made.mode, made.tobytes()) == ("L", bytes([0, 1, 128, 255]))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_without_metadata_is_unchanged(kind: str) -> None:
    data = file_of(sample_picture(), kind)
    assert strip_metadata(data) == data


def test_a_picture_of_another_encoder_is_not_reencoded() -> None:
    data = file_of(sample_picture(), "PNG", compress_level=1)
    assert data != file_of(sample_picture(), "PNG")
    assert strip_metadata(data) == data


def test_webp_chunks_of_odd_length_keep_their_padding() -> None:
    pictures = [file_of(sample_picture(size=(width, 5)), "WEBP", lossless=True) for width in range(5, 25)]
    assert any(struct.unpack_from("<I", data, 16)[0] % 2 for data in pictures)
    assert [strip_metadata(data) for data in pictures] == pictures


def test_a_webp_header_announces_no_metadata() -> None:
    before, after = WITH_METADATA["photo.webp"], strip_metadata(WITH_METADATA["photo.webp"])
    assert before[12:16] == after[12:16] == b"VP8X"
    assert before[20] & 0x0C == 0x0C
    assert after[20] & 0x0C == 0


def test_a_reencoded_picture_has_no_comment() -> None:
    data = file_of(sample_picture(), "JPEG", exif=exif(6), comment=SECRET)
    assert SECRET.encode() not in strip_metadata(data)


def test_other_files_are_unchanged() -> None:
    assert strip_metadata(b"<svg xmlns='http://www.w3.org/2000/svg'/>") == b"<svg xmlns='http://www.w3.org/2000/svg'/>"


def test_unreadable_metadata_rotates_nothing() -> None:
    jpeg = file_of(sample_picture(), "JPEG")
    broken = b"\xff\xd8\xff\xe1\0\x0eExif\0\0oh no!" + jpeg[2:]
    assert strip_metadata(broken) == jpeg


def test_a_malformed_picture_is_reencoded() -> None:
    jpeg = file_of(sample_picture(), "JPEG", exif=exif())
    odd = jpeg[:20] + SECRET.encode() + jpeg[20:]  # behind its first segment
    assert SECRET.encode() not in strip_metadata(odd)
    assert opened(strip_metadata(odd)).size == (48, 32)


def test_a_picture_that_cannot_be_reencoded_is_an_error() -> None:
    chunk = b"IHDR" + struct.pack(">IIBBBBB", 5, 5, 16, 0, 0, 0, 0)
    with pytest.raises(PictureDecodeError):
        strip_metadata(b"\x89PNG\r\n\x1a\n\0\0\0\x0d" + chunk + struct.pack(">I", zlib.crc32(chunk)))


@given(st.sampled_from(sorted(WITH_METADATA)), st.data())
def test_a_damaged_picture_is_stripped_or_an_error(name: str, data: st.DataObject) -> None:
    spoiled = bytearray(WITH_METADATA[name])
    for _ in range(data.draw(st.integers(1, 4))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    try:
        made = strip_metadata(bytes(spoiled[: data.draw(st.integers(0, len(spoiled)))]))
    except PictureDecodeError:
        return
    assert isinstance(made, bytes)


def test_a_webp_picture_whose_parts_have_wrong_lengths_is_reencoded() -> None:
    """Decoders show what comes before the fault."""
    frames = [sample_picture().rotate(angle) for angle in (90, 180)]
    data = bytearray(file_of(sample_picture(), "WEBP", lossless=True, save_all=True, append_images=frames))
    at = data.index(b"ANMF") + 4
    struct.pack_into("<I", data, at, struct.unpack_from("<I", data, at)[0] + 8)
    made = strip_metadata(bytes(data))
    assert made.startswith(b"\x89PNG")
    assert opened(made).convert("RGB").tobytes() == opened(bytes(data)).convert("RGB").tobytes()


def test_what_follows_the_end_of_a_webp_picture_is_dropped() -> None:
    data = file_of(sample_picture(), "WEBP", lossless=True)
    assert strip_metadata(data + b"ANMF" + struct.pack("<I", 1_000)) == data


def test_a_picture_that_is_reencoded_may_have_unreadable_metadata() -> None:
    junk = b"\xf7\xd9\xb5S\x93"
    data = file_of(Image.frombytes("I;16", (4, 1), bytes(8)), "PNG")
    at = data.index(b"IDAT") - 4
    part = b"eXIf" + junk
    odd = data[:at] + struct.pack(">I", len(junk)) + part + struct.pack(">I", zlib.crc32(part)) + data[at:]
    assert opened(strip_metadata(odd)).size == (4, 1)
