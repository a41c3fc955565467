"""Blocks out of the lines of a PDF: by tags where it has them, by distances, indents and full lines else."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from resumekit.pdfium import Characters

from .blocks import Block, Span, cut, join
from .markers import begins, follows, kind_of, marker_of
from .pdf_lines import PdfLine
from .pdf_pages import lines_in
from .periods import is_period, period_of

_LONG_WORD = 45
_LETTER = 0.52
"""The width of most letters, in their size."""

_BREAKS_WORDS = re.compile(r"tex|indesign", re.IGNORECASE)


def blocks_of(characters: Characters) -> list[Block]:
    """Return the blocks of a PDF."""
    lines = lines_in(characters)
    leading = _leading(lines)
    joined = _joined(lines, leading)
    breaks_words = bool(_BREAKS_WORDS.search(characters.producer))
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).casefold()))
    return _with_late_dates(_blocks(joined, leading, known if breaks_words else None), joined)


def _leading(lines: Sequence[PdfLine]) -> float:
    """Return the usual distance between the lines of a paragraph, in their size."""
    steps = [
        (low.y - high.y) / low.size
        for high, low in itertools.pairwise(lines)
        if low.page == high.page
        and abs(low.size - high.size) < 0.3
        and low.size
        and 0.9 < (low.y - high.y) / low.size < 2.2
    ]
    return sorted(steps)[len(steps) // 4] if steps else 1.2


def _joined(lines: list[PdfLine], leading: float) -> list[list[PdfLine]]:
    """Return the lines of each paragraph together."""
    edges = _edges(lines)
    made: list[list[PdfLine]] = []
    for line in lines:
        if made and _goes_on(made[-1], line, leading, edges):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def _edges(lines: list[PdfLine]) -> dict[tuple[int, int], float]:
    """Return how far to the right lines reach that begin about the same place."""
    made: dict[tuple[int, int], float] = {}
    for line in lines:
        for near in range(round(line.x / 20) - 2, round(line.x / 20) + 3):
            key = line.page, near
            made[key] = max(made.get(key, 0.0), line.right)
    return made


def _goes_on(before: list[PdfLine], line: PdfLine, leading: float, edges: dict[tuple[int, int], float]) -> bool:
    last = before[-1]
    if line.column:
        return False
    if line.elements[0] and last.elements[-1]:
        if line.elements[0] in last.elements or not line.heading:
            return line.elements[0] in last.elements and (line.page, line.y) > (last.page, last.y)
        alike = (
            line.heading == last.heading
            and line.spans[0].bold == last.spans[-1].bold
            and not is_period(last.spans[-1].text)
        )
        near = 0.5 < (line.y - last.y) / max(line.size, 1.0) < 1.8
        return alike and near and (_is_full(last, line, edges) or _is_rest(last, line))
    sign, _ = marker_of(line.text)
    if line.page != last.page or (sign and _is_marked(line)) or abs(line.size - last.size) > 0.6:
        return False
    step = (line.y - last.y) / max(line.size, 1.0)
    if not 0.5 < step < leading * 1.22 + 0.05:
        return False
    first = before[0]
    marked = marker_of(first.text)[0] and _is_marked(first)
    start = _text_x(first) if marked else first.x if len(before) == 1 else before[1].x
    aligned = abs(line.x - start) < 0.6 * line.size or (
        len(before) == 1 and not marked and -2.5 * line.size < line.x - first.x < 0.1
    )
    if not aligned:
        return False
    return _is_full(last, line, edges)


def _is_rest(last: PdfLine, line: PdfLine) -> bool:
    """Tell whether a line of a heading is the rest of the one above: that is long, and it begins small."""
    return line.text[:1].islower() and len(last.text) > _LONG_WORD


def _is_marked(line: PdfLine) -> bool:
    sign, rest = marker_of(line.text)
    return bool(sign) and (kind_of(sign) == "bullets" or begins(sign) or bool(rest)) and not re.match(r"[A-Z]\.", sign)


def _text_x(line: PdfLine) -> float:
    """Return about where the words of a bullet begin: behind its sign."""
    sign, _ = marker_of(line.text)
    width = (line.right - line.x) / max(len(line.text), 1)
    spans = [span for span in line.spans if span.text.strip()]
    return line.x + max(1.2 * line.size, (len(sign) + 1) * width) if len(spans) < 99 else line.x


def _is_full(last: PdfLine, line: PdfLine, edges: dict[tuple[int, int], float]) -> bool:
    """Tell whether the first word of a line would not have fitted on the one before."""
    right = max(edges.get((last.page, round(last.x / 20)), last.right), last.right)
    words = line.text.split()
    if len(last.spans) > 1 and last.spans[-1].apart and _has_room(last, words):
        return False
    width = (line.right - line.x) / max(len(line.text), 1) * (len(words[0]) + 1 if words else 1)
    return last.right + width > right - 0.5 * line.size


def _has_room(last: PdfLine, words: list[str]) -> bool:
    """Tell whether a word would have fitted between what a line begins with and what stands at its right edge."""
    letter = _LETTER * last.size
    before = len(join(last.spans[:-1])) + len(words[0] if words else "")
    return last.x + before * letter < last.right - (len(last.spans[-1].text) + 2) * letter


def _blocks(joined: list[list[PdfLine]], leading: float, known: Counter[str] | None) -> list[Block]:
    stack: list[tuple[float, str]] = []
    made: list[Block] = []
    above: PdfLine | None = None
    for lines in joined:
        first = lines[0]
        spans = _run_together(lines, known)
        sign, _ = marker_of(join(spans))
        depth = first.lists
        if sign and (first.lists or _counts(sign, first, stack)):
            spans = cut(spans, len(join(spans)) - len(marker_of(join(spans))[1]), 10**9)
            spans[:1] = [replace(spans[0], apart=False)] if spans else []
            depth = first.lists or _depth(first.x, sign, stack)
        else:
            sign = ""
            stack = stack if first.lists else []
        gap = (
            above is None
            or first.page != above.page
            or not 0 <= (first.y - above.y) / max(first.size, 1) < leading * 1.3 + 0.1
        )
        if spans:
            heading = max(line.heading for line in lines)
            made.append(Block(tuple(spans), f"page {first.page}", heading, sign, depth, gap, first.column))
        above = lines[-1]
    return made


def _counts(sign: str, line: PdfLine, stack: list[tuple[float, str]]) -> bool:
    return begins(sign) or any(follows(sign, before) for _, before in stack)


def _depth(x: float, sign: str, stack: list[tuple[float, str]]) -> int:
    """Return how many lists a bullet stands in, by where its sign stands."""
    while stack and stack[-1][0] > x + 2:
        stack.pop()
    if stack and abs(stack[-1][0] - x) <= 2:
        stack[-1] = (x, sign)
    else:
        stack.append((x, sign))
    return len(stack)


def _run_together(lines: list[PdfLine], known: Counter[str] | None) -> list[Span]:
    """Return the spans of a paragraph, its lines joined; `known` are its words, where words may be broken."""
    spans: list[Span] = []
    end = 0  # where the next line goes on: before what stood at the right edge of the last one
    for line in lines:
        if spans:
            spans[end - 1], joint = _joint(spans[end - 1], line.spans[0].text, known)
            first = replace(line.spans[0], text=joint + line.spans[0].text.lstrip(), apart=False)
            spans[end:end] = [first, *line.spans[1:]]
        else:
            spans = list(line.spans)
        end = len(spans) if line is lines[-1] else end + _inner(line, lines[lines.index(line) + 1])
    return spans


def _inner(line: PdfLine, below: PdfLine) -> int:
    """Return how many spans of a line stand before the place where the line below goes on."""
    if below.elements[0]:
        same = [at for at, element in enumerate(line.elements, 1) if element == below.elements[0]]
        return max(same, default=len(line.spans))
    tail = line.spans[-1]
    return len(line.spans) - (len(line.spans) > 1 and tail.apart and period_of(tail.text) is not None)


def _joint(before: Span, after: str, known: Counter[str] | None) -> tuple[Span, str]:
    """Return the end of a line and what stands between it and the next: nothing in a word that was broken."""
    text = before.text.rstrip()
    if len(text) > _LONG_WORD and " " not in text[-_LONG_WORD:]:
        return replace(before, text=text), ""  # an address, or a word that no line can hold
    if re.search(r"\S/$", text):
        return replace(before, text=text), ""
    if text.endswith("\u00ad"):
        return replace(before, text=text[:-1]), ""
    if text.endswith("-") and len(text) > 1 and text[-2].isalpha():
        left = re.split(r"[^\w-]", text[:-1])[-1].casefold()
        right = re.split(r"\W", after.lstrip(), maxsplit=1)[0].casefold()
        broken = (
            known is not None
            and after[:1].islower()
            and not (known[f"{left}-{right}"] or (known[left] and known[right]))
        )
        return replace(before, text=text[:-1] if broken else text), ""
    wide = bool(text and after and ord(text[-1]) > 0x2E80 and ord(after.lstrip()[:1] or " ") > 0x2E80)
    return replace(before, text=text), "" if wide else " "


def _with_late_dates(blocks: list[Block], joined: list[list[PdfLine]]) -> list[Block]:
    """Return the blocks; a date that the file draws later than the line that it stands on joins that line."""
    if len(blocks) != len(joined):
        return blocks
    made: list[Block] = []
    lines_before: list[list[PdfLine]] = []
    for block, lines in zip(blocks, joined, strict=True):
        at = _line_beside(lines, lines_before[-12:]) if not block.depth and is_period(block.text) else None
        if at is None:
            made.append(block)
            lines_before.append(lines)
        else:
            at += max(0, len(lines_before) - 12)
            spans = (replace(block.spans[0], apart=True), *block.spans[1:])
            made[at] = replace(made[at], spans=(*made[at].spans, *spans), heading=max(made[at].heading, block.heading))
    return made


def _line_beside(lines: list[PdfLine], before: list[list[PdfLine]]) -> int | None:
    date = lines[0]
    for at in range(len(before) - 1, -1, -1):
        if any(line.page == date.page and abs(line.y - date.y) < 0.4 * date.size for line in before[at]):
            return at
    return None
