"""Inline text in Markdown.

CommonMark tells by the characters around it whether a `*` begins or ends emphasis, so that not every tree can be
written as it stands. A text becomes runs first, each of one style, which are then written with as few marks as can be:
links around strong text around emphasis. Where a mark would not count, the letter in its way is written as an entity.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from resumekit.present import Inlines
from resumekit.present.inline import Code, Emphasis, Foreign, LineBreak, Link, Strong, Words

from .markdown_escaping import code_span, escaped, escaped_address, escaped_text, is_boundary, is_sign, with_entity

_END_OF_LINE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of text in one style. A gap is white space or, as a line feed, a break between lines."""

    text: str = ""
    kind: Literal["words", "gap", "code"] = "words"
    strong: bool = False
    emphasis: bool = False
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    """The beginning or the end of emphasis."""

    sign: str
    opens: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """Words, escaped but for what stands beside them."""

    text: str


_Piece = str | _Text | _Mark
"""Code and the brackets of links are written as they stand."""


def inline_markdown(inlines: Inlines, line_break: str = "\\\n") -> str:
    """Return inline text. Its lines end with a backslash, or with what is given instead."""
    runs = list(_runs(inlines, _Run()))
    while runs and runs[-1].kind == "gap" and not runs[-1].link:
        runs.pop()
    return "".join(_effective(list(_pieces(_with_plain_gaps(runs), line_break))))


def _runs(inlines: Inlines, style: _Run) -> Iterator[_Run]:
    for inline in inlines:
        match inline:
            case Words(text) | Foreign(_, text):
                yield from _words_and_gaps(replace(style, text=_END_OF_LINE.sub(" ", text)))
            case Code(text):
                yield replace(style, text=text, kind="code")
            case LineBreak():
                yield replace(style, text="\n", kind="gap")
            case Strong(children):
                yield from _runs(children, replace(style, strong=True))
            case Emphasis(children):
                yield from _runs(children, replace(style, emphasis=True))
            case Link(_, ()):
                yield _Run(link=inline)
            case Link(_, children):
                yield from _runs(children, replace(style, link=inline))


def _words_and_gaps(run: _Run) -> Iterator[_Run]:
    """Yield words, and the white space around them by itself."""
    words = run.text.strip()
    before, _, after = run.text.partition(words) if words else (run.text, "", "")
    parts = (replace(run, text=before, kind="gap"), replace(run, text=words), replace(run, text=after, kind="gap"))
    return (part for part in parts if part.text)


def _with_plain_gaps(runs: list[_Run]) -> Iterator[_Run]:
    """Yield the runs, gaps as emphatic as the words on both sides of them: no mark stands beside white space."""
    for before, group, after in _with_neighbours(_groups(runs, lambda run: (run.kind == "gap", id(run.link)))):
        for run in group:
            is_within = before.link is run.link is after.link
            strong = is_within and before.strong and after.strong
            emphasis = is_within and before.emphasis and after.emphasis and before.strong == after.strong
            yield replace(run, kind="words", strong=strong, emphasis=emphasis) if run.kind == "gap" else run


def _pieces(runs: Iterable[_Run], line_break: str) -> Iterator[_Piece]:
    """Yield text in Markdown, with marks where emphasis begins and ends."""
    for group in _groups(runs, lambda run: id(run.link)):  # two links may lead to the same place
        link = group[0].link
        if link:
            yield "["
        yield from _emphasised(group, line_break)
        if link:
            yield f"]({escaped_address(link.url)})"


def _emphasised(runs: Iterable[_Run], line_break: str) -> Iterator[_Piece]:
    for before, group, after in _with_neighbours(_groups(runs, lambda run: (run.strong, run.emphasis))):
        strong, emphasis = group[0].strong, group[0].emphasis
        # Within strong text or beside it another sign: `**a***b*` is read otherwise.
        sign = "_" if strong or before.strong or after.strong else "*"
        if strong and not before.strong:
            yield _Mark("**", opens=True)
        if emphasis:
            yield _Mark(sign, opens=True)
        yield from _leaves(group, line_break)
        if emphasis:
            yield _Mark(sign, opens=False)
        if strong and not after.strong:
            yield _Mark("**", opens=False)


def _leaves(runs: Iterable[_Run], line_break: str) -> Iterator[_Piece]:
    for group in _groups(runs, lambda run: run.kind):
        text = "".join(run.text for run in group)
        if group[0].kind == "code":
            yield code_span(text)
        elif text:
            yield _Text(line_break.join(map(escaped, re.split(r"[ \t]*\n[ \t]*", text))))


def _groups(runs: Iterable[_Run], style: Callable[[_Run], Hashable]) -> list[list[_Run]]:
    return [list(group) for _, group in groupby(runs, style)]


def _with_neighbours(groups: list[list[_Run]]) -> Iterator[tuple[_Run, list[_Run], _Run]]:
    """Yield each group, between the last run before it and the first run after it."""
    before = (_Run(), *(group[-1] for group in groups))
    after = (*(group[0] for group in groups[1:]), _Run())
    return zip(before, groups, after, strict=False)


def _effective(pieces: list[_Piece]) -> Iterator[str]:
    """Yield the pieces as text, with an entity for each letter that would keep a mark from being one."""
    marks = [(at, piece) for at, piece in enumerate(pieces) if isinstance(piece, _Mark)]
    for at, mark in sorted(marks, key=lambda found: len(found[1].sign)):  # an entity inside strong text is a sign to it
        inwards = 1 if mark.opens else -1
        _, inside = _beside(pieces, at, inwards)
        beside, outside = _beside(pieces, at, -inwards)
        if (mark.sign == "_" or is_sign(inside)) and not is_boundary(outside):
            pieces[beside] = _Text(with_entity(_written(pieces[beside]), at_end=mark.opens))
    for piece, following in zip(pieces, [*map(_written, pieces[1:]), ""], strict=False):
        yield escaped_text(piece.text, following) if isinstance(piece, _Text) else _written(piece)


def _beside(pieces: list[_Piece], at: int, step: int) -> tuple[int, str]:
    """Return the character beside a row of marks of one sign, and the piece that it is in; none at an end."""
    sign = _written(pieces[at])[0]
    at += step
    while 0 <= at < len(pieces) and isinstance(pieces[at], _Mark) and _written(pieces[at])[0] == sign:
        at += step
    text = _written(pieces[at]) if 0 <= at < len(pieces) else ""
    return at, text[:1] if step > 0 else text[-1:]


def _written(piece: _Piece) -> str:
    match piece:
        case _Text(text) | _Mark(text):
            return text
    return piece
