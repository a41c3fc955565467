"""Taking a file's values one by one, so that in the end it is known which of them nobody took."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from resumekit.load import KeyPath, Value

from .draft_resume import Quote
from .foreign_dates import when

Data = Any
"""Plain values of a résumé to be: mappings, lists, texts, quotes."""


class Part:
    """A mapping of a file. Each value is taken once; `aside` returns what is left, to be kept under `x-` keys.

    What is left in a part of a part is left in the whole, unless it was set aside there.
    """

    def __init__(self, values: Value | Mapping[str, Value], path: KeyPath = ()) -> None:
        self._left: dict[str, Value] = dict(values) if isinstance(values, Mapping) else {}
        self._within: list[tuple[str, Part]] = []
        self.path = path

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def text(self, *keys: str) -> Quote | None:
        """Take the text under the first of some keys that has one."""
        for key in keys:
            value = self._left.get(key)
            if isinstance(value, str) and value.strip():
                del self._left[key]
                return Quote(value if "\n" in value.strip() else value.strip(), (*self.path, key))
        return None

    def texts(self, key: str) -> list[Quote]:
        """Take a list of texts, or one text in its place; what is no text among them is left."""
        value = self._left.get(key)
        if isinstance(value, str):
            return [text] if (text := self.text(key)) else []
        items = value if isinstance(value, list) else []
        taken = [Quote(item, (*self.path, key, at)) for at, item in enumerate(items) if isinstance(item, str) and item]
        if items:
            self._left[key] = [item for item in items if not isinstance(item, str)]
        return taken

    def part(self, key: str) -> Part:
        """Take a mapping; an empty one if there is none."""
        is_mapping = isinstance(self._left.get(key), dict)
        return self._inner(key, Part(self._left.pop(key) if is_mapping else {}, (*self.path, key)))

    def parts(self, key: str) -> list[Part]:
        """Take a list of mappings, or one mapping in its place; what is no mapping among them is left."""
        value = self._left.get(key)
        if isinstance(value, dict):
            return [self.part(key)]
        items = value if isinstance(value, list) else []
        if items:
            self._left[key] = [item for item in items if not isinstance(item, dict)]
        found = [(at, item) for at, item in enumerate(items) if isinstance(item, dict)]
        return [self._inner(key, Part(item, (*self.path, key, at))) for at, item in found]

    def date(self, key: str) -> Quote | None:
        """Take a date, if what stands there is one."""
        value = self._left.get(key)
        found = when(Quote(value, (*self.path, key))) if isinstance(value, str) else None
        if found:
            del self._left[key]
        return found

    def loose_date(self, key: str) -> Quote | None:
        """Take a date; or the text in its place, if it is not one for sure."""
        value = self._left.get(key)
        found = when(value) if isinstance(value, str) else None
        return self.date(key) if found and found.doubt is None else self.text(key)

    def word(self, key: str, known: Mapping[str, str]) -> Quote | None:
        """Take a word that is one of those known, and return what it stands for; any other is left."""
        value = self._left.get(key)
        meant = known.get(value.strip().lower()) if isinstance(value, str) else None
        if meant is None:
            return None
        del self._left[key]
        return Quote(meant, (*self.path, key))

    def take(self, key: str) -> Value:
        """Take a value as it is."""
        return self._left.pop(key, None)

    def peek(self, key: str) -> Value:
        """Return a value without taking it."""
        return self._left.get(key)

    def left(self) -> list[str]:
        """Return the keys of what was not taken."""
        return list(self._left)

    def aside(self) -> dict[str, Data]:
        """Take all that is left, each value under an `x-` key."""
        aside: dict[str, Data] = {}
        for key, value in self._rest().items():
            put_aside(aside, key, value)
        return aside

    def _inner(self, key: str, part: Part) -> Part:
        self._within.append((key, part))
        return part

    def _rest(self) -> dict[str, Data]:
        """Take everything that is left, here and further in."""
        rest = {key: quoted(item, (*self.path, key)) for key, item in self._left.items() if says_something(item)}
        within, self._left, self._within = self._within, {}, []
        for key, part in within:
            if left := part._rest():
                rest[key] = [*rest.get(key, []), left] if isinstance(part.path[-1], int) else left
        return rest


def quoted(value: Value, path: KeyPath) -> Data:
    """Return a value with each text in it as a quote."""
    if isinstance(value, dict):
        return {key: quoted(item, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [quoted(item, (*path, at)) for at, item in enumerate(value)]
    return None if value is None else Quote(value, path)


def says_something(value: Value) -> bool:
    """Tell whether there is a text anywhere in a value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return bool(value) if inner is None else any(map(says_something, inner))


def made(**fields: Data) -> dict[str, Data]:
    """Return an entry of the fields that have a value."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {}, ())}


def joined(*parts: dict[str, Data]) -> dict[str, Data]:
    """Return an entry of several parts; what a later one says under a key that is taken goes aside."""
    entry: dict[str, Data] = {}
    for part in parts:
        for key, value in part.items():
            if key not in entry:
                entry[key] = value
            elif entry[key] != value:
                put_aside(entry, key, value)
    return entry


def put_aside(holder: dict[str, Data], key: str, value: Data) -> None:
    """Keep a value under the `x-` key of a name, beside what is there already."""
    name = key if key.startswith("x-") else f"x-{key}"
    there = holder.get(name, [])
    both = [*(there if isinstance(there, list) else [there]), *(value if isinstance(value, list) else [value])]
    holder[name] = both if name in holder else value
