"""The Markdown parser: text becomes the inline tree, once.

Only the syntax that a résumé needs is enabled. Headings, rules, code blocks, quotes and link definitions are off, so
that `# 1 seller`, `---` and `[1]: note` are plain text and no word is lost. For the same reason lists keep the numbers
as typed, and a line with more markers than lists can nest is text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from resumekit.load.allowed_characters import first_forbidden
from resumekit.schema import LINK_SCHEMES

from .han_languages import split_scripts
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
    Words,
    plain,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.tree import SyntaxTreeNode

# Most texts have none of these, and need no parser: then it is not even imported.
_MARKUP = re.compile(r"[\\`*_\[\]<\n]|&[#\w]")
_BLOCK_MARKUP = re.compile(r"[\\`*_\[\]<]|&[#\w]|^ *(?:[-+]|\d+[.)])(?: |$)| {2}\n", re.MULTILINE)
# A list needs at least two characters of each of its lines: a marker and a space, or the spaces below them.
_DEPTH = 20
_TOO_DEEP = re.compile(rf"^(?: |[-+*](?=\s|$)|\d{{1,9}}[.)](?=\s|$)){{{2 * _DEPTH}}}", re.MULTILINE)
_ALLOWED_LINK = re.compile(rf"(?:{'|'.join(LINK_SCHEMES)}):", re.IGNORECASE)


def inlines(text: str, page: str = "en") -> Inlines:
    """Parse a text of one paragraph; `page` is the language tag of the page."""
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

    parser = _parser(lists=not _TOO_DEEP.search(text.expandtabs(4)))
    return _blocks(SyntaxTreeNode(parser.parse(text.strip())), page)


@cache
def _parser(*, lists: bool = False) -> MarkdownIt:
    from markdown_it import MarkdownIt

    # The parser silently drops what is nested deeper; a list takes two levels.
    parser = MarkdownIt("zero", {"maxNesting": 2 * _DEPTH})
    parser.enable(["backticks", "emphasis", "entity", "escape", "link", "autolink", "newline"])
    parser.enable("list" if lists else [])
    parser.core.ruler.before("text_join", "refused_entity", _keep_refused_entities)
    parser.core.ruler.after("inline", "too_deep", _flatten_deep_emphasis)
    parser.validateLink = _is_allowed  # type: ignore[method-assign]
    return parser


def _keep_refused_entities(state: StateCore) -> None:
    """Leave `&#8238;` as typed: an entity must not produce a character that the source may not contain."""
    for token in (child for block in state.tokens for child in block.children or ()):
        if token.type == "text_special" and (first_forbidden(token.content) or "\ufffd" in token.content):
            token.content = token.markup


def _flatten_deep_emphasis(state: StateCore) -> None:
    """Leave a paragraph as typed if its emphasis is nested deeper than everything that walks the tree can follow."""
    from markdown_it.token import Token

    for block in state.tokens:
        if any(token.level > _DEPTH for token in block.children or ()):
            block.children = [Token("text", "", 0, content=block.content)]


def _is_allowed(url: str) -> bool:
    return bool(_ALLOWED_LINK.match(url))


def _blocks(node: SyntaxTreeNode, page: str) -> Blocks:
    return tuple(_block(child, page) for child in node.children)


def _block(node: SyntaxTreeNode, page: str) -> Block:
    if node.type == "paragraph":
        return Paragraph(_children(node.children[0], page))
    numbers = _numbers(node) if node.type == "ordered_list" else ()
    return ListBlock(tuple(_blocks(item, page) for item in node.children), numbers)


def _numbers(node: SyntaxTreeNode) -> tuple[int, ...]:
    """Return the numbers of a list as typed if they rise; otherwise counted from the first, as in Markdown."""
    typed = [int(item.info) for item in node.children]
    return tuple(typed) if typed == sorted(set(typed)) else tuple(range(typed[0], typed[0] + len(typed)))


def _children(node: SyntaxTreeNode, page: str) -> Inlines:
    made: list[Inline] = []
    words = ""
    for child in node.children:
        if child.type in {"text", "softbreak"}:
            words += child.content if child.type == "text" else " "
            continue
        made += split_scripts(words, page)
        words = ""
        if child.type == "link" and not child.attrs["href"]:  # `[text]()` has no target
            made += (Words("["), *_children(child, page), Words("]()"))
        elif child.type == "code_inline" and not child.content.strip():  # it would be invisible
            made.append(Words(f"{child.markup}{child.content}{child.markup}"))
        else:
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
            url, shown = str(node.attrs["href"]), _children(node, page)
            return Link(url, shown if plain(shown).strip() else (Words(url),))  # `[](url)` shows its address
    raise AssertionError(f"the parser is not configured to produce {node.type}")
