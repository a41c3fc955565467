"""`--set PATH=VALUE`: put values of the command line into a Document, as if they stood in the file."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from resumekit.errors import LoadError, Problem, UsageError

from .characters import advice, describe, first_refused
from .document import Document, KeyPath, Source, SourceSpans, Span, Value
from .limits import MAX_DEPTH
from .yaml_reader import read

_EXAMPLE = "for example --set basics.label=Analyst"
_INDEX = re.compile(r"[0-9]{1,6}")


class Misdirected(Exception):
    """A path that leads nowhere; says why."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A value, the dotted path to put it at, and where the value and its parts were typed."""

    path: str
    value: Value
    spans: Mapping[KeyPath, SourceSpans]


def override(
    document: Document,
    assignments: Iterable[str],
    named: Callable[[Document, str], str] = lambda document, path: path,
) -> Document:
    """Return the document with each `PATH=VALUE` applied, the last one winning.

    A path is dotted, with 0-based indexes into lists (`work.0.position`); the index just past the end appends. A value
    is YAML, but one that begins with `#` is a colour, not a comment. `named` returns a path with the names of keys that
    the document uses, where keys have several.

    Raises:
        UsageError: not of that form, or the path leads through a value that holds nothing.
        LoadError: the value is not YAML.
    """
    for text in assignments:
        name, separator, value = text.partition("=")
        if not separator:
            raise _refused(text, "is not of the form PATH=VALUE", _EXAMPLE)
        read_value, spans = _value(text, len(name) + 1, value)
        try:
            document = assign(document, [Assignment(named(document, name.strip()), read_value, spans)])
        except Misdirected as fault:
            raise _refused(text, str(fault), None if name.strip() else _EXAMPLE) from None
    return document


def assign(document: Document, assignments: Iterable[Assignment]) -> Document:
    """Return the document with values put at paths, each with the place where it was typed.

    Raises:
        Misdirected: a path that cannot be, or that leads through a value that holds nothing.
    """
    data, spans = copy.deepcopy(document.data), dict(document.spans)
    for assignment in assignments:
        parts = assignment.path.split(".")
        if "" in parts:
            raise Misdirected("is not a path such as basics.label")
        if len(parts) > MAX_DEPTH:
            raise Misdirected(f"leads more than {MAX_DEPTH} levels deep")
        path = _put(data, parts, copy.deepcopy(assignment.value))
        for known in [known for known in spans if known[: len(path)] == path]:
            del spans[known]
        spans.update({path + inner: spans for inner, spans in assignment.spans.items()})
        if () in assignment.spans:  # what had to be made on the way stands where the value stands
            made = {path[:length]: assignment.spans[()] for length in range(1, len(path))}
            spans = made | spans
    return replace(document, data=data, spans=spans)


def _value(assignment: str, offset: int, text: str) -> tuple[Value, dict[KeyPath, SourceSpans]]:
    """Read the value; its spots count columns in the whole assignment, as the user typed it."""
    source = Source("--set", assignment)
    if found := first_refused(assignment):
        problem = f"{describe(found.group())} is not allowed in a résumé"
        location = source.location(source.span(found.start()))
        raise LoadError(Problem("forbidden-character", problem, location, hint=advice(found.group())))
    if text.startswith("#"):
        return text, {(): SourceSpans(source, Span(1, offset + 1, 1, offset + len(text) + 1))}
    try:
        value, tree = read(Source("--set", " " * offset + text))
    except LoadError as error:
        raise LoadError(*(_as_typed(problem, source) for problem in error.problems)) from None
    return value, {path: SourceSpans(source, spans.value, spans.key) for path, spans in tree.spans.items()}


def _as_typed(problem: Problem, source: Source) -> Problem:
    location = problem.location
    return replace(problem, location=replace(location, source=source.line(location.line))) if location else problem


def _put(data: dict[str, Value], parts: Sequence[str], value: Value) -> KeyPath:
    """Put the value at the end of the path, and return the path with its indexes as numbers."""
    parent: Value = data
    path: KeyPath = ()
    for part, *further in (parts[number:] for number in range(len(parts))):
        fresh: Value = value if not further else [] if further[0] == "0" else {}
        step: str | int = part
        if isinstance(parent, dict):
            if not further or parent.get(part) is None:
                parent[part] = fresh
            elif part == "theme" and not path and isinstance(parent[part], str):
                parent[part] = {"name": parent[part]}  # the short form of the schema
            parent = parent[part]
        elif isinstance(parent, list) and _INDEX.fullmatch(part) and int(part) <= len(parent):
            step = index = int(part)
            if not further or index == len(parent):
                parent[index : index + 1] = [fresh]
            parent = parent[index]
        else:
            what = f"a list of {len(parent)}" if isinstance(parent, list) else "a text"
            raise Misdirected(f"has nowhere to go: '{'.'.join(map(str, path))}' is {what}")
        path = (*path, step)
    return path


def _refused(assignment: str, message: str, hint: str | None = None) -> UsageError:
    source = Source("--set", assignment)
    location = source.location(Span(1, 1, 1, len(assignment.partition("=")[0]) + 1))
    return UsageError(Problem("bad-set", f"'{assignment}' {message}", location, hint=hint))
