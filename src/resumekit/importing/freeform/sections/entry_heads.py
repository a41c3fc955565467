"""Split the head of an entry, its first lines, into parts and the period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from ..layout.blocks import Block, Span, cut, join
from ..lexicon.date_ranges import Period
from ..lexicon.vocabulary import is_place
from ..lexicon.word_lists import alternatives
from .entry_dates import period_in

_SEPARATOR = re.compile(r"\s+[|·•∙⋅—–―‖/:]\s+|\s+-{1,3}\s+|\s*[｜│┃]\s*|\s+@\s+|\s+::\s+|\s*[—]\s*|;\s+")
_COMMA = re.compile(r"\s*[,，、]\s*(?![^()（）]{0,200}[)）])")
_EDGE_CHARACTERS = " \t,;:|·•∙–—-―/，、：｜@"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an entry's head: its line, counted from 0, its style (bold, italic, size) and its heading level."""

    text: str
    line: int
    style: tuple[bool, bool, float]
    url: str = ""
    heading: int = 0


@dataclass(slots=True)
class EntryHead:
    """The head of an entry: its parts in order, its period, and the line of the period, -1 for none."""

    parts: list[Part] = field(default_factory=list)
    period: Period | None = None
    date_line: int = -1


def parse_head(blocks: Iterable[Block]) -> EntryHead:
    """Return the parts and the period of a head."""
    result = EntryHead()
    blocks = tuple(blocks)
    for line, block in enumerate(blocks):
        spans, period = without_period(block.spans)
        if period and (result.period is None or (period.is_range and not result.period.is_range)):
            result.period, result.date_line = period, line
        elif period:
            spans = block.spans
        whole = bool(block.heading) and len(blocks) > 1 and any(other.heading != block.heading for other in blocks)
        result.parts += [replace(part, heading=block.heading) for part in _parts(spans, line, whole=whole)]
    return result


def without_period(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], Period | None]:
    """Return spans without the period that dates them and the brackets around it, and the period."""
    text = join(spans)
    period = period_in(spans)
    if not period:
        return spans, None
    start, end = period.start, period.end
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before[-1:] in "([（［" and after[:1] in ")]）］" and before and after:
        start, end = len(before) - 1, len(text) - len(after) + 1
    left, right = cut(spans, 0, start), cut(spans, end, len(text))
    if left and right:
        right[0] = replace(right[0], separated=True)
    return (*left, *right), period


def _parts(spans: tuple[Span, ...], line: int, *, whole: bool) -> list[Part]:
    """Return the parts of a line: split at separated spans, changes of style, and separators other than commas.

    `whole` keeps separators in the text of a heading whose style already sets it off from what follows.
    """
    result: list[Part] = []
    by_style = _by_style(spans)
    for group in by_style:
        for piece in (
            [join(group).strip(_EDGE_CHARACTERS)]
            if whole or (len(by_style) > 1 and not group[0].separated and group is by_style[0] and group[0].bold)
            else _split(join(group))
        ):
            if not any(map(str.isalnum, piece)):
                continue
            url = next((span.url for span in group if span.url), "")
            result.append(Part(piece, line, _style(group[0]), url))
    return result


def _style(span: Span) -> tuple[bool, bool, float]:
    return span.bold, span.italic, span.size


def _by_style(spans: tuple[Span, ...]) -> list[list[Span]]:
    result: list[list[Span]] = []
    for span in spans:
        letters = any(map(str.isalnum, span.text))
        same_style = bool(result) and (
            not letters or not any(map(str.isalnum, join(result[-1]))) or _style(result[-1][0]) == _style(span)
        )
        if result and same_style and not span.separated:
            result[-1].append(span)
        else:
            result.append([span])
    return result


def _split(text: str) -> list[str]:
    pieces = [piece.strip(_EDGE_CHARACTERS) for piece in _SEPARATOR.split(text)]
    return [without_stray_brackets(piece) for piece in pieces if without_stray_brackets(piece)]


def without_stray_brackets(text: str) -> str:
    """Return a text without unmatched or empty brackets."""
    text = re.sub(r"[(\[（]\s*[)\]）]", "", text).strip(_EDGE_CHARACTERS)
    for opening, closing in ("()", "[]", "（）"):
        if text.count(opening) > text.count(closing) and text.endswith(opening):
            text = text[:-1]
        if text.startswith(opening) and text.endswith(closing) and text.count(opening) == 1:
            text = text[1:-1]
        if text.startswith(closing):
            text = text[1:]
    return text.strip(_EDGE_CHARACTERS) if any(map(str.isalnum, text)) else ""


@cache
def _at_employer() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives('connectives', 'at')})\s+(?=[A-ZÄÖÜÉ])")


def split_at_employer(part: Part) -> list[Part]:
    """Return a part, split at a word before the employer: `Engineer at Example Ltd`."""
    found = _at_employer().search(part.text)
    if not found:
        return [part]
    return [replace(part, text=part.text[: found.start()]), replace(part, text=part.text[found.end() :])]


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('organizations', 'suffixes')})\.?", re.IGNORECASE)


def ends_in_suffix(text: str) -> bool:
    """Return whether a text ends in the suffix of a name, such as `Inc.`, whose stop ends no sentence."""
    return bool(_suffix().fullmatch(text.rpartition(" ")[2]))


def split_at_commas(part: Part) -> list[Part]:
    """Return a part, split at commas outside brackets; places and the suffixes of names stay whole."""
    pieces = [piece for piece in _COMMA.split(part.text) if piece.strip()]
    result: list[str] = []
    for piece in pieces:
        if (result and _suffix().fullmatch(piece)) or (
            result
            and is_place(f"{result[-1]}, {piece}")
            and not is_place(result[-1])
            and re.fullmatch("[A-Z]{2}", piece)
        ):
            result[-1] += f", {piece}"
        else:
            result.append(piece)
    return [replace(part, text=text) for text in result]


def split_place(text: str) -> tuple[str, str]:
    """Return a text without the place at its end, and the place."""
    pieces = [
        found.start()
        for found in re.finditer(r"\s*[,，、]\s*(?![^()（）]{0,200}[)）])|\s*[(（](?=[^()（）]*[)）]$)", text)
    ]
    for at in pieces:
        rest = text[at:].strip(_EDGE_CHARACTERS + "()（）")
        if is_place(rest):
            return text[:at].strip(_EDGE_CHARACTERS), rest
    return text, ""
