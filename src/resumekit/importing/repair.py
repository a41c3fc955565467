"""Turn a draft into a valid résumé: values that the schema rejects are moved to extension keys (`x-…`) next to them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from resumekit.errors import LoadError, Problem, SchemaError, SourceLocation
from resumekit.load import Document, KeyPath, parse
from resumekit.load.allowed_characters import first_forbidden
from resumekit.schema import Resume, inspect
from resumekit.schema.model_paths import as_typed

from .draft_resume import DraftResume, TracedText, traced_texts
from .field_reader import add_extension
from .yaml_writer import to_yaml

Data = Any
"""Mappings, lists and texts."""

_MAX_PASSES = 50
_LINE_ENDINGS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n", "\r": "\n"})
"""Line separators of other formats; lines of a résumé end in a line feed."""


@dataclass(frozen=True, slots=True)
class RepairedResume:
    """A valid résumé: its values, its `resume.yaml`, and the misfits.

    A misfit is a value that was moved to an extension key because the schema rejects it: its path in the imported file,
    if known, and the schema's problem with it.
    """

    resume: dict[str, Data]
    text: str
    misfits: tuple[tuple[KeyPath | None, Problem], ...]


def repair(draft: DraftResume, folder: Path, name: str, heading: str = "") -> RepairedResume:
    """Return a valid résumé with all values of a draft. `name` is that of the imported file, for problems.

    `folder` is where it will be saved: paths of pictures that do not exist there are moved to extension keys as well.
    `heading` is a comment for the top of the file.

    Raises:
        LoadError: the draft cannot be made valid.
    """
    data = _cleaned(draft.resume)
    misfits: list[tuple[KeyPath | None, Problem]] = []
    for _ in range(_MAX_PASSES):
        data = _cleaned(data)
        text = to_yaml(data, heading)
        document = _parsed(text, folder, name)
        invalid = {_movable(data, path): problem for path, problem in _invalid(document).items()}
        if not invalid:
            return RepairedResume(data, text, tuple(misfits))
        for path in sorted(invalid, key=_depth, reverse=True):
            if problem := invalid[path]:
                misfits.append((_origin(data, path), problem))
            _move_to_extension(data, path)
    raise LoadError(Problem("no-reader", "this file cannot be converted to a valid résumé", file=name))


def _parsed(text: str, folder: Path, name: str) -> Document:
    """Return a `resume.yaml` that has not been written. A limit that it exceeds is said of the imported file."""
    try:
        return parse(text.encode(), name="resume.yaml", folder=folder)
    except LoadError as error:
        hint = "check that this is the right file"
        problems = (
            Problem(problem.code, f"too much for a résumé: {problem.message}", file=name, hint=hint)
            for problem in error.problems
        )
        raise LoadError(*problems) from None


def _cleaned(value: Data) -> Data:
    """Return a value without empty items, whose leaves are all texts of characters that a résumé may contain."""
    if isinstance(value, dict):
        items = ((_allowed(str(key)), _cleaned(item)) for key, item in value.items())
        return {key: item for key, item in items if item not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [cleaned for item in value if (cleaned := _cleaned(item)) not in (None, "", [], {})]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, TracedText):
        return TracedText(_allowed(value), value.origin, value.doubt and _allowed(value.doubt))
    return None if value is None else _allowed(str(value))


def _allowed(text: str) -> str:
    """Return a text without forbidden characters, such as control characters."""
    text = text.replace("\r\n", "\n")
    while found := first_forbidden(text):
        character = found.group()
        replacement = character.translate(_LINE_ENDINGS) if ord(character) in _LINE_ENDINGS else ""
        text = text.replace(character, replacement)
    return text.replace("\r", "\n")


def _invalid(document: Document) -> dict[KeyPath, Problem | None]:
    """Return the paths of the values that the schema rejects, with its problems; None for an unknown key."""
    try:
        inspect(document)
    except SchemaError as error:
        problems = {problem.location: problem for problem in error.problems if problem.severity == "error"}
    else:
        return {}
    try:
        Resume.model_validate(document.data)
    except ValidationError as invalid:
        errors = invalid.errors(include_url=False)
        paths = {as_typed(each["loc"], document, Resume): each["type"] == "extra_forbidden" for each in errors}
        return {path: None if unknown else problems.get(document.location(path)) for path, unknown in paths.items()}
    return {_path_at(document, location): problem for location, problem in problems.items() if location}


def _origin(data: Data, path: KeyPath) -> KeyPath | None:
    """Return the origin of the first traced text at a path."""
    for step in path:
        data = data[step]
    return next((text.origin for _, text in traced_texts(data)), None)


def _path_at(document: Document, location: SourceLocation) -> KeyPath:
    """Return the path of the innermost value at a location."""
    paths = [path for path, spans in document.spans.items() if document.source.location(spans.value) == location]
    return max(paths, key=len, default=())


def _movable(data: Data, path: KeyPath) -> KeyPath:
    """Return the part of a path that leads to an existing value outside of extension keys."""
    for depth, step in enumerate(path):
        if str(step).startswith("x-") or not _has(data, step):
            return path[:depth]
        data = data[step]
    return path


def _has(data: Data, step: str | int) -> bool:
    return (
        step in data
        if isinstance(data, dict)
        else isinstance(step, int) and isinstance(data, list) and step < len(data)
    )


def _depth(path: KeyPath) -> tuple[int, tuple[int, ...]]:
    """Return a sort key: reversed, it puts inner values first, and later items of a list before earlier ones."""
    return len(path), tuple(step for step in path if isinstance(step, int))


def _move_to_extension(data: dict[str, Data], path: KeyPath) -> None:
    """Move the value at a path to an extension key of the innermost mapping around it."""
    depth = max((at for at, step in enumerate(path) if isinstance(step, str)), default=None)
    if depth is None:
        raise LoadError(Problem("no-reader", "this file cannot be converted to a valid résumé"))
    holder: Data = data
    within = path[depth:]
    for step in path[:depth]:
        holder = holder[step]
    inner: Data = holder
    for step in within[:-1]:
        inner = inner[step]
    value = inner.pop(within[-1])
    add_extension(holder, str(within[0]), value if len(within) == 1 else [value])
