"""A strict reader of the HTML that a theme renders.

HTML parsers repair what they read, each in its own way, and what one takes for text is an element for another. So this
reader repairs nothing: it accepts only tags, comments and texts that every parser splits at the same places, and raises
MalformedMarkup at anything else. That is true of a page only without the elements that change how the text after them
is split (`svg`, `template`, `select`, `noscript` and others); `page_safety` refuses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple, cast

_SPACE = r"[ \t\n\f\r]"
_NAME = r"[A-Za-z][A-Za-z0-9:_-]*+"
_KEY = r"""[^\s"'<>/=`]++"""
_UNQUOTED = r"""[^\s"'=<>`]++"""
_ATTRIBUTE = rf"""{_SPACE}++{_KEY}(?:{_SPACE}*+={_SPACE}*+(?:"[^"]*+"|'[^']*+'|{_UNQUOTED}))?+"""
_ATTRIBUTES = re.compile(rf"""({_KEY})(?:{_SPACE}*+={_SPACE}*+(?:"([^"]*+)"|'([^']*+)'|({_UNQUOTED})))?+""")
_TOKEN = re.compile(
    r"(?P<text>[^<]++)"
    rf"|<(?P<name>{_NAME})(?P<start>(?:{_ATTRIBUTE})*+){_SPACE}*+/?>"
    rf"|</(?P<end>{_NAME}){_SPACE}*+>"
    r"|(?P<comment><!--(?!-?>)(?s:(?!--!?>).)*+-->)"
    rf"|(?P<doctype><!(?i:doctype){_SPACE}++(?i:html){_SPACE}*+>)"
)
"""One part of a page; the last group that matches has its kind as its name."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
_RAW = {name: re.compile(rf"(?=</{name}[\s/>])", re.IGNORECASE) for name in ("style", "script", "title")}
"""The elements whose content is text, with its end."""

Kind = Literal["text", "raw", "start", "end", "comment", "doctype"]


class MalformedMarkup(ValueError):
    """Markup that parsers may understand differently; `offset` is where it starts."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"malformed markup at character {offset}")
        self.offset = offset


class Attribute(NamedTuple):
    """An attribute with its value, and the offsets between which the value is written, with its quotes."""

    name: str
    value: str
    start: int
    end: int


class Token(NamedTuple):
    """A part of a page, from `start` to `end`. `name` is in lower case; of a `raw` text, it is that of its element."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()


def tokens_of(html: str) -> Iterator[Token]:
    """Yield the parts of a page.

    Raises:
        MalformedMarkup: parsers may understand it differently.
    """
    if found := _FORBIDDEN.search(html):
        raise MalformedMarkup(found.start())
    at = 0
    while at < len(html):
        found = _TOKEN.match(html, at)
        if not found:
            raise MalformedMarkup(at)
        token = _token(found)
        yield token
        at = token.end
        if token.kind == "start" and token.name in _RAW:
            end = _RAW[token.name].search(html, at)
            if not end:
                raise MalformedMarkup(token.start)
            yield Token("raw", at, end.start(), token.name)
            at = end.start()


def text_and_links(html: str) -> tuple[str, list[str]]:
    """Return the text of a page, with a space for each tag, and the targets of its links."""
    tokens = list(tokens_of(html))
    texts = (unescape(html[token.start : token.end]) if token.kind == "text" else " " for token in tokens)
    links = [each.value for token in tokens if token.name == "a" for each in token.attributes if each.name == "href"]
    return "".join(texts), links


def beginning_of_head(html: str) -> int:
    """Return the offset at which an element becomes the first one in the page's `head`, whether or not it has a tag."""
    end, passed = 0, -1
    order = ("doctype", "html", "head")
    for token in tokens_of(html):
        name = token.name if token.kind == "start" else token.kind
        if name in order and order.index(name) > passed:
            passed, end = order.index(name), token.end
        elif token.kind != "comment" and html[token.start : token.end].strip(" \t\n\f\r"):
            break
    return end


def _token(found: re.Match[str]) -> Token:
    kind = cast(Kind, found.lastgroup)
    if kind == "start":
        attributes = tuple(_attributes(found)) if found["start"] else ()
        return Token(kind, *found.span(), found["name"].lower(), attributes)
    return Token(kind, *found.span(), found["end"].lower() if kind == "end" else "")


def _attributes(tag: re.Match[str]) -> Iterator[Attribute]:
    for found in _ATTRIBUTES.finditer(tag.string, *tag.span("start")):
        group = found.lastindex or 1
        if group == 1:
            yield Attribute(found[1].lower(), "", found.end(), found.end())
        else:
            quote = group in (2, 3)
            yield Attribute(found[1].lower(), unescape(found[group]), found.start(group) - quote, found.end())
