"""`!include FILE`: another file of the project in a value's place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from resumekit.codes import Code

from .decoding import source_of
from .document import Source
from .limits import MAX_BYTES, MAX_INCLUDES, TOO_LARGE

YAML = {".yaml", ".yml"}
"""What is read as YAML; any other file is one text."""

_BEGINS_HERE = "its path begins at the folder of this file"

Include = Callable[[str, Source], Source]
"""From the name of a file, and the source that names it, to the file's own source."""


class NotIncluded(Exception):
    """Why a file cannot be included: a code, a message, and what to do."""

    def __init__(self, code: Code, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def including(folder: Path) -> Include:
    """Return what finds the files that a résumé in a folder includes: inside that folder only.

    A name is a path from the file that has it. What is returned raises NotIncluded, or LoadError where the file is
    there and is no text.
    """
    root = folder.resolve()
    files, size = 0, 0

    def include(name: str, source: Source) -> Source:
        nonlocal files, size
        files += 1
        if files > MAX_INCLUDES:
            raise NotIncluded("too-many-includes", f"more than {MAX_INCLUDES} files are included")
        beside = root if source.name == "<stdin>" else Path(source.name).parent
        try:
            path = (beside / name).resolve()
        except (OSError, RuntimeError, ValueError):
            raise NotIncluded("not-found", f"no such file: '{name}'", _BEGINS_HERE) from None
        if not path.is_relative_to(root):
            raise NotIncluded("outside-folder", f"'{name}' is outside the résumé's folder", "copy it into that folder")
        made = _read(path, str(beside / name), name)
        size += len(made.text)
        if size > MAX_BYTES:
            raise NotIncluded(
                "too-large", f"all that is included is larger than {MAX_BYTES // 1_000_000} MB", TOO_LARGE
            )
        return made

    return include


def _read(path: Path, shown: str, name: str) -> Source:
    try:
        if not path.exists():
            raise NotIncluded("not-found", f"no such file: '{name}'", _BEGINS_HERE)
        if not path.is_file():
            raise NotIncluded("unreadable", f"'{name}' is not a file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise NotIncluded("unreadable", f"'{name}' cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise NotIncluded("too-large", f"'{name}' is larger than {MAX_BYTES // 1_000_000} MB")
    return source_of(data, shown)


def refuse(name: str, source: Source) -> Source:
    """Include nothing: for values that stand in no file of their own."""
    raise NotIncluded("foreign-tag", "nothing can be included here", "write the value itself")
