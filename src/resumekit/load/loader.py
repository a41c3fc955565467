"""Load a Document from a path: find the source, decode it and pass it to the reader of its format."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from resumekit.errors import LoadError, Problem, did_you_mean

from .decoding import decode_source
from .document import Document, Source
from .includes import Includes, refuse_includes
from .limits import MAX_BYTES, TOO_LARGE

DEFAULT_NAMES = ("resume.yaml", "resume.yml", "resume.json")
STANDARD_INPUT = Path("-")
DELETED = "it has been deleted; change to another folder"


def default_source(folder: Path) -> Path:
    """Return the résumé in a folder, for when none is named on the command line.

    Raises:
        LoadError: the folder contains no résumé.
    """
    for name in DEFAULT_NAMES:
        if (folder / name).is_file():
            return folder / name
    if folder == Path() and not has_current_folder():
        raise LoadError(Problem("not-found", "the current folder does not exist", hint=DELETED))
    message = f"no {', '.join(DEFAULT_NAMES[:-1])} or {DEFAULT_NAMES[-1]} in this folder"
    hint = "name a file, or create one with `resumekit new`"
    raise LoadError(Problem("no-source", message, file=None if folder == Path() else str(folder), hint=hint))


def load(path: Path) -> Document:
    """Read the résumé at a path, in a folder, or from standard input if the path is `-`.

    Raises:
        LoadError: see the docstring of this package.
    """
    if path == STANDARD_INPUT:
        return parse(read_bytes(path, MAX_BYTES), name="<stdin>", folder=Path.cwd())
    with _os_errors_as_problems(path):
        if path.is_dir():
            return load(default_source(path))
    return parse(read_bytes(path, MAX_BYTES), name=str(path), folder=path.parent)


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the contents of a file, or of standard input if the path is `-`.

    Raises:
        LoadError: missing, unreadable, or more than `limit` bytes.
    """
    if path == STANDARD_INPUT:
        data, name = _standard_input(limit + 1), "<stdin>"
    else:
        with _os_errors_as_problems(path), path.open("rb") as file:
            data, name = file.read(limit + 1), str(path)
    if len(data) > limit:
        raise too_large(name, limit)
    return data


def parse(data: bytes, *, name: str, folder: Path, self_contained: bool = False) -> Document:
    """Read a résumé from bytes; `name` appears in problems, and its suffix decides between JSON and YAML.

    With `self_contained`, it may not include other files.

    Raises:
        LoadError: see the docstring of this package.
    """
    if len(data) > MAX_BYTES:
        raise too_large(name, MAX_BYTES)
    source = decode_source(data, name)
    format_: Literal["yaml", "json"] = "json" if _is_json(source) else "yaml"
    if format_ == "json":
        from .json_reader import read

        included = frozenset[str]()
        root, recorder = read(source)
    else:
        from .yaml_reader import read as read_yaml

        includes = Includes(folder)
        root, recorder = read_yaml(source, refuse_includes if self_contained else includes)
        included = frozenset(includes.files)
    if not isinstance(root, dict):
        what = "is empty" if root is None else "contains a list" if isinstance(root, list) else "contains only text"
        location = None if root is None else source.location(recorder.spans[()].value)
        raise LoadError(
            Problem(
                "not-a-mapping",
                f"the file {what}; a résumé is a mapping with keys such as 'basics'",
                location,
                file=name,
                hint="create a starter résumé with `resumekit new`",
            )
        )
    return Document(source, folder, format_, root, recorder.spans, included)


@contextmanager
def _os_errors_as_problems(path: Path) -> Iterator[None]:
    """Turn an operating system error about a file into a problem."""
    try:
        yield
    except FileNotFoundError:
        raise _not_found(path) from None
    except OSError as error:
        raise LoadError(Problem("unreadable", f"cannot be read: {error.strerror}", file=str(path))) from None


def _not_found(path: Path) -> LoadError:
    if path.is_symlink():
        message = f"is a link to '{os.readlink(path)}', which does not exist"  # noqa: PTH115 (as it is written)
        return LoadError(Problem("not-found", message, file=str(path)))
    if not path.is_absolute() and not has_current_folder():
        return LoadError(Problem("not-found", "the current folder does not exist", file=str(path), hint=DELETED))
    return LoadError(Problem("not-found", "file does not exist", file=str(path), hint=_near(path)))


def has_current_folder() -> bool:
    """Return whether the current folder exists: it may have been deleted."""
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def _standard_input(limit: int) -> bytes:
    if sys.stdin is None:
        raise LoadError(Problem("unreadable", "standard input is closed", file="<stdin>"))
    return sys.stdin.buffer.read(limit)


def too_large(name: str, limit: int) -> LoadError:
    """Return the error for a source over the size limit."""
    return LoadError(Problem("too-large", f"larger than {limit // 1_000_000} MB", file=name, hint=TOO_LARGE))


def _near(path: Path) -> str | None:
    try:
        return did_you_mean(path.name, (entry.name for entry in path.parent.iterdir()))
    except OSError:
        return None


def _is_json(source: Source) -> bool:
    suffix = Path(source.name).suffix.lower()
    return suffix == ".json" or (suffix not in {".yaml", ".yml"} and source.text.lstrip().startswith("{"))
