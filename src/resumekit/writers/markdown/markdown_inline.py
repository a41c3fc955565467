"""Write inline text as Markdown.

In CommonMark the adjacent characters decide whether a `*` opens or closes emphasis, so not every tree can be written
directly. The text is first split into runs of one style, which are then written with as few delimiters as possible:
links around strong text around emphasis. Where a delimiter would not count, the adjacent letter becomes an entity.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from resumekit.present import Inlines
from resumekit.present.inline import Code, Emphasis, Foreign, LineBreak, Link, Strong, Words

from .markdown_escaping import code_span, escape, escape_text, escape_url, is_boundary, is_symbol, with_entity

_END_OF_LINE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of text in one style. A gap is white space or, as a line feed, a line break."""

    text: str = ""
    kind: Literal["words", "gap", "code"] = "words"
    strong: bool = False
    emphasis: bool = False
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class _Delimiter:
    """A delimiter that opens or closes emphasis."""

    marker: str
    opens: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """Text, escaped except for what depends on adjacent markup."""

    text: str


_Piece = str | _Text | _Delimiter
"""Plain strings, code and link brackets, are written unchanged."""


def inline_markdown(inlines: Inlines, line_break: str = "\\\n") -> str:
    """Return inline text as Markdown. A line break is a backslash at the line end, or `line_break`."""
    runs = list(_runs(inlines, _Run()))
    while runs and runs[-1].kind == "gap" and not runs[-1].link:
        runs.pop()
    return "".join(_with_entities(list(_pieces(_with_plain_gaps(runs), line_break))))


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
    """Yield the words, and the white space around them as separate runs."""
    words = run.text.strip()
    before, _, after = run.text.partition(words) if words else (run.text, "", "")
    parts = (replace(run, text=before, kind="gap"), replace(run, text=words), replace(run, text=after, kind="gap"))
    return (part for part in parts if part.text)


def _with_plain_gaps(runs: list[_Run]) -> Iterator[_Run]:
    """Yield the runs; gaps get the style that both sides share, so that no delimiter is next to white space."""
    for before, group, after in _with_neighbours(_groups(runs, lambda run: (run.kind == "gap", id(run.link)))):
        for run in group:
            is_within = before.link is run.link is after.link
            strong = is_within and before.strong and after.strong
            emphasis = is_within and before.emphasis and after.emphasis and before.strong == after.strong
            yield replace(run, kind="words", strong=strong, emphasis=emphasis) if run.kind == "gap" else run


def _pieces(runs: Iterable[_Run], line_break: str) -> Iterator[_Piece]:
    """Yield text in Markdown, with delimiters where emphasis starts and ends."""
    for group in _groups(runs, lambda run: id(run.link)):  # adjacent links may have the same URL
        link = group[0].link
        if link:
            yield "["
        yield from _emphasised(group, line_break)
        if link:
            yield f"]({escape_url(link.url)})"


def _emphasised(runs: Iterable[_Run], line_break: str) -> Iterator[_Piece]:
    for before, group, after in _with_neighbours(_groups(runs, lambda run: (run.strong, run.emphasis))):
        strong, emphasis = group[0].strong, group[0].emphasis
        # Inside or next to strong text use the other delimiter: `**a***b*` is parsed differently.
        marker = "_" if strong or before.strong or after.strong else "*"
        if strong and not before.strong:
            yield _Delimiter("**", opens=True)
        if emphasis:
            yield _Delimiter(marker, opens=True)
        yield from _leaves(group, line_break)
        if emphasis:
            yield _Delimiter(marker, opens=False)
        if strong and not after.strong:
            yield _Delimiter("**", opens=False)


def _leaves(runs: Iterable[_Run], line_break: str) -> Iterator[_Piece]:
    for group in _groups(runs, lambda run: run.kind):
        text = "".join(run.text for run in group)
        if group[0].kind == "code":
            yield code_span(text)
        elif text:
            yield _Text(line_break.join(map(escape, re.split(r"[ \t]*\n[ \t]*", text))))


def _groups(runs: Iterable[_Run], style: Callable[[_Run], Hashable]) -> list[list[_Run]]:
    return [list(group) for _, group in groupby(runs, style)]


def _with_neighbours(groups: list[list[_Run]]) -> Iterator[tuple[_Run, list[_Run], _Run]]:
    """Yield each group with the last run before it and the first run after it."""
    before = (_Run(), *(group[-1] for group in groups))
    after = (*(group[0] for group in groups[1:]), _Run())
    return zip(before, groups, after, strict=False)


def _with_entities(pieces: list[_Piece]) -> Iterator[str]:
    """Yield the pieces as text, with an entity for each letter that would disable a delimiter."""
    marks = [(at, piece) for at, piece in enumerate(pieces) if isinstance(piece, _Delimiter)]
    # Inner delimiters first: an entity inside strong text counts as punctuation for the outer one.
    for at, mark in sorted(marks, key=lambda found: len(found[1].marker)):
        inwards = 1 if mark.opens else -1
        _, inside = _neighbour(pieces, at, inwards)
        beside, outside = _neighbour(pieces, at, -inwards)
        if (mark.marker == "_" or is_symbol(inside)) and not is_boundary(outside):
            pieces[beside] = _Text(with_entity(_written(pieces[beside]), at_end=mark.opens))
    for piece, following in zip(pieces, [*map(_written, pieces[1:]), ""], strict=False):
        yield escape_text(piece.text, following) if isinstance(piece, _Text) else _written(piece)


def _neighbour(pieces: list[_Piece], at: int, step: int) -> tuple[int, str]:
    """Return the index of the piece next to a row of equal delimiters, and its adjacent character, empty at an end."""
    marker = _written(pieces[at])[0]
    at += step
    while 0 <= at < len(pieces) and isinstance(pieces[at], _Delimiter) and _written(pieces[at])[0] == marker:
        at += step
    text = _written(pieces[at]) if 0 <= at < len(pieces) else ""
    return at, text[:1] if step > 0 else text[-1:]


def _written(piece: _Piece) -> str:
    match piece:
        case _Text(text) | _Delimiter(text):
            return text
    return piece
