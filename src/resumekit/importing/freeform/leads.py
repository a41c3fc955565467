"""The first lines of an entry, taken apart: words, looks and the period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .blocks import Block, Span, cut, join
from .dating import period_in
from .periods import Period
from .words import is_place

_STRONG = re.compile(r"\s+[|·•∙⋅—–―‖/:]\s+|\s+-{1,3}\s+|\s*[｜│┃]\s*|\s+@\s+|\s+::\s+|\s*[—]\s*|;\s+")
_AT = re.compile(r"\s+(?:at|bei|chez|en|presso|w|för|hos)\s+(?=[A-ZÄÖÜÉ])")
_COMMA = re.compile(r"\s*[,，、]\s*(?![^(（]*[)）])")
_EDGES = " \t,;:|·•∙–—-―/，、：｜@"


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of an entry's head: in which line, from 0, how they look, and the level of their heading."""

    text: str
    line: int
    design: tuple[bool, bool, float]
    url: str = ""
    heading: int = 0


@dataclass(slots=True)
class Lead:
    """The head of an entry: its parts in order, when it was, and in which line that stands."""

    parts: list[Part] = field(default_factory=list)
    period: Period | None = None
    dated: int = -1


def lead_of(blocks: Iterable[Block]) -> Lead:
    """Return the head that blocks make."""
    made = Lead()
    blocks = tuple(blocks)
    for line, block in enumerate(blocks):
        spans, period = without_period(block.spans)
        if period and (made.period is None or (period.is_range and not made.period.is_range)):
            made.period, made.dated = period, line
        elif period:
            spans = block.spans
        told = bool(block.heading) and len(blocks) > 1 and any(other.heading != block.heading for other in blocks)
        made.parts += [replace(part, heading=block.heading) for part in _parts(spans, line, whole=told)]
    return made


def without_period(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], Period | None]:
    """Return spans without the period that dates them, and without the brackets around it."""
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
        right[0] = replace(right[0], apart=True)
    return (*left, *right), period


def _parts(spans: tuple[Span, ...], line: int, *, whole: bool) -> list[Part]:
    """Return the parts of a line: what stands apart, what looks different, what is separated by more than a comma.

    `whole` leaves the signs in the words of a heading that others tell apart from what follows.
    """
    made: list[Part] = []
    by_look = _by_look(spans)
    for group in by_look:
        for piece in (
            [join(group).strip(_EDGES)]
            if whole or (len(by_look) > 1 and not group[0].apart and group is by_look[0] and group[0].bold)
            else _split(join(group))
        ):
            if not any(map(str.isalnum, piece)):
                continue
            url = next((span.url for span in group if span.url), "")
            made.append(Part(piece, line, _look(group[0]), url))
    return made


def _look(span: Span) -> tuple[bool, bool, float]:
    return span.bold, span.italic, span.size


def _by_look(spans: tuple[Span, ...]) -> list[list[Span]]:
    made: list[list[Span]] = []
    for span in spans:
        letters = any(map(str.isalnum, span.text))
        alike = bool(made) and (
            not letters or not any(map(str.isalnum, join(made[-1]))) or _look(made[-1][0]) == _look(span)
        )
        if made and alike and not span.apart:
            made[-1].append(span)
        else:
            made.append([span])
    return made


def _split(text: str) -> list[str]:
    pieces = [piece.strip(_EDGES) for piece in _STRONG.split(text)]
    return [closed(piece) for piece in pieces if closed(piece)]


def closed(text: str) -> str:
    """Return a text without brackets that have lost their other half, or all that was in them."""
    text = re.sub(r"[(\[（]\s*[)\]）]", "", text).strip(_EDGES)
    for opening, closing in ("()", "[]", "（）"):
        if text.count(opening) > text.count(closing) and text.endswith(opening):
            text = text[:-1]
        if text.startswith(opening) and text.endswith(closing) and text.count(opening) == 1:
            text = text[1:-1]
        if text.startswith(closing):
            text = text[1:]
    return text.strip(_EDGES) if any(map(str.isalnum, text)) else ""


def at_word(part: Part) -> list[Part]:
    """Return a part, divided where it says at whom: `Engineer at Example Ltd`."""
    found = _AT.search(part.text)
    if not found:
        return [part]
    return [replace(part, text=part.text[: found.start()]), replace(part, text=part.text[found.end() :])]


def at_commas(part: Part) -> list[Part]:
    """Return a part, divided at its commas outside of brackets; places and suffixes of companies stay whole."""
    pieces = [piece for piece in _COMMA.split(part.text) if piece.strip()]
    made: list[str] = []
    for piece in pieces:
        if (
            made
            and re.fullmatch(
                r"(?:inc|ltd|llc|llp|plc|co|gmbh|corp|s\.?a|jr|ph\.?d|m\.?sc|b\.?sc)\.?", piece, re.IGNORECASE
            )
        ) or (made and is_place(f"{made[-1]}, {piece}") and not is_place(made[-1]) and re.fullmatch("[A-Z]{2}", piece)):
            made[-1] += f", {piece}"
        else:
            made.append(piece)
    return [replace(part, text=text) for text in made]


def split_place(text: str) -> tuple[str, str]:
    """Return a text without the place that it ends with, and the place."""
    pieces = [
        found.start() for found in re.finditer(r"\s*[,，、]\s*(?![^(（]*[)）])|\s*[(（](?=[^()（）]*[)）]$)", text)
    ]
    for at in pieces:
        rest = text[at:].strip(_EDGES + "()（）")
        if is_place(rest):
            return text[:at].strip(_EDGES), rest
    return text, ""
