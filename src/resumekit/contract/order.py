"""What belongs together is read together, and in its order, by every reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from statistics import median

from .finding import Finding
from .outline import WORD, Outline, outline_of
from .readers import EXACT
from .trial import Trial

_NEAR = 600
"""So many characters from its entry a date may be read by those who guess columns, and most dates have to be."""

_COLUMN = 90
"""In CSS pixels: what begins so far to the side of something stands in another column."""

Read = tuple[str, int]
"""A word of the sample, and where in the text of a page it was read."""

_HINT = "let the markup have the order of the page, and no entry stand beside another"


def reading_order(trial: Trial) -> Iterator[Finding]:
    """Find sections, entries and bullets that are read out of order, or mixed with others."""
    if not trial.sample.words:
        return
    outline = outline_of(trial.view)
    for reader, pages in trial.readings.items():
        read = [[(found.group(), found.start()) for found in WORD.finditer(page.lower())] for page in pages]
        known = [[(word, at) for word, at in page if word in outline.owners] for page in read]
        if reader in EXACT:
            yield from _exactly(trial, reader, known, outline)
        elif trial.sample.name == "order":
            yield from _by_guess(trial, reader, known, outline)


def _exactly(trial: Trial, reader: str, pages: Sequence[Sequence[Read]], outline: Outline) -> Iterator[Finding]:
    """Hold everything against what a reader says that goes by the order of the file."""
    words = [[word for word, _ in page] for page in pages]
    for page in words:
        yield from _sections(trial, reader, page, outline)
        yield from _torn_apart(trial, reader, page, outline)
    yield from _rows(trial, reader, list(chain(*words)), outline)


def _by_guess(trial: Trial, reader: str, pages: Sequence[Sequence[Read]], outline: Outline) -> Iterator[Finding]:
    """Hold the core of entries against what a reader says that guesses columns; its dates may be a little late."""
    core = [[word for word, _ in page if word in outline.core] for page in pages]
    for page in core:
        yield from _torn_apart(trial, reader, page, outline)
    yield from _rows(trial, reader, list(chain(*core)), outline)
    distances = [distance for page in pages for distance in _distances(page, outline)]
    if distances and median(distances) > _NEAR:
        yield Finding("text-torn-apart", "most dates are read far from their entries", _HINT, reader=reader)


def _torn_apart(trial: Trial, reader: str, words: Sequence[str], outline: Outline) -> Iterator[Finding]:
    """Find what is interrupted on a page: a section by another, an entry by another, a role by another."""
    for depth in (1, 2, 3):
        whose = {word: outline.owners[word][:depth] for word in words}
        runs = [(owner, next(run)) for owner, run in groupby(words, whose.__getitem__)]
        seen: set[tuple[int, ...]] = set()
        before: tuple[int, ...] = ()
        for owner, word in runs:
            field, beside = trial.sample.words[word], owner[:-1] == before[:-1] and 0 not in owner[1:]
            if beside and owner in seen:
                message = f"`{field}` is read apart from what it belongs to"
                yield Finding("text-torn-apart", message, _HINT, reader=reader)
                return
            if beside and depth > 1 and owner < before:
                message = f"`{field}` is read after what stands below it"
                yield Finding("text-out-of-order", message, _HINT, reader=reader)
                return
            seen.add(owner)
            before = owner


def _sections(trial: Trial, reader: str, words: Sequence[str], outline: Outline) -> Iterator[Finding]:
    """Find sections out of order: on a page they run in the order of the résumé, at most twice, in two columns."""
    titles = [word for word in words if word in outline.titles]
    back = [pair for pair in pairwise(titles) if outline.titles.index(pair[1]) < outline.titles.index(pair[0])]
    if len(back) > 1 or any(abs(_left(trial, above) - _left(trial, below)) < _COLUMN for above, below in back):
        first, second = (trial.sample.words[word] for word in reversed(back[-1]))
        message = f"`{second}` is read before `{first}`, against the order of the résumé"
        hint = "print sections in their order; a second column may follow the first"
        yield Finding("text-out-of-order", message, hint, reader=reader)


def _left(trial: Trial, word: str) -> float:
    return next((piece.left for piece in trial.pieces if word in piece.text.lower() and not piece.in_margin), 0.0)


def _rows(trial: Trial, reader: str, words: Sequence[str], outline: Outline) -> Iterator[Finding]:
    """Find a summary or a bullet that is read before what it stands below."""
    at = {word: location for location, word in reversed(list(enumerate(words)))}
    for row in outline.rows:
        there = [word for word in row if word in at]
        for above, below in pairwise(there):
            if at[below] < at[above]:
                first, second = trial.sample.words[below], trial.sample.words[above]
                yield Finding("text-out-of-order", f"`{first}` is read before `{second}`", _HINT, reader=reader)


def _distances(page: Sequence[Read], outline: Outline) -> Iterator[int]:
    """Yield how far each date is read from its entry, in characters."""
    for word, at in page:
        owner = outline.owners[word]
        near = [location for other, location in page if other in outline.core and outline.owners[other] == owner]
        if word.isdigit() and near:
            yield min(abs(location - at) for location in near)
