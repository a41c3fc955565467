"""Read JSON as plain values with their locations.

The standard library's parser keeps no positions, and the YAML parser rejects tabs and surrogate pairs, which JSON
allows. This module therefore implements the grammar of RFC 8259, with the library's own scanner for strings. Numbers
and booleans stay text as typed, like all scalars.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import NoReturn

from .document import KeyPath, Source, Span, Value
from .limits import MAX_DEPTH, TOO_DEEP
from .span_recorder import SpanRecorder

_SPACE = re.compile(r"[ \t\r\n]*")
_WORD = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.])|true\b|false\b|null\b")
_LINE_END = re.compile(r"\n")

_STRING_ERRORS = (
    ("Unterminated", "a string is not closed", None),
    ("control character", "a string contains a tab or line break", "close the string, or write \\t or \\n"),
    ("uXXXX", "\\u needs four hexadecimal digits", None),
    ("escape", "invalid escape sequence", "write a backslash as \\\\"),
)
"""Part of the scanner's message, our message, and the hint."""


class _Reader:
    """A recursive-descent parser; `at` is its position in the text."""

    def __init__(self, source: Source) -> None:
        self.recorder = SpanRecorder(source)
        self.text = source.text
        self.at = 0
        self._line_starts = [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def document(self) -> Value:
        self._skip()
        if self.at == len(self.text):
            return None
        root = self._value((), None)
        self._skip()
        if self.at < len(self.text):
            self._fail("unexpected text after the end of the value", "a file contains one résumé")
        return root

    def _value(self, path: KeyPath, key: Span | None) -> Value:
        start, first = self.at, self.text[self.at : self.at + 1]
        if len(path) > MAX_DEPTH:
            self.recorder.fail("too-deep", f"nested more than {MAX_DEPTH} levels deep", self._span(start), TOO_DEEP)
        self.recorder.add(path, self._span(start), key)
        value: Value
        if first == "{":
            value = self._object(path)
        elif first == "[":
            value = self._array(path)
        elif first == '"':
            value = self._string()
        elif word := _WORD.match(self.text, self.at):
            self.at = word.end()
            value = None if word.group() == "null" else word.group()
        else:
            self._fail("expected a value", self._advice(first))
        spans = self.recorder.spans[path]
        self.recorder.spans[path] = type(spans)(spans.source, self._span(start), key)
        return value

    def _object(self, path: KeyPath) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        self._step()
        while not self._accept("}"):
            if mapping:
                self._expect_comma("}")
            start = self.at
            if self.text[start : start + 1] != '"':
                self._fail("expected a key in double quotes", self._advice(self.text[start : start + 1]))
            name = self._string()
            key = self._span(start)
            self.recorder.check_key(name, key, self.recorder.spans[*path, name].key if name in mapping else None)
            self._skip()
            self._expect(":", "expected ':' after the key")
            mapping[name] = self._value((*path, name), key)
            self._skip()
        return mapping

    def _array(self, path: KeyPath) -> list[Value]:
        items: list[Value] = []
        self._step()
        while not self._accept("]"):
            if items:
                self._expect_comma("]")
            items.append(self._value((*path, len(items)), None))
            self._skip()
        return items

    def _string(self) -> str:
        start = self.at
        try:
            text, self.at = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            self.at = error.pos
            self._fail(*next(own for fragment, *own in _STRING_ERRORS if fragment in error.msg))
        return self.recorder.check_text(text, self._span(start))

    def _accept(self, character: str) -> bool:
        found = self.text.startswith(character, self.at)
        self.at += found
        return found

    def _expect(self, character: str, message: str) -> None:
        if not self._accept(character):
            self._fail(message, None)
        self._skip()

    def _expect_comma(self, or_else: str) -> None:
        """Read a comma; if it is missing, report the end of the line that lacks it, not the line below."""
        if self.at < len(self.text) and self.text[self.at] != ",":
            before = len(self.text[: self.at].rstrip())
            if "\n" in self.text[before : self.at]:
                self.at = before - 1
                self._fail(f"expected ',' or '{or_else}' after this", None)
        self._expect(",", f"expected ',' or '{or_else}'")

    def _step(self) -> None:
        self.at += 1
        self._skip()

    def _skip(self) -> None:
        space = _SPACE.match(self.text, self.at)
        assert space is not None
        self.at = space.end()

    def _span(self, start: int) -> Span:
        line, column = self._position(start)
        end_line, end_column = self._position(max(self.at, start + 1))
        return Span(line, column, end_line, end_column)

    def _position(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, at)
        return line, at - self._line_starts[line - 1] + 1

    def _advice(self, first: str) -> str | None:
        return {
            "/": "JSON has no comments; YAML does (`#`)",
            "'": "JSON uses double quotes",
            "}": "remove the comma before the closing brace",
            "]": "remove the comma before the closing bracket",
            "": "the file ends here; it may be truncated",
        }.get(first, "put text in double quotes; only numbers, true, false and null go without")

    def _fail(self, message: str, hint: str | None) -> NoReturn:
        self.recorder.fail("broken-json", f"invalid JSON: {message}", self._span(self.at), hint)


def read(source: Source) -> tuple[Value, SpanRecorder]:
    """Read the one JSON value of a source.

    Raises:
        LoadError: invalid syntax, or anything that `SpanRecorder` refuses.
    """
    reader = _Reader(source)
    return reader.document(), reader.recorder
