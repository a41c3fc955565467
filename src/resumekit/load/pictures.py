"""Pictures that a résumé names: looked at before anything prints them."""

from __future__ import annotations

import re
import stat
import warnings
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from resumekit.codes import Code
from resumekit.errors import did_you_mean

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PICTURE_BYTES = 10_000_000
MAX_PICTURE_PIXELS = 25_000_000
"""A PNG of half a megabyte can unpack to gigabytes; its header tells the size, before anything is decoded."""

PICTURE_FORMATS = ("PNG", "JPEG", "WEBP")

_DEVICE = re.compile(r"(?:^|/)(con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:/|$)", re.IGNORECASE)
"""Names that mean a device on Windows, in any folder."""

_URL = re.compile(r"(?:https?:)?//|data:", re.IGNORECASE)


class PictureFault(Exception):
    """Why a picture cannot be printed: a code, a message, and what to do."""

    def __init__(self, code: Code, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def is_remote(name: str) -> bool:
    """Tell whether a picture is named by a URL, as JSON Resume asks, rather than by a file."""
    return _URL.match(name) is not None


def find_picture(folder: Path, name: str) -> Path:
    """Return the file of a picture, proven to be one and to stand inside the folder.

    Raises:
        PictureFault: missing, outside the folder, not a regular file, too large, not PNG, JPEG or WebP, or damaged.
    """
    if name[:5].lower() == "data:":
        raise PictureFault(
            "embedded-picture",
            "a picture written into the résumé is not read",
            "save it as a file beside the résumé and name that",
        )
    if is_remote(name):
        raise PictureFault(
            "remote-picture",
            "a picture from the network is not fetched",
            "download it, put it beside the résumé and name the file",
        )
    path = _inside(folder, name)
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise PictureFault("not-a-picture", f"'{name}' is not a file", "name the picture itself")
    if found.st_size > MAX_PICTURE_BYTES:
        raise PictureFault(
            "picture-too-large",
            f"'{name}' is larger than {MAX_PICTURE_BYTES // 1_000_000} MB",
            "save it smaller: 1200 pixels are plenty",
        )
    _check_content(path, name)
    return path


def _inside(folder: Path, name: str) -> Path:
    if any(sign in name for sign in ("\\", "://", "\0")) or PureWindowsPath(name).drive:
        message = f"'{name}' is not a path with forward slashes inside the résumé's folder"
        raise PictureFault("bad-path", message, "write it from that folder on, as in images/portrait.png")
    if found := _DEVICE.search(name):
        raise PictureFault("bad-path", f"'{name}' is no file on Windows, where {found[1]} is a device", "rename it")
    root = folder.resolve()
    try:
        path = (root / name).resolve(strict=True)
    except (OSError, RuntimeError):
        suggestion = _near(root, name)
        message = f"no such picture: '{name}'" + (f"; {suggestion}" if suggestion else "")
        raise PictureFault("no-picture", message, "its path begins at the résumé's folder") from None
    if not path.is_relative_to(root):
        raise PictureFault("outside-folder", f"'{name}' is outside the résumé's folder", "copy it beside the résumé")
    return path


def _near(root: Path, name: str) -> str | None:
    try:
        folder = (root / name).parent.resolve()
        names = [entry.name for entry in folder.iterdir()] if folder.is_relative_to(root) else []
    except OSError:
        return None
    return did_you_mean(Path(name).name, names)


def _check_content(path: Path, name: str) -> None:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of too many pixels, where our own limit is lower; of spoiled metadata
            with Image.open(path, formats=PICTURE_FORMATS) as picture:
                if picture.width * picture.height > MAX_PICTURE_PIXELS:
                    raise Image.DecompressionBombError
                _read_to_the_end(picture)
    except Image.DecompressionBombError:
        message = f"'{name}' has more than {MAX_PICTURE_PIXELS // 1_000_000} megapixels"
        raise PictureFault("picture-too-large", message, "save it smaller: 1200 pixels are plenty") from None
    except UnidentifiedImageError:
        raise PictureFault(
            "not-a-picture", f"'{name}' is not a PNG, JPEG or WebP picture", "export it as one of these"
        ) from None
    except (OSError, SyntaxError, ValueError):
        message = f"'{name}' is damaged, or was cut short"
        raise PictureFault("damaged-picture", message, "save it anew from where it came") from None


def _read_to_the_end(picture: Image) -> None:
    """Raise what Pillow raises for a picture that ends too early: half of it would be printed."""
    if picture.format == "PNG":
        picture.verify()  # its checksums, without decoding
    else:
        from PIL import ImageFile

        before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False  # WeasyPrint switches it on
        try:
            picture.draft(picture.mode, (1, 1))  # an eighth of a JPEG is enough to know
            picture.load()
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before
