"""JSON in the form of the file it came from: the order of keys, empty values, keys of other programs."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from resumekit.load import Document, KeyPath, Value
from resumekit.schema import Resume
from resumekit.schema.json_resume_conversion import conform, shape_at
from resumekit.schema.model import keys_of
from resumekit.schema.model_paths import model_at

Data = Any
"""What JSON holds."""


def in_source_order(data: Data, source: Document, *, is_complete: bool) -> Data:
    """Return data in the form of the source it was read from.

    Where they differ, data wins: only its order changes unless it `is_complete`, that is, has everything that was read.
    """
    return _SourceOrder(source).like(data, source.data, (), whole=is_complete)


class _SourceOrder:
    def __init__(self, source: Document) -> None:
        self._source = source

    def like(self, data: Data, there: Value, path: KeyPath, *, whole: bool) -> Data:
        if isinstance(data, dict) and isinstance(there, dict):
            known = dict(self._pairs(data, there, path, whole=whole))
            return known | {key: value for key, value in data.items() if key not in known}
        if isinstance(data, list) and isinstance(there, list):
            whole = whole and len(data) == len(there)
            like = [
                self.like(*pair, (*path, at), whole=whole) for at, pair in enumerate(zip(data, there, strict=False))
            ]
            return like + data[len(like) :]
        return self._typed(there, path) if data == there and _is_foreign(path) else data

    def _pairs(self, data: Data, there: dict[str, Value], path: KeyPath, *, whole: bool) -> Iterator[tuple[str, Data]]:
        """Yield the keys in the order of the source, under JSON Resume's current names."""
        model = model_at(Resume, path)
        for key, value in there.items():
            now = model.former_names.get(key, key) if key not in data else key
            if now in data and (now == key or now not in there):
                yield now, self.like(data[now], value, (*path, key), whole=whole)
            elif whole and _belongs(key, value, path):
                yield key, self._typed(value, (*path, key))

    def _typed(self, value: Value, path: KeyPath) -> Data:
        """Return a value of the source with its numbers and booleans, which were read as text."""
        match value:
            case dict():
                return {key: self._typed(item, (*path, key)) for key, item in value.items()}
            case list():
                return [self._typed(item, (*path, at)) for at, item in enumerate(value)]
            case str() if not self._is_quoted(path):
                return _literal(value)
        return value

    def _is_quoted(self, path: KeyPath) -> bool:
        spans = self._source.spans[path]
        return spans.source.line(spans.value.line)[spans.value.column - 1] == '"'


def _is_foreign(path: KeyPath) -> bool:
    """Return whether a value belongs to another program, which decides its type."""
    return path[0] == "meta" or any(str(step).startswith("x-") for step in path)


def _belongs(key: str, value: Value, path: KeyPath) -> bool:
    """Return whether JSON Resume can hold a value of the source that a résumé cannot."""
    model = model_at(Resume, path)
    if key not in keys_of(model) and key not in model.former_names:
        return path[:1] != ("meta",)
    return value in ("", [], {}) and conform({key: value}, shape_at(path)) == {key: value}


def _literal(text: str) -> Data:
    """Return the value of an unquoted JSON word; text where Python has no such number."""
    try:
        value = json.loads(text)
    except ValueError:  # more digits than Python takes
        return text
    return text if isinstance(value, float) and not math.isfinite(value) else value
