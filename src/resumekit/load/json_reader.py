"""JSON to plain values with their spots.

The standard library's reader keeps no positions, and YAML's would refuse tabs and surrogate pairs, which JSON
allows; so the grammar of RFC 8259 stands here, with the library's own scanner for strings. Numbers and booleans
stay text as typed, like everything that is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import NoReturn

from .document import KeyPath, Source, Span, Value
from .limits import MAX_DEPTH, TOO_DEEP
from .tree import Tree

_SPACE = re.compile(r"[ \t\r\n]*")
_WORD = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.])|true\b|false\b|null\b")
_LINE_END = re.compile(r"\n")

_TEXT_MISTAKES = (
    ("Unterminated", "a text is opened here and never closed", None),
    ("control character", "a tab or a line break stands in a text", "close the quote, or write \\t or \\n"),
    ("uXXXX", "four hexadecimal digits follow \\u", None),
    ("escape", "no escape begins like this", "a backslash itself is written \\\\"),
)
"""Part of the scanner's message, our own, and what to do."""


class _Reader:
    """A cursor over the text."""

    def __init__(self, source: Source) -> None:
        self.tree = Tree(source)
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
            self._fail("something stands after the end of the value", "one file holds one résumé")
        return root

    def _value(self, path: KeyPath, key: Span | None) -> Value:
        start, first = self.at, self.text[self.at : self.at + 1]
        if len(path) > MAX_DEPTH:
            self.tree.fail("too-deep", f"nested more than {MAX_DEPTH} levels deep", self._span(start), TOO_DEEP)
        self.tree.add(path, self._span(start), key)
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
            self._fail("a value was expected", self._advice(first))
        spans = self.tree.spans[path]
        self.tree.spans[path] = type(spans)(spans.source, self._span(start), key)
        return value

    def _object(self, path: KeyPath) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        self._step()
        while not self._takes("}"):
            if mapping:
                self._expect_comma("}")
            start = self.at
            if self.text[start : start + 1] != '"':
                self._fail("a key in double quotes was expected", self._advice(self.text[start : start + 1]))
            name = self._string()
            key = self._span(start)
            self.tree.check_key(name, key, self.tree.spans[*path, name].key if name in mapping else None)
            self._skip()
            self._expect(":", "a colon was expected after the key")
            mapping[name] = self._value((*path, name), key)
            self._skip()
        return mapping

    def _array(self, path: KeyPath) -> list[Value]:
        items: list[Value] = []
        self._step()
        while not self._takes("]"):
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
            self._fail(*next(own for sign, *own in _TEXT_MISTAKES if sign in error.msg))
        return self.tree.check_text(text, self._span(start))

    def _takes(self, character: str) -> bool:
        found = self.text.startswith(character, self.at)
        self.at += found
        return found

    def _expect(self, character: str, message: str) -> None:
        if not self._takes(character):
            self._fail(message, None)
        self._skip()

    def _expect_comma(self, or_else: str) -> None:
        """Point at the end of the line that lacks its comma, not at the innocent one below it."""
        before = len(self.text[: self.at].rstrip())
        if self.at < len(self.text) and self.text[self.at] != "," and "\n" in self.text[before : self.at]:
            self.at = before - 1
            self._fail(f"a comma or '{or_else}' was expected after this", None)
        self._expect(",", f"a comma or '{or_else}' was expected")

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
            "/": "JSON has no comments; YAML has (`#`)",
            "'": "JSON quotes with double quotes",
            "}": "a comma stands before the closing brace",
            "]": "a comma stands before the closing bracket",
            "": "the file ends too early",
        }.get(first, "a text stands in double quotes; bare are only numbers, true, false and null")

    def _fail(self, message: str, hint: str | None) -> NoReturn:
        self.tree.fail("broken-json", f"broken JSON: {message}", self._span(self.at), hint)


def read(source: Source) -> tuple[Value, Tree]:
    """Read the one JSON value of a source.

    Raises:
        LoadError: broken syntax, or anything that `Tree` refuses.
    """
    reader = _Reader(source)
    return reader.document(), reader.tree
