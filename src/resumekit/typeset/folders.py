"""The folders that a page may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from resumekit.addresses import RESUME_HOST, THEME_HOST
from resumekit.load import PictureDecodeError, strip_metadata

MAX_FILE_BYTES = 10_000_000
BUNDLED_FONTS = Path(__file__).parents[1] / "fonts"


class Refused(Exception):
    """A URL that a page may not read."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folder of the résumé, that of the theme, and those of the themes it extends.

    `pictures` are the files in the résumé's folder that pages know by another name.
    """

    resume: Path
    themes: tuple[Path, ...]
    pictures: Mapping[str, str] = field(default_factory=dict)

    def fonts(self) -> tuple[Path, ...]:
        """Return the existing font folders in the order of lookup: theme, project, bundled."""
        folders = [*(theme / "fonts" for theme in self.themes), self.resume / "fonts", BUNDLED_FONTS]
        return tuple(dict.fromkeys(folder.resolve() for folder in folders if folder.is_dir()))

    def read(self, url: str) -> bytes:
        """Return the file that a page's URL refers to; pictures of the résumé are stripped of metadata.

        Raises:
            Refused: it is outside these folders, not a regular file, too large, or a picture that cannot be decoded.
        """
        renamed = self.pictures if url.startswith(RESUME_HOST) else {}
        for folder in self._roots(url):
            if path := _file_in(folder, url, renamed):
                if path.stat().st_size > MAX_FILE_BYTES:
                    raise Refused(f"{url}: larger than {MAX_FILE_BYTES // 1_000_000} MB")
                data = _bytes_of(path, url)
                return _picture_alone(data, url) if url.startswith(RESUME_HOST) else data
        raise Refused(url)

    def picture(self, name: str) -> bytes:
        """Return a picture that the résumé refers to.

        Raises:
            Refused: as for `read`.
        """
        return self.read(self.address_of(name))

    def address_of(self, name: str) -> str:
        """Return the URL that pages use for a file that the résumé refers to."""
        return RESUME_HOST + quote(name)

    def _roots(self, url: str) -> tuple[Path, ...]:
        if url.startswith(RESUME_HOST):
            return (self.resume,)
        return self.themes if url.startswith(THEME_HOST) else ()


def _file_in(folder: Path, url: str, renamed: Mapping[str, str]) -> Path | None:
    """Return the file that a URL refers to, perhaps by another name, if it is inside the folder."""
    try:
        name = unquote(urlsplit(url).path).lstrip("/")
        path = (folder / renamed.get(name, name)).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, RuntimeError, ValueError):  # a name that is too long, a circular symbolic link, a NUL
        return None


def _bytes_of(path: Path, url: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{url}: {error.strerror}") from None


def _picture_alone(data: bytes, url: str) -> bytes:
    try:
        return strip_metadata(data)
    except PictureDecodeError as error:
        raise Refused(f"{url}: {error}") from None
