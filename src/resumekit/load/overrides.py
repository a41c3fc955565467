"""`--set PATH=VALUE`: apply values from the command line to a Document, as if they were in the file."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from resumekit.errors import LoadError, Problem, UsageError

from .allowed_characters import advice, describe, first_forbidden
from .document import Document, KeyPath, Source, SourceSpans, Span, Value, paths_in
from .limits import MAX_DEPTH
from .yaml_reader import read

_SET = "--set"

_EXAMPLE = "for example --set basics.label=Analyst"
_INDEX = re.compile(r"[0-9]{1,6}")


class AssignmentPathError(Exception):
    """A path at which nothing can be set; the message completes the sentence `'PATH' …`."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A value, the dotted path to set it at, and the spans of the value and its parts."""

    path: str
    value: Value
    spans: Mapping[KeyPath, SourceSpans]


@dataclass(frozen=True, slots=True)
class OptionAssignment:
    """A value typed with an option of its own, as in `--pages 1`, and the path at which it is set."""

    option: str
    path: str
    value: str


def override(
    document: Document,
    assignments: Iterable[str | OptionAssignment],
    named: Callable[[Document, str], str] = lambda document, path: path,
) -> Document:
    """Return the document with each `PATH=VALUE` applied; the last one wins.

    Paths are dotted, with 0-based list indexes (`work.0.position`); the index just past the end appends an item.
    Values are YAML, except that a value that starts with `#` is a colour, not a comment. `named` rewrites a path to
    the names of keys that the document uses, where keys have several. Problems with the value of an option are located
    in that option.

    Raises:
        UsageError: not of the form PATH=VALUE, or a path that cannot be set.
        LoadError: the value is not valid YAML.
    """
    changes = Changes(document)
    for text in assignments:
        if isinstance(text, OptionAssignment):
            _set_option(changes, text)
            continue
        name, separator, _ = text.partition("=")
        if not separator:
            raise _refused(text, "is not of the form PATH=VALUE", _EXAMPLE)
        value, spans = _value(Source(_SET, text), len(name) + 1)
        try:
            changes.set(Assignment(named(changes.document, name.strip()), value, spans))
        except AssignmentPathError as fault:
            raise _refused(text, str(fault), None if name.strip() else _EXAMPLE) from None
    return changes.document


def _set_option(changes: Changes, typed: OptionAssignment) -> None:
    source = Source(typed.option, typed.value)
    try:
        changes.set(Assignment(typed.path, *_value(source, 0)))
    except AssignmentPathError as fault:
        location = source.location(Span(1, 1, 1, len(typed.value) + 1))
        raise UsageError(Problem("bad-set", f"{typed.option} {fault}", location)) from None


def is_set_by_option(document: Document, path: KeyPath) -> bool:
    """Return whether `--set` gives the value at a path, rather than the file or another option."""
    spans = document.spans.get(path)
    return bool(spans and spans.source.name == _SET)


def assign(document: Document, assignments: Iterable[Assignment]) -> Document:
    """Return the document with values set at paths, each located where it was typed.

    Raises:
        AssignmentPathError: an invalid path, or one that leads through a value other than a mapping or list.
    """
    changes = Changes(document)
    for assignment in assignments:
        changes.set(assignment)
    return changes.document


class Changes:
    """Changes to a copy of a document, one after another. `document` is the copy, with those made so far."""

    def __init__(self, document: Document) -> None:
        self._data, self._spans = copy.deepcopy(document.data), dict(document.spans)
        self.document = replace(document, data=self._data, spans=self._spans)

    def set(self, assignment: Assignment) -> None:
        """Set a value at a path; it is located where it was typed.

        Raises:
            AssignmentPathError: an invalid path, or one that leads through a value other than a mapping or list.
        """
        parts = assignment.path.split(".")
        if "" in parts:
            raise AssignmentPathError("is not a path such as basics.label")
        if len(parts) > MAX_DEPTH:
            raise AssignmentPathError(f"is more than {MAX_DEPTH} levels deep")
        path, replaced = _put(self._data, parts, copy.deepcopy(assignment.value))
        for inner in paths_in(replaced):
            self._spans.pop(path + inner, None)
        self._spans.update({path + inner: spans for inner, spans in assignment.spans.items()})
        if () in assignment.spans:  # mappings and lists created on the way are located at the value
            for length in range(1, len(path)):
                self._spans.setdefault(path[:length], assignment.spans[()])


def _value(source: Source, offset: int) -> tuple[Value, dict[KeyPath, SourceSpans]]:
    """Parse the value at an offset; columns in its spans count from the start of the source, as typed."""
    text = source.text[offset:]
    if found := first_forbidden(source.text):
        problem = f"{describe(found.group())} is not allowed"
        location = source.location(source.span(found.start()))
        raise LoadError(Problem("forbidden-character", problem, location, hint=advice(found.group())))
    if text.startswith("#"):
        return text, {(): SourceSpans(source, Span(1, offset + 1, 1, offset + len(text) + 1))}
    try:
        value, recorder = read(Source(source.name, " " * offset + text))
    except LoadError as error:
        raise LoadError(*(_located_in(problem, source) for problem in error.problems)) from None
    return value, {path: SourceSpans(source, spans.value, spans.key) for path, spans in recorder.spans.items()}


def _located_in(problem: Problem, source: Source) -> Problem:
    location = problem.location
    return replace(problem, location=replace(location, source=source.line(location.line))) if location else problem


def _put(data: dict[str, Value], parts: Sequence[str], value: Value) -> tuple[KeyPath, Value]:
    """Set the value at the end of the path; return the path with list indexes as integers, and the value replaced."""
    parent: Value = data
    replaced: Value = None
    path: KeyPath = ()
    for part, *rest in (parts[number:] for number in range(len(parts))):
        new: Value = value if not rest else [] if rest[0] == "0" else {}
        step: str | int = part
        if isinstance(parent, dict):
            if not rest or parent.get(part) is None:
                replaced = parent.get(part)
                parent[part] = new
            elif part == "theme" and not path and isinstance(parent[part], str):
                parent[part] = {"name": parent[part]}  # expands the schema's shorthand
            parent = parent[part]
        elif isinstance(parent, list) and _INDEX.fullmatch(part) and int(part) <= len(parent):
            step = index = int(part)
            if not rest or index == len(parent):
                replaced = parent[index] if index < len(parent) else None
                parent[index : index + 1] = [new]
            parent = parent[index]
        else:
            items = len(parent) if isinstance(parent, list) else 0
            what = f"a list of {items} item{'s' * (items != 1)}" if isinstance(parent, list) else "text"
            raise AssignmentPathError(f"cannot be set: '{'.'.join(map(str, path))}' is {what}")
        path = (*path, step)
    return path, replaced


def _refused(assignment: str, message: str, hint: str | None = None) -> UsageError:
    source = Source(_SET, assignment)
    location = source.location(Span(1, 1, 1, len(assignment.partition("=")[0]) + 1))
    return UsageError(Problem("bad-set", f"'{assignment}' {message}", location, hint=hint))
