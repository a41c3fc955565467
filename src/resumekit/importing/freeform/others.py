"""Projects, and sections of the person's own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from .blocks import Block
from .contacts import WEB, web_address
from .dating import as_date, as_period
from .entries import Chunk, chunks_of, is_dated
from .highlights import highlights_of, story_of
from .leads import lead_of
from .markup import escaped
from .people import _labelled, prose_of, words_in

_MADE_WITH = re.compile(
    r"\s*(?:tech(?:nologies|nology)?(?: stack| used)?|stack|tools|built with|keywords|technologien|technik|"
    r"technologies utilisées|"
    r"tecnologías|tecnologie|使用技術|技術|技术栈|技術棧|환경)\s*[:：]\s*",
    re.IGNORECASE,
)


def projects_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the entries of `projects`."""
    if blocks and all(block.depth for block in blocks):
        return [_labelled_project(chunk) for chunk in _bullets(blocks)]
    return [_project(chunk) for chunk in chunks_of(blocks)]


def _bullets(blocks: Sequence[Block]) -> list[Chunk]:
    outer = min(block.depth for block in blocks)
    starts = [at for at, block in enumerate(blocks) if block.depth <= outer]
    bounds = [*starts, len(blocks)]
    return [Chunk((blocks[a],), tuple(blocks[a + 1 : b])) for a, b in itertools.pairwise(bounds)]


def _labelled_project(chunk: Chunk) -> dict[str, Any]:
    block = chunk.head[0]
    found = re.match(r"(.{2,60}?)\s*(?:[:：]|\s[–—-])\s+(.+)", block.text)
    if found and "http" not in found[1]:
        url = next((span.url for span in block.spans if span.url.startswith("http")), "")
        return (
            {"name": escaped(found[1]), "description": escaped(found[2])}
            | ({"url": url} if url else {})
            | story_of(chunk.body)
        )
    return _project(chunk)


def _project(chunk: Chunk) -> dict[str, Any]:
    lead = lead_of(chunk.head)
    body = list(chunk.body)
    made: dict[str, Any] = {}
    rest: list[str] = []
    for part in lead.parts:
        keywords = _MADE_WITH.match(part.text)
        if WEB.fullmatch(part.text) and "url" not in made:
            made["url"] = web_address(part.text)
            continue
        if part.url.startswith("http"):
            made.setdefault("url", part.url)
        if keywords:
            made["keywords"] = [escaped(word) for word in words_in(part.text[keywords.end() :])]
        elif "name" not in made:
            made["name"] = escaped(part.text)
        else:
            rest.append(part.text)
    if rest:
        made["description"] = escaped(", ".join(rest))
    for block in list(body):
        keywords = _MADE_WITH.match(block.text)
        if keywords and "keywords" not in made:
            made["keywords"] = [escaped(word) for word in words_in(block.text[keywords.end() :])]
            body.remove(block)
    return made | as_period(lead.period) | story_of(body)


def custom_of(title: str, blocks: Sequence[Block]) -> dict[str, Any]:
    """Return a section of the person's own: entries where there are dates or headings, else bullets, pairs, text."""
    made: dict[str, Any] = {"title": escaped(title)}
    if any(block.heading or is_dated(block) for block in blocks):
        return made | {"entries": [_entry(chunk) for chunk in chunks_of(blocks)]}
    pairs = [_labelled(block) for block in blocks]
    if blocks and all(label and words and not block.depth for block, (label, words) in zip(blocks, pairs, strict=True)):
        return made | {
            "pairs": [
                {"label": escaped(label), "value": escaped(block.text[len(label) :].strip(" :："))}
                for block, (label, _) in zip(blocks, pairs, strict=True)
            ]
        }
    first = next((at for at, block in enumerate(blocks) if block.depth), len(blocks))
    if blocks[:first]:
        made["text"] = prose_of(blocks[:first])
    if blocks[first:]:
        made["items"] = highlights_of(blocks[first:])
    return made


def _entry(chunk: Chunk) -> dict[str, Any]:
    lead = lead_of(chunk.head)
    made: dict[str, Any] = {}
    names = []
    for part in lead.parts:
        if WEB.fullmatch(part.text) and "url" not in made:
            made["url"] = web_address(part.text)
            continue
        if part.url.startswith("http"):
            made.setdefault("url", part.url)
        names.append(part.text)
    if names:
        made["title"] = escaped(names[0])
    if names[1:]:
        made["subtitle"] = escaped(", ".join(names[1:]))
    if lead.period and lead.period.is_range:
        made |= as_period(lead.period)
    elif lead.period:
        made["date"] = as_date(lead.period)
    return made | story_of(chunk.body)
