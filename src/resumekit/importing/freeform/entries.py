"""Where the entries of a section begin: by headings, by dates, by what is bold, by the room between them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .blocks import Block
from .dating import period_in
from .periods import period_of
from .words import is_organization, is_role

_LONGEST_HEAD = 140
_MOST_LINES = 5
_SENTENCE = (".", "。", "!", "?", ";")


@dataclass(frozen=True, slots=True)
class Chunk:
    """The blocks of one entry: its head and its body. `inner` tells that it is one of several roles at one employer."""

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    inner: bool = False


def is_dated(block: Block) -> bool:
    """Tell whether a block is a line of an entry's head that has its date."""
    if block.depth or len(block.text) > 2 * _LONGEST_HEAD:
        return False
    period = period_in(block.spans)
    if not period:
        return False
    rest = len(block.text) - (period.end - period.start)
    return rest <= _LONGEST_HEAD and not (rest > 80 and block.text.rstrip().endswith("."))


def is_headlike(block: Block) -> bool:
    """Tell whether a block may be a line of an entry's head."""
    if block.depth:
        return False
    text = block.text
    return bool(block.heading) or is_dated(block) or (len(text) <= _LONGEST_HEAD and not text.endswith(_SENTENCE))


def chunks_of(blocks: Sequence[Block], *, roles: bool = False) -> list[Chunk]:
    """Return the entries of a section; `roles` where an entry may hold several roles at one employer."""
    levels = {block.heading for block in blocks if block.heading}
    starts = (
        _by_headings(blocks, min(levels), roles)
        if levels
        else _by_dates(blocks)
        if any(map(is_dated, blocks))
        else _by_looks(blocks)
    )
    if not starts or starts[0] != 0:
        starts = [0, *starts]
    bounds = [*starts, len(blocks)]
    made = [_chunk(blocks[start:end]) for start, end in itertools.pairwise(bounds) if start < end]
    return _with_roles(made, levels) if roles else made


def _chunk(blocks: Sequence[Block]) -> Chunk:
    """Return an entry; its head ends at the first bullet or sentence, or where it is complete."""
    end, dated = 0, False
    for block in blocks:
        again = dated and is_dated(block)
        if (
            not is_headlike(block)
            or again
            or end >= _MOST_LINES
            or (end and block.gap and dated and not block.bold and not block.heading and _is_body_after(blocks, end))
        ):
            break
        dated = dated or is_dated(block)
        end += 1
    return Chunk(tuple(blocks[:end]), tuple(blocks[end:]))


def _is_body_after(blocks: Sequence[Block], at: int) -> bool:
    return not any(is_dated(block) for block in blocks[at:])


def _by_headings(blocks: Sequence[Block], level: int, roles: bool) -> list[int]:
    """Return where headings of the first level are; and with `roles` those of the next level that have a date."""
    starts = [at for at, block in enumerate(blocks) if block.heading == level]
    deeper = [at for at, block in enumerate(blocks) if block.heading > level and _is_dated_head(blocks, at)]
    chosen = sorted(starts + deeper) if roles else starts
    first = {blocks[at].heading: at for at in reversed(chosen)}
    dates_first = {heading for heading, at in first.items() if at and _is_date_above(blocks, at)}
    above = {at for at in chosen if at and _is_date_above(blocks, at)}
    above -= {at for at in above if blocks[at].heading not in dates_first and at > 1 and blocks[at - 2].heading}
    return [at - 1 if at in above else at for at in chosen]


def _is_date_above(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether the date of an entry stands in a block of its own above its heading, as in a column of dates."""
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
    """Return where entries begin if each has a date, as many lines above it as in the first."""
    dated = [at for at, block in enumerate(blocks) if is_dated(block)]
    offset = _lines_above(blocks, dated)
    starts: list[int] = []
    last = -1
    for at in dated:
        floor = at
        while floor - 1 > last and is_headlike(blocks[floor - 1]) and at - floor < _MOST_LINES:
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
    """Return how many lines of a head stand above its date: most often, and at the first date."""
    first = dated[0]
    start = first
    while start > 0 and is_headlike(blocks[start - 1]):
        start -= 1
    lines = first - start
    return min(lines, _MOST_LINES - 1) if start == 0 else 0


def _by_looks(blocks: Sequence[Block]) -> list[int]:
    """Return where entries begin if none has a date."""
    heads = [at for at, block in enumerate(blocks) if is_headlike(block)]
    bold = [at for at in heads if blocks[at].spans and blocks[at].spans[0].bold]
    if bold and len(bold) < len(blocks):
        return bold
    after_body = [at for at in heads if at == 0 or not is_headlike(blocks[at - 1])]
    if len(after_body) > 1 or (after_body and len(after_body) < len(blocks)):
        return after_body
    gaps = [at for at, block in enumerate(blocks) if block.gap or at == 0]
    return gaps if len(gaps) < len(blocks) else list(range(len(blocks)))


def _with_roles(chunks: list[Chunk], levels: set[int]) -> list[Chunk]:
    """Return the entries, with the roles marked that have no employer of their own."""
    lowest = min(levels, default=0)
    usual = Counter(len(chunk.head) for chunk in chunks).most_common(1)
    made: list[Chunk] = []
    for chunk in chunks:
        inner = bool(made) and _is_role_only(chunk, made, lowest, usual[0][0] if usual else 1)
        made.append(Chunk(chunk.head, chunk.body, inner))
    return made


def _is_role_only(chunk: Chunk, before: list[Chunk], lowest: int, usual: int) -> bool:
    if not chunk.head:
        return False
    if lowest and max(block.heading for block in chunk.head) > lowest:
        return True
    if lowest or (any(block.gap and block.bold for block in chunk.head[:1]) and usual == len(chunk.head)):
        return False
    outer = next(each for each in reversed(before) if not each.inner)
    if len(chunk.head) >= len(outer.head) or len(chunk.head) > 1:
        return False
    text, employer = chunk.head[0].text, outer.head[0]
    return (
        is_role(text)
        and not is_organization(text)
        and (is_organization(employer.text) or not is_dated(employer))
        and not _has_two(chunk)
    )


def _has_two(chunk: Chunk) -> bool:
    from .leads import at_commas, at_word, lead_of

    return sum(len(at_commas(each)) for part in lead_of(chunk.head).parts for each in at_word(part)) > 1
