"""Pictures are found inside the résumé's folder and checked before decoding, or refused with a reason."""

from __future__ import annotations

import os
import random
import struct
import zlib
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from resumekit.load import PictureError, find_picture, is_remote
from resumekit.load.png_pixels import has_all_pixels


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: int | None = None, pixels: bytes = b"") -> bytes:
    """Return a picture of this size with valid checksums; the file may hold fewer rows."""

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pixels = zlib.compress(pixels or bytes(((width + 7) // 8 + 1) * (height if rows is None else rows)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A résumé's folder with valid and invalid pictures in it and around it."""
    made = tmp_path / "résumé"
    (made / "sub").mkdir(parents=True)
    (made / "photo.png").write_bytes(png(1, 1))
    (made / "sub" / "my photo.PNG").write_bytes(png(5000, 5000))
    (made / "huge.png").write_bytes(png(5001, 5000))
    (made / "bomb.png").write_bytes(png(60_000, 60_000, rows=1))
    (made / "upper-half.png").write_bytes(png(9, 8, rows=4))
    (made / "one-row-short.png").write_bytes(png(9, 8, rows=7))
    (made / "no-rows.png").write_bytes(png(9, 8, rows=0))
    (made / "short.png").write_bytes(png(1, 1)[:20])
    (made / "text.png").write_text("no picture")
    (made / "empty.png").touch()
    (made / "no-such-filter.png").write_bytes(png(1, 1, pixels=b"\x05\0"))
    (made / "photo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (made / "big.png").write_bytes(png(1, 1))
    os.truncate(made / "big.png", 10_000_001)
    (tmp_path / "secret.png").write_bytes(png(1, 1))
    (made / "link.png").symlink_to(tmp_path / "secret.png")
    (made / "inside.png").symlink_to("photo.png")
    (made / "loop.png").symlink_to("loop.png")
    os.mkfifo(made / "pipe.png")
    return made


@pytest.mark.parametrize("name", ["photo.png", "./photo.png", "sub/../photo.png", "sub/my photo.PNG", "inside.png"])
def test_a_picture_inside_the_folder_is_found(folder: Path, name: str) -> None:
    assert find_picture(folder, name) == (folder / name).resolve()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("phto.png", "no-picture"),
        ("photo.png/x.png", "no-picture"),
        ("loop.png", "no-picture"),
        ("a" * 300, "no-picture"),
        ("../secret.png", "outside-folder"),
        ("sub/../../secret.png", "outside-folder"),
        ("link.png", "outside-folder"),
        ("/etc/passwd", "outside-folder"),
        ("/proc/self/environ", "outside-folder"),
        ("..", "outside-folder"),
        ("", "not-a-picture"),
        ("sub", "not-a-picture"),
        ("pipe.png", "not-a-picture"),
        ("text.png", "not-a-picture"),
        ("empty.png", "not-a-picture"),
        ("short.png", "damaged-picture"),
        ("upper-half.png", "damaged-picture"),
        ("one-row-short.png", "damaged-picture"),
        ("no-rows.png", "damaged-picture"),
        ("no-such-filter.png", "damaged-picture"),
        ("photo.svg", "not-a-picture"),
        ("huge.png", "picture-too-large"),
        ("bomb.png", "picture-too-large"),
        ("big.png", "picture-too-large"),
        ("C:photo.png", "bad-path"),
        ("C:\\photo.png", "bad-path"),
        ("\\\\server\\share\\photo.png", "bad-path"),
        ("sub\\photo.png", "bad-path"),
        ("photo.png\0.txt", "bad-path"),
        ("sub/Aux.png", "bad-path"),
        ("com1", "bad-path"),
        ("file:///etc/passwd", "bad-path"),
        ("ftp://example.org/ada.png", "bad-path"),
        ("https://example.org/ada.png", "remote-picture"),
        ("HTTP://example.org/ada.png", "remote-picture"),
        ("//example.org/ada.png", "remote-picture"),
        ("data:image/png;base64,iVBORw0KGgo=", "embedded-picture"),
        ("DATA:text/html,x", "embedded-picture"),
    ],
)
def test_anything_but_a_picture_in_the_folder_is_refused(folder: Path, name: str, code: str) -> None:
    with pytest.raises(PictureError) as caught:
        find_picture(folder, name)
    assert caught.value.code == code
    assert is_remote(name) == (code in {"remote-picture", "embedded-picture"})


def test_a_misspelt_name_gets_the_nearest_one_inside_the_folder(folder: Path) -> None:
    with pytest.raises(PictureError, match=r"did you mean 'my photo.PNG'\?"):
        find_picture(folder, "sub/my photos.png")
    with pytest.raises(PictureError, match=r"picture '\.\./secrets\.png' does not exist$"):
        find_picture(folder, "../secrets.png")


def test_an_endless_device_is_not_read(folder: Path) -> None:
    (folder / "zero.png").symlink_to("/dev/zero")
    with pytest.raises(PictureError, match="outside"):
        find_picture(folder, "zero.png")


def test_a_picture_may_be_as_large_as_the_limit(folder: Path) -> None:
    os.truncate(folder / "photo.png", 10_000_000)
    assert find_picture(folder, "photo.png")


@pytest.mark.parametrize("before", [True, False])
def test_checking_a_picture_leaves_pillows_settings_unchanged(
    folder: Path, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", before)
    Image.new("RGB", (8, 8)).save(folder / "photo.jpg")
    assert find_picture(folder, "photo.jpg")
    assert ImageFile.LOAD_TRUNCATED_IMAGES is before


ADAM7 = ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"]
"""The pass of each pixel in an 8 × 8 square of an interlaced picture."""


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize("size", [(1, 1), (3, 5), (9, 9), (30, 20)])
@pytest.mark.parametrize(("depth", "colour", "channels"), [(1, 0, 1), (4, 3, 1), (16, 4, 2), (8, 2, 3), (16, 6, 4)])
def test_the_rows_of_every_kind_of_png_are_counted(
    interlaced: bool, size: tuple[int, int], depth: int, colour: int, channels: int
) -> None:
    rows: dict[tuple[str, int], int] = {}
    for y, x in product(range(size[1]), range(size[0])):
        row = (ADAM7[y % 8][x % 8] if interlaced else "", y)
        rows[row] = rows.get(row, 0) + 1
    size_in_bytes = sum(1 + -(-columns * depth * channels // 8) for columns in rows.values())
    header = struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, interlaced)

    def file(pixels: bytes) -> bytes:
        data = zlib.compress(pixels)
        parts = [(b"IHDR", header), (b"PLTE", bytes(6)), (b"IDAT", data[:3]), (b"IDAT", data[3:]), (b"IEND", b"")]
        return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in parts)

    assert has_all_pixels(file(bytes(size_in_bytes)))
    assert has_all_pixels(file(bytes(size_in_bytes + 1)))
    assert not has_all_pixels(file(bytes(size_in_bytes - 1)))


@pytest.mark.parametrize(
    ("pixels", "palette", "is_whole"),
    [(bytes(20), 2, True), (b"\5" + bytes(19), 2, False), (bytes(20), 0, False), (bytes(20), 257, False)],
)
def test_filters_and_palettes_must_exist(folder: Path, pixels: bytes, palette: int, is_whole: bool) -> None:
    header = struct.pack(">IIBBBBB", 4, 4, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", header), (b"PLTE", bytes(3 * palette)), (b"IDAT", zlib.compress(pixels)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in parts)
    (folder / "photo.png").write_bytes(data)
    if is_whole:
        assert find_picture(folder, "photo.png")
    else:
        with pytest.raises(PictureError, match="damaged"):
            find_picture(folder, "photo.png")


@pytest.mark.parametrize("length", [1, 999, 65_535, 65_536, 200_001])
def test_rows_longer_than_what_is_decompressed_at_once(length: int) -> None:
    row = b"\1" + random.Random(1).randbytes(length)
    assert has_all_pixels(png(8 * length, 3, pixels=row * 3))
    assert not has_all_pixels(png(8 * length, 3, pixels=row * 2 + row[1:]))
    assert not has_all_pixels(png(8 * length, 4, pixels=row * 3))


def test_what_follows_the_compressed_rows_is_ignored() -> None:
    header = struct.pack(">IIBBBBB", 9, 5, 4, 0, 0, 0, 0)
    rows = zlib.compress(bytes(5 * 6))
    parts = [(b"IHDR", header), (b"IDAT", rows + rows), (b"IEND", b"")]
    assert has_all_pixels(b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in parts))
    parts[1] = (b"IDAT", zlib.compress(bytes(4 * 6)) + rows)
    assert not has_all_pixels(b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in parts))
