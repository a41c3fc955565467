"""Restore the extensions that a JSON Resume file keeps under `meta.resumekit` to where a `resume.yaml` has them.

An addition is restored if the JSON Resume values derived from it are unchanged. If another program has changed them
since, the change takes precedence, and the addition stays under `meta.resumekit` with a warning.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from resumekit.errors import Problem
from resumekit.load import Document, KeyPath, SourceSpans, Value

from .json_resume_conversion import ADDITIONS, OBJECT_SHAPES, SECTION_SHAPES, standard_entries, standard_object

_KEPT: KeyPath = ("meta", "resumekit")
_DIGITS = 5
"""Maximum digits of an index; no file has more values than that."""


def restore_additions(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Return a JSON document with its additions restored, and a warning for each that no longer applies."""
    if not _kept_in(document):
        return document, ()
    restorer = _Restorer(document)
    return restorer.result(), tuple(_outdated(key, document) for key in restorer.left)


def _outdated(key: str, document: Document) -> Problem:
    message = f"the additions to '{key}' no longer match the file"
    hint = f"another program has changed '{key}'; if the change is correct, remove this key"
    path = (*_KEPT, key)
    return document.problem("outdated-addition", message, path, of_key=True, hint=hint, severity="warning")


def _kept_in(document: Document) -> dict[str, Value]:
    kept = _mapping(_mapping(document.data.get("meta")).get("resumekit"))
    return kept if document.format == "json" else {}


class _Entry(NamedTuple):
    """A restored entry, the entries it replaces, and the path in the file of its value or of some of its fields."""

    value: Value
    start: int
    length: int = 1
    whole: KeyPath | None = None
    fields: KeyPath | None = None


class _Restorer:
    """Builds the restored document: its values, their spans, and the additions left over."""

    def __init__(self, document: Document) -> None:
        self._old = document
        self._spans: dict[KeyPath, SourceSpans] = dict(document.spans)
        self._data = dict(document.data)
        self._data["meta"] = {key: value for key, value in _mapping(self._data["meta"]).items() if key != "resumekit"}
        self.left: dict[str, Value] = {}
        for key, value in _kept_in(document).items():
            self._restore(key, value)

    def result(self) -> Document:
        """Return the restored document."""
        meta = _mapping(self._data["meta"])
        if self.left:
            meta = meta | {"resumekit": _mapping(meta.get("resumekit")) | self.left}
        return replace(self._old, data=self._data | {"meta": meta}, spans=self._spans)

    def _restore(self, key: str, kept: Value) -> None:
        current = self._data.get(key)
        if key in SECTION_SHAPES and isinstance(kept, list) and isinstance(current, list | None):
            self._restore_entries(key, current or [], kept)
        elif key in OBJECT_SHAPES and isinstance(kept, dict) and _matches(key, current, kept):
            self._data[key] = _mapping(current) | kept
            self._move_inner_spans(kept, (*_KEPT, key), (key,))
        elif (key in ADDITIONS or key.startswith("x-")) and key not in self._data:
            self._data[key] = kept
            self._move_span(kept, (*_KEPT, key), (key,))
        else:
            self.left[key] = kept

    def _restore_entries(self, section: str, current: list[Value], records: list[Value]) -> None:
        entries, left = _entries(section, current, records)
        self._data[section] = [entry.value for entry in entries]
        self._spans = {path: spans for path, spans in self._spans.items() if len(path) < 2 or path[0] != section}
        for number, entry in enumerate(entries):
            target: KeyPath = (section, number)
            self._move_span(entry.value, entry.whole or (section, entry.start), target)
            if entry.fields:
                self._move_inner_spans(_mapping(entry.value), entry.fields, target)
        if left:
            self.left[section] = left

    def _move_span(self, value: Value, source: KeyPath, target: KeyPath) -> None:
        """Give a value, and everything in it, the spans of another path, if that has any."""
        if spans := self._old.spans.get(source):
            self._spans[target] = spans
            self._move_inner_spans(value, source, target)

    def _move_inner_spans(self, value: Value, source: KeyPath, target: KeyPath) -> None:
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, item in inner:
            self._move_span(item, (*source, step), (*target, step))


def _entries(section: str, current: list[Value], records: list[Value]) -> tuple[list[_Entry], list[Value]]:
    """Return the restored entries of a section, and the records that match no entry."""
    entries: list[_Entry] = []
    left: list[Value] = []
    done = 0
    for number, record in enumerate(records):
        found = _entry(section, current, _mapping(record), (*_KEPT, section, number))
        if found and found.start >= done:
            entries += (_Entry(current[at], at) for at in range(done, found.start))
            entries.append(found)
            done = found.start + found.length
        else:
            left.append(record)
    return [*entries, *(_Entry(current[at], at) for at in range(done, len(current)))], left


def _entry(section: str, current: list[Value], record: dict[str, Value], path: KeyPath) -> _Entry | None:
    """Return the entry that a record describes, if the entries at its index were derived from it."""
    number = record.get("at")
    at = int(number) if isinstance(number, str) and number.isdecimal() and len(number) <= _DIGITS else len(current) + 1
    if "entry" in record:
        found = _Entry(record["entry"], at, whole=(*path, "entry"))
    elif at < len(current):
        found = _Entry(_mapping(current[at]) | _mapping(record.get("fields")), at, fields=(*path, "fields"))
    else:
        return None
    derived = standard_entries(section, found.value)
    is_same = [_without_empty(entry) for entry in derived] == [
        _without_empty(entry) for entry in current[at : at + len(derived)]
    ]
    return found._replace(length=len(derived)) if is_same and at <= len(current) else None


def _matches(key: str, current: Value, kept: dict[str, Value]) -> bool:
    return _without_empty(standard_object(key, _mapping(current) | kept)) == _without_empty(current or {})


def _without_empty(value: Value) -> Value:
    """Return a mapping without empty values."""
    if not isinstance(value, dict):
        return value
    return {key: item for key, item in value.items() if item not in (None, "", [], {})}


def _mapping(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}
