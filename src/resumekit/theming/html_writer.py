"""The view in HTML: every leaf escaped here, so that templates need no filter and can forget none."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from resumekit.addresses import RESUME_HOST
from resumekit.present import Block, Blocks, Inline, Inlines
from resumekit.present.inline import (
    Code,
    Emphasis,
    Foreign,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Strong,
    Words,
)
from resumekit.present.view import PictureView

# What may not stand in an address (RFC 3987, 2.2): some signs, and a percent sign that begins no byte.
_NOT_IN_ADDRESSES = re.compile(r"[\s\"<>\\^`{|}\x00-\x1f]|%(?![0-9a-fA-F]{2})")

# Scripts that are written without spaces, whose lines end between any two words: Thai to Khmer, and East Asian ones.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_LONG_WORD = re.compile(rf"([^\s{_UNSPACED}]{{31,}})")

Plain = dict[str, "Plain"] | list["Plain"] | str | int | bool | None


def to_plain(view: Any) -> dict[str, Plain]:
    """Return a view as dictionaries, lists and texts; inline trees have become safe markup.

    A model or dataclass in a template's context would be a way out of the sandbox, so none gets there.
    """
    made: dict[str, Plain] = {field.name: _leaf(field.type, getattr(view, field.name)) for field in fields(view)}
    if isinstance(view, PictureView):
        made["url"] = RESUME_HOST + quote(view.file)
    elif isinstance(url := made.get("url"), str):
        made["url"] = _address(url)
    return made


def _address(url: str) -> str:
    """Return a URL with what may not stand in one written as bytes; it leads to the same place."""
    return _NOT_IN_ADDRESSES.sub(lambda found: quote(found[0], safe=""), url)


def _leaf(annotation: Any, value: Any) -> Plain:
    if annotation == "Inlines":
        return inline_html(value)
    if annotation == "Blocks":
        return blocks_html(value)
    if annotation == "tuple[Inlines, ...]":
        return [inline_html(item) for item in value]
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if is_dataclass(value):
        return to_plain(value)
    assert value is None or isinstance(value, str | int | bool)
    return value


def inline_html(inlines: Inlines, url: str = "") -> Markup:
    """Return inline text as markup; where it is the text of a link, to that URL."""
    return Markup("").join(_inline(inline, url) for inline in inlines)


def blocks_html(blocks: Blocks) -> Markup:
    """Return paragraphs and lists as markup."""
    return Markup("").join(_block(block) for block in blocks)


def _inline(inline: Inline, url: str) -> Markup:
    match inline:
        case Words(text):
            return _linked(text, url)
        case Foreign(language, text):
            return Markup('<span lang="{}">{}</span>').format(language, _linked(text, url))
        case Strong(children):
            return Markup("<strong>{}</strong>").format(inline_html(children, url))
        case Emphasis(children):
            return Markup("<em>{}</em>").format(inline_html(children, url))
        case Code(text):
            return Markup("<code>{}</code>").format(_linked(text, url))
        case Link(own, children):
            return inline_html(children, own)
        case LineBreak():
            return Markup("<br>")


def _linked(text: str, url: str) -> Markup:
    """Return a link that holds text alone: around other elements WeasyPrint 70 adds a second, untagged link."""
    words = _LONG_WORD.split(text)
    return Markup("").join(
        Markup('<span class="unbroken">{}</span>').format(_anchor(word, url)) if number % 2 else _anchor(word, url)
        for number, word in enumerate(words)
        if word
    )


def _anchor(text: str, url: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(_address(url), text) if url else escape(text)


def _block(block: Block) -> Markup:
    match block:
        case Paragraph(children):
            return Markup("<p>{}</p>").format(inline_html(children))
        case ListBlock(items, numbers):
            marks = [f"{number}." for number in numbers] or ["•"] * len(items)
            rows = (
                Markup('<li><span class="mark">{} </span>{}</li>').format(mark, _item(item))
                for mark, item in zip(marks, items, strict=True)
            )
            kind = "numbers" if numbers else "bullets"
            return Markup('<ul class="marked {}">{}</ul>').format(kind, Markup("").join(rows))


def _item(blocks: Blocks) -> Markup:
    """Return a list item; one paragraph alone stands beside its mark without a paragraph's distance."""
    if blocks and isinstance(blocks[0], Paragraph):
        return inline_html(blocks[0].children) + blocks_html(blocks[1:])
    return blocks_html(blocks)
