"""Build blocks from the lines of a PDF: by its tags if it has any, else by distances, indents and full lines."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from resumekit.pdfium import Characters

from ..lexicon.date_ranges import is_period, period_of
from ..lexicon.vocabulary import is_place
from .blocks import Block, Span, cut, join
from .date_columns import end_of_period, is_end_of_period, with_dates_of_columns
from .list_markers import follows, kind_of, marker_of, starts_list
from .pdf_lines import PdfLine
from .pdf_pages import lines_in

_RightEdges = dict[tuple[int, int], float]

_SHORT_WORD = 4
"""The most letters of a word that joins two parts of a name."""

_LONG_WORD = 45

_LETTER_WIDTH = 0.52
"""The usual width of a letter, in its font size."""

_HYPHENATING_PRODUCERS = re.compile(r"tex|indesign", re.IGNORECASE)


def blocks_of(characters: Characters) -> list[Block]:
    """Return the blocks of a PDF."""
    lines = lines_in(characters)
    leading = _leading(lines)
    paragraphs = _paragraphs(lines, leading)
    hyphenates = bool(_HYPHENATING_PRODUCERS.search(characters.producer))
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).casefold()))
    blocks = _with_late_dates(_blocks(paragraphs, leading, known if hyphenates else None), paragraphs)
    return with_dates_of_columns(blocks)


def _leading(lines: Sequence[PdfLine]) -> float:
    """Return the usual distance between the lines of a paragraph, in their font size."""
    steps = [
        (low.y - high.y) / low.size
        for high, low in itertools.pairwise(lines)
        if low.page == high.page
        and abs(low.size - high.size) < 0.3
        and low.size
        and 0.9 < (low.y - high.y) / low.size < 2.2
    ]
    return sorted(steps)[len(steps) // 4] if steps else 1.2


def _paragraphs(lines: list[PdfLine], leading: float) -> list[list[PdfLine]]:
    """Return the lines grouped by paragraph."""
    right_edges = _right_edges(lines)
    result: list[list[PdfLine]] = []
    for line in lines:
        if result and _continues_paragraph(result[-1], line, leading, right_edges):
            result[-1].append(line)
        else:
            result.append([line])
    return result


def _right_edges(lines: list[PdfLine]) -> _RightEdges:
    """Return how far to the right lines reach that start at about the same `x`, by page and by steps of 20 points."""
    result: _RightEdges = {}
    for line in lines:
        for near in range(round(line.x / 20) - 2, round(line.x / 20) + 3):
            key = line.page, near
            result[key] = max(result.get(key, 0.0), line.right)
    return result


def _continues_paragraph(before: list[PdfLine], line: PdfLine, leading: float, right_edges: _RightEdges) -> bool:
    last = before[-1]
    if line.starts_column:
        return False
    if line.elements[0] and last.elements[-1]:
        if line.elements[0] in last.elements or not line.heading:
            return line.elements[0] in last.elements and (line.page, line.y) > (last.page, last.y)
        same_style = (
            line.heading == last.heading
            and line.spans[0].bold == last.spans[-1].bold
            and not is_period(last.spans[-1].text)
        )
        near = 0.5 < (line.y - last.y) / max(line.size, 1.0) < 1.8
        return same_style and near and (_is_full(last, line, right_edges) or _is_heading_continuation(last, line))
    marker, _ = marker_of(line.text)
    if line.page != last.page or (marker and _has_list_marker(line)) or abs(line.size - last.size) > 0.6:
        return False
    step = (line.y - last.y) / max(line.size, 1.0)
    if not 0.5 < step < leading * 1.22 + 0.05:
        return False
    first = before[0]
    marked = marker_of(first.text)[0] and _has_list_marker(first)
    start = _text_x(first) if marked else first.x if len(before) == 1 else before[1].x
    aligned = abs(line.x - start) < 0.6 * line.size or (
        len(before) == 1 and not marked and -2.5 * line.size < line.x - first.x < 0.1
    )
    if not aligned:
        return False
    return _is_full(last, line, right_edges)


def _is_heading_continuation(last: PdfLine, line: PdfLine) -> bool:
    """Return whether a heading line continues the one above, which is long.

    Either this one starts in lower case, or that one ends in the middle of a phrase, as after `and` or a comma.
    """
    ending = last.text.split(" ")[-1]
    is_open = ending.endswith((",", "&", "/", "-")) or (ending.islower() and len(ending) <= _SHORT_WORD)
    return len(last.text) > _LONG_WORD and (line.text[:1].islower() or is_open)


def _has_list_marker(line: PdfLine) -> bool:
    marker, rest = marker_of(line.text)
    is_marker = kind_of(marker) == "bullets" or starts_list(marker) or bool(rest)
    return bool(marker) and is_marker and not re.match(r"[A-Z]\.", marker)


def _text_x(line: PdfLine) -> float:
    """Return the approximate `x` of a list item's text, after its marker."""
    marker, _ = marker_of(line.text)
    width = (line.right - line.x) / max(len(line.text), 1)
    spans = [span for span in line.spans if span.text.strip()]
    return line.x + max(1.2 * line.size, (len(marker) + 1) * width) if len(spans) < 99 else line.x


def _is_full(last: PdfLine, line: PdfLine, right_edges: _RightEdges) -> bool:
    """Return whether the first word of a line would not have fitted on the line before."""
    right = max(right_edges.get((last.page, round(last.x / 20)), last.right), last.right)
    words = line.text.split()
    if len(last.spans) > 1 and last.spans[-1].separated and _has_room(last, words):
        return False
    width = (line.right - line.x) / max(len(line.text), 1) * (len(words[0]) + 1 if words else 1)
    return last.right + width > right - 0.5 * line.size


def _has_room(last: PdfLine, words: list[str]) -> bool:
    """Return whether a word would have fitted between the start of a line and the text at its right edge."""
    letter = _LETTER_WIDTH * last.size
    before = len(join(last.spans[:-1])) + len(words[0] if words else "")
    return last.x + before * letter < last.right - (len(last.spans[-1].text) + 2) * letter


def _blocks(paragraphs: list[list[PdfLine]], leading: float, known: Counter[str] | None) -> list[Block]:
    stack: list[tuple[float, str]] = []
    result: list[Block] = []
    above: PdfLine | None = None
    for lines in paragraphs:
        first = lines[0]
        spans = _joined_spans(lines, known)
        marker, _ = marker_of(join(spans))
        depth = first.lists
        if marker and (first.lists or _is_list_item(marker, stack)):
            spans = cut(spans, len(join(spans)) - len(marker_of(join(spans))[1]), 10**9)
            spans[:1] = [replace(spans[0], separated=False)] if spans else []
            depth = first.lists or _depth(first.x, marker, stack)
        else:
            marker = ""
            stack = stack if first.lists else []
        gap = (
            above is None
            or first.page != above.page
            or not 0 <= (first.y - above.y) / max(first.size, 1) < leading * 1.3 + 0.1
        )
        if spans:
            heading = max(line.heading for line in lines)
            result.append(Block(tuple(spans), f"page {first.page}", heading, marker, depth, gap, first.starts_column))
        above = lines[-1]
    return result


def _is_list_item(marker: str, stack: list[tuple[float, str]]) -> bool:
    return starts_list(marker) or any(follows(marker, before) for _, before in stack)


def _depth(x: float, marker: str, stack: list[tuple[float, str]]) -> int:
    """Return the number of lists around a list item, by the position of its marker."""
    while stack and stack[-1][0] > x + 2:
        stack.pop()
    if stack and abs(stack[-1][0] - x) <= 2:
        stack[-1] = (x, marker)
    else:
        stack.append((x, marker))
    return len(stack)


def _joined_spans(lines: list[PdfLine], known: Counter[str] | None) -> list[Span]:
    """Return the spans of a paragraph, its lines joined.

    `known` counts the words of the document if it may hyphenate words at line ends, else it is None.
    """
    spans: list[Span] = []
    end = 0  # where the next line continues: before the text at the right edge of the last one
    part = 0
    for line, below in zip_longest(lines, lines[1:]):
        if spans and part and line.parts[0] not in {0, part} and lines[0].heading and is_place(line.spans[0].text):
            spans[end:end] = [replace(line.spans[0], separated=True), *line.spans[1:]]  # a part that did not fit
        elif spans:
            spans[end - 1], joint = _joint(spans[end - 1], line.spans[0].text, known)
            first = replace(line.spans[0], text=joint + line.spans[0].text.lstrip(), separated=False)
            spans[end:end] = [first, *line.spans[1:]]
        else:
            spans = list(line.spans)
        if below:
            before = _spans_before_continuation(line, below)
            end, part = end + before, line.parts[before - 1]
    return spans


def _spans_before_continuation(line: PdfLine, below: PdfLine) -> int:
    """Return the number of spans of a line that come before its continuation on the line below."""
    if below.elements[0]:
        same = [at for at, element in enumerate(line.elements, 1) if element == below.elements[0]]
        return max(same, default=len(line.spans))
    tail = line.spans[-1]
    return len(line.spans) - (len(line.spans) > 1 and tail.separated and period_of(tail.text) is not None)


def _joint(before: Span, after: str, known: Counter[str] | None) -> tuple[Span, str]:
    """Return the end of a line and the text that joins it to the next: none within a hyphenated word."""
    text = before.text.rstrip()
    if len(text) > _LONG_WORD and " " not in text[-_LONG_WORD:]:
        return replace(before, text=text), ""  # an address, or a word too long for a line
    if re.search(r"\S/$", text):
        return replace(before, text=text), ""
    if text.endswith("\u00ad"):
        return replace(before, text=text[:-1]), ""
    if text.endswith("-") and len(text) > 1 and text[-2].isalpha():
        left = re.split(r"[^\w-]", text[:-1])[-1].casefold()
        right = re.split(r"\W", after.lstrip(), maxsplit=1)[0].casefold()
        hyphenated = (
            known is not None
            and after[:1].islower()
            and not (known[f"{left}-{right}"] or (known[left] and known[right]))
        )
        return replace(before, text=text[:-1] if hyphenated else text), ""
    wide = bool(text and after and ord(text[-1]) > 0x2E80 and ord(after.lstrip()[:1] or " ") > 0x2E80)
    return replace(before, text=text), "" if wide else " "


def _with_late_dates(blocks: list[Block], paragraphs: list[list[PdfLine]]) -> list[Block]:
    """Return the blocks, with dates that the file draws after the line they are on joined to that line."""
    if len(blocks) != len(paragraphs):
        return blocks
    result: list[Block] = []
    lines_before: list[list[PdfLine]] = []
    for block, lines in zip(blocks, paragraphs, strict=True):
        is_end = is_end_of_period(block)
        is_late = is_end or (not block.depth and is_period(block.text))
        at = _index_beside(lines, lines_before[-12:]) if is_late else None
        if at is None:
            result.append(block)
            lines_before.append(lines)
        else:
            at += max(0, len(lines_before) - 12)
            spans = end_of_period(block) if is_end else (replace(block.spans[0], separated=True), *block.spans[1:])
            line = result[at]
            result[at] = replace(line, spans=(*line.spans, *spans), heading=max(line.heading, block.heading))
    return result


def _index_beside(lines: list[PdfLine], before: list[list[PdfLine]]) -> int | None:
    date = lines[0]
    if before and _is_below(date, before[-1][-1]):
        return None  # a line of its own, even if a line of another column is beside it
    for at in range(len(before) - 1, -1, -1):
        if any(line.page == date.page and abs(line.y - date.y) < 0.4 * date.size for line in before[at]):
            return at
    return None


def _is_below(line: PdfLine, above: PdfLine) -> bool:
    """Return whether a line is the next one below another, in the same column."""
    is_next = line.page == above.page and 0.4 * line.size < line.y - above.y < 2.5 * line.size
    return is_next and above.x <= line.right and line.x <= above.right
