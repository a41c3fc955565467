"""`--set PATH=VALUE`: put values of the command line into a Document, as if they stood in the file."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import replace

from resumekit.errors import Problem, UsageError

from .document import Document, KeyPath, Source, Span, Spot, Value
from .yaml_reader import read


def override(document: Document, assignments: Iterable[str]) -> Document:
    """Return the document with each `PATH=VALUE` applied, the last one winning.

    A path is dotted, with 0-based indexes into lists (`work.0.position`); the index just past the end appends. A value
    is YAML, but one that begins with `#` is a colour, not a comment.

    Raises:
        UsageError: not of that form, or the path leads through a value that holds nothing.
        LoadError: the value is not YAML.
    """
    data, spots = copy.deepcopy(document.data), dict(document.spots)
    for assignment in assignments:
        name, separator, text = assignment.partition("=")
        path = tuple(int(part) if part.isdecimal() else part for part in name.strip().split("."))
        if not separator or "" in path:
            raise _refused(assignment, "is not of the form PATH=VALUE", "for example --set basics.label=Analyst")
        value, value_spots = _value(assignment, len(name) + 1, text)
        _put(data, path, value, assignment)
        for known in [known for known in spots if known[: len(path)] == path]:
            del spots[known]
        spots.update({path + inner: spot for inner, spot in value_spots.items()})
    return replace(document, data=data, spots=spots)


def _value(assignment: str, offset: int, text: str) -> tuple[Value, dict[KeyPath, Spot]]:
    """Read the value; its spots count columns in the whole assignment, as the user typed it."""
    source = Source("--set", assignment)
    if text.startswith("#"):
        return text, {(): Spot(source, Span(1, offset + 1, 1, offset + len(text) + 1))}
    value, tree = read(Source("--set", " " * offset + text))
    return value, {path: Spot(source, spot.value, spot.key) for path, spot in tree.spots.items()}


def _put(data: dict[str, Value], path: KeyPath, value: Value, assignment: str) -> None:
    parent: Value = data
    for position, part in enumerate(path):
        last = position == len(path) - 1
        if isinstance(parent, dict):
            key = str(part)
            if last:
                parent[key] = value
            elif parent.get(key) is None:
                parent[key] = {}
            elif path[:position] == () and key == "theme" and isinstance(parent[key], str):
                parent[key] = {"name": parent[key]}  # the short form of the schema
            parent = parent[key]
        elif isinstance(parent, list) and isinstance(part, int) and part <= len(parent):
            if part == len(parent):
                parent.append(value if last else {})
            elif last:
                parent[part] = value
            parent = parent[part]
        else:
            above = ".".join(map(str, path[:position]))
            what = f"a list of {len(parent)}" if isinstance(parent, list) else "a text"
            raise _refused(assignment, f"has nowhere to go: '{above}' is {what}", None)


def _refused(assignment: str, message: str, hint: str | None) -> UsageError:
    return UsageError(Problem("bad-set", f"'{assignment}' {message}", file="--set", hint=hint))
