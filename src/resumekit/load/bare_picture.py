"""A picture with nothing in it but itself: a photo tells who took it, with what, when and where, to ten metres.

Takes  the bytes of a file.
Gives  those of a picture that every program shows alike, without metadata; what is no PNG, JPEG or WebP as it was.
Raises DamagedPicture: it cannot be decoded where it has to be.
Never  changes a pixel, unless the picture is to be turned or has more bits than are printed: then it is drawn again.

What says how pixels look stays, and so do colour profiles.
"""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_PNG = b"\x89PNG\r\n\x1a\n"
_SIXTEEN_BITS_OF_GREY = b"\x10\x00"
_OF_PNG = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs"}

_OF_WEBP = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_SAYS_METADATA = 0x0C
"""The two bits of VP8X that announce EXIF and XMP."""

_JPEG = b"\xff\xd8"
_END, _SCAN = 0xD9, 0xDA
_OF_JPEG = {*range(0xC0, 0xD0), *range(0xDA, 0xDE)} - {0xC8}
_NEXT_MARKER = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")
"""The end of a scan: in its data 0xff is followed by zero or the number of a restart."""
_ICC, _ADOBE = b"ICC_PROFILE\0", b"Adobe"

_ORIENTATION, _UPRIGHT = 0x0112, 1
_QUALITY = 95
_CANNOT_BE_READ = (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error)
"""What Pillow raises for files that somebody has damaged."""


class DamagedPicture(ValueError):
    """A picture that cannot be decoded."""


class _OddPicture(ValueError):
    """A picture whose parts are not where its format has them."""


def bare(data: bytes) -> bytes:
    """Return a picture that stands upright, in eight bits a colour, with no metadata; the same bytes each time.

    Raises:
        DamagedPicture: it has to be drawn again, and cannot be decoded.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, of metadata that are cut short: they go anyway
        return _bare(data)


def _bare(data: bytes) -> bytes:
    try:
        if data.startswith(_PNG):
            odd = data[24:26] == _SIXTEEN_BITS_OF_GREY or (b"eXIf" in data and _is_turned(data))
            return _drawn_again(data) if odd else b"".join(chain([_PNG], _png_chunks(data)))
        if data.startswith(_JPEG):
            return _drawn_again(data) if _is_turned(data) else b"".join(chain([_JPEG], _jpeg_segments(data)))
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _drawn_again(data) if b"EXIF" in data and _is_turned(data) else _webp(data)
    except (_OddPicture, struct.error, IndexError):
        return _drawn_again(data)
    return data


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise _OddPicture
        if kind in _OF_PNG:
            yield data[at:end]
        at = end


def _webp(data: bytes) -> bytes:
    chunks = b"".join(_webp_chunks(data))
    return struct.pack("<4sI4s", b"RIFF", 4 + len(chunks), b"WEBP") + chunks


def _webp_chunks(data: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        chunk = bytearray(data[at : at + 8 + length])
        if kind == b"VP8X":
            chunk[8] &= ~_SAYS_METADATA
        if kind in _OF_WEBP:
            yield bytes(chunk) + b"\0" * (length % 2)
        at += 8 + length + length % 2


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Yield what draws the picture; what follows its end, as the film in a phone's photo, is none of it."""
    at = len(_JPEG)
    while at < len(data):
        if data[at] != 0xFF:
            raise _OddPicture
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
    """Return what stays of a segment: of the applications' own, only what colours and proportions follow from."""
    if marker == 0xE0 and body.startswith(b"JFIF\0"):
        return body[:12] + b"\0\0"  # without a small picture, which may show what was cut off the large one
    own = {0xE2: _ICC, 0xEE: _ADOBE}.get(marker)
    return body if marker in _OF_JPEG or (own and body.startswith(own)) else None


def _is_turned(data: bytes) -> bool:
    """Tell whether a picture is stored as it is not to be seen; metadata that nobody can read turn nothing."""
    from PIL.Image import open as picture_of

    with suppress(*_CANNOT_BE_READ), picture_of(BytesIO(data)) as picture:
        return bool(picture.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT)
    return False


def _drawn_again(data: bytes) -> bytes:
    """Return a picture decoded and encoded: JPEG as JPEG of the same quality, everything else as PNG."""
    from PIL.Image import open as picture_of
    from PIL.ImageOps import exif_transpose

    try:
        with picture_of(BytesIO(data)) as picture:
            shown = exif_transpose(picture)
            kept = {"icc_profile": picture.info.get("icc_profile")}
            if picture.format in {"JPEG", "MPO"}:
                return _encoded(shown, "JPEG", **kept, **_as_before(picture))
            return _encoded(_in_eight_bits(shown), "PNG", **kept)
    except _CANNOT_BE_READ as error:
        raise DamagedPicture(str(error)) from None


def _as_before(picture: Image) -> dict[str, object]:
    """Return how a JPEG was encoded: what went through the same once hardly changes in going through again."""
    from PIL.JpegImagePlugin import get_sampling

    tables = getattr(picture, "quantization", None)
    sampling = get_sampling(picture)
    return {"qtables": tables, "subsampling": sampling} if tables and sampling >= 0 else {"quality": _QUALITY}


def _in_eight_bits(picture: Image) -> Image:
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")


def _encoded(picture: Image, kind: str, **options: object) -> bytes:
    picture.info.clear()
    made = BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()
