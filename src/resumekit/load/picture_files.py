"""Find and check the picture files that a résumé names, before anything renders them."""

from __future__ import annotations

import os
import re
import stat
from itertools import islice
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from resumekit.codes import Code
from resumekit.errors import with_suggestion

from .pillow_warnings import without_pillow_warnings

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PICTURE_BYTES = 10_000_000
MAX_PICTURE_PIXELS = 25_000_000
"""A PNG of half a megabyte can unpack to gigabytes; its header gives the size before anything is decoded."""
MAX_PICTURE_SIDE = 20_000
"""A strip of one pixel by millions has no size on paper."""

PICTURE_FORMATS = ("PNG", "JPEG", "WEBP")

_DEVICE = re.compile(r"(?:^|/)(con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:/|$)", re.IGNORECASE)
"""Names that Windows reserves for devices, in every folder."""

_NEIGHBOURS = 200
"""How many names in a folder are compared with a missing one: thousands of pictures may be missing."""

_URL = re.compile(r"(?:https?:)?//|data:", re.IGNORECASE)


class PictureError(Exception):
    """A picture cannot be used; holds the code, message and hint of the problem."""

    def __init__(self, code: Code, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def is_remote(name: str) -> bool:
    """Return whether a picture is named by a URL, as JSON Resume specifies, rather than by a file."""
    return _URL.match(name) is not None


def find_picture(folder: Path, name: str, known: dict[Path, PictureError | None] | None = None) -> Path:
    """Return the path of a picture file after checking that it is a picture inside the folder.

    Args:
        folder: the folder of the résumé.
        name: the path of the picture from there.
        known: what is wrong with the files checked before; this one is added. Decoding a picture takes up to a second,
            and thousands of names may lead to it.

    Raises:
        PictureError: missing, unreadable, outside the folder, not a regular file, too large, not PNG, JPEG or WebP, or
            damaged.
    """
    if name[:5].lower() == "data:":
        raise PictureError(
            "embedded-picture",
            "embedded pictures (data: URLs) are not supported",
            "save the picture next to the résumé and use its file name",
        )
    if is_remote(name):
        raise PictureError(
            "remote-picture",
            "pictures are not downloaded",
            "download it, save it next to the résumé and use its file name",
        )
    path = _inside(folder, name)
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise PictureError("not-a-picture", f"'{name}' is not a file", "use the path of a picture")
    if found.st_size > MAX_PICTURE_BYTES:
        raise PictureError(
            "picture-too-large",
            f"'{name}' is larger than {MAX_PICTURE_BYTES // 1_000_000} MB",
            "scale it down; 1200 pixels are enough",
        )
    _check_readable(path, name)
    known = {} if known is None else known
    if path not in known:
        known[path] = _fault_of_content(path, name)
    if fault := known[path]:
        raise fault
    return path


def _inside(folder: Path, name: str) -> Path:
    if any(mark in name for mark in ("\\", "://", "\0")) or PureWindowsPath(name).drive:
        raise _bad_path(name)
    if found := _DEVICE.search(name):
        message = f"'{name}' does not work on Windows, where '{found[1]}' is a device"
        raise PictureError("bad-path", message, "rename it")
    root = folder.resolve()
    try:
        path = (root / name).resolve(strict=True)
    except PermissionError as error:
        raise _unreadable(name, error) from None
    except (OSError, RuntimeError):
        if os.path.lexists(root / name):
            raise PictureError("no-picture", f"'{name}' is a link that leads nowhere", "copy the picture") from None
        message = with_suggestion(f"picture '{name}' does not exist", Path(name).name, _neighbours(root, name))
        raise PictureError("no-picture", message, "paths are relative to the résumé's folder") from None
    if not path.is_relative_to(root):
        raise PictureError("outside-folder", f"'{name}' is outside the résumé's folder", "copy it into that folder")
    if Path(name).is_absolute():  # a page has no paths of the machine
        raise _bad_path(name)
    return path


def _bad_path(name: str) -> PictureError:
    message = f"'{name}' is not a relative path with forward slashes"
    return PictureError("bad-path", message, "write the path from the résumé's folder, as in images/portrait.png")


def _neighbours(root: Path, name: str) -> list[str]:
    """Return names of files in the folder of a missing one, never of a folder outside the résumé's."""
    try:
        folder = (root / name).parent.resolve()
        if not folder.is_relative_to(root):
            return []
        with os.scandir(folder) as found:
            return [entry.name for entry in islice(found, _NEIGHBOURS)]
    except OSError:
        return []


def _check_readable(path: Path, name: str) -> None:
    try:
        with path.open("rb"):
            return
    except OSError as error:
        raise _unreadable(name, error) from None


def _unreadable(name: str, error: OSError) -> PictureError:
    return PictureError("unreadable", f"'{name}' cannot be read: {error.strerror}")


def _fault_of_content(path: Path, name: str) -> PictureError | None:
    from PIL import Image, UnidentifiedImageError

    try:
        with without_pillow_warnings(), Image.open(path, formats=PICTURE_FORMATS) as picture:
            _check_size(picture, name)
            if picture.format == "PNG":
                _check_png(picture, path)
            else:
                _decode(picture)
    except Image.DecompressionBombError:
        return _too_many_pixels(name)
    except UnidentifiedImageError:
        return PictureError(
            "not-a-picture", f"'{name}' is not a PNG, JPEG or WebP picture", "convert it to one of these formats"
        )
    except PictureError as fault:
        return fault
    except Exception:  # Pillow raises errors of any kind for a damaged file
        return PictureError("damaged-picture", f"'{name}' is damaged or incomplete", "download or export it again")
    return None


def _check_size(picture: Image, name: str) -> None:
    if picture.width * picture.height > MAX_PICTURE_PIXELS:
        raise _too_many_pixels(name)
    if max(picture.size) > MAX_PICTURE_SIDE:
        message = (
            f"'{name}' is {picture.width} by {picture.height} pixels; no side may have more than {MAX_PICTURE_SIDE}"
        )
        raise PictureError("picture-too-large", message, "scale it down; 1200 pixels are enough")


def _too_many_pixels(name: str) -> PictureError:
    message = f"'{name}' has more than {MAX_PICTURE_PIXELS // 1_000_000} megapixels"
    return PictureError("picture-too-large", message, "scale it down; 1200 pixels are enough")


def _check_png(picture: Image, path: Path) -> None:
    """Raise an error of any kind for a damaged picture. Decoding does not notice wrong checksums and missing rows."""
    from PIL.Image import open as open_picture

    from .png_pixels import has_all_pixels

    picture.verify()
    if not has_all_pixels(path.read_bytes()):
        raise ValueError("rows are missing")
    with open_picture(path, formats=["PNG"]) as again:  # `verify` leaves a picture that cannot be decoded
        _decode(again)


def _decode(picture: Image) -> None:
    """Raise Pillow's error for a picture that is truncated, so that only a part would be printed, or damaged."""
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False  # WeasyPrint enables it
    try:
        picture.draft(picture.mode, (1, 1))  # decoding a JPEG at an eighth of its size is enough
        picture.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
