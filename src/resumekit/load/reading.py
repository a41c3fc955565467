"""From a path to a Document: find the source, decode it, hand it to its reader."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import Literal

from resumekit.errors import LoadError, Problem, did_you_mean

from .characters import advice, describe, first_refused
from .document import Document, Source
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
    message = f"no {', '.join(DEFAULT_NAMES[:-1])} or {DEFAULT_NAMES[-1]} in this folder"
    hint = "name the file, or begin one with `resumekit new`"
    raise LoadError(Problem("no-source", message, file=None if folder == Path() else str(folder), hint=hint))


def load(path: Path) -> Document:
    """Read the résumé at a path, or from standard input if the path is `-`. A folder stands for the résumé in it.

    Raises:
        LoadError: see the door plate of this package.
    """
    if path == STANDARD_INPUT:
        return parse(_standard_input(), name="<stdin>", folder=Path.cwd())
    try:
        if path.is_dir():
            return load(default_source(path))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise LoadError(Problem("not-found", "no such file", file=str(path), hint=_near(path))) from None
    except OSError as error:
        raise LoadError(Problem("unreadable", f"cannot be read: {error.strerror}", file=str(path))) from None
    return parse(data, name=str(path), folder=path.parent)


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


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise LoadError(Problem("unreadable", "standard input is closed", file="<stdin>"))
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _near(path: Path) -> str | None:
    try:
        return did_you_mean(path.name, (entry.name for entry in path.parent.iterdir()))
    except OSError:
        return None


def _decode(data: bytes, name: str) -> str:
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return _with_line_feeds(data.decode("utf-16" if utf_16 else "utf-8-sig"))
    except UnicodeDecodeError as error:
        if utf_16:
            message, hint = "it begins as UTF-16 does, but is not UTF-16", "save it as UTF-8"
            raise LoadError(Problem("not-utf-8", message, file=name, hint=hint)) from None
        source = Source(name, _with_line_feeds(error.object.decode("utf-8", "replace")))
        offset = len(_with_line_feeds(error.object[: error.start].decode("utf-8")))
        place = source.place(source.span(offset))
        raise LoadError(Problem("not-utf-8", "this is not UTF-8", place, hint=_encoding_hint(error, name))) from None


def _with_line_feeds(text: str) -> str:
    """Return the text with every line ended by a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding_hint(error: UnicodeDecodeError, name: str) -> str:
    if error.end == len(error.object) and error.reason == "unexpected end of data":
        return "the file ends in the middle of a character: it may have been cut short"
    return (
        f"it looks like Latin-1 or Windows-1252: `iconv -f windows-1252 -t utf-8 {Path(name).name}` prints it converted"
    )


def _check_characters(source: Source) -> None:
    if found := first_refused(source.text):
        message = f"{describe(found.group())} is not allowed in a résumé"
        hint = "this may be UTF-16, or no text: save it as UTF-8" if found.group() == "\0" else advice(found.group())
        place = source.place(source.span(found.start()))
        raise LoadError(Problem("forbidden-character", message, place, hint=hint))


def _is_json(source: Source) -> bool:
    suffix = Path(source.name).suffix.lower()
    return suffix == ".json" or (suffix not in {".yaml", ".yml"} and source.text.lstrip().startswith("{"))
