"""Split publications, patents, certificates and awards into entries: a paragraph, a list item or several lines each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..layout.blocks import Block
from ..lexicon.contact_patterns import trimmed_address
from ..lexicon.date_ranges import Period, periods_in
from .entry_blocks import EntryChunk, is_dated, split_entries, split_items


def reference_items(blocks: Sequence[Block]) -> list[EntryChunk]:
    """Return the entries: each outermost item of a list, else each paragraph or group of lines with a date."""
    heads = [block for block in blocks if not block.depth]
    if not heads or (blocks[0].depth and len(heads) * 3 < len(blocks)):
        return split_items(blocks)
    if any(block.heading for block in blocks):
        return split_entries(blocks)
    dated = sum(is_dated(block) or any(periods_in(block.text)) for block in heads)
    if dated >= len(heads) * 0.75 and not any(block.bold for block in heads):
        return [EntryChunk((block,), ()) if not block.depth else EntryChunk((), (block,)) for block in blocks]
    return split_entries(blocks)


def text_and_date(chunk: EntryChunk) -> tuple[str, Period | None]:
    """Return the text of a head without its last date, and the date."""
    text = " · ".join(block.text for block in chunk.head)
    found = [each for each in periods_in(text) if each.start_date]
    in_brackets = [
        each
        for each in found
        if text[each.start - 1 : each.start] in "(（[" and text[each.end : each.end + 1] in ")）]"
    ]
    ending = [each for each in found if not text[each.end :].strip(" .)")]
    chosen = next(reversed(in_brackets or ending), None)
    if chosen is None and found and (len(found) == 1 or chunk.head[0].heading):
        chosen = found[-1]
    if chosen is None:
        return text, None
    brackets = chosen in in_brackets
    inside = not brackets and text.count("(", 0, chosen.start) > text.count(")", 0, chosen.start)
    if inside:  # (ICPR 2014): the year is part of a name
        return text.strip(), chosen
    left, right = text[: chosen.start - brackets].rstrip(" ,"), text[chosen.end + brackets :].strip()
    return f"{left} {right}".strip(" ,;·") if re.match(r"[\w(]", right) else f"{left}{right}".strip(" ,;·"), chosen


def link_and_text(chunk: EntryChunk, text: str) -> tuple[str, str]:
    """Return the link of an entry, and the text without it."""
    if found := re.search(r"https?://\S+|www\.\S+", text):
        url = trimmed_address(found[0])
        return url, text.replace(url, "").strip(" ,;·|()[]")
    url = next((span.url for block in chunk.head for span in block.spans if span.url.startswith("http")), "")
    return url, text
