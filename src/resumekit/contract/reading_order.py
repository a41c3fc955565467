"""Reading order: every extractor keeps the parts of an entry together, in the order of the résumé."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise

from .finding import Finding
from .outline import WORD, Outline, outline_of
from .sample_render import SampleRender

_COLUMN = 90
"""In CSS pixels: texts whose left edges are at least this far apart are in different columns."""

_HINT = "write the markup in the order of the page, and do not place entries side by side"


def wrong_reading_order(render: SampleRender) -> Iterator[Finding]:
    """Find sections, entries and bullets that are extracted out of order, or mixed with others."""
    if not render.sample.words:
        return
    outline = outline_of(render.view)
    for extractor, texts in render.extracted.items():
        pages = [[word for word in WORD.findall(text.lower()) if word in outline.owners] for text in texts]
        for page in pages:
            yield from _sections(render, extractor, page, outline)
            yield from _torn_apart(render, extractor, page, outline)
        yield from _rows(render, extractor, list(chain(*pages)), outline)


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
    """Find a summary or a bullet that is read before the text above it, or before the date or place of its entry."""
    position = {word: index for index, word in reversed(list(enumerate(words)))}
    for row in outline.rows:
        found = [word for word in row if word in position]
        for above, below in pairwise(found):
            if position[below] < position[above]:
                first, second = render.sample.words[below], render.sample.words[above]
                yield Finding("text-out-of-order", f"`{first}` is read before `{second}`", _HINT, extractor=extractor)
