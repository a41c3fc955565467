"""Read YAML as plain values with their locations.

This uses libyaml's event parser, which builds no tree, so depth and aliases are limited before anything is built
(libyaml's own composer overflows the stack on a hundred thousand brackets). Every scalar stays text: `no`, `012`,
`1.10` and `2020-01` stay as typed, where YAML 1.1 turns them into false, 10, 1.1 and a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from resumekit.errors import LoadError

from .document import KeyPath, Source, Span, Value
from .includes import YAML, Include, IncludeError, refuse_includes
from .limits import MAX_ALIASES, MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY
from .span_recorder import SpanRecorder
from .yaml_errors import syntax_problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULLS = {"", "~", "null", "Null", "NULL"}
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}

_INCLUDE = "!include"

_MERGE = "write `<<: *name`, with `&name` before a mapping above"
_WRITE_OUT = "write out the value instead"


@dataclass(slots=True)
class _Node:
    """A composed value: a text, or the nodes inside it."""

    source: Source
    span: Span
    value: str | list[_Node] | dict[str, _Entry] | None


class _Entry(NamedTuple):
    """An item of a mapping: the span of the key, and the value."""

    key: Span
    node: _Node


@dataclass(slots=True)
class _Composer:
    """Builds nodes from events; keeps track of anchors, and of those whose node is still being built."""

    recorder: SpanRecorder
    events: Iterator[yaml.Event]
    include: Include
    files: tuple[str, ...]
    anchors: dict[str, _Node] = field(default_factory=dict)
    open_anchors: set[str] = field(default_factory=set)
    aliases: int = 0
    merged: int = 0

    def node(self, event: yaml.Event, depth: int) -> _Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        span = _span(event, event)
        assert isinstance(event, yaml.NodeEvent)
        if depth > MAX_DEPTH:
            self.recorder.fail("too-deep", f"nested more than {MAX_DEPTH} levels deep", span, TOO_DEEP)
        if getattr(event, "tag", None) == _INCLUDE and isinstance(event, yaml.ScalarEvent) and not event.anchor:
            return self._included(event.value, span, depth)
        if getattr(event, "tag", None) not in _PLAIN_TAGS:
            self.recorder.fail(
                "foreign-tag",
                f"the tag {_tag(event)} is not allowed",
                span,
                "remove it, or quote text that starts with '!'",
            )
        if event.anchor:
            self.open_anchors.add(event.anchor)
        result = self._content(event, depth, span)
        if event.anchor:
            self.open_anchors.discard(event.anchor)
            self.anchors[event.anchor] = result
        return result

    def _content(self, event: yaml.NodeEvent, depth: int, span: Span) -> _Node:
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style and event.tag is None
            absent = plain and event.value in _NULLS
            return self._node(span, None if absent else self.recorder.check_text(event.value, span))
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(inner, depth + 1))
            return self._node(_span(event, inner), items)
        return self._mapping(event, depth)

    def _included(self, name: str, span: Span, depth: int) -> _Node:
        """Return the contents of another file; the value is located at the `!include`, all inside it in that file."""
        try:
            source = self.include(name, self.recorder.source)
        except IncludeError as fault:
            self.recorder.fail(fault.code, fault.message, span, fault.hint)
        path = str(Path(source.name).resolve())
        if path in self.files:
            self.recorder.fail("endless-include", f"'{name}' includes itself", span, _WRITE_OUT)
        if Path(name).suffix.lower() not in YAML:
            return self._node(span, source.text.rstrip("\n"))
        root = _compose(SpanRecorder(source), self.include, (*self.files, path), depth)
        return self._node(span, root.value if root else None)

    def _node(self, span: Span, value: str | list[_Node] | dict[str, _Entry] | None) -> _Node:
        return _Node(self.recorder.source, span, value)

    def _mapping(self, event: yaml.NodeEvent, depth: int) -> _Node:
        result: dict[str, _Entry] = {}
        merged: list[dict[str, _Entry]] = []
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            key, value = self.node(inner, depth + 1), self.node(next(self.events), depth + 1)
            if isinstance(inner, yaml.ScalarEvent) and inner.value == "<<" and not inner.style:
                merged += self._merge_sources(key.span, value)
                continue
            name = self._name(key)
            self.recorder.check_key(name, key.span, result[name].key if name in result else None)
            result[name] = _Entry(key.span, value)
        for source in merged:  # keys of the mapping itself, and of earlier sources, take precedence
            result |= {name: entry for name, entry in source.items() if name not in result}
        return self._node(_span(event, inner), result)

    def _name(self, key: _Node) -> str:
        if isinstance(key.value, str):
            return key.value
        if key.value is not None:
            self.recorder.fail("complex-key", "a key must be text", key.span, "if it is text, put it in quotes")
        return "null"

    def _merge_sources(self, key: Span, node: _Node) -> Iterator[dict[str, _Entry]]:
        for source in node.value if isinstance(node.value, list) else [node]:
            if not isinstance(source.value, dict):
                self.recorder.fail("bad-merge", "'<<' needs a mapping or a list of mappings", key, _MERGE)
            self.merged += len(source.value)
            if self.merged > MAX_NODES:
                self.recorder.fail("too-many-values", f"more than {MAX_NODES} values, counting merges", key, TOO_MANY)
            yield source.value

    def _alias(self, event: yaml.AliasEvent) -> _Node:
        span, name = _span(event, event), str(event.anchor)
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            self.recorder.fail("too-many-aliases", f"more than {MAX_ALIASES} aliases", span, TOO_MANY)
        if name in self.open_anchors:
            self.recorder.fail("endless-alias", f"alias *{name} is inside the value it refers to", span, _WRITE_OUT)
        if name not in self.anchors:
            self.recorder.fail(
                "unknown-alias",
                f"alias *{name} has no anchor &{name} above it",
                span,
                "put text that starts with '*' in quotes",
            )
        return self.anchors[name]


def read(source: Source, include: Include = refuse_includes) -> tuple[Value, SpanRecorder]:
    """Read the single YAML document of a source; `include` reads the files it includes.

    Raises:
        LoadError: invalid syntax, a second document, or anything that `SpanRecorder` refuses.
    """
    recorder = SpanRecorder(source)
    try:
        root = _compose(recorder, include, (str(Path(source.name).resolve()),), 0)
    except RecursionError:  # pragma: no cover (included files, each nested up to the limit)
        recorder.fail("too-deep", "nested too deep", Span(1, 1, 1, 2), TOO_DEEP)
    return (None, recorder) if root is None else (_construct(recorder, root, (), None), recorder)


def _compose(recorder: SpanRecorder, include: Include, files: tuple[str, ...], depth: int) -> _Node | None:
    try:
        return _root(recorder, include, files, depth)
    except yaml.YAMLError as error:
        raise LoadError(syntax_problem(recorder.source, error)) from None


def _root(recorder: SpanRecorder, include: Include, files: tuple[str, ...], depth: int) -> _Node | None:
    events = yaml.parse(recorder.source.text, Loader=_Loader)
    root = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                recorder.fail(
                    "second-document",
                    "a second YAML document starts here",
                    _span(event, event),
                    "a file contains one résumé; remove the '---' or split the file",
                )
            root = _Composer(recorder, events, include, files).node(next(events), depth)
    return root


def _construct(recorder: SpanRecorder, node: _Node, path: KeyPath, key: Span | None) -> Value:
    recorder.add(path, node.span, key, node.source)
    if isinstance(node.value, list):
        return [_construct(recorder, item, (*path, index), None) for index, item in enumerate(node.value)]
    if isinstance(node.value, dict):
        return {name: _construct(recorder, entry.node, (*path, name), entry.key) for name, entry in node.value.items()}
    return node.value


def _span(first: yaml.Event, last: yaml.Event) -> Span:
    start, end = first.start_mark, last.end_mark
    assert start is not None, "only hand-result events have no marks"
    assert end is not None
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _tag(event: yaml.NodeEvent) -> str:
    return str(getattr(event, "tag", "")).replace("tag:yaml.org,2002:", "!!")
