"""YAML to plain values with their spots.

libyaml's event parser does the reading; it keeps no tree, so depth and aliases are bounded before anything is
built (its own composer overflows the stack on a hundred thousand brackets). Every scalar stays text: `no`, `012`,
`1.10` and `2020-01` arrive as typed, where YAML 1.1 would turn them into false, 10, 1.1 and a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from resumekit.errors import LoadError

from .document import KeyPath, Source, Span, Value
from .limits import MAX_ALIASES, MAX_DEPTH, MAX_NODES
from .tree import Tree
from .yaml_mistakes import syntax_problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULLS = {"", "~", "null", "Null", "NULL"}
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}

_QUOTE_IT = "put the whole value in quotes"


@dataclass(slots=True)
class _Node:
    """One value as composed: a text, or the nodes inside."""

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
            self.tree.fail("too-deep", f"nested more than {MAX_DEPTH} levels deep", span)
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
            return _Node(span, None if plain and event.value in _NULLS else self.tree.check_text(event.value, span))
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(inner, depth + 1))
            return _Node(_span(event, inner), items)
        return self._mapping(event, depth)

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
        return _Node(_span(event, inner), made)

    def _name(self, key: _Node) -> str:
        if isinstance(key.value, str):
            return key.value
        if key.value is not None:
            self.tree.fail("complex-key", "a key must be a text", key.span, f"if it is a text, {_QUOTE_IT}")
        return "null"

    def _merge_sources(self, key: Span, node: _Node) -> Iterator[dict[str, _Entry]]:
        for source in node.value if isinstance(node.value, list) else [node]:
            if not isinstance(source.value, dict):
                self.tree.fail("bad-merge", "'<<' takes a mapping or a list of mappings", key)
            self.merged += len(source.value)
            if self.merged > MAX_NODES:
                self.tree.fail("too-many-values", f"more than {MAX_NODES} values, merges followed", key)
            yield source.value

    def _alias(self, event: yaml.AliasEvent) -> _Node:
        span, name = _span(event, event), str(event.anchor)
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            self.tree.fail("too-many-aliases", f"more than {MAX_ALIASES} aliases", span)
        if name in self.open_anchors:
            self.tree.fail("endless-alias", f"the alias *{name} stands inside what it repeats", span)
        if name not in self.anchors:
            self.tree.fail(
                "unknown-alias",
                f"no anchor &{name} stands above this alias",
                span,
                f"for a text that begins with '*', {_QUOTE_IT}",
            )
        return self.anchors[name]


def read(source: Source) -> tuple[Value, Tree]:
    """Read the one YAML document of a source.

    Raises:
        LoadError: broken syntax, a second document, or anything that `Tree` refuses.
    """
    tree = Tree(source)
    try:
        root = _compose(tree)
    except yaml.YAMLError as error:
        raise LoadError(syntax_problem(source, error)) from None
    return (None, tree) if root is None else (_construct(tree, root, (), None), tree)


def _compose(tree: Tree) -> _Node | None:
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
            root = _Composer(tree, events).node(next(events), 0)
    return root


def _construct(tree: Tree, node: _Node, path: KeyPath, key: Span | None) -> Value:
    tree.add(path, node.span, key)
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
