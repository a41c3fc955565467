"""YAML to plain values with their spots.

libyaml's event parser does the reading; it keeps no tree, so depth and aliases are bounded before anything is
built (its own composer overflows the stack on a hundred thousand brackets). Every scalar stays text: `no`, `012`,
`1.10` and `2020-01` arrive as typed, where YAML 1.1 would turn them into false, 10, 1.1 and a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from resumekit.errors import LoadError

from .document import KeyPath, Source, Span, Value
from .includes import YAML, Include, NotIncluded, refuse
from .limits import MAX_ALIASES, MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY
from .tree import Tree
from .yaml_mistakes import syntax_problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULLS = {"", "~", "null", "Null", "NULL"}
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}

_INCLUDE = "!include"

_QUOTE_IT = "put the whole value in quotes"
_MERGE = "write `<<: *name`, with `&name` before a mapping above"
_WRITE_OUT = "write out what is meant in its place"


@dataclass(slots=True)
class _Node:
    """One value as composed: a text, or the nodes inside."""

    source: Source
    span: Span
    value: str | list[_Node] | dict[str, _Entry] | None


class _Entry(NamedTuple):
    """What a mapping has under a name: where the key stands, and the value."""

    key: Span
    node: _Node


@dataclass(slots=True)
class _Composer:
    """Builds nodes from events; knows the anchors, and which of them are still open."""

    tree: Tree
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
            self.tree.fail("too-deep", f"nested more than {MAX_DEPTH} levels deep", span, TOO_DEEP)
        if getattr(event, "tag", None) == _INCLUDE and isinstance(event, yaml.ScalarEvent) and not event.anchor:
            return self._included(event.value, span, depth)
        if getattr(event, "tag", None) not in _PLAIN_TAGS:
            self.tree.fail(
                "foreign-tag",
                f"the tag {_tag(event)} is not allowed",
                span,
                "remove it; a text that begins with '!' needs quotes",
            )
        if event.anchor:
            self.open_anchors.add(event.anchor)
        made = self._content(event, depth, span)
        if event.anchor:
            self.open_anchors.discard(event.anchor)
            self.anchors[event.anchor] = made
        return made

    def _content(self, event: yaml.NodeEvent, depth: int, span: Span) -> _Node:
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style and event.tag is None
            absent = plain and event.value in _NULLS
            return self._node(span, None if absent else self.tree.check_text(event.value, span))
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(inner, depth + 1))
            return self._node(_span(event, inner), items)
        return self._mapping(event, depth)

    def _included(self, name: str, span: Span, depth: int) -> _Node:
        """Return what is in another file; it stands where it is included, and what is inside stands in the file."""
        try:
            source = self.include(name, self.tree.source)
        except NotIncluded as fault:
            self.tree.fail(fault.code, fault.message, span, fault.hint)
        path = str(Path(source.name).resolve())
        if path in self.files:
            self.tree.fail("endless-include", f"'{name}' is included in itself", span, _WRITE_OUT)
        if Path(name).suffix.lower() not in YAML:
            return self._node(span, source.text.rstrip("\n"))
        root = _compose(Tree(source), self.include, (*self.files, path), depth)
        return self._node(span, root.value if root else None)

    def _node(self, span: Span, value: str | list[_Node] | dict[str, _Entry] | None) -> _Node:
        return _Node(self.tree.source, span, value)

    def _mapping(self, event: yaml.NodeEvent, depth: int) -> _Node:
        made: dict[str, _Entry] = {}
        merged: list[dict[str, _Entry]] = []
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            key, value = self.node(inner, depth + 1), self.node(next(self.events), depth + 1)
            if isinstance(inner, yaml.ScalarEvent) and inner.value == "<<" and not inner.style:
                merged += self._merge_sources(key.span, value)
                continue
            name = self._name(key)
            self.tree.check_key(name, key.span, made[name].key if name in made else None)
            made[name] = _Entry(key.span, value)
        for source in merged:  # a key of the mapping itself, or of an earlier source, wins
            made |= {name: entry for name, entry in source.items() if name not in made}
        return self._node(_span(event, inner), made)

    def _name(self, key: _Node) -> str:
        if isinstance(key.value, str):
            return key.value
        if key.value is not None:
            self.tree.fail("complex-key", "a key must be a text", key.span, f"if it is a text, {_QUOTE_IT}")
        return "null"

    def _merge_sources(self, key: Span, node: _Node) -> Iterator[dict[str, _Entry]]:
        for source in node.value if isinstance(node.value, list) else [node]:
            if not isinstance(source.value, dict):
                self.tree.fail("bad-merge", "'<<' takes a mapping or a list of mappings", key, _MERGE)
            self.merged += len(source.value)
            if self.merged > MAX_NODES:
                self.tree.fail("too-many-values", f"more than {MAX_NODES} values, merges followed", key, TOO_MANY)
            yield source.value

    def _alias(self, event: yaml.AliasEvent) -> _Node:
        span, name = _span(event, event), str(event.anchor)
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            self.tree.fail("too-many-aliases", f"more than {MAX_ALIASES} aliases", span, TOO_MANY)
        if name in self.open_anchors:
            self.tree.fail("endless-alias", f"the alias *{name} stands inside what it repeats", span, _WRITE_OUT)
        if name not in self.anchors:
            self.tree.fail(
                "unknown-alias",
                f"no anchor &{name} stands above this alias",
                span,
                f"for a text that begins with '*', {_QUOTE_IT}",
            )
        return self.anchors[name]


def read(source: Source, include: Include = refuse) -> tuple[Value, Tree]:
    """Read the one YAML document of a source; `include` finds the files that it includes.

    Raises:
        LoadError: broken syntax, a second document, or anything that `Tree` refuses.
    """
    tree = Tree(source)
    try:
        root = _compose(tree, include, (str(Path(source.name).resolve()),), 0)
    except RecursionError:  # pragma: no cover (files within files, each nested as deep as it may be)
        tree.fail("too-deep", "nested too deep", Span(1, 1, 1, 2), TOO_DEEP)
    return (None, tree) if root is None else (_construct(tree, root, (), None), tree)


def _compose(tree: Tree, include: Include, files: tuple[str, ...], depth: int) -> _Node | None:
    try:
        return _root(tree, include, files, depth)
    except yaml.YAMLError as error:
        raise LoadError(syntax_problem(tree.source, error)) from None


def _root(tree: Tree, include: Include, files: tuple[str, ...], depth: int) -> _Node | None:
    events = yaml.parse(tree.source.text, Loader=_Loader)
    root = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                tree.fail(
                    "second-document",
                    "a second document begins here",
                    _span(event, event),
                    "a file holds one résumé: remove the '---', or split the file",
                )
            root = _Composer(tree, events, include, files).node(next(events), depth)
    return root


def _construct(tree: Tree, node: _Node, path: KeyPath, key: Span | None) -> Value:
    tree.add(path, node.span, key, node.source)
    if isinstance(node.value, list):
        return [_construct(tree, item, (*path, index), None) for index, item in enumerate(node.value)]
    if isinstance(node.value, dict):
        return {name: _construct(tree, entry.node, (*path, name), entry.key) for name, entry in node.value.items()}
    return node.value


def _span(first: yaml.Event, last: yaml.Event) -> Span:
    start, end = first.start_mark, last.end_mark
    assert start is not None, "only events made by hand have no marks"
    assert end is not None
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _tag(event: yaml.NodeEvent) -> str:
    return str(getattr(event, "tag", "")).replace("tag:yaml.org,2002:", "!!")
