"""From a path to a Document: find the source, decode it, hand it to its reader."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from resumekit.errors import LoadError, Problem, did_you_mean

from .decoding import source_of
from .document import Document, Source
from .includes import including
from .limits import MAX_BYTES, TOO_LARGE

DEFAULT_NAMES = ("resume.yaml", "resume.yml", "resume.json")
STANDARD_INPUT = Path("-")


def default_source(folder: Path) -> Path:
    """Return the résumé of a folder when none is named on the command line.

    Raises:
        LoadError: the folder has none.
    """
    for name in DEFAULT_NAMES:
        if (folder / name).is_file():
            return folder / name
    message = f"no {', '.join(DEFAULT_NAMES[:-1])} or {DEFAULT_NAMES[-1]} in this folder"
    hint = "name the file, or begin one with `resumekit new`"
    raise LoadError(Problem("no-source", message, file=None if folder == Path() else str(folder), hint=hint))


def load(path: Path) -> Document:
    """Read the résumé at a path, or from standard input if the path is `-`. A folder stands for the résumé in it.

    Raises:
        LoadError: see the door plate of this package.
    """
    if path == STANDARD_INPUT:
        return parse(read_bytes(path, MAX_BYTES), name="<stdin>", folder=Path.cwd())
    with _failures_told(path):
        if path.is_dir():
            return load(default_source(path))
    return parse(read_bytes(path, MAX_BYTES), name=str(path), folder=path.parent)


def read_bytes(path: Path, most: int) -> bytes:
    """Return what is in a file, or comes from standard input if the path is `-`.

    Raises:
        LoadError: missing, unreadable, or more than `most` bytes.
    """
    if path == STANDARD_INPUT:
        data, name = _standard_input(most + 1), "<stdin>"
    else:
        with _failures_told(path), path.open("rb") as file:
            data, name = file.read(most + 1), str(path)
    if len(data) > most:
        raise _too_large(name, most)
    return data


def parse(data: bytes, *, name: str, folder: Path) -> Document:
    """Read a résumé from bytes; `name` stands in problems, and its ending tells JSON from YAML.

    Raises:
        LoadError: see the door plate of this package.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(name, MAX_BYTES)
    source = source_of(data, name)
    format_: Literal["yaml", "json"] = "json" if _is_json(source) else "yaml"
    if format_ == "json":
        from .json_reader import read

        root, tree = read(source)
    else:
        from .yaml_reader import read as read_yaml

        root, tree = read_yaml(source, including(folder))
    if not isinstance(root, dict):
        what = "empty" if root is None else "a list" if isinstance(root, list) else "a single text"
        location = None if root is None else source.location(tree.spans[()].value)
        raise LoadError(
            Problem(
                "not-a-mapping",
                f"the file is {what}; a résumé is a mapping that begins with 'basics:'",
                location,
                file=name,
                hint="`resumekit new` writes one to start from",
            )
        )
    return Document(source, folder, format_, root, tree.spans)


@contextmanager
def _failures_told(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into a problem."""
    try:
        yield
    except FileNotFoundError:
        raise LoadError(Problem("not-found", "no such file", file=str(path), hint=_near(path))) from None
    except OSError as error:
        raise LoadError(Problem("unreadable", f"cannot be read: {error.strerror}", file=str(path))) from None


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:
        raise LoadError(Problem("unreadable", "standard input is closed", file="<stdin>"))
    return sys.stdin.buffer.read(most)


def _too_large(name: str, most: int) -> LoadError:
    return LoadError(Problem("too-large", f"larger than {most // 1_000_000} MB", file=name, hint=TOO_LARGE))


def _near(path: Path) -> str | None:
    try:
        return did_you_mean(path.name, (entry.name for entry in path.parent.iterdir()))
    except OSError:
        return None


def _is_json(source: Source) -> bool:
    suffix = Path(source.name).suffix.lower()
    return suffix == ".json" or (suffix not in {".yaml", ".yml"} and source.text.lstrip().startswith("{"))
