"""A draft made valid: what the schema does not take in its place is set aside beside it, under an `x-` key."""

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

from .draft import Doubt, Draft, Quote, quotes
from .taking import put_aside
from .yaml_source import yaml_source

Data = Any
"""Mappings, lists and texts."""

_ROUNDS = 50
_ALIKE = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n", "\r": "\n"})
"""What ends a line elsewhere; a résumé's lines end in line feeds."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A valid résumé: its values, its `resume.yaml`, and what was refused, with the path where that is from."""

    resume: dict[str, Data]
    text: str
    refused: tuple[tuple[KeyPath | None, Problem], ...]


def settled(draft: Draft, folder: Path, heading: str = "") -> Settled:
    """Return a valid résumé that says what the draft says.

    `folder` is where it is to stand: pictures that are not there are set aside as well.

    Raises:
        LoadError: no résumé can be made of the draft.
    """
    data = _cleaned(draft.resume)
    for doubt in draft.doubts:
        _mark(data, doubt)
    refused: list[tuple[KeyPath | None, Problem]] = []
    for _ in range(_ROUNDS):
        data = _cleaned(data)
        text = yaml_source(data, heading)
        document = parse(text.encode(), name="resume.yaml", folder=folder)
        invalid = {_there(data, path): problem for path, problem in _invalid(document).items()}
        if not invalid:
            return Settled(data, text, tuple(refused))
        for path in sorted(invalid, key=_innermost_first, reverse=True):
            if problem := invalid[path]:
                refused.append((_origin(data, path), problem))
            _set_aside(data, path)
    raise LoadError(Problem("no-reader", "no valid résumé can be made of this file"))


def _cleaned(value: Data) -> Data:
    """Return a value of which every leaf is a text that a résumé may hold, without what says nothing."""
    if isinstance(value, dict):
        items = ((_characters(str(key)), _cleaned(item)) for key, item in value.items())
        return {key: item for key, item in items if item not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [made for item in value if (made := _cleaned(item)) not in (None, "", [], {})]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Quote):
        return Quote(_characters(value), value.origin, value.doubt and _characters(value.doubt))
    return None if value is None else _characters(str(value))


def _characters(text: str) -> str:
    """Return a text without characters that nobody sees and no résumé may hold."""
    text = text.replace("\r\n", "\n")
    while found := first_forbidden(text):
        character = found.group()
        text = text.replace(character, character.translate(_ALIKE) if ord(character) in _ALIKE else "")
    return text.replace("\r", "\n")


def _mark(data: Data, doubt: Doubt) -> None:
    """Put a doubt beside its text, or beside the first text of what is doubtful."""
    *above, last = doubt.path
    for step in above:
        data = data[step]
    while isinstance(data[last], dict | list):
        data, last = data[last], next(iter(data[last])) if isinstance(data[last], dict) else 0
    text = data[last]
    data[last] = Quote(text, text.origin if isinstance(text, Quote) else None, _characters(doubt.text))


def _invalid(document: Document) -> dict[KeyPath, Problem | None]:
    """Return the paths of what the schema does not take, and why; no reason for a key that it does not know."""
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
    """Return where the first quote at a path is from."""
    for step in path:
        data = data[step]
    return next((quote.origin for _, quote in quotes(data)), None)


def _path_at(document: Document, location: SourceLocation) -> KeyPath:
    """Return the path of the innermost value that stands at a place."""
    spans = [path for path, spans in document.spans.items() if document.source.location(spans.value) == location]
    return max(spans, key=len, default=())


def _there(data: Data, path: KeyPath) -> KeyPath:
    """Return a path to what can be set aside: something that is there, and that is not set aside already."""
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


def _innermost_first(path: KeyPath) -> tuple[int, tuple[int, ...]]:
    return len(path), tuple(step for step in path if isinstance(step, int))


def _set_aside(data: dict[str, Data], path: KeyPath) -> None:
    """Move what stands at a path to an `x-` key of the innermost mapping around it."""
    depth = max((at for at, step in enumerate(path) if isinstance(step, str)), default=None)
    if depth is None:
        raise LoadError(Problem("no-reader", "no valid résumé can be made of this file"))
    holder: Data = data
    within = path[depth:]
    for step in path[:depth]:
        holder = holder[step]
    inner: Data = holder
    for step in within[:-1]:
        inner = inner[step]
    value = inner.pop(within[-1])
    put_aside(holder, str(within[0]), value if len(within) == 1 else [value])
