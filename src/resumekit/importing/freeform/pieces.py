"""What stands apart in a line of the head of a résumé: each way to reach a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from resumekit.importing.draft_resume import TracedText as Quote

from .blocks import Block, Span, groups, join
from .contacts import EMAIL, LABELS, NETWORKS, PHONE
from .markup import escaped
from .words import has_postal_code, is_place

BETWEEN = re.compile(r"\s+[|·•∙⋄⋆◆‖∣–—]\s+|\s*[|｜•▪◆]\s*|\s{3,}|\s/\s")
"""What parts one way from the next where there is no more than a sign between them."""

_MOST_WORDS = 6


def without(piece: str, found: re.Match[str], words: str | None = None) -> str:
    """Return a piece without what was found in it, nor the label before it."""
    end = found.start() + len(words if words is not None else found[0])
    rest = piece[: found.start()].rstrip(" (<[") + " " + piece[end:].lstrip(" )>]")
    rest = rest.strip(" ,;|·:：/–—-")
    return "" if LABELS.fullmatch(rest) else rest


def pieces_of(block: Block) -> Iterator[tuple[Span, ...]]:
    """Yield what stands apart in a line: each way to reach a person."""
    for group in groups(block.spans):
        urls = {span.url for span in group}
        if len(urls) > 1:
            yield from _by_link(group)
        else:
            for text in BETWEEN.split(join(group)):
                if text.strip():
                    yield (Span(text, url=group[0].url),)


def _with_whole_links(group: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the spans, with what leads to one place as one."""
    for url, spans in groupby(group, lambda span: span.url):
        if url:
            yield Span(join(spans), url=url)
        else:
            yield from spans


def _by_link(group: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Yield the words of each link, with the label before it, and what stands between them."""
    before = ""
    for span in _with_whole_links(group):
        if span.url:
            named = before.rstrip().endswith(":") or before.strip().casefold() in NETWORKS
            label = before.strip(" |·,:") if named or _is_name_of(span, before) else ""
            if before and not label:
                yield from ((Span(text),) for text in BETWEEN.split(before) if text.strip(" |·,"))
            yield (Span(f"{label} {span.text}".strip() if label else span.text, url=span.url),)
            before = ""
        else:
            before += span.text
    if before.strip(" |·,"):
        yield from ((Span(text),) for text in BETWEEN.split(before) if text.strip(" |·,"))


def _is_name_of(span: Span, before: str) -> bool:
    """Tell whether words name what the link behind them leads to."""
    words = before.strip(" |·,")
    return span.url.startswith("http") and is_name(words)


def is_name(words: str) -> bool:
    """Tell whether words may name a network, or what else an address leads to."""
    short = bool(words) and len(words.split()) <= _MOST_WORDS
    return short and not is_place(words) and not EMAIL.search(words) and not PHONE.search(words)


def location_of(text: str, doubt: str | None) -> dict[str, Any]:
    """Return a place as far as it can be told apart: what stands before the town is the street."""
    parts = [part.strip() for part in re.split(r"[,，、]", text) if part.strip()]
    numbered = [part for part in parts if has_postal_code(part)]
    made: dict[str, Any] = {}
    if numbered and len(parts) > 1 and parts.index(numbered[-1]) > 0:
        at = parts.index(numbered[-1])
        made["address"] = escaped(", ".join(parts[:at]))
        parts = parts[at:]
    if parts and (code := re.match(r"((?:[A-Z]{1,2}-)?\d{4,6})\s+(\D+)$", parts[0])):
        made["postalCode"] = code[1]
        parts[0] = code[2]
    made["city"] = Quote(escaped(", ".join(parts)), doubt=doubt)
    return made
