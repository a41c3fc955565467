"""Markdown, parsed once, into the inline tree.

Only what a résumé needs is switched on. Headings, rules, code blocks, quotes and link definitions stay off, so that
`# 1 seller`, `---` or `[1]: note` are the text they look like and no word is swallowed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from resumekit.schema import LINK_SCHEMES

from .inline import (
    Block,
    Blocks,
    Code,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Strong,
)
from .scripts import split_scripts

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

# Most texts have none of these; they need no parser, and then it is not even imported.
_MARKUP = re.compile(r"[\\`*_\[\]<\n]|&[#\w]")
_BLOCK_MARKUP = re.compile(r"[\\`*_\[\]<]|&[#\w]|^ *(?:[-+]|\d+[.)])(?: |$)| {2}\n", re.MULTILINE)
_ALLOWED_LINK = re.compile(rf"(?:{'|'.join(LINK_SCHEMES)}):", re.IGNORECASE)


def inlines(text: str, page: str = "en") -> Inlines:
    """Parse a text of one paragraph; `page` is the language tag of the page that it stands on."""
    text = text.strip()
    if not _MARKUP.search(text):
        return split_scripts(text, page)
    from markdown_it.tree import SyntaxTreeNode

    return _children(SyntaxTreeNode(_parser().parseInline(text)).children[0], page)


def blocks(text: str, page: str = "en") -> Blocks:
    """Parse a text that may have paragraphs and lists."""
    if not _BLOCK_MARKUP.search(text):
        paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))
        return tuple(Paragraph(split_scripts(paragraph, page)) for paragraph in paragraphs if paragraph)
    from markdown_it.tree import SyntaxTreeNode

    return _blocks(SyntaxTreeNode(_parser().parse(text.strip())), page)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(
        ["list", "backticks", "emphasis", "entity", "escape", "link", "autolink", "newline"]
    )
    parser.validateLink = _is_allowed  # type: ignore[method-assign]
    return parser


def _is_allowed(url: str) -> bool:
    return bool(_ALLOWED_LINK.match(url))


def _blocks(node: SyntaxTreeNode, page: str) -> Blocks:
    return tuple(_block(child, page) for child in node.children)


def _block(node: SyntaxTreeNode, page: str) -> Block:
    if node.type == "paragraph":
        return Paragraph(_children(node.children[0], page))
    start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    return ListBlock(tuple(_blocks(item, page) for item in node.children), start)


def _children(node: SyntaxTreeNode, page: str) -> Inlines:
    made: list[Inline] = []
    words = ""
    for child in node.children:
        if child.type in {"text", "softbreak"}:
            words += child.content if child.type == "text" else " "
            continue
        made += split_scripts(words, page)
        words = ""
        made.append(_inline(child, page))
    return (*made, *split_scripts(words, page))


def _inline(node: SyntaxTreeNode, page: str) -> Inline:
    match node.type:
        case "code_inline":
            return Code(node.content)
        case "hardbreak":
            return LineBreak()
        case "strong":
            return Strong(_children(node, page))
        case "em":
            return Emphasis(_children(node, page))
        case "link":
            return Link(str(node.attrs["href"]), _children(node, page))
    raise AssertionError(f"the parser is not set to make {node.type}")
