"""What stands below the head of an entry: bullets in bullets, and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .blocks import Block
from .markers import kind_of
from .markup import marked_up

_DEEPEST = 12


def story_of(blocks: Sequence[Block]) -> dict[str, Any]:
    """Return the `summary` and the `highlights` that the body of an entry makes.

    A paragraph below a bullet that stands in no list is a bullet too: it has to stay behind it.
    """
    first = next((at for at, block in enumerate(blocks) if block.depth), len(blocks))
    paragraphs = [marked_up(block.spans) for block in blocks[:first]]
    made: dict[str, Any] = {}
    if paragraphs:
        made["summary"] = "\n\n".join(paragraphs)
    if blocks[first:]:
        made["highlights"] = highlights_of(blocks[first:])
    return made


def highlights_of(blocks: Sequence[Block]) -> list[Any]:
    """Return bullets with those below them."""
    made: list[Any] = []
    at = 0
    outermost = min((block.depth for block in blocks if block.depth), default=0)
    while at < len(blocks):
        block = blocks[at]
        end = at + 1
        while end < len(blocks) and blocks[end].depth > max(block.depth, outermost):
            end += 1
        made.append(_bullet(block, blocks[at + 1 : end]))
        at = end
    return [bullet for bullet in made if bullet]


def _bullet(block: Block, below: Sequence[Block]) -> Any:
    text = marked_up(block.spans)
    if not below:
        return text
    made: dict[str, Any] = {"text": text}
    kind = kind_of(below[0].marker)
    if kind != "bullets":
        made["list"] = kind
    if below[0].depth >= _DEEPEST:
        return {"text": text, "highlights": [marked_up(each.spans) for each in below]}
    return made | {"highlights": highlights_of(below)}
