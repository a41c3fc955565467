"""Dates whose years and months are in columns of their own, as on the form of a Japanese résumé."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from resumekit.importing.foreign_dates import PRESENT

from ..lexicon.word_lists import alternatives
from .blocks import Block, Span, groups, join

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_DASHES = "-‐‑‒–—―~∼〜～"
_END = re.compile(rf"[{_DASHES}]\s*(.+)")
_DATE = re.compile(rf"{_YEAR.pattern}(?:[-/.](?:{_MONTH.pattern}))?|{PRESENT}", re.IGNORECASE)


def with_dates_of_columns(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks, with the year, the month and the end of a period joined: `2024 | 9 | Example | – 2026-06`."""
    result: list[Block] = []
    for block in blocks:
        above = result[-1] if result else None
        if is_end_of_period(block) and above and _starts_in_columns(above):
            result[-1] = replace(above, spans=(*above.spans, *end_of_period(block)))  # it did not fit on the line
        else:
            result.append(block)
    return [_joined(block) if _starts_in_columns(block) else block for block in result if not _are_captions(block)]


def is_end_of_period(block: Block) -> bool:
    """Return whether a block is a dash and a date, such as `– 2026-06`; the dash has been taken for a marker."""
    return bool(block.marker) and block.marker in _DASHES and bool(_DATE.fullmatch(block.text))


def end_of_period(block: Block) -> tuple[Span, ...]:
    """Return the text of such a block, at the end of a line."""
    return (Span(f"– {block.text}", size=block.size, separated=True),)


def _are_captions(block: Block) -> bool:
    """Return whether a block has the captions of the two columns."""
    caption = re.compile(rf"(?:{alternatives('dates', 'columns')})\.?", re.IGNORECASE)
    parts = groups(block.spans)
    return len(parts) > 1 and all(caption.fullmatch(join(part)) for part in parts)


def _starts_in_columns(block: Block) -> bool:
    parts = [join(group) for group in groups(block.spans)]
    return not block.depth and len(parts) > 1 and bool(_YEAR.fullmatch(parts[0]))


def _joined(block: Block) -> Block:
    """Return a block that begins with its period, if more than a year is in columns."""
    (year, *_), *parts = groups(block.spans)
    month = join(parts[0]) if _MONTH.fullmatch(join(parts[0])) else ""
    ends = _END.fullmatch(join(parts[-1]))
    end = ends[1] if ends and _DATE.fullmatch(ends[1]) else ""
    if not (month or end):
        return block
    rest = parts[bool(month) : len(parts) - bool(end)]
    text = (f"{year.text.strip()}-{int(month):02}" if month else year.text.strip()) + (f" – {end}" if end else "")
    return replace(block, spans=(replace(year, text=text), *(span for group in rest for span in group)))
