"""The addresses that a style sheet loads: `url()`, and the strings of functions and rules that are addresses too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

IMPORT = "@import"


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


def style_addresses(style: str) -> Iterator[str]:
    """Yield the addresses in a style sheet or a style attribute; for an import, `@import` itself."""
    for node in _walk(_parsed(style)):
        if node.type == "at-keyword" and node.lower_value == "import":
            yield IMPORT
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
    elif node.type == "function" and node.lower_name in _FUNCTIONS:
        yield from (argument for argument in node.arguments if argument.type == "string")


def _quoted(address: str) -> str:
    """Return an address as a CSS string."""
    return '"' + re.sub(r'["\\\n\r\f]', lambda found: f"\\{ord(found[0]):x} ", address) + '"'
