"""The view for HTML templates. All text is escaped here, so that templates need no filters and cannot forget one."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from resumekit.addresses import picture_address
from resumekit.present import Block, Blocks, Inline, Inlines, ResumeView, plain
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

from .html_text import Direction, direction_of, is_address, isolated, text_html, unbroken_html
from .printed_view import named_by_link

# Not allowed in a URL (RFC 3987, 2.2): some characters, and a percent sign that does not start an encoded byte.
_NOT_IN_ADDRESSES = re.compile(r"[\s\"<>\\^`{|}\x00-\x1f]|%(?![0-9a-fA-F]{2})")

_LONG_WORD = re.compile(rf"([^\s{UNSPACED_SCRIPTS}]{{31,}})")
_LINE = 200
"""More characters than a line has. WeasyPrint takes quadratic time to find the width of a box for a longer word."""

_NAMES = ("title", "organization")
"""The two names of an entry."""

Plain = dict[str, "Plain"] | list["Plain"] | str | int | bool | None


def to_plain(view: Any, page: Direction = "ltr") -> dict[str, Plain]:
    """Return a view as dictionaries, lists and texts, with inline trees rendered to safe markup.

    A model or dataclass in a template's context would be a way out of the sandbox, so none is passed on. `page` is the
    direction of the lines.
    """
    page = view.direction if isinstance(view, ResumeView) else page
    made: dict[str, Plain] = {field.name: _field(field.type, getattr(view, field.name), page) for field in fields(view)}
    if isinstance(view, PictureView):
        made["url"] = picture_address(view.file)
    elif isinstance(view, EntryView):
        made["linked"] = _linked_names(view, page)
    elif isinstance(url := made.get("url"), str):
        made["url"] = _valid_url(url)
    if isinstance(view, ResumeView):
        for name in ("name", "given_name", "family_name"):
            made[name] = unbroken_html(inline_html(getattr(view, name), page=page))
    return made


def _linked_names(entry: EntryView, page: Direction) -> dict[str, Plain]:
    """Return the title and the organization, the one that the link `by` belongs to as a link unless it is printed."""
    by = named_by_link(entry)
    urls: dict[str, str] = {by: entry.link.url} if entry.link and not entry.link.text else {}
    names = {name: inline_html(getattr(entry, name), urls.get(name, ""), page=page) for name in _NAMES}
    return {**names, "by": by}


def _valid_url(url: str) -> str:
    """Return an equivalent URL in which characters that are not allowed are percent-encoded."""
    return _NOT_IN_ADDRESSES.sub(lambda found: quote(found[0], safe=""), url)


def _field(annotation: Any, value: Any, page: Direction) -> Plain:
    if annotation == "Inlines":
        return _part(value, page)
    if annotation == "Blocks":
        return blocks_html(value, page)
    if annotation == "tuple[Inlines, ...]":
        return [unbroken_html(_part(item, page)) for item in value]  # people
    if isinstance(value, tuple):
        return [to_plain(item, page) for item in value]
    if is_dataclass(value):
        return to_plain(value, page)
    assert value is None or isinstance(value, str | int | bool)
    return value


def _part(inlines: Inlines, page: Direction) -> Markup:
    """Return a text that shares its line with others, which it must not reorder if it runs in the other direction."""
    html = inline_html(inlines, page=page)
    return html if direction_of(plain(inlines), page) == page else isolated(html)


def inline_html(inlines: Inlines, url: str = "", page: Direction = "ltr") -> Markup:
    """Return inline text as markup, linked to the URL if one is given."""
    return Markup("").join(_inline(inline, url, page) for inline in inlines)


def blocks_html(blocks: Blocks, page: Direction = "ltr") -> Markup:
    """Return paragraphs and lists as markup."""
    return Markup("").join(_block(block, page) for block in blocks)


def _inline(inline: Inline, url: str, page: Direction) -> Markup:
    match inline:
        case Words(text):
            return _linked(text, url, page)
        case Foreign(language, text):
            return Markup('<span lang="{}">{}</span>').format(language, _linked(text, url, page))
        case Strong(children):
            return Markup("<strong>{}</strong>").format(inline_html(children, url, page))
        case Emphasis(children):
            return Markup("<em>{}</em>").format(inline_html(children, url, page))
        case Code(text):
            return Markup("<code>{}</code>").format(_linked(text, url, page, code=True))
        case Link(own, children):
            return inline_html(children, own, page)
        case LineBreak():
            return Markup("<br>")


def _linked(text: str, url: str, page: Direction, *, code: bool = False) -> Markup:
    """Return a link that contains only text: around other elements, WeasyPrint 70 adds a second, untagged link."""
    own = page == "rtl" and code
    words = _LONG_WORD.split(text) if _LONG_WORD.search(text) else [text]
    return Markup("").join(
        Markup('<span class="{}">{}</span>').format("unbroken" if len(word) <= _LINE else "endless", made)
        if number % 2 and not is_address(word)
        else made
        for number, word in enumerate(words)
        if word and (made := _anchor(word, url, page, own=own))
    )


def _anchor(text: str, url: str, page: Direction, *, own: bool) -> Markup:
    html = isolated(text_html(text)) if own else text_html(text, page)
    return Markup('<a href="{}">{}</a>').format(_valid_url(url), html) if url else html


def _block(block: Block, page: Direction) -> Markup:
    match block:
        case Paragraph(children):
            own = direction_of(plain(children), page)
            start = Markup("<p>") if own == page else Markup('<p dir="{}">').format(own)
            return Markup("{}{}</p>").format(start, inline_html(children, page=own))
        case ListBlock(items, numbers):
            marks = [f"{number}." for number in numbers] or ["•"] * len(items)
            rows = (
                Markup('<li><span class="mark">{} </span>{}</li>').format(mark, _item(item, page))
                for mark, item in zip(marks, items, strict=True)
            )
            kind = "numbers" if numbers else "bullets"
            return Markup('<ul class="marked {}">{}</ul>').format(kind, Markup("").join(rows))


def _item(blocks: Blocks, page: Direction) -> Markup:
    """Return the content of a list item; its first paragraph is beside the marker, without paragraph spacing."""
    if blocks and isinstance(blocks[0], Paragraph):
        return _part(blocks[0].children, page) + blocks_html(blocks[1:], page)
    return blocks_html(blocks, page)
