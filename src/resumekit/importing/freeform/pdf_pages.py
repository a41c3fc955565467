"""The lines of a whole PDF in the order of reading, without what stands at the edge of each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from resumekit.pdfium import Characters, PageOfCharacters

from .blocks import Span
from .pdf_lines import PdfLine, lines_beside, lines_of
from .periods import is_period

_Key = tuple[str, int]

_EDGE = 0.09
"""The part of a page's height at its head and foot where what is repeated on each page is no text."""

_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s*[-–—]?\s*\d{1,2}\s*(?:(?:/|of|von|de|sur)\s*\d{1,2})?\s*[-–—]?", re.IGNORECASE
)
_JUMP = 6


def lines_in(characters: Characters) -> list[PdfLine]:
    """Return the lines of all pages."""
    edges = _edges(characters)
    return _in_columns([line for page, line in _told(characters) if not _is_furniture(line, page, edges)])


def spans_at_edges(characters: Characters) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Yield what `lines_in` leaves out, with the number of its page; numbers of pages say nothing."""
    edges = _edges(characters)
    left = [line for page, line in _told(characters) if _is_furniture(line, page, edges)]
    for number, page in enumerate(characters.pages, 1):
        left += lines_beside(page, number)
    yield from ((line.page, tuple(line.spans)) for line in left if not _PAGE_NUMBER.fullmatch(line.text))


def _told(characters: Characters) -> Iterator[tuple[PageOfCharacters, PdfLine]]:
    for number, page in enumerate(characters.pages, 1):
        yield from ((page, line) for line in lines_of(page, number))


def _edges(characters: Characters) -> Counter[_Key]:
    """Return what stands at the edge of pages, and of how many."""
    there = {(line.page, _key(line)) for page, line in _told(characters) if _is_at_edge(line, page)}
    return Counter(key for _, key in there)


def _is_furniture(line: PdfLine, page: PageOfCharacters, edges: Counter[_Key]) -> bool:
    """Tell whether a line is the number of a page, or repeats what stands at the edge of the one before."""
    if not _is_at_edge(line, page):
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or (line.page > 1 and edges[_key(line)] > 1)


def _in_columns(lines: list[PdfLine]) -> list[PdfLine]:
    """Return the lines in the order of reading: a column that goes on over pages before the one beside it."""
    runs: list[list[PdfLine]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if (
            last is None
            or line.page != last.page
            or (line.y < last.y - _JUMP * max(line.size, 1.0) and not is_period(line.text))
        ):
            runs.append([])
        runs[-1].append(line)
    made: list[list[PdfLine]] = []
    for run in runs:
        page = run[0].page
        beside = [at for at, other in enumerate(made) if other[0].page == page - 1]
        if len(beside) > 1 or (beside and page > 1 and sum(other[0].page == page for other in runs) > 1):
            above = max(beside, key=lambda at: _overlap(made[at], run))
            made.insert(above + 1, run)
        else:
            run[0].column = run[0].page == (made[-1][-1].page if made else 0)
            made.append(run)
    return [line for run in made for line in run]


def _overlap(run: list[PdfLine], other: list[PdfLine]) -> float:
    """Return how much two runs of lines stand below each other, from 0 to 1."""
    left, right = min(line.x for line in run[-8:]), max(line.right for line in run[-8:])
    low, high = min(line.x for line in other[:8]), max(line.right for line in other[:8])
    return (min(right, high) - max(left, low)) / max(right - left, high - low, 1.0)


def _is_at_edge(line: PdfLine, page: PageOfCharacters) -> bool:
    return line.y < _EDGE * page.height or line.y > (1 - _EDGE) * page.height


def _key(line: PdfLine) -> _Key:
    return re.sub(r"\d+", "0", line.text), round(line.y / 4)
