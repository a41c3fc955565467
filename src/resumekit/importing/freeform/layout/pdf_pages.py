"""The lines of a PDF in reading order, without the running headers and footers of its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from resumekit.pdfium import Characters, PageOfCharacters

from ..lexicon.date_ranges import is_period
from ..lexicon.word_lists import alternatives
from .blocks import Span
from .pdf_lines import PdfLine, artifact_lines, lines_of

_Key = tuple[str, int]

_MARGIN = 0.09
"""The share of the page height, at the top and at the bottom, where repeated lines are headers and footers."""

_MIN_JUMP = 6
"""How far above the line before it a line has to be to start a new column, in its font size."""


@cache
def _page_number() -> re.Pattern[str]:
    page, of = alternatives("page_numbers", "page"), alternatives("page_numbers", "of")
    return re.compile(rf"(?:{page})?\s*[-–—]?\s*\d{{1,2}}\s*(?:(?:{of})\s*\d{{1,2}})?\s*[-–—]?", re.IGNORECASE)


def lines_in(characters: Characters) -> list[PdfLine]:
    """Return the lines of all pages."""
    numbered = list(_numbered_lines(characters))
    edges = _edge_lines(numbered)
    lines = [line for page, line in numbered if not _is_header_or_footer(line, page, edges)]
    return _in_columns(lines)


def spans_at_edges(characters: Characters) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Yield the lines that `lines_in` omits, with the number of their page; page numbers are not included."""
    numbered = list(_numbered_lines(characters))
    edges = _edge_lines(numbered)
    omitted = [line for page, line in numbered if _is_header_or_footer(line, page, edges)]
    for number, page in enumerate(characters.pages, 1):
        omitted += artifact_lines(page, number)
    yield from ((line.page, tuple(line.spans)) for line in omitted if not _page_number().fullmatch(line.text))


def _numbered_lines(characters: Characters) -> Iterator[tuple[PageOfCharacters, PdfLine]]:
    for number, page in enumerate(characters.pages, 1):
        yield from ((page, line) for line in lines_of(page, number))


def _edge_lines(numbered: Iterable[tuple[PageOfCharacters, PdfLine]]) -> Counter[_Key]:
    """Return the lines at the edges of pages, with the number of pages each is on."""
    seen = {(line.page, _key(line)) for page, line in numbered if _is_at_edge(line, page)}
    return Counter(key for _, key in seen)


def _is_header_or_footer(line: PdfLine, page: PageOfCharacters, edges: Counter[_Key]) -> bool:
    """Return whether a line is a page number, or repeats a line at the edge of an earlier page."""
    if not _is_at_edge(line, page):
        return False
    return bool(_page_number().fullmatch(line.text)) or (line.page > 1 and edges[_key(line)] > 1)


def _in_columns(lines: list[PdfLine]) -> list[PdfLine]:
    """Return the lines in reading order: a column that continues on the next page comes before the one beside it."""
    runs: list[list[PdfLine]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if (
            last is None
            or line.page != last.page
            or (line.y < last.y - _MIN_JUMP * max(line.size, 1.0) and not is_period(line.text))
        ):
            runs.append([])
        runs[-1].append(line)
    result: list[list[PdfLine]] = []
    for run in runs:
        page = run[0].page
        beside = [at for at, other in enumerate(result) if other[0].page == page - 1]
        if len(beside) > 1 or (beside and page > 1 and sum(other[0].page == page for other in runs) > 1):
            above = max(beside, key=lambda at: _overlap(result[at], run))
            result.insert(above + 1, run)
        else:
            run[0].starts_column = run[0].page == (result[-1][-1].page if result else 0)
            result.append(run)
    return [line for run in result for line in run]


def _overlap(run: list[PdfLine], other: list[PdfLine]) -> float:
    """Return how much two runs of lines overlap horizontally; 1 is the most, negative if they are apart."""
    left, right = min(line.x for line in run[-8:]), max(line.right for line in run[-8:])
    low, high = min(line.x for line in other[:8]), max(line.right for line in other[:8])
    return (min(right, high) - max(left, low)) / max(right - left, high - low, 1.0)


def _is_at_edge(line: PdfLine, page: PageOfCharacters) -> bool:
    return line.y < _MARGIN * page.height or line.y > (1 - _MARGIN) * page.height


def _key(line: PdfLine) -> _Key:
    return re.sub(r"\d+", "0", line.text), round(line.y / 4)
