"""From a path to a Document: find the source, decode it, hand it to its reader."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from resumekit.errors import LoadError, Problem, did_you_mean

from .characters import advice, describe, first_refused
from .document import Document, Source, Span
from .limits import MAX_BYTES

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
    raise LoadError(
        Problem(
            "no-source",
            "no resume.yaml, resume.yml or resume.json in this folder",
            hint="name the file, or begin one with `resumekit new`",
        )
    )


def load(path: Path) -> Document:
    """Read the résumé at a path, or from standard input if the path is `-`.

    Raises:
        LoadError: see the door plate of this package.
    """
    if path == STANDARD_INPUT:
        return parse(sys.stdin.buffer.read(MAX_BYTES + 1), name="<stdin>", folder=Path.cwd())
    return parse(_bytes_of(path), name=str(path), folder=path.parent)


def parse(data: bytes, *, name: str, folder: Path) -> Document:
    """Read a résumé from bytes; `name` stands in problems, and its ending tells JSON from YAML.

    Raises:
        LoadError: see the door plate of this package.
    """
    if len(data) > MAX_BYTES:
        raise LoadError(Problem("too-large", f"larger than {MAX_BYTES // 1_000_000} MB", file=name))
    source = Source(name, _decode(data, name))
    _check_characters(source)
    format_: Literal["yaml", "json"] = "json" if _is_json(source) else "yaml"
    if format_ == "json":
        from .json_reader import read
    else:
        from .yaml_reader import read
    root, tree = read(source)
    if not isinstance(root, dict):
        what = "empty" if root is None else "a list" if isinstance(root, list) else "a single text"
        place = None if root is None else source.place(tree.spots[()].value)
        raise LoadError(
            Problem(
                "not-a-mapping",
                f"the file is {what}; a résumé is a mapping that begins with 'basics:'",
                place,
                file=name,
                hint="`resumekit new` writes one to start from",
            )
        )
    return Document(source, folder, format_, root, tree.spots)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            return _bytes_of(default_source(path))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        siblings = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
        hint = did_you_mean(path.name, siblings)
        raise LoadError(Problem("not-found", "no such file", file=str(path), hint=hint)) from None
    except OSError as error:
        raise LoadError(Problem("unreadable", f"cannot be read: {error.strerror}", file=str(path))) from None


def _decode(data: bytes, name: str) -> str:
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if utf_16 else "utf-8-sig")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = len(before.decode("utf-8", "replace")) + 1
        text = data.decode("utf-16" if utf_16 else "utf-8", "replace")
        place = Source(name, text).place(Span(line, column, line, column + 1))
        hint = f"it looks like Latin-1: `iconv -f latin1 -t utf-8 {Path(name).name}` converts it"
        raise LoadError(Problem("not-utf-8", "this is not UTF-8", place, hint=None if utf_16 else hint)) from None


def _check_characters(source: Source) -> None:
    if found := first_refused(source.text):
        line = source.text.count("\n", 0, found.start()) + 1
        column = found.start() - (source.text.rfind("\n", 0, found.start()) + 1) + 1
        place = source.place(Span(line, column, line, column + 1))
        message = f"{describe(found.group())} is not allowed in a résumé"
        raise LoadError(Problem("forbidden-character", message, place, hint=advice(found.group())))


def _is_json(source: Source) -> bool:
    suffix = Path(source.name).suffix.lower()
    return suffix == ".json" or (suffix not in {".yaml", ".yml"} and source.text.lstrip().startswith("{"))
