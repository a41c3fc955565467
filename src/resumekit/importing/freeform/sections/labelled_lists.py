"""Split lines that list short items, perhaps after a label: `Languages: Python, C`."""

from __future__ import annotations

import re

from ..layout.blocks import Block, groups, join
from .entry_blocks import may_be_head

_SEPARATOR = re.compile(r"\s*[,;、，；]\s*(?![^()（）]{0,200}[)）])|\s+[·•|∙/‧]\s+|\s*[|•｜]\s*")
_LABEL = re.compile(r"\s*([^:：,.;]{1,45}?)\s*(?:[:：]|\s[–—-]\s)\s*(?=\S)(?!//)")
_MAX_BOLD_LABEL = 60


def items_in(text: str) -> list[str]:
    """Return the items that a line lists."""
    return [
        item
        for piece in _SEPARATOR.split(text)
        if (item := piece.strip(" .") if piece.count(".") == 1 else piece.strip())
    ]


def label_and_items(block: Block) -> tuple[str, list[str]]:
    """Return the label of a line and its items; either may be missing."""
    parts = groups(block.spans)
    first = block.spans[0]
    if len(parts) == 2 and not items_in(join(parts[0]))[1:]:
        return join(parts[0]).strip(" :："), items_in(join(parts[1]))
    if len(parts) > 2 and (parts[0][0].bold or parts[0][0].size > parts[1][0].size or block.heading):
        return join(parts[0]).strip(" :："), [item for part in parts[1:] for item in items_in(join(part))]
    text = block.text
    if first.bold and not block.bold and len(first.text) < _MAX_BOLD_LABEL:
        label = _bold_start(block)
        return label.strip(" :：–-"), items_in(text[len(label.strip()) :].strip(" :：–-"))
    if found := _LABEL.match(text):
        return found[1].strip(), items_in(text[found.end() :])
    if not block.depth and may_be_head(block) and (block.heading or (block.bold and not items_in(text)[1:])):
        return text, []
    items = items_in(text)
    if not block.depth and len(items) == 1 and not block.heading:
        return text, []
    return "", items


def _bold_start(block: Block) -> str:
    """Return the bold text at the start of a block."""
    text = ""
    for span in block.spans:
        if not span.bold:
            break
        text += span.text
    return text
