"""Split the lines at the top of a résumé into tokens: one contact detail each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import Any

from resumekit.importing.draft_resume import TracedText

from ..layout.blocks import Block, Span, groups, join
from ..layout.span_markdown import escaped
from ..lexicon.contact_patterns import EMAIL, PHONE, label_pattern
from ..lexicon.vocabulary import has_postal_code, is_place
from ..lexicon.word_lists import network_names

SEPARATOR = re.compile(r"\s+[|·•∙⋄⋆◆‖∣–—]\s+|\s*[|｜•▪◆]\s*|\s{3,}|\s/\s")
"""What separates contact details that are on one line."""

_MAX_NAME_WORDS = 6


def without_match(token: str, found: re.Match[str], text: str | None = None) -> str:
    """Return a token without a match (or without `text`, the start of it) and without the label before it."""
    end = found.start() + len(text if text is not None else found[0])
    rest = token[: found.start()].rstrip(" (<[") + " " + token[end:].lstrip(" )>]")
    rest = rest.strip(" ,;|·:：/–—-")
    return "" if label_pattern().fullmatch(rest) else rest


def tokens_of(block: Block) -> Iterator[tuple[Span, ...]]:
    """Yield the spans of each contact detail in a line."""
    parts = groups(block.spans)
    for group, after in zip_longest(parts, parts[1:]):
        if after and after[0].url and join(group).casefold() in network_names():
            continue  # the link itself tells the network
        urls = {span.url for span in group}
        if len(urls) > 1:
            yield from _by_link(group)
        else:
            for text in SEPARATOR.split(join(group)):
                if text.strip():
                    yield (Span(text, url=group[0].url),)


def _with_whole_links(group: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the spans, with those of one link joined."""
    for url, spans in groupby(group, lambda span: span.url):
        if url:
            yield Span(join(spans), url=url)
        else:
            yield from spans


def _by_link(group: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Yield the text of each link with the label before it, and the text between links."""
    before = ""
    for span in _with_whole_links(group):
        if span.url:
            is_label = before.rstrip().endswith(":") or before.strip().casefold() in network_names()
            label = before.strip(" |·,:") if is_label or _names_link(span, before) else ""
            if before and not label:
                yield from ((Span(text),) for text in SEPARATOR.split(before) if text.strip(" |·,"))
            yield (Span(f"{label} {span.text}".strip() if label else span.text, url=span.url),)
            before = ""
        else:
            before += span.text
    if before.strip(" |·,"):
        yield from ((Span(text),) for text in SEPARATOR.split(before) if text.strip(" |·,"))


def _names_link(span: Span, before: str) -> bool:
    """Return whether a text names the target of the link after it."""
    return span.url.startswith("http") and may_be_link_name(before.strip(" |·,"))


def may_be_link_name(text: str) -> bool:
    """Return whether a text may name a network or another target of a link."""
    is_short = bool(text) and len(text.split()) <= _MAX_NAME_WORDS
    return is_short and not is_place(text) and not EMAIL.search(text) and not PHONE.search(text)


def location_of(text: str, doubt: str | None) -> dict[str, Any]:
    """Return the fields of a location, as far as they can be distinguished; text before the town is the street."""
    parts = [part.strip() for part in re.split(r"[,，、]", text) if part.strip()]
    numbered = [part for part in parts if has_postal_code(part)]
    result: dict[str, Any] = {}
    if numbered and len(parts) > 1 and parts.index(numbered[-1]) > 0:
        at = parts.index(numbered[-1])
        result["address"] = escaped(", ".join(parts[:at]))
        parts = parts[at:]
    if parts and (code := re.match(r"((?:[A-Z]{1,2}-)?\d{4,6})\s+(\D+)$", parts[0])):
        result["postalCode"] = code[1]
        parts[0] = code[2]
    result["city"] = TracedText(escaped(", ".join(parts)), doubt=doubt)
    return result
