"""Blocks out of plain text and Markdown: by indents, blank lines, underlines and the signs before bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .blocks import Block, Span
from .markers import begins, follows, is_alike, kind_of, marker_of

_TAB = 4
_UNDERLINE = re.compile(r"\s*([=\-_~*#─═━—])\1{2,}\s*")
_HASHES = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_APART = re.compile(r"\t+|[ \u3000]{3,}|\u3000|\s*\|\s*(?=\|)")
_MARKED_UP = re.compile(
    r"!?\[(?P<words>[^\]\[]*)\]\(<?(?P<url>[^)\s>]*)>?(?:\s+\"[^\"]*\")?\)|"
    r"<(?P<address>(?:https?://|mailto:)?[^\s<>]*[.@][^\s<>]*)>"
    r"|(?P<strong>\*\*|__)(?P<bold>(?=\S).+?(?<=\S))(?P=strong)|"
    r"(?<![\w*_])(?P<mark>[*_])(?P<italic>(?=[^\s*_]).*?[^\s*_])(?P=mark)(?![\w*_])"
)
_FULL = 60
"""So many characters fill a line of most texts that were wrapped by a program."""


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    indent: int
    text: str
    blank_above: bool
    heading: int = 0

    @property
    def length(self) -> int:
        return self.indent + len(self.text)


def blocks_of(text: str, *, markdown: bool) -> list[Block]:
    """Return the blocks of a text."""
    lines = list(_underlined(_lines(text)))
    width = _wrapped_at(lines)
    return [_block(marker, depth, lines, markdown=markdown) for marker, depth, lines in _gathered(lines, width)]


def is_markdown(text: str) -> bool:
    """Tell whether a text has headings or bold words as Markdown marks them."""
    return bool(re.search(r"^#{1,6} \S|\*\*\S[^*\n]*\S\*\*|\[[^\]\n]+\]\(\S+\)", text, re.MULTILINE))


def _lines(text: str) -> Iterator[_Line]:
    blank = True
    for number, raw in enumerate(re.split(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text), 1):
        line = raw.rstrip().expandtabs(_TAB) if not raw.strip("\t ").count("\t") else _leading(raw.rstrip())
        stripped = line.lstrip()
        if stripped:
            hashes = _HASHES.fullmatch(line)
            level, words = (len(hashes[1]), hashes[2]) if hashes and hashes[2] else (0, stripped)
            yield _Line(number, len(line) - len(stripped), words, blank, level)
        blank = not stripped


def _leading(line: str) -> str:
    """Return a line with spaces for the tabs that it begins with; those inside part its words."""
    words = line.lstrip()
    return line[: len(line) - len(words)].expandtabs(_TAB) + words


def _underlined(lines: Iterator[_Line]) -> Iterator[_Line]:
    """Yield the lines; a rule of signs makes a heading of the line above, and says nothing of its own."""
    before: _Line | None = None
    for line in lines:
        rule = _UNDERLINE.fullmatch(line.text)
        if rule and before and not line.blank_above and not before.heading and before.length <= 80:
            before = replace(before, heading=1 if rule[1] in "=═━" else 2)
        elif not rule:
            if before:
                yield before
            before = line
    if before:
        yield before


def _wrapped_at(lines: list[_Line]) -> int:
    """Return the width at which a text was wrapped; a width that no line reaches where it was not."""
    lengths = sorted(line.length for line in lines)
    longest = lengths[-1] if lengths else 0
    nearly = sum(longest * 0.8 <= length for length in lengths)
    return longest if _FULL <= longest <= 130 and nearly >= 3 else 10**9


def _gathered(lines: list[_Line], width: int) -> Iterator[tuple[str, int, list[_Line]]]:
    """Yield each block: its marker, its depth in lists, and its lines."""
    stack: list[tuple[int, str]] = []  # the indents of the lists that the line stands in, and the last marker of each
    block: tuple[str, int, list[_Line]] | None = None
    hanging = 0
    for line in lines:
        marker, rest = ("", line.text) if line.heading else marker_of(line.text)
        if marker and _is_bullet(marker, line.indent, stack):
            while stack and stack[-1][0] > line.indent:
                stack.pop()
            stack = _with(stack, line.indent, marker)
            if block:
                yield block
            hanging = line.indent + len(line.text) - len(rest)
            block = (marker, len(stack), [replace(line, text=rest)])
        elif block and _goes_on(block[2], line, width, hanging if block[1] else None):
            block[2].append(line)
        else:
            if block:
                yield block
            if line.blank_above or not stack or line.indent <= stack[0][0]:
                stack = []
            block = ("", 0, [line])
    if block:
        yield block


def _is_bullet(marker: str, indent: int, stack: list[tuple[int, str]]) -> bool:
    return begins(marker) or any(follows(marker, before) for at, before in stack if abs(at - indent) <= 1)


def _with(stack: list[tuple[int, str]], indent: int, marker: str) -> list[tuple[int, str]]:
    """Return the lists that a bullet stands in: another kind of marker at the same indent is a list inside."""
    for at, (there, before) in enumerate(stack):
        same = marker == before if kind_of(marker) == "bullets" else follows(marker, before)
        if there == indent and same:
            return [*stack[:at], (indent, marker)]
    if stack and stack[-1][0] == indent and is_alike(marker, stack[-1][1]):
        return [*stack[:-1], (indent, marker)]
    return [*stack, (indent, marker)]


def _goes_on(before: list[_Line], line: _Line, width: int, hanging: int | None) -> bool:
    """Tell whether a line is the rest of a paragraph that a program broke."""
    if line.blank_above or line.heading or before[-1].heading:
        return False
    if hanging is not None:
        return line.indent >= hanging or (line.indent > before[0].indent) or _was_full(before[-1], line, width)
    return line.indent == before[0].indent and _was_full(before[-1], line, width)


def _was_full(before: _Line, line: _Line, width: int) -> bool:
    """Tell whether the first word of a line would not have fitted on the line before."""
    first = line.text.split()[0] if line.text.split() else ""
    return before.length >= _FULL and before.length + 1 + len(first) > width


def _block(marker: str, depth: int, lines: list[_Line], *, markdown: bool) -> Block:
    spans: list[Span] = []
    for at, line in enumerate(lines):
        for piece_at, piece in enumerate(_APART.split(line.text)):
            made = _marked_up(piece) if markdown else [Span(piece)]
            if made and spans:
                made[0] = replace(made[0], apart=piece_at > 0, text=made[0].text if piece_at else _after(at, made[0]))
            spans += made
    first = lines[0]
    return Block(tuple(spans), f"line {first.number}", first.heading, marker, depth, gap=first.blank_above)


def _after(line: int, span: Span) -> str:
    return f" {span.text}" if line else span.text


def _marked_up(text: str) -> list[Span]:
    """Return the spans of Markdown: strong, emphasis, links."""
    made, at = [], 0
    for found in _MARKED_UP.finditer(text):
        if found.start() > at:
            made.append(Span(text[at : found.start()]))
        at = found.end()
        if found["url"] is not None:
            made.append(Span(found["words"] or found["url"], url=found["url"]))
        elif found["address"]:
            made.append(Span(found["address"], url=found["address"]))
        elif found["bold"]:
            made += [replace(span, bold=True) for span in _marked_up(found["bold"])]
        else:
            made += [replace(span, italic=True) for span in _marked_up(found["italic"])]
    if at < len(text) or not made:
        made.append(Span(text[at:]))
    return made
