"""Strip metadata from pictures: a photo records who took it, with which camera, when, and where to within ten metres.

Takes  the bytes of a file.
Gives  the bytes of the same picture without metadata; a file that is not PNG, JPEG or WebP is returned unchanged.
Raises PictureDecodeError: the picture has to be re-encoded but cannot be decoded.
Never  changes a pixel, unless the picture has to be rotated or has a higher bit depth than is printed: these are
       re-encoded.

Everything that affects how pixels look is kept, including colour profiles.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from .pillow_warnings import without_pillow_warnings

if TYPE_CHECKING:
    from PIL.Image import Image

_PNG = b"\x89PNG\r\n\x1a\n"
_SIXTEEN_BIT_GREY = b"\x10\x00"
_PNG_CHUNKS = {*b"IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB iCCP cICP sBIT pHYs".split()}

_WEBP_CHUNKS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_METADATA_FLAGS = 0x0C
"""The two flags of VP8X for EXIF and XMP."""

_JPEG = b"\xff\xd8"
_END, _SCAN = 0xD9, 0xDA
_JPEG_MARKERS = {*range(0xC0, 0xD0), *range(0xDA, 0xDE)} - {0xC8}
_NEXT_MARKER = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")
"""Ends a scan: inside its data, 0xff is followed only by zero or a restart marker."""
_ICC, _ADOBE = b"ICC_PROFILE\0", b"Adobe"

_ORIENTATION, _UPRIGHT = 0x0112, 1
_QUALITY = 95


class PictureDecodeError(ValueError):
    """The picture cannot be decoded."""


class _MalformedPicture(ValueError):
    """The parts of the picture are not where its format puts them."""


def strip_metadata(data: bytes) -> bytes:
    """Return the picture without metadata, upright and with eight bits per channel; deterministic.

    Raises:
        PictureDecodeError: the picture has to be re-encoded but cannot be decoded.
    """
    with without_pillow_warnings():
        return _stripped(data)


def _stripped(data: bytes) -> bytes:
    try:
        if data.startswith(_PNG):
            reencode = data[24:26] == _SIXTEEN_BIT_GREY or (b"eXIf" in data and _is_rotated(data))
            return _reencoded(data) if reencode else b"".join(chain([_PNG], _png_chunks(data)))
        if data.startswith(_JPEG):
            return _reencoded(data) if _is_rotated(data) else b"".join(chain([_JPEG], _jpeg_segments(data)))
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _reencoded(data) if b"EXIF" in data and _is_rotated(data) else _webp(data)
    except (_MalformedPicture, struct.error, IndexError):
        return _reencoded(data)
    return data


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise _MalformedPicture
        if kind in _PNG_CHUNKS:
            yield data[at:end]
        at = end


def _webp(data: bytes) -> bytes:
    chunks = b"".join(_webp_chunks(data))
    return struct.pack("<4sI4s", b"RIFF", 4 + len(chunks), b"WEBP") + chunks


def _webp_chunks(data: bytes) -> Iterator[bytes]:
    at = 12
    end = min(len(data), 8 + struct.unpack_from("<I", data, 4)[0])
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, at)
        if at + 8 + length > end:  # decoders may stop before this part
            raise _MalformedPicture
        chunk = bytearray(data[at : at + 8 + length])
        if kind == b"VP8X":
            chunk[8] &= ~_METADATA_FLAGS
        if kind in _WEBP_CHUNKS:
            yield bytes(chunk) + b"\0" * (length % 2)
        at += 8 + length + length % 2


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments of the picture itself, without data after its end, such as the video in a phone's photo."""
    at = len(_JPEG)
    while at < len(data):
        if data[at] != 0xFF:
            raise _MalformedPicture
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        if marker == _END:
            break
        (length,) = struct.unpack_from(">H", data, at + 1)
        start, at = at + 3, at + 1 + length
        if marker == _SCAN:
            following = _NEXT_MARKER.search(data, at)
            at = following.start() if following else len(data)
        if (body := _kept(marker, data[start:at])) is not None:
            size = struct.pack(">H", length if marker == _SCAN else len(body) + 2)
            yield bytes((0xFF, marker)) + size + body
    yield bytes((0xFF, _END))


def _kept(marker: int, body: bytes) -> bytes | None:
    """Return what to keep of a segment; of application segments, only what determines colours and proportions."""
    if marker == 0xE0 and body.startswith(b"JFIF\0"):
        return body[:12] + b"\0\0"  # drops the thumbnail, which may show what was cropped
    own = {0xE2: _ICC, 0xEE: _ADOBE}.get(marker)
    return body if marker in _JPEG_MARKERS or (own and body.startswith(own)) else None


def _is_rotated(data: bytes) -> bool:
    """Return whether EXIF says to rotate the picture; unreadable metadata rotates nothing."""
    from PIL.Image import open as open_picture

    with suppress(Exception), open_picture(BytesIO(data)) as picture:  # of any kind for a damaged file
        return bool(picture.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT)
    return False


def _reencoded(data: bytes) -> bytes:
    """Decode a picture and encode it again: JPEG as JPEG of the same quality, everything else as PNG."""
    from PIL.Image import open as open_picture

    try:
        with open_picture(BytesIO(data)) as picture:
            upright = _upright(picture)
            kept = {"icc_profile": picture.info.get("icc_profile")}
            if picture.format in {"JPEG", "MPO"}:
                return _encoded(upright, "JPEG", **kept, **_jpeg_options(picture))
            return _encoded(_to_eight_bits(upright), "PNG", **kept)
    except Exception as error:  # Pillow raises errors of any kind for a damaged file
        raise PictureDecodeError(str(error)) from None


def _upright(picture: Image) -> Image:
    from PIL.ImageOps import exif_transpose

    with suppress(Exception):  # Pillow raises errors of any kind for damaged metadata; nothing is rotated then
        return exif_transpose(picture)
    return picture


def _jpeg_options(picture: Image) -> dict[str, object]:
    """Return the encoder options a JPEG was made with, which keep the loss of encoding it again minimal."""
    from PIL.JpegImagePlugin import get_sampling

    tables = getattr(picture, "quantization", None)
    sampling = get_sampling(picture)
    return {"qtables": tables, "subsampling": sampling} if tables and sampling >= 0 else {"quality": _QUALITY}


def _to_eight_bits(picture: Image) -> Image:
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")


def _encoded(picture: Image, kind: str, **options: object) -> bytes:
    picture.info.clear()
    output = BytesIO()
    picture.save(output, kind, **options)
    return output.getvalue()
