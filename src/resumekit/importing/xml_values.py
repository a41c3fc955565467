"""Parse XML into plain values: elements by their local names, and no entities except the five predefined ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn
from xml.parsers import expat

from resumekit.codes import Code
from resumekit.errors import LoadError, Problem
from resumekit.load import Source, Value
from resumekit.load.document import Span
from resumekit.load.limits import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance "


@dataclass(slots=True)
class _Element:
    name: str
    children: dict[str, Value] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)


def parse_xml(source: Source) -> tuple[str, dict[str, Value]]:
    """Return the name of the root element and its content.

    An element without child elements becomes a text, a repeated element a list. An attribute becomes a key
    `NAME@ATTRIBUTE` next to its element if that is a text, otherwise a key `@ATTRIBUTE` in the element.

    Raises:
        LoadError: invalid, too deep, too large, or with a document type declaration, which could define entities.
    """
    builder = _Builder(source)
    try:
        builder.parser.Parse(_DECLARATION.sub("", source.text), True)
    except expat.ExpatError as error:
        message = f"invalid XML: {expat.ErrorString(error.code)}"
        builder.fail("broken-xml", message, "close every element, and write & as &amp;")
    name, value = next(iter(builder.root.children.items()), ("", None))
    return name, value if isinstance(value, dict) else {}


class _Builder:
    """Builds values from the events of expat."""

    def __init__(self, source: Source) -> None:
        self.root = _Element("")
        self._open = [self.root]
        self._source = source
        self._count = 0
        self.parser: Any = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = lambda text: self._open[-1].texts.append(text)

    def fail(self, code: Code, message: str, hint: str) -> NoReturn:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        location = self._source.location(Span(line, column, line, column + 1))
        raise LoadError(Problem(code, message, location, hint=hint))

    def _doctype(self, *_: object) -> NoReturn:
        self.fail("document-type", "document type declarations are not allowed", "remove <!DOCTYPE …>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1 + len(attributes)
        if len(self._open) > MAX_DEPTH:
            self.fail("too-deep", f"nested more than {MAX_DEPTH} levels deep", TOO_DEEP)
        if self._count > MAX_NODES:
            self.fail("too-many-values", f"more than {MAX_NODES} values", TOO_MANY)
        element = _Element(name.rpartition(" ")[2])
        own = {key: value for key, value in attributes.items() if not key.startswith(_INSTANCE)}
        element.children.update({f"@{key.rpartition(' ')[2]}": value for key, value in own.items()})
        self._open.append(element)

    def _end(self, name: str) -> None:
        element, parent = self._open.pop(), self._open[-1].children
        text = "".join(element.texts).strip()
        if text and all(key.startswith("@") for key in element.children):
            for key, value in element.children.items():
                _add(parent, element.name + key, value)
            _add(parent, element.name, text)
        else:
            _add(parent, element.name, {**element.children, **({"#text": text} if text else {})})


def _add(parent: dict[str, Value], name: str, value: Value) -> None:
    """Add a value under a name; a value that is already there becomes the first item of a list."""
    if name not in parent:
        parent[name] = value
    elif isinstance(present := parent[name], list):
        present.append(value)
    else:
        parent[name] = [present, value]
