"""Read `projects`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from ..layout.blocks import Block
from ..layout.span_markdown import escaped
from ..lexicon.contact_patterns import trimmed_address, web_pattern
from ..lexicon.word_lists import alternatives
from .entry_blocks import EntryChunk, split_entries, split_items
from .entry_bodies import body_fields
from .entry_dates import period_fields
from .entry_heads import parse_head
from .labelled_lists import items_in


@cache
def _technology_label() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternatives('projects', 'technology_labels')})\s*[:：]\s*", re.IGNORECASE)


def read_projects(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the entries of `projects`."""
    if blocks and all(block.depth for block in blocks):
        return [_labelled_project(chunk) for chunk in split_items(blocks)]
    return [_project(chunk) for chunk in split_entries(blocks)]


def _labelled_project(chunk: EntryChunk) -> dict[str, Any]:
    block = chunk.head[0]
    found = re.match(r"(.{2,60}?)\s*(?:[:：]|\s[–—-])\s+(.+)", block.text)
    if found and "http" not in found[1]:
        url = next((span.url for span in block.spans if span.url.startswith("http")), "")
        return (
            {"name": escaped(found[1]), "description": escaped(found[2])}
            | ({"url": url} if url else {})
            | body_fields(chunk.body)
        )
    return _project(chunk)


def _project(chunk: EntryChunk) -> dict[str, Any]:
    head = parse_head(chunk.head)
    body = list(chunk.body)
    result: dict[str, Any] = {}
    rest: list[str] = []
    for part in head.parts:
        keywords = _technology_label().match(part.text)
        if web_pattern().fullmatch(part.text) and "url" not in result:
            result["url"] = trimmed_address(part.text)
            continue
        if part.url.startswith("http"):
            result.setdefault("url", part.url)
        if keywords:
            result["keywords"] = [escaped(item) for item in items_in(part.text[keywords.end() :])]
        elif "name" not in result:
            result["name"] = escaped(part.text)
        else:
            rest.append(part.text)
    if rest:
        result["description"] = escaped(", ".join(rest))
    for block in list(body):
        keywords = _technology_label().match(block.text)
        if keywords and "keywords" not in result:
            result["keywords"] = [escaped(item) for item in items_in(block.text[keywords.end() :])]
            body.remove(block)
    return result | period_fields(head.period) | body_fields(body)
