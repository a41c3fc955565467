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


def includes_from(folder: Path) -> Include:
    """Return the function that reads included files, only from inside the résumé's folder.

    File names are relative to the file that includes them. The function raises IncludeError, or LoadError for a file
    that exists but is not text.
    """
    root = folder.resolve()
    files, size = 0, 0

    def include(name: str, source: Source) -> Source:
        nonlocal files, size
        files += 1
        if files > MAX_INCLUDES:
            raise IncludeError("too-many-includes", f"more than {MAX_INCLUDES} included files")
        beside = root if source.name == "<stdin>" else Path(source.name).parent
        try:
            path = (beside / name).resolve()
        except (OSError, RuntimeError, ValueError):
            raise IncludeError("not-found", f"'{name}' does not exist", _RELATIVE_TO) from None
        if not path.is_relative_to(root):
            raise IncludeError("outside-folder", f"'{name}' is outside the résumé's folder", "copy it into that folder")
        included = _read(path, str(beside / name), name)
        size += len(included.text)
        if size > MAX_BYTES:
            raise IncludeError(
                "too-large", f"included files are larger than {MAX_BYTES // 1_000_000} MB in total", TOO_LARGE
            )
        return included

    return include


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
