"""The Document: plain values, and the place of every key and value in the text they came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from resumekit.codes import Code
from resumekit.errors import Problem, Severity, SourceLocation

Value = dict[str, "Value"] | list["Value"] | str | None
"""What a source holds once read: every scalar is text, exactly as typed; only a null is None."""

KeyPath = tuple[str | int, ...]
"""The way from the top to a value: `("work", 0, "name")`."""


@dataclass(frozen=True)
class Source:
    """A text that values came from: a file, standard input, or one `--set` on the command line.

    `original` is a file as it came, byte for byte: `text` is decoded, and its lines end in line feeds.
    """

    name: str
    text: str
    original: bytes = field(default=b"", compare=False, repr=False)

    def line(self, number: int) -> str:
        """Return the 1-based line without its end, or nothing past the last one."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def span(self, offset: int) -> Span:
        """Return where the character at an offset stands."""
        line = self.text.count("\n", 0, offset) + 1
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        return Span(line, column, line, column + 1)

    def location(self, span: Span) -> SourceLocation:
        """Return the span as a place for a problem: its first line only."""
        line = self.line(span.line)
        end = span.end_column if span.end_line == span.line else len(line) + 1
        length = max(1, min(end, len(line) + 1) - span.column)
        return SourceLocation(self.name, span.line, span.column, length, line)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, 1-based, in characters; the end is just past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class SourceSpans:
    """Where one value stands in its source, and where its key stands if it has one."""

    source: Source
    value: Span
    key: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One résumé as read: `data` with the `spots` of everything in it.

    `folder` is where the pictures, fonts and themes that it names are looked for. `format` tells who wrote it:
    people type YAML, machines write JSON, and the schema is stricter with people.
    """

    source: Source
    folder: Path
    format: Literal["yaml", "json"]
    data: dict[str, Value]
    spans: Mapping[KeyPath, SourceSpans]

    @property
    def stands_alone(self) -> bool:
        """Whether every value is from the source itself, none from a file that it includes or the command line."""
        return all(spans.source is self.source for spans in self.spans.values())

    def location(self, path: KeyPath, *, of_key: bool = False) -> SourceLocation:
        """Return where the path stands, or the nearest thing above it that has a place."""
        while path and path not in self.spans:
            path, of_key = path[:-1], False
        spans = self.spans[path]
        return spans.source.location(spans.key if of_key and spans.key else spans.value)

    def location_within(self, path: KeyPath, part: str) -> SourceLocation:
        """Return where a part of a text stands first; where it is written as an escape, the place of the whole."""
        return next(self.locations_within(path, part))

    def locations_within(self, path: KeyPath, part: str) -> Iterator[SourceLocation]:
        """Yield where a part of a text stands first on each line that has it; if none has, the place of the whole."""
        found = False
        for source, row, begin, end in self._lines(path):
            if (at := source.line(row).find(part, begin, end)) >= 0:
                found = True
                yield source.location(Span(row, at + 1, row, at + 1 + len(part)))
        if not found:
            yield self.location(path)

    def _lines(self, path: KeyPath) -> Iterator[tuple[Source, int, int, int]]:
        """Yield each line of a value: its source and number, and where on it the value begins and ends."""
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
        """Return a problem that points at a value, or at its key."""
        return Problem(code, message, self.location(path, of_key=of_key), hint=hint, severity=severity)

    def scalars(self) -> Iterator[tuple[KeyPath, str]]:
        """Yield every text with its path, in the order of the source."""
        yield from _scalars(self.data, ())


def _scalars(value: Value, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _scalars(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _scalars(item, (*path, index))
