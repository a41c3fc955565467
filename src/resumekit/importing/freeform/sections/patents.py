"""Read `patents`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from ..layout.blocks import Block
from ..layout.span_markdown import escaped
from ..lexicon.word_lists import alternatives
from .entry_blocks import EntryChunk
from .entry_bodies import body_fields
from .entry_dates import date_field
from .entry_heads import without_stray_brackets
from .reference_items import link_and_text, reference_items, text_and_date

_PATENT_NUMBER = re.compile(r"\b(?:[A-Z]{2}\s?\d[\d,/]{4,}\d\s?(?:[A-Z]\d?)?|(?:No\.|Nr\.|Patent)\s*[\d,/]{5,})")


@cache
def _status() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('patents', 'statuses')})\b", re.IGNORECASE)


def read_patents(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the entries of `patents`."""
    return [_patent(chunk) for chunk in reference_items(blocks)]


def _patent(chunk: EntryChunk) -> dict[str, Any]:
    result: dict[str, Any] = {}
    text, period = text_and_date(chunk)
    url, text = link_and_text(chunk, text)
    if url:
        result["url"] = url
    if number := _PATENT_NUMBER.search(text):
        result["number"] = number[0]
        text = (text[: number.start()].rstrip(" ,;·(–—-|:") + " " + text[number.end() :].lstrip(" )")).strip(" ,;·|:")
    if status := _status().search(text):
        pieces = [piece for piece in re.split(r"\s*[,·|()–—]\s*", text) if piece]
        if len(pieces) > 1 and status[0] in pieces:
            result["status"] = status[0]
            text = ", ".join(piece for piece in pieces if piece != status[0])
    title, *rest = [without_stray_brackets(piece) for piece in re.split(r"\s[·|]\s", text)]
    result["title"] = escaped(title)
    if period:
        result["date"] = date_field(period)
    fields = body_fields(chunk.body)
    if rest:
        fields["summary"] = "\n\n".join(filter(None, [escaped(", ".join(rest)), fields.get("summary", "")]))
    return result | fields
