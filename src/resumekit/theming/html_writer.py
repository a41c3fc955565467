"""The view for HTML templates. All text is escaped here, so that templates need no filters and cannot forget one."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from resumekit.addresses import picture_address
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
from resumekit.present.view import EntryView, PictureView
from resumekit.schema.scalar_types import UNSPACED_SCRIPTS

# Not allowed in a URL (RFC 3987, 2.2): some characters, and a percent sign that does not start an encoded byte.
_NOT_IN_ADDRESSES = re.compile(r"[\s\"<>\\^`{|}\x00-\x1f]|%(?![0-9a-fA-F]{2})")

_LONG_WORD = re.compile(rf"([^\s{UNSPACED_SCRIPTS}]{{31,}})")
_LINE = 200
"""More characters than a line has. WeasyPrint takes quadratic time to find the width of a box for a longer word."""

_OTHER = {"title": "organization", "organization": "title"}
"""The two names of an entry, each with the other one."""

Plain = dict[str, "Plain"] | list["Plain"] | str | int | bool | None


def to_plain(view: Any) -> dict[str, Plain]:
    """Return a view as dictionaries, lists and texts, with inline trees rendered to safe markup.

    A model or dataclass in a template's context would be a way out of the sandbox, so none is passed on.
    """
    plain: dict[str, Plain] = {field.name: _field(field.type, getattr(view, field.name)) for field in fields(view)}
    if isinstance(view, PictureView):
        plain["url"] = picture_address(view.file)
    elif isinstance(view, EntryView):
        plain["linked"] = _linked_names(view)
    elif isinstance(url := plain.get("url"), str):
        plain["url"] = _valid_url(url)
    return plain


def _linked_names(entry: EntryView) -> dict[str, Plain]:
    """Return the title and the organization, the one that the link `by` belongs to as a link unless it is printed."""
    by = entry.link_on if getattr(entry, entry.link_on) else _OTHER[entry.link_on]
    urls = {by: entry.link.url} if entry.link and not entry.link.text else {}
    names = {name: inline_html(getattr(entry, name), urls.get(name, "")) for name in _OTHER}
    return {**names, "by": by}


def _valid_url(url: str) -> str:
    """Return an equivalent URL in which characters that are not allowed are percent-encoded."""
    return _NOT_IN_ADDRESSES.sub(lambda found: quote(found[0], safe=""), url)


def _field(annotation: Any, value: Any) -> Plain:
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
    """Return inline text as markup, linked to the URL if one is given."""
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
    """Return a link that contains only text: around other elements, WeasyPrint 70 adds a second, untagged link."""
    words = _LONG_WORD.split(text)
    return Markup("").join(
        Markup('<span class="{}">{}</span>').format("unbroken" if len(word) <= _LINE else "endless", _anchor(word, url))
        if number % 2
        else _anchor(word, url)
        for number, word in enumerate(words)
        if word
    )


def _anchor(text: str, url: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(_valid_url(url), text) if url else escape(text)


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
    """Return the content of a list item; its first paragraph is beside the marker, without paragraph spacing."""
    if blocks and isinstance(blocks[0], Paragraph):
        return inline_html(blocks[0].children) + blocks_html(blocks[1:])
    return blocks_html(blocks)
