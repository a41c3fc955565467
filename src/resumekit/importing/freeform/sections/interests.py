"""Read `interests`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..layout.blocks import Block
from ..layout.span_markdown import escaped, marked_up
from .labelled_lists import items_in, label_and_items

_MIN_PARAGRAPH = 120


def read_interests(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return interests: names, names with keywords, or a paragraph."""
    result: list[dict[str, Any]] = []
    for block in blocks:
        label, items = label_and_items(block)
        if label and items:
            result.append({"name": escaped(label), "keywords": list(map(escaped, items))})
        elif len(block.text) > _MIN_PARAGRAPH and block.text.endswith("."):
            result.append({"summary": marked_up(block.spans)})
        else:
            result += [{"name": escaped(item)} for item in items or items_in(label)]
    return result
