"""The addresses that a style sheet loads: `url()`, and the strings of functions and rules that are addresses too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

IMPORT = "@import"


class Unwritten(str):
    """The beginning of a function, such as `image-set(`, that takes its address from `var()` or a function like it."""

    __slots__ = ()


def _string(quote: str) -> str:
    part = rf"[^{quote}\\\n\r\f]*+"
    return rf"{quote}{part}(?:\\(?:\r\n|.){part})*+{quote}"


_OPAQUE = re.compile(
    rf'url\("data:(?:image|font)/[^"\\\n\r\f]*+"\)|/\*.*?(?:\*/|\Z)|{_string(chr(34))}|{_string(chr(39))}',
    re.DOTALL | re.IGNORECASE,
)
"""Comments, strings and embedded files. What merely looks like one of these is left, and parsed."""

_LOADING = ("\\", "url(", "src(", "image(", "image-set(", "cross-fade(", "@import")
"""What loads something, and escapes, in which any of these names can be written."""

_FUNCTIONS = {"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"}

_NO_ADDRESSES = re.compile(r"type|calc|(?:rgb|hsl)a?|.*-gradient", re.DOTALL)
"""Functions that may be arguments of these, and whose result is no address."""


def style_addresses(style: str) -> Iterator[str]:
    """Yield the addresses in a style sheet or a style attribute; for an import, `@import` itself.

    For an address that the style sheet does not write out, yield an Unwritten: a custom property can hold any string.
    """
    for node in _walk(_parsed(style)):
        if node.type == "at-keyword" and node.lower_value == "import":
            yield IMPORT
        if any(map(_is_substitution, _arguments_of(node))):
            yield Unwritten(f"{node.name}(")
        yield from (address.value for address in _addresses_in(node))


def with_style_addresses(style: str, changed: Callable[[str], str]) -> str:
    """Return a style sheet with other addresses; without any address, it stays as it is."""
    nodes = _parsed(style)
    found = [address for node in _walk(nodes) for address in _addresses_in(node)]
    if not found:
        return style
    from tinycss2 import serialize

    for node in found:
        address = _quoted(changed(node.value))
        node.representation = f"url({address})" if node.type == "url" else address
    return str(serialize(nodes))


def _parsed(style: str) -> list[Any]:
    """Return the components of a style sheet that may load something; parsing takes ten times as long as looking."""
    visible = _OPAQUE.sub('""', style).lower()
    if not any(word in visible for word in _LOADING):
        return []
    from tinycss2 import parse_component_value_list

    nodes: list[Any] = parse_component_value_list(style)
    return nodes


def _walk(nodes: list[Any]) -> Iterator[Any]:
    """Yield all nodes in their order, however deep."""
    waiting = nodes[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(getattr(node, "arguments", None) or getattr(node, "content", None) or ())


def _addresses_in(node: Any) -> Iterator[Any]:
    if node.type == "url":
        yield node
    yield from (argument for argument in _arguments_of(node) if argument.type == "string")


def _arguments_of(node: Any) -> list[Any]:
    """Return the arguments of a function that loads something; none of any other component."""
    return node.arguments if node.type == "function" and node.lower_name in _FUNCTIONS else []


def _is_substitution(argument: Any) -> bool:
    if argument.type != "function":
        return False
    return argument.lower_name not in _FUNCTIONS and not _NO_ADDRESSES.fullmatch(argument.lower_name)


def _quoted(address: str) -> str:
    """Return an address as a CSS string."""
    return '"' + re.sub(r'["\\\n\r\f]', lambda found: f"\\{ord(found[0]):x} ", address) + '"'
