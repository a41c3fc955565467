"""Split the blocks of a section into entries: by headings, dates, bold text or the space between them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..layout.blocks import Block
from ..lexicon.date_ranges import period_of
from ..lexicon.vocabulary import is_organization, is_role
from .entry_dates import period_in
from .entry_heads import ends_in_suffix, parse_head, split_at_commas, split_at_employer

_MAX_HEAD_LENGTH = 140
_MAX_HEAD_LINES = 5
_MAX_NAME_LENGTH = 60
_SENTENCE_ENDS = (".", "。", "!", "?", ";")


@dataclass(frozen=True, slots=True)
class EntryChunk:
    """The blocks of one entry: its head and its body. `inner` is set for a role at the employer of an earlier entry."""

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    inner: bool = False


def is_dated(block: Block) -> bool:
    """Return whether a block is a dated line of an entry's head."""
    if block.depth or len(block.text) > 2 * _MAX_HEAD_LENGTH:
        return False
    period = period_in(block.spans)
    if not period:
        return False
    rest = len(block.text) - (period.end - period.start)
    return rest <= _MAX_HEAD_LENGTH and not (rest > 80 and block.text.rstrip().endswith("."))


def may_be_head(block: Block) -> bool:
    """Return whether a block may be a line of an entry's head."""
    if block.depth:
        return False
    text = block.text
    is_sentence = text.endswith(_SENTENCE_ENDS) and not (len(text) <= _MAX_NAME_LENGTH and ends_in_suffix(text))
    return bool(block.heading) or is_dated(block) or (len(text) <= _MAX_HEAD_LENGTH and not is_sentence)


def split_entries(blocks: Sequence[Block], *, roles: bool = False) -> list[EntryChunk]:
    """Return the entries of a section; with `roles`, several entries may be roles at one employer."""
    levels = {block.heading for block in blocks if block.heading}
    starts = (
        _by_headings(blocks, min(levels), roles)
        if levels
        else _by_dates(blocks)
        if any(map(is_dated, blocks))
        else _by_style(blocks)
    )
    if not starts or starts[0] != 0:
        starts = [0, *starts]
    bounds = [*starts, len(blocks)]
    result = [_chunk(blocks[start:end]) for start, end in itertools.pairwise(bounds) if start < end]
    return _with_roles(result, levels) if roles else result


def split_items(blocks: Sequence[Block]) -> list[EntryChunk]:
    """Return an entry for each outermost list item; what is below it is its body."""
    outermost = min((block.depth for block in blocks), default=0)
    starts = [at for at, block in enumerate(blocks) if block.depth <= outermost]
    bounds = [*starts, len(blocks)]
    return [EntryChunk((blocks[start],), tuple(blocks[start + 1 : end])) for start, end in itertools.pairwise(bounds)]


def _chunk(blocks: Sequence[Block]) -> EntryChunk:
    """Return an entry; its head ends at the first list item or sentence, or when it is complete."""
    end, dated = 0, False
    for block in blocks:
        is_second_date = dated and is_dated(block)
        if (
            not may_be_head(block)
            or is_second_date
            or end >= _MAX_HEAD_LINES
            or (end and block.gap and dated and not block.bold and not block.heading and _is_undated_from(blocks, end))
        ):
            break
        dated = dated or is_dated(block)
        end += 1
    return EntryChunk(tuple(blocks[:end]), tuple(blocks[end:]))


def _is_undated_from(blocks: Sequence[Block], at: int) -> bool:
    return not any(is_dated(block) for block in blocks[at:])


def _by_headings(blocks: Sequence[Block], level: int, roles: bool) -> list[int]:
    """Return the indexes of top-level headings; with `roles`, also those of dated headings below them."""
    starts = [at for at, block in enumerate(blocks) if block.heading == level]
    deeper = [at for at, block in enumerate(blocks) if block.heading > level and _is_dated_head(blocks, at)]
    chosen = sorted(starts + deeper) if roles else starts
    first = {blocks[at].heading: at for at in reversed(chosen)}
    dates_first = {heading for heading, at in first.items() if at and _is_date_above(blocks, at)}
    above = {at for at in chosen if at and _is_date_above(blocks, at)}
    last = {blocks[at].heading: at for at in chosen}
    ends = [*first.items(), *last.items()]
    dates_last = {heading for heading, at in ends if any(map(is_dated, _until_heading(blocks[at:])))}
    above -= {
        at
        for at in above
        if blocks[at].heading not in dates_first
        and (blocks[at].heading in dates_last or (at > 1 and blocks[at - 2].heading))
    }
    return [at - 1 if at in above else at for at in chosen]


def _is_date_above(blocks: Sequence[Block], at: int) -> bool:
    """Return whether the date of an entry is in a block of its own above its heading, as in a column of dates."""
    above = blocks[at - 1]
    period = period_of(above.text) if not above.depth and not above.heading else None
    return period is not None and period.end - period.start == len(above.text) and not is_dated(blocks[at])


def _is_dated_head(blocks: Sequence[Block], at: int) -> bool:
    return bool(at and _is_date_above(blocks, at)) or any(
        is_dated(block) for block in _until_heading(blocks[at : at + 3])
    )


def _until_heading(blocks: Sequence[Block]) -> Sequence[Block]:
    end = next((at for at, block in enumerate(blocks) if at and (block.heading or block.depth)), len(blocks))
    return blocks[:end]


def _by_dates(blocks: Sequence[Block]) -> list[int]:
    """Return the indexes where entries start if each has a date, as many lines into its head as in the first entry."""
    dated = [at for at, block in enumerate(blocks) if is_dated(block)]
    offset = _lines_above(blocks, dated)
    starts: list[int] = []
    last = -1
    for at in dated:
        floor = at
        while floor - 1 > last and may_be_head(blocks[floor - 1]) and at - floor < _MAX_HEAD_LINES:
            floor -= 1
        start = max(floor, at - offset)
        gaps = [each for each in range(floor, at + 1) if blocks[each].gap]
        if gaps and offset and not blocks[start].gap:
            start = min(gaps, key=lambda each: abs(each - start))
        if not offset and any(block.bold for block in blocks[floor:at]) and not blocks[at].bold:
            start = next(each for each in range(floor, at) if blocks[each].bold)
        starts.append(start)
        last = at
    return sorted(set(starts))


def _lines_above(blocks: Sequence[Block], dated: list[int]) -> int:
    """Return how many lines of the first entry's head are above its date; 0 if other text comes first."""
    first = dated[0]
    start = first
    while start > 0 and may_be_head(blocks[start - 1]):
        start -= 1
    lines = first - start
    return min(lines, _MAX_HEAD_LINES - 1) if start == 0 else 0


def _by_style(blocks: Sequence[Block]) -> list[int]:
    """Return the indexes where entries start if none has a date."""
    heads = [at for at, block in enumerate(blocks) if may_be_head(block)]
    bold = [at for at in heads if blocks[at].spans and blocks[at].spans[0].bold]
    if bold and len(bold) < len(blocks):
        return bold
    after_body = [at for at in heads if at == 0 or not may_be_head(blocks[at - 1])]
    if len(after_body) > 1 or (after_body and len(after_body) < len(blocks)):
        return after_body
    gaps = [at for at, block in enumerate(blocks) if block.gap or at == 0]
    return gaps if len(gaps) < len(blocks) else list(range(len(blocks)))


def _with_roles(chunks: list[EntryChunk], levels: set[int]) -> list[EntryChunk]:
    """Return the entries, with those marked `inner` that are a role without an employer."""
    lowest = min(levels, default=0)
    common_length = Counter(len(chunk.head) for chunk in chunks).most_common(1)
    result: list[EntryChunk] = []
    outer: EntryChunk | None = None
    for chunk in chunks:
        inner = outer is not None and _is_role_only(chunk, outer, lowest, common_length[0][0] if common_length else 1)
        outer = outer if inner else chunk
        result.append(EntryChunk(chunk.head, chunk.body, inner))
    return result


def _is_role_only(chunk: EntryChunk, outer: EntryChunk, lowest: int, common_length: int) -> bool:
    if not chunk.head:
        return False
    if lowest and max(block.heading for block in chunk.head) > lowest:
        return True
    if lowest or (any(block.gap and block.bold for block in chunk.head[:1]) and common_length == len(chunk.head)):
        return False
    if len(chunk.head) >= len(outer.head) or len(chunk.head) > 1:
        return False
    text, employer = chunk.head[0].text, outer.head[0]
    return (
        is_role(text)
        and not is_organization(text)
        and (is_organization(employer.text) or not is_dated(employer))
        and not _has_several_parts(chunk)
    )


def _has_several_parts(chunk: EntryChunk) -> bool:
    return (
        sum(len(split_at_commas(each)) for part in parse_head(chunk.head).parts for each in split_at_employer(part)) > 1
    )
