"""Reading order: every extractor keeps the parts of an entry together, in the order of the résumé."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from statistics import median

from .extractors import IN_FILE_ORDER
from .finding import Finding
from .outline import WORD, Outline, outline_of
from .sample_render import SampleRender

_NEAR = 600
"""The distance in characters within which an extractor that guesses columns has to read most dates from their entry."""

_COLUMN = 90
"""In CSS pixels: texts whose left edges are at least this far apart are in different columns."""

FoundWord = tuple[str, int]
"""A word of the sample, and its position in the extracted text of a page."""

Pages = Sequence[Sequence[FoundWord]]

_HINT = "write the markup in the order of the page, and do not place entries side by side"


def wrong_reading_order(render: SampleRender) -> Iterator[Finding]:
    """Find sections, entries and bullets that are extracted out of order, or mixed with others."""
    if not render.sample.words:
        return
    outline = outline_of(render.view)
    for extractor, pages in render.extracted.items():
        words = [[(found.group(), found.start()) for found in WORD.finditer(page.lower())] for page in pages]
        known = [[(word, at) for word, at in page if word in outline.owners] for page in words]
        if extractor in IN_FILE_ORDER:
            yield from _in_file_order(render, extractor, known, outline)
        elif render.sample.name == "order":
            yield from _in_columns(render, extractor, known, outline)


def _in_file_order(render: SampleRender, extractor: str, pages: Pages, outline: Outline) -> Iterator[Finding]:
    """Check all words of an extractor that keeps the order of the file."""
    words = [[word for word, _ in page] for page in pages]
    for page in words:
        yield from _sections(render, extractor, page, outline)
        yield from _torn_apart(render, extractor, page, outline)
    yield from _rows(render, extractor, list(chain(*words)), outline)


def _in_columns(render: SampleRender, extractor: str, pages: Pages, outline: Outline) -> Iterator[Finding]:
    """Check the core of entries for an extractor that guesses columns; it may read dates a little late."""
    core = [[word for word, _ in page if word in outline.core] for page in pages]
    for page in core:
        yield from _torn_apart(render, extractor, page, outline)
    yield from _rows(render, extractor, list(chain(*core)), outline)
    distances = [distance for page in pages for distance in _distances(page, outline)]
    if distances and median(distances) > _NEAR:
        yield Finding("text-torn-apart", "most dates are read far from their entries", _HINT, extractor=extractor)


def _torn_apart(render: SampleRender, extractor: str, words: Sequence[str], outline: Outline) -> Iterator[Finding]:
    """Find a section, an entry or a role that is interrupted by another one on a page."""
    for depth in (1, 2, 3):
        owner_of = {word: outline.owners[word][:depth] for word in words}
        runs = [(owner, next(run)) for owner, run in groupby(words, owner_of.__getitem__)]
        seen: set[tuple[int, ...]] = set()
        before: tuple[int, ...] = ()
        for owner, word in runs:
            field, beside = render.sample.words[word], owner[:-1] == before[:-1] and 0 not in owner[1:]
            if beside and owner in seen:
                message = f"`{field}` is read apart from the rest of its section or entry"
                yield Finding("text-torn-apart", message, _HINT, extractor=extractor)
                return
            if beside and depth > 1 and owner < before:
                message = f"`{field}` is read after the text below it"
                yield Finding("text-out-of-order", message, _HINT, extractor=extractor)
                return
            seen.add(owner)
            before = owner


def _sections(render: SampleRender, extractor: str, words: Sequence[str], outline: Outline) -> Iterator[Finding]:
    """Find sections out of order; a page has them in the order of the résumé, once, or twice if it has two columns."""
    titles = [word for word in words if word in outline.titles]
    back = [pair for pair in pairwise(titles) if outline.titles.index(pair[1]) < outline.titles.index(pair[0])]
    if len(back) > 1 or any(abs(_left(render, above) - _left(render, below)) < _COLUMN for above, below in back):
        first, second = (render.sample.words[word] for word in reversed(back[-1]))
        message = f"sections are out of order: `{second}` is read before `{first}`"
        hint = "print the sections in the order of the résumé; a second column may follow the first"
        yield Finding("text-out-of-order", message, hint, extractor=extractor)


def _left(render: SampleRender, word: str) -> float:
    return next((run.left for run in render.text_runs if word in run.text.lower() and not run.in_margin), 0.0)


def _rows(render: SampleRender, extractor: str, words: Sequence[str], outline: Outline) -> Iterator[Finding]:
    """Find a summary or a bullet that is read before the text above it."""
    position = {word: index for index, word in reversed(list(enumerate(words)))}
    for row in outline.rows:
        found = [word for word in row if word in position]
        for above, below in pairwise(found):
            if position[below] < position[above]:
                first, second = render.sample.words[below], render.sample.words[above]
                yield Finding("text-out-of-order", f"`{first}` is read before `{second}`", _HINT, extractor=extractor)


def _distances(page: Sequence[FoundWord], outline: Outline) -> Iterator[int]:
    """Yield the distance of each date from its entry, in characters of the extracted text."""
    for word, at in page:
        owner = outline.owners[word]
        entry = [position for other, position in page if other in outline.core and outline.owners[other] == owner]
        if word.isdigit() and entry:
            yield min(abs(position - at) for position in entry)
