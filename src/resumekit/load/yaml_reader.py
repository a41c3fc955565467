"""YAML to plain values with their spots.

libyaml's event parser does the reading; it keeps no tree, so depth and aliases are bounded before anything is
built (its own composer overflows the stack on a hundred thousand brackets). Every scalar stays text: `no`, `012`,
`1.10` and `2020-01` arrive as typed, where YAML 1.1 would turn them into false, 10, 1.1 and a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from resumekit.errors import LoadError, Problem

from .document import KeyPath, Source, Span, Value
from .limits import MAX_ALIASES, MAX_DEPTH
from .tree import Tree

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULLS = {"", "~", "null", "Null", "NULL"}
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}

_QUOTE_IT = "put the whole value in quotes"
_HINTS = (
    ("mapping values are not allowed", f"a value that contains ': ' needs quotes; {_QUOTE_IT}"),
    (
        "found character that cannot start any token",
        f"`@`, `` ` ``, `%` and tabs cannot begin a value; {_QUOTE_IT}",
    ),
    ("could not find expected ':'", "a key needs a colon and a space after it; check the indentation above"),
    ("did not find expected key", "check the indentation of this line, and the quotes of the lines above"),
    ("did not find expected '-' indicator", "the items of a list begin with '- ' at the same column"),
    ("did not find expected ',' or", "a list in [ ] or a mapping in { } is not closed, or lacks a comma"),
    ("found unexpected end of stream", "a quote is opened and never closed"),
    ("found unknown escape character", "in double quotes a backslash begins an escape; use single quotes"),
    ("found undefined alias", f"a value that begins with '*' names an anchor; for text, {_QUOTE_IT}"),
    ("found a tab character", "YAML indents with spaces, not with tabs"),
)


@dataclass(slots=True)
class _Node:
    """One value as composed: a text, or the nodes inside."""

    span: Span
    value: str | list[_Node] | None
    pairs: list[tuple[_Node, _Node]] | None = None


@dataclass(slots=True)
class _Composer:
    """Builds nodes from events; knows the anchors, and which of them are still open."""

    tree: Tree
    events: Iterator[yaml.Event]
    anchors: dict[str, _Node] = field(default_factory=dict)
    open_anchors: set[str] = field(default_factory=set)
    aliases: int = 0

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
                "every value is plain text, a list or a mapping: remove the tag",
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
        pairs = []
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            key = self.node(inner, depth + 1)
            pairs.append((key, self.node(next(self.events), depth + 1)))
        return _Node(_span(event, inner), None, pairs)

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
        raise LoadError(_syntax_problem(source, error)) from None
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
    if node.pairs is None:
        return node.value
    mapping: dict[str, Value] = {}
    merged: list[_Node] = []
    for key_node, value_node in node.pairs:
        name = _key(tree, key_node)
        if name == "<<":
            merged += _merge_sources(tree, value_node)
            continue
        tree.check_key(mapping, name, key_node.span, path)
        mapping[name] = _construct(tree, value_node, (*path, name), key_node.span)
    for other in merged:  # a key of the mapping itself, or of an earlier source, wins
        for key_node, value_node in other.pairs or ():
            if (name := _key(tree, key_node)) not in mapping:
                mapping[name] = _construct(tree, value_node, (*path, name), key_node.span)
    return mapping


def _key(tree: Tree, node: _Node) -> str:
    if node.pairs is not None or isinstance(node.value, list):
        tree.fail("complex-key", "a key must be a text", node.span)
    return "null" if node.value is None else node.value


def _merge_sources(tree: Tree, node: _Node) -> list[_Node]:
    sources = node.value if isinstance(node.value, list) else [node]
    for source in sources:
        if source.pairs is None:
            tree.fail("bad-merge", "'<<' takes a mapping or a list of mappings", source.span)
    return sources


def _span(first: yaml.Event, last: yaml.Event) -> Span:
    start, end = first.start_mark, last.end_mark
    assert start is not None, "only events made by hand have no marks"
    assert end is not None
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _tag(event: yaml.NodeEvent) -> str:
    return str(getattr(event, "tag", "")).replace("tag:yaml.org,2002:", "!!")


def _syntax_problem(source: Source, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = str(getattr(error, "problem", None) or error)
    hint = next((hint for part, hint in _HINTS if part in what), None)
    context = getattr(error, "context", None)
    message = f"broken YAML: {what}" + (f" {context}" if context else "")
    if mark is None:
        return Problem("broken-yaml", message, file=source.name, hint=hint)
    span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    return Problem("broken-yaml", message, source.place(span), hint=hint)
