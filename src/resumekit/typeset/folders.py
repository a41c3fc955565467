"""The folders that a page may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from resumekit.addresses import THEME_HOST, is_loadable, picture_address
from resumekit.load import PictureDecodeError, strip_metadata

MAX_FILE_BYTES = 10_000_000
BUNDLED_FONTS = Path(__file__).parents[1] / "fonts"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")


class Refused(Exception):
    """A URL that a page may not read."""


@dataclass(frozen=True, slots=True)
class Folders:
    """What a page may read: in the folder of the résumé, the `pictures` that its view names; and files of its theme.

    `pictures` maps the names that the view uses to files. `themes` are the folder of the theme, and those of the themes
    it extends.
    """

    resume: Path
    themes: tuple[Path, ...]
    pictures: Mapping[str, str] = field(default_factory=dict)

    def fonts(self) -> tuple[Path, ...]:
        """Return the existing font folders in the order of lookup: theme, project, bundled."""
        folders = [*(theme / "fonts" for theme in self.themes), self.resume / "fonts", BUNDLED_FONTS]
        return tuple(dict.fromkeys(folder.resolve() for folder in folders if folder.is_dir()))

    def read(self, url: str) -> bytes:
        """Return the picture or font that a page's URL refers to.

        A picture of the résumé has only the one address that `picture_address` gives it.

        Raises:
            Refused: the page may not read it, or it is missing, not a regular file, too large, or cannot be decoded.
        """
        if url.startswith(THEME_HOST):
            return self._theme_file(url)
        named = next((name for name in self.pictures if picture_address(name) == url), None)
        if named is None:
            raise Refused(url)
        return self.picture(named)

    def picture(self, name: str) -> bytes:
        """Return a picture that the résumé names, without metadata.

        Raises:
            Refused: as for `read`.
        """
        url = picture_address(name)
        path = _file_in(self.resume, self.pictures[name]) if name in self.pictures else None
        if path is None:
            raise Refused(url)
        return _picture_alone(_bytes_of(path, url), url)

    def _theme_file(self, url: str) -> bytes:
        for folder in self.themes:
            path = _file_in(folder, _path_in(url))
            if path and is_loadable(path.name):
                return _bytes_of(path, url)
        raise Refused(url)


def _path_in(url: str) -> str:
    try:
        return unquote(urlsplit(url).path).lstrip("/")
    except ValueError:
        return ""


def _file_in(folder: Path, name: str) -> Path | None:
    """Return a file, its links followed, if it is inside the folder."""
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, RuntimeError, ValueError):  # a name that is too long, a circular symbolic link, a NUL
        return None


def _bytes_of(path: Path, url: str) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise Refused(f"{url}: larger than {MAX_FILE_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{url}: {error.strerror}") from None


def _picture_alone(data: bytes, url: str) -> bytes:
    if not data.startswith(_PICTURES):
        raise Refused(f"{url}: not a PNG, JPEG or WebP picture")
    try:
        return strip_metadata(data)
    except PictureDecodeError as error:
        raise Refused(f"{url}: {error}") from None
