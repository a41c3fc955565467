"""Pictures are found inside the résumé's folder and checked before decoding, or refused with a reason."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from resumekit.load import PictureError, find_picture, is_remote


def png(width: int, height: int) -> bytes:
    """Return a small file whose header claims a picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A résumé's folder with valid and invalid pictures in it and around it."""
    made = tmp_path / "résumé"
    (made / "sub").mkdir(parents=True)
    (made / "photo.png").write_bytes(png(1, 1))
    (made / "sub" / "my photo.PNG").write_bytes(png(5000, 5000))
    (made / "huge.png").write_bytes(png(5001, 5000))
    (made / "bomb.png").write_bytes(png(60_000, 60_000))
    (made / "short.png").write_bytes(png(1, 1)[:20])
    (made / "text.png").write_text("no picture")
    (made / "empty.png").touch()
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
