"""Read sections that are not in the schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..layout.blocks import Block
from ..layout.span_markdown import escaped
from ..lexicon.contact_patterns import trimmed_address, web_pattern
from .entry_blocks import EntryChunk, is_dated, split_entries
from .entry_bodies import body_fields, highlights_of, prose_of
from .entry_dates import date_field, period_fields
from .entry_heads import parse_head
from .labelled_lists import label_and_items


def read_custom_section(title: str, blocks: Sequence[Block]) -> dict[str, Any]:
    """Return a custom section: entries if there are dates or headings, else pairs, or text and list items."""
    result: dict[str, Any] = {"title": escaped(title)}
    if any(block.heading or is_dated(block) for block in blocks):
        return result | {"entries": [_entry(chunk) for chunk in split_entries(blocks)]}
    pairs = [label_and_items(block) for block in blocks]
    if blocks and all(label and items and not block.depth for block, (label, items) in zip(blocks, pairs, strict=True)):
        return result | {
            "pairs": [
                {"label": escaped(label), "value": escaped(block.text[len(label) :].strip(" :："))}
                for block, (label, _) in zip(blocks, pairs, strict=True)
            ]
        }
    first = next((at for at, block in enumerate(blocks) if block.depth), len(blocks))
    if blocks[:first]:
        result["text"] = prose_of(blocks[:first])
    if blocks[first:]:
        result["items"] = highlights_of(blocks[first:])
    return result


def _entry(chunk: EntryChunk) -> dict[str, Any]:
    head = parse_head(chunk.head)
    result: dict[str, Any] = {}
    names = []
    for part in head.parts:
        if web_pattern().fullmatch(part.text) and "url" not in result:
            result["url"] = trimmed_address(part.text)
            continue
        if part.url.startswith("http"):
            result.setdefault("url", part.url)
        names.append(part.text)
    if names:
        result["title"] = escaped(names[0])
    if names[1:]:
        result["subtitle"] = escaped(", ".join(names[1:]))
    if head.period and head.period.is_range:
        result |= period_fields(head.period)
    elif head.period:
        result["date"] = date_field(head.period)
    return result | body_fields(chunk.body)
