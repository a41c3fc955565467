"""Read the body of an entry: paragraphs and nested lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..layout.blocks import Block
from ..layout.list_markers import kind_of
from ..layout.span_markdown import marked_up

_MAX_DEPTH = 12


def body_fields(blocks: Sequence[Block]) -> dict[str, Any]:
    """Return the `summary` and the `highlights` in the body of an entry.

    A paragraph after the first list item becomes an item too, to keep the order.
    """
    first = next((at for at, block in enumerate(blocks) if block.depth), len(blocks))
    paragraphs = [marked_up(block.spans) for block in blocks[:first]]
    result: dict[str, Any] = {}
    if paragraphs:
        result["summary"] = "\n\n".join(paragraphs)
    if blocks[first:]:
        result["highlights"] = highlights_of(blocks[first:])
    return result


def highlights_of(blocks: Sequence[Block]) -> list[Any]:
    """Return list items, with nested ones inside them."""
    result: list[Any] = []
    at = 0
    outermost = min((block.depth for block in blocks if block.depth), default=0)
    while at < len(blocks):
        block = blocks[at]
        end = at + 1
        while end < len(blocks) and blocks[end].depth > max(block.depth, outermost):
            end += 1
        result.append(_highlight(block, blocks[at + 1 : end]))
        at = end
    return [highlight for highlight in result if highlight]


def _highlight(block: Block, below: Sequence[Block]) -> Any:
    text = marked_up(block.spans)
    if not below:
        return text
    result: dict[str, Any] = {"text": text}
    kind = kind_of(below[0].marker)
    if kind != "bullets":
        result["list"] = kind
    if below[0].depth >= _MAX_DEPTH:
        return {"text": text, "highlights": [marked_up(each.spans) for each in below]}
    return result | {"highlights": highlights_of(below)}


def prose_of(blocks: Sequence[Block]) -> str:
    """Return blocks as Markdown with paragraphs and lists."""
    fields = body_fields(list(blocks))
    parts = [fields["summary"]] if "summary" in fields else []
    if "highlights" in fields:
        parts.append("\n".join(_markdown_list(fields["highlights"], "")))
    return "\n\n".join(parts)


def _markdown_list(highlights: list[Any], indent: str) -> list[str]:
    lines: list[str] = []
    for highlight in highlights:
        text = highlight if isinstance(highlight, str) else highlight["text"]
        lines.append(f"{indent}- {text}")
        if not isinstance(highlight, str):
            lines += _markdown_list(highlight["highlights"], f"{indent}  ")
    return lines
