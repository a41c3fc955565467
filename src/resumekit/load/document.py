"""The Document: plain values, and the location of every key and value in the source text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from resumekit.codes import Code
from resumekit.errors import Problem, Severity, SourceLocation

Value = dict[str, "Value"] | list["Value"] | str | None
"""The values of a source: every scalar is text, exactly as typed; only a null is None."""

KeyPath = tuple[str | int, ...]
"""The keys and indexes that lead from the top level to a value: `("work", 0, "name")`."""


@dataclass(frozen=True)
class Source:
    """The text that values come from: a file, standard input, or one option of the command line.

    `original` is the file byte for byte; `text` is decoded, and its lines end with line feeds.
    """

    name: str
    text: str
    original: bytes = field(default=b"", compare=False, repr=False)

    def line(self, number: int) -> str:
        """Return the line with a 1-based number, without its line ending; an empty string past the last line."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def span(self, offset: int) -> Span:
        """Return the span of the character at an offset."""
        line = self.text.count("\n", 0, offset) + 1
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        return Span(line, column, line, column + 1)

    def location(self, span: Span) -> SourceLocation:
        """Return the span as the location of a problem, cut to its first line."""
        line = self.line(span.line)
        end = span.end_column if span.end_line == span.line else len(line) + 1
        length = max(1, min(end, len(line) + 1) - span.column)
        return SourceLocation(self.name, span.line, span.column, length, line)


@dataclass(frozen=True, slots=True)
class Span:
    """A range of text: 1-based lines and columns, in characters; the end is just past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class SourceSpans:
    """The spans of a value and, if it has one, of its key, with the source that both are in."""

    source: Source
    value: Span
    key: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A résumé as read: `data`, and the `spans` of everything in it.

    Pictures, fonts and themes that it names are looked up in `folder`. `format` tells who wrote it: people type YAML,
    programs write JSON, and the schema is stricter with people. `included` has the paths of the files that the source
    includes, directly or through others.
    """

    source: Source
    folder: Path
    format: Literal["yaml", "json"]
    data: dict[str, Value]
    spans: Mapping[KeyPath, SourceSpans]
    included: frozenset[str] = frozenset()

    @property
    def files(self) -> frozenset[str]:
        """The paths of all files that the document was read from."""
        return self.included | {self.source.name}

    @property
    def is_self_contained(self) -> bool:
        """Whether every value is in the source itself, and none in an included file or on the command line."""
        return not self.included and all(spans.source is self.source for spans in self.spans.values())

    def location(self, path: KeyPath, *, of_key: bool = False) -> SourceLocation:
        """Return the location of a path or, if it has none, of its nearest ancestor that has one."""
        while path and path not in self.spans:
            path, of_key = path[:-1], False
        spans = self.spans[path]
        return spans.source.location(spans.key if of_key and spans.key else spans.value)

    def location_within(self, path: KeyPath, part: str) -> SourceLocation:
        """Return where a part of a text occurs first, or the location of the whole if it is written as an escape."""
        return next(self.locations_within(path, part))

    def locations_within(self, path: KeyPath, part: str) -> Iterator[SourceLocation]:
        """Yield the first occurrence of a part of a text on each line with one; if there is none, the whole text."""
        found = False
        for source, row, begin, end in self._lines(path):
            if (at := source.line(row).find(part, begin, end)) >= 0:
                found = True
                yield source.location(Span(row, at + 1, row, at + 1 + len(part)))
        if not found:
            yield self.location(path)

    def _lines(self, path: KeyPath) -> Iterator[tuple[Source, int, int, int]]:
        """Yield each line of a value: source, line number, and the offsets where the value starts and ends."""
        if spans := self.spans.get(path):
            span = spans.value
            for row in range(span.line, span.end_line + 1):
                begin = span.column - 1 if row == span.line else 0
                end = span.end_column - 1 if row == span.end_line else len(spans.source.line(row))
                yield spans.source, row, begin, end

    def problem(
        self,
        code: Code,
        message: str,
        path: KeyPath,
        *,
        of_key: bool = False,
        hint: str | None = None,
        severity: Severity = "error",
    ) -> Problem:
        """Return a problem located at a value or at its key."""
        return Problem(code, message, self.location(path, of_key=of_key), hint=hint, severity=severity)

    def scalars(self) -> Iterator[tuple[KeyPath, str]]:
        """Yield every text with its path, in source order."""
        yield from _scalars(self.data, ())


def paths_in(value: Value) -> Iterator[KeyPath]:
    """Yield the path of a value, which is empty, and those of everything inside it."""
    yield ()
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in items:
        yield from ((step, *inner) for inner in paths_in(item))


def _scalars(value: Value, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _scalars(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _scalars(item, (*path, index))
