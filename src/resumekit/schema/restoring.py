"""What `meta.resumekit` of a JSON Resume file keeps, put back to where a `resume.yaml` has it.

Each addition counts as long as JSON Resume still has in its place what was made from it. Where another program has
changed that since, the change counts, and the addition stays where it is, with a warning.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from resumekit.errors import Problem
from resumekit.load import Document, KeyPath, SourceSpans, Value

from .json_resume import ADDITIONS, OBJECT_SHAPES, SECTION_SHAPES, standard_entries, standard_object

_KEPT: KeyPath = ("meta", "resumekit")
_DIGITS = 5
"""Of an index: more values than that are in no file."""


def restored(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Return a JSON document with each addition that it keeps in its place; a warning for each that has none now."""
    if not _kept_in(document):
        return document, ()
    restoration = _Restoration(document)
    return restoration.result(), tuple(_outdated(key, document) for key in restoration.left)


def _outdated(key: str, document: Document) -> Problem:
    message = f"what is kept here for '{key}' does not go with what is there now"
    hint = "another program has changed that since; if it is right as it stands, remove what is kept"
    path = (*_KEPT, key)
    return document.problem("outdated-addition", message, path, of_key=True, hint=hint, severity="warning")


def _kept_in(document: Document) -> dict[str, Value]:
    kept = _mapping(_mapping(document.data.get("meta")).get("resumekit"))
    return kept if document.format == "json" else {}


class _Entry(NamedTuple):
    """An entry to be: in the place of some that are there, and where its values, or some of them, stand instead."""

    value: Value
    at: int
    length: int = 1
    whole: KeyPath | None = None
    fields: KeyPath | None = None


class _Restoration:
    """The document as it becomes: its values, where each stands in the file, and what is left over."""

    def __init__(self, document: Document) -> None:
        self._old = document
        self._spans: dict[KeyPath, SourceSpans] = dict(document.spans)
        self._data = dict(document.data)
        self._data["meta"] = {key: value for key, value in _mapping(self._data["meta"]).items() if key != "resumekit"}
        self.left: dict[str, Value] = {}
        for key, value in _kept_in(document).items():
            self._put_back(key, value)

    def result(self) -> Document:
        """Return the document."""
        meta = _mapping(self._data["meta"])
        if self.left:
            meta = meta | {"resumekit": _mapping(meta.get("resumekit")) | self.left}
        return replace(self._old, data=self._data | {"meta": meta}, spans=self._spans)

    def _put_back(self, key: str, kept: Value) -> None:
        there = self._data.get(key)
        if key in SECTION_SHAPES and isinstance(kept, list) and isinstance(there, list | None):
            self._put_back_entries(key, there or [], kept)
        elif key in OBJECT_SHAPES and isinstance(kept, dict) and _goes_with(key, there, kept):
            self._data[key] = _mapping(there) | kept
            self._place_each(kept, (*_KEPT, key), (key,))
        elif (key in ADDITIONS or key.startswith("x-")) and key not in self._data:
            self._data[key] = kept
            self._location(kept, (*_KEPT, key), (key,))
        else:
            self.left[key] = kept

    def _put_back_entries(self, section: str, there: list[Value], records: list[Value]) -> None:
        entries, left = _entries(section, there, records)
        self._data[section] = [entry.value for entry in entries]
        self._spans = {path: spans for path, spans in self._spans.items() if len(path) < 2 or path[0] != section}
        for number, entry in enumerate(entries):
            target: KeyPath = (section, number)
            self._location(entry.value, entry.whole or (section, entry.at), target)
            if entry.fields:
                self._place_each(_mapping(entry.value), entry.fields, target)
        if left:
            self.left[section] = left

    def _location(self, value: Value, source: KeyPath, target: KeyPath) -> None:
        """Note for a value, and all in it, that it stands in the file where another path leads; if anything does."""
        if spans := self._old.spans.get(source):
            self._spans[target] = spans
            self._place_each(value, source, target)

    def _place_each(self, value: Value, source: KeyPath, target: KeyPath) -> None:
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, item in inner:
            self._location(item, (*source, step), (*target, step))


def _entries(section: str, there: list[Value], records: list[Value]) -> tuple[list[_Entry], list[Value]]:
    """Return the entries of a section as they were, and the records that go with none that is there."""
    entries: list[_Entry] = []
    left: list[Value] = []
    done = 0
    for number, record in enumerate(records):
        found = _entry(section, there, _mapping(record), (*_KEPT, section, number))
        if found and found.at >= done:
            entries += (_Entry(there[at], at) for at in range(done, found.at))
            entries.append(found)
            done = found.at + found.length
        else:
            left.append(record)
    return [*entries, *(_Entry(there[at], at) for at in range(done, len(there)))], left


def _entry(section: str, there: list[Value], record: dict[str, Value], path: KeyPath) -> _Entry | None:
    """Return the entry that a record tells of, if that is what the entries at its place were made from."""
    number = record.get("at")
    at = int(number) if isinstance(number, str) and number.isdecimal() and len(number) <= _DIGITS else len(there) + 1
    if "entry" in record:
        found = _Entry(record["entry"], at, whole=(*path, "entry"))
    elif at < len(there):
        found = _Entry(_mapping(there[at]) | _mapping(record.get("fields")), at, fields=(*path, "fields"))
    else:
        return None
    made = standard_entries(section, found.value)
    is_same = [_said(entry) for entry in made] == [_said(entry) for entry in there[at : at + len(made)]]
    return found._replace(length=len(made)) if is_same and at <= len(there) else None


def _goes_with(key: str, there: Value, kept: dict[str, Value]) -> bool:
    return _said(standard_object(key, _mapping(there) | kept)) == _said(there or {})


def _said(value: Value) -> Value:
    """Return a mapping without what is as good as absent."""
    if not isinstance(value, dict):
        return value
    return {key: item for key, item in value.items() if item not in (None, "", [], {})}


def _mapping(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}
