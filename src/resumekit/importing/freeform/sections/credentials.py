"""Read `certificates` and `awards`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..layout.blocks import Block
from ..layout.span_markdown import escaped, marked_up
from ..lexicon.contact_patterns import trimmed_address, web_pattern
from .entry_blocks import EntryChunk
from .entry_bodies import body_fields
from .entry_dates import date_field
from .entry_heads import Part, parse_head, split_at_commas
from .reference_items import reference_items


def read_credentials(blocks: Sequence[Block], name_key: str, issuer_key: str) -> list[dict[str, Any]]:
    """Return the entries of `certificates` or `awards`, with the keys for their name and for who issued them."""
    return [_credential(chunk, name_key, issuer_key) for chunk in reference_items(blocks)]


def _credential(chunk: EntryChunk, name_key: str, issuer_key: str) -> dict[str, Any]:
    if not chunk.head:
        return body_fields(chunk.body)
    head = parse_head(chunk.head)
    parts = head.parts
    result: dict[str, Any] = {}
    if len(parts) == 1 and not chunk.head[0].heading:
        pieces = split_at_commas(parts[0])
        if len(pieces) == 2:
            parts = pieces
        elif bracket := re.fullmatch(r"(.+?)\s*[(（]([^()（）]+)[)）]", parts[0].text):
            parts = [Part(text, 0, parts[0].style, parts[0].url) for text in bracket.groups()]
    if not parts:
        return {name_key: marked_up(chunk.head[0].spans)} | body_fields(chunk.body)
    result[name_key] = escaped(parts[0].text)
    if parts[1:]:
        result[issuer_key] = escaped(
            ", ".join(part.text for part in parts[1:] if not web_pattern().fullmatch(part.text))
        )
    if head.period:
        result["date"] = date_field(head.period)
    url = next(
        (part.url or part.text for part in parts if part.url.startswith("http") or web_pattern().fullmatch(part.text)),
        "",
    )
    if url and name_key == "name":
        result["url"] = trimmed_address(url)
    return result | body_fields(chunk.body)
