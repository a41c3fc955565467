"""Read the fields of a file one by one, so that the fields that nobody has read are known in the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from resumekit.load import KeyPath, Value

from .draft_resume import TracedText
from .foreign_dates import parse_date

Data = Any
"""Values of a draft: mappings, lists, plain and traced texts."""


class FieldReader:
    """Reads a mapping of a file. Each value is read once; `extensions` returns the unread ones under `x-` keys.

    Unread fields of a nested mapping count as unread fields of the outer one, unless the nested reader's own
    `extensions` has returned them.
    """

    def __init__(self, values: Value | Mapping[str, Value], path: KeyPath = ()) -> None:
        self._unread: dict[str, Value] = dict(values) if isinstance(values, Mapping) else {}
        self._nested: list[tuple[str, FieldReader]] = []
        self.path = path

    def __contains__(self, key: str) -> bool:
        return key in self._unread

    def text(self, *keys: str) -> TracedText | None:
        """Read the text under the first of some keys that has one."""
        for key in keys:
            value = self._unread.get(key)
            if isinstance(value, str) and value.strip():
                del self._unread[key]
                return TracedText(value if "\n" in value.strip() else value.strip(), (*self.path, key))
        return None

    def texts(self, key: str) -> list[TracedText]:
        """Read a list of texts, or a single text in place of a list. Other items stay unread."""
        value = self._unread.get(key)
        if isinstance(value, str):
            return [text] if (text := self.text(key)) else []
        items = value if isinstance(value, list) else []
        texts = [
            TracedText(item, (*self.path, key, index))
            for index, item in enumerate(items)
            if isinstance(item, str) and item
        ]
        if items:
            self._unread[key] = [item for item in items if not isinstance(item, str)]
        return texts

    def nested(self, key: str) -> FieldReader:
        """Read a mapping; an empty one if there is none."""
        is_mapping = isinstance(self._unread.get(key), dict)
        return self._inner(key, FieldReader(self._unread.pop(key) if is_mapping else {}, (*self.path, key)))

    def nested_list(self, key: str) -> list[FieldReader]:
        """Read a list of mappings, or a single mapping in place of a list. Other items stay unread."""
        value = self._unread.get(key)
        if isinstance(value, dict):
            return [self.nested(key)]
        items = value if isinstance(value, list) else []
        if items:
            self._unread[key] = [item for item in items if not isinstance(item, dict)]
        mappings = [(index, item) for index, item in enumerate(items) if isinstance(item, dict)]
        return [self._inner(key, FieldReader(item, (*self.path, key, index))) for index, item in mappings]

    def date(self, key: str) -> TracedText | None:
        """Read a date. A value that is not a date stays unread."""
        value = self._unread.get(key)
        date = parse_date(TracedText(value, (*self.path, key))) if isinstance(value, str) else None
        if date:
            del self._unread[key]
        return date

    def date_or_text(self, key: str) -> TracedText | None:
        """Read a date; a text that is not a date, or an ambiguous one, is returned as written."""
        value = self._unread.get(key)
        date = parse_date(value) if isinstance(value, str) else None
        return self.date(key) if date and date.doubt is None else self.text(key)

    def lookup(self, key: str, known: Mapping[str, str]) -> TracedText | None:
        """Read a word and return what `known` maps it to. An unknown word stays unread."""
        value = self._unread.get(key)
        target = known.get(value.strip().lower()) if isinstance(value, str) else None
        if target is None:
            return None
        del self._unread[key]
        return TracedText(target, (*self.path, key))

    def take(self, key: str) -> Value:
        """Read a value of any type."""
        return self._unread.pop(key, None)

    def peek(self, key: str) -> Value:
        """Return a value without marking it as read."""
        return self._unread.get(key)

    def remaining(self) -> list[str]:
        """Return the keys of the unread values."""
        return list(self._unread)

    def extensions(self) -> dict[str, Data]:
        """Read all unread values and return each under an extension key (`x-…`)."""
        extensions: dict[str, Data] = {}
        for key, value in self._rest().items():
            add_extension(extensions, key, value)
        return extensions

    def _inner(self, key: str, fields: FieldReader) -> FieldReader:
        self._nested.append((key, fields))
        return fields

    def _rest(self) -> dict[str, Data]:
        """Read all unread values, of nested mappings too."""
        rest = {key: traced(item, (*self.path, key)) for key, item in self._unread.items() if has_text(item)}
        nested, self._unread, self._nested = self._nested, {}, []
        for key, fields in nested:
            if inner := fields._rest():
                rest[key] = [*rest.get(key, []), inner] if isinstance(fields.path[-1], int) else inner
        return rest


def traced(value: Value, path: KeyPath) -> Data:
    """Return a value with traced texts in place of plain ones."""
    if isinstance(value, dict):
        return {key: traced(item, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [traced(item, (*path, index)) for index, item in enumerate(value)]
    return None if value is None else TracedText(value, path)


def has_text(value: Value) -> bool:
    """Return whether a value contains a non-empty text."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return bool(value) if items is None else any(map(has_text, items))


def compact(**fields: Data) -> dict[str, Data]:
    """Return an entry of the fields that have a value."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {}, ())}


def merged(*parts: dict[str, Data]) -> dict[str, Data]:
    """Return an entry merged from several parts. If a key repeats with another value, that goes to an extension key."""
    entry: dict[str, Data] = {}
    for part in parts:
        for key, value in part.items():
            if key not in entry:
                entry[key] = value
            elif entry[key] != value:
                add_extension(entry, key, value)
    return entry


def add_extension(holder: dict[str, Data], key: str, value: Data) -> None:
    """Add a value under the extension key of a key, `x-KEY`; it joins a value that is already there in a list."""
    name = key if key.startswith("x-") else f"x-{key}"
    present = holder.get(name, [])
    both = [*(present if isinstance(present, list) else [present]), *(value if isinstance(value, list) else [value])]
    holder[name] = both if name in holder else value
