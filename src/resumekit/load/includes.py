"""`!include FILE`: use another file of the project as a value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from resumekit.codes import Code

from .decoding import decode_source
from .document import Source
from .limits import MAX_BYTES, MAX_INCLUDES, TOO_LARGE

YAML = {".yaml", ".yml"}
"""Suffixes of files that are read as YAML; any other file is included as one text."""

_RELATIVE_TO = "paths are relative to the folder of this file"

Include = Callable[[str, Source], Source]
"""A function from a file name and the source that includes it to the source of the included file."""


class IncludeError(Exception):
    """A file cannot be included; holds the code, message and hint of the problem."""

    def __init__(self, code: Code, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


class Includes:
    """Reads included files, only from inside the résumé's folder. `files` are the paths of those read so far."""

    def __init__(self, folder: Path) -> None:
        self.files: list[str] = []
        self._root = folder.resolve()
        self._size = 0

    def __call__(self, name: str, source: Source) -> Source:
        """Return the file of this name, which is relative to the file that includes it.

        Raises:
            IncludeError: it cannot be included.
            LoadError: it exists but is not text.
        """
        if len(self.files) >= MAX_INCLUDES:
            raise IncludeError("too-many-includes", f"more than {MAX_INCLUDES} included files")
        beside = self._root if source.name == "<stdin>" else Path(source.name).parent
        try:
            path = (beside / name).resolve()
        except (OSError, RuntimeError, ValueError):
            raise IncludeError("not-found", f"'{name}' does not exist", _RELATIVE_TO) from None
        if not path.is_relative_to(self._root):
            raise IncludeError("outside-folder", f"'{name}' is outside the résumé's folder", "copy it into that folder")
        included = _read(path, str(beside / name), name)
        self.files.append(included.name)
        self._size += len(included.text)
        if self._size > MAX_BYTES:
            raise IncludeError(
                "too-large", f"included files are larger than {MAX_BYTES // 1_000_000} MB in total", TOO_LARGE
            )
        return included


def _read(path: Path, shown: str, name: str) -> Source:
    try:
        if not path.exists():
            raise IncludeError("not-found", f"'{name}' does not exist", _RELATIVE_TO)
        if not path.is_file():
            raise IncludeError("unreadable", f"'{name}' is not a file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise IncludeError("unreadable", f"'{name}' cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise IncludeError("too-large", f"'{name}' is larger than {MAX_BYTES // 1_000_000} MB")
    return decode_source(data, shown)


def refuse_includes(name: str, source: Source) -> Source:
    """Refuse every include: for values that do not come from a file."""
    raise IncludeError("foreign-tag", "'!include' is not supported here", "write out the value instead")
