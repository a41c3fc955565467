"""Build blocks from plain text and Markdown: by indents, blank lines, underlines and list markers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .blocks import Block, Span
from .list_markers import follows, is_same_list, kind_of, marker_of, starts_list

_TAB_WIDTH = 4
_RULE = re.compile(r"\s*([=\-_~*#─═━—])\1{2,}\s*")
_HASHES = re.compile(r" {0,3}(#{1,6})\s+(.*)")
_SEPARATOR = re.compile(r"\t+|[ \u3000]{3,}|\u3000|(?:(?<!\s)\s+)?\|\s*(?=\|)")
_MARKUP = re.compile(
    r"!?\[(?P<words>[^\]\[]*)\]\(<?(?P<url>[^)\s>]{0,2000})>?(?:\s+\"[^\"]{0,500}\")?\)|"
    r"<(?P<address>(?=[^\s<>]*[.@])[^\s<>]+)>"
    r"|(?P<strong>\*\*|__)(?P<bold>(?=\S).{1,500}?(?<=\S))(?P=strong)|"
    r"(?<![\w*_])(?P<mark>[*_])(?P<italic>(?=[^\s*_]).{0,500}?[^\s*_])(?P=mark)(?![\w*_])"
)
"""Links, bold text and italics, none so long that a line of opening marks takes more than linear time."""

_MIN_FULL_LINE = 60
"""The fewest characters of a full line in a text that a program wrapped."""


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
    lines = list(_without_rules(_lines(text)))
    width = _wrap_width(lines)
    return [_block(marker, depth, lines, markdown=markdown) for marker, depth, lines in _grouped(lines, width)]


def is_markdown(text: str) -> bool:
    """Return whether a text has headings, bold text or links in Markdown."""
    return bool(re.search(r"^#{1,6} \S|\*\*\S[^*\n]*\S\*\*|\[[^\[\]\n]+\]\([^\s\[]+\)", text, re.MULTILINE))


def _lines(text: str) -> Iterator[_Line]:
    blank = True
    for number, raw in enumerate(re.split(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text), 1):
        line = raw.rstrip()
        line = _with_expanded_indent(line) if "\t" in raw.strip("\t ") else line.expandtabs(_TAB_WIDTH)
        stripped = line.lstrip()
        if stripped:
            hashes = _HASHES.fullmatch(line)
            title = hashes[2].rstrip().rstrip("#").rstrip() if hashes else ""
            level, words = (len(hashes[1]), title) if hashes and title else (0, stripped)
            yield _Line(number, len(line) - len(stripped), words, blank, level)
        blank = not stripped


def _with_expanded_indent(line: str) -> str:
    """Return a line with its leading tabs expanded; tabs inside it separate its parts."""
    words = line.lstrip()
    return line[: len(line) - len(words)].expandtabs(_TAB_WIDTH) + words


def _without_rules(lines: Iterator[_Line]) -> Iterator[_Line]:
    """Yield the lines without rules such as `=====`; a rule makes the line above it a heading."""
    before: _Line | None = None
    for line in lines:
        rule = _RULE.fullmatch(line.text)
        if rule and before and not line.blank_above and not before.heading and before.length <= 80:
            before = replace(before, heading=1 if rule[1] in "=═━" else 2)
        elif not rule:
            if before:
                yield before
            before = line
    if before:
        yield before


def _wrap_width(lines: list[_Line]) -> int:
    """Return the width at which a text was wrapped; if it was not, a width that no line reaches."""
    lengths = sorted(line.length for line in lines)
    longest = lengths[-1] if lengths else 0
    nearly = sum(longest * 0.8 <= length for length in lengths)
    return longest if _MIN_FULL_LINE <= longest <= 130 and nearly >= 3 else 10**9


def _grouped(lines: list[_Line], width: int) -> Iterator[tuple[str, int, list[_Line]]]:
    """Yield the marker, the list depth and the lines of each block."""
    stack: list[tuple[int, str]] = []  # the indent and the last marker of each list around the line
    block: tuple[str, int, list[_Line]] | None = None
    text_indent = 0
    for line in lines:
        marker, rest = ("", line.text) if line.heading else marker_of(line.text)
        if marker and _is_list_item(marker, line.indent, stack):
            while stack and stack[-1][0] > line.indent:
                stack.pop()
            stack = _with_item(stack, line.indent, marker)
            if block:
                yield block
            text_indent = line.indent + len(line.text) - len(rest)
            block = (marker, len(stack), [replace(line, text=rest)])
        elif block and _continues_paragraph(block[2], line, width, text_indent if block[1] else None):
            block[2].append(line)
        else:
            if block:
                yield block
            if line.blank_above or not stack or line.indent <= stack[0][0]:
                stack = []
            block = ("", 0, [line])
    if block:
        yield block


def _is_list_item(marker: str, indent: int, stack: list[tuple[int, str]]) -> bool:
    return starts_list(marker) or any(follows(marker, before) for at, before in stack if abs(at - indent) <= 1)


def _with_item(stack: list[tuple[int, str]], indent: int, marker: str) -> list[tuple[int, str]]:
    """Return the lists around a list item: another kind of marker at the same indent starts a nested list."""
    for at, (indent_before, before) in enumerate(stack):
        same = marker == before if kind_of(marker) == "bullets" else follows(marker, before)
        if indent_before == indent and same:
            return [*stack[:at], (indent, marker)]
    if stack and stack[-1][0] == indent and is_same_list(marker, stack[-1][1]):
        return [*stack[:-1], (indent, marker)]
    return [*stack, (indent, marker)]


def _continues_paragraph(before: list[_Line], line: _Line, width: int, text_indent: int | None) -> bool:
    """Return whether a line continues a paragraph that a program wrapped."""
    if line.blank_above or line.heading or before[-1].heading:
        return False
    if text_indent is not None:
        return line.indent >= text_indent or (line.indent > before[0].indent) or _was_full(before[-1], line, width)
    return line.indent == before[0].indent and _was_full(before[-1], line, width)


def _was_full(before: _Line, line: _Line, width: int) -> bool:
    """Return whether the first word of a line would not have fitted on the line before."""
    first = line.text.split()[0] if line.text.split() else ""
    return before.length >= _MIN_FULL_LINE and before.length + 1 + len(first) > width


def _block(marker: str, depth: int, lines: list[_Line], *, markdown: bool) -> Block:
    spans: list[Span] = []
    for at, line in enumerate(lines):
        for piece_at, piece in enumerate(_SEPARATOR.split(line.text)):
            parts = _markdown_spans(piece) if markdown else [Span(piece)]
            if parts and spans:
                text = parts[0].text if piece_at else _with_space(at, parts[0])
                parts[0] = replace(parts[0], separated=piece_at > 0, text=text)
            spans += parts
    first = lines[0]
    return Block(tuple(spans), f"line {first.number}", first.heading, marker, depth, gap=first.blank_above)


def _with_space(line: int, span: Span) -> str:
    return f" {span.text}" if line else span.text


def _markdown_spans(text: str) -> list[Span]:
    """Return the spans of Markdown text: bold, italics, links."""
    result, at = [], 0
    for found in _MARKUP.finditer(text):
        if found.start() > at:
            result.append(Span(text[at : found.start()]))
        at = found.end()
        if found["url"] is not None:
            result.append(Span(found["words"] or found["url"], url=found["url"]))
        elif found["address"]:
            result.append(Span(found["address"], url=found["address"]))
        elif found["bold"]:
            result += [replace(span, bold=True) for span in _markdown_spans(found["bold"])]
        else:
            result += [replace(span, italic=True) for span in _markdown_spans(found["italic"])]
    if at < len(text) or not result:
        result.append(Span(text[at:]))
    return result
