"""A page that fits by itself: when the last page is nearly empty, or a page ends in a hole, a little less spacing.

Only a slight change is allowed: first of the density, then of the leading, then of the font size. How much is estimated
from the first layout: how far the text is too long, against how much of its height may shrink. At most two more layouts
follow, and the original is kept if none is better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import Any

from .fit import Fit, Fitting, Range
from .page_fill import (
    MILLIMETRE,
    Page,
    column_of,
    dropped_space,
    first_part,
    holes_in,
    is_nearly_empty,
    lines_in,
    pages_of,
    pages_with_holes,
    spacing,
)

_MORE_LAYOUTS = 2

_FARTHEST = 3.0
"""The step in which each of the options is at its bound."""

_CAUTION = 1.1
_LEAST = 4.0
"""How much more than estimated to shrink, as a factor and in pixels: an estimate that falls short costs a layout."""

_PROGRESS = 0.25
"""The least by which the last layout goes further: sizes are rounded to a tenth of a point, a quarter of a step."""

_ELASTIC = 0.8
"""The part of the distances that depends on the density; the rest is padding, and what keeps dates in their lines."""

_REWRAPPED = 1.3
"""How much more a smaller size saves than its own height: some paragraphs need a line less."""

_HOPE = 1.15
"""How far beyond its bounds an estimate is still tried."""

_ROUNDING = 1e-6

_ROOM = 0.60
"""A single page that is less full than this opens up, at `_DRAFT` fully."""
_AIRY = 0.45
_VISIBLE = 1.1
"""A density that grows by less is not worth a layout."""
_DRAFT = 0.33
"""A page that is less full than this is left alone: more spacing would not fill it."""


@dataclass(frozen=True, slots=True)
class SelfFit:
    """The values that may change a little: density (a factor), leading, size (points); None where they may not.

    `forced` has the values that may change if the résumé asks for a number of pages, which a remark may recommend.
    """

    density: Range | None
    leading: Range | None
    size: Range | None
    forced: Fit

    def values(self, step: float) -> Iterator[tuple[str, str]]:
        """Yield the options that a step changes: one step for each option, in order; below 0, the density grows."""
        options = (("density", self.density, 2, ""), ("leading", self.leading, 2, ""), ("size", self.size, 1, "pt"))
        for number, (name, allowed, digits, unit) in enumerate(options):
            if allowed and (part := _part(step, number)):
                value = max(allowed.least, floor(allowed.at(part) * 10**digits + _ROUNDING) / 10**digits)
                if value != allowed.now:
                    yield name, f"{value:g}{unit}"

    def style(self, step: float) -> str:
        """Return the style of a step."""
        return f":root {{{' '.join(f'--{name}: {value};' for name, value in self.values(step))}}}"


@dataclass(frozen=True, slots=True)
class Shrinkage:
    """How much the height of some pages shrinks with each of three steps."""

    parts: tuple[float, float, float]

    def at(self, step: float) -> float:
        """Return how much it shrinks up to a step."""
        return sum(part * min(1.0, max(0.0, step - number)) for number, part in enumerate(self.parts))

    def step_for(self, height: float, start: float = 0.0) -> float | None:
        """Return the least step that shrinks it by a height, beyond what an earlier step does; None if no step does."""
        wanted = height + self.at(start)
        total = self.at(_FARTHEST)
        if total <= self.at(start) or wanted > total * _HOPE:
            return None
        step = 0.0
        for part in self.parts:
            if wanted <= part:
                return max(start, step + max(0.0, wanted) / part if part else step)
            wanted -= part
            step += 1.0
        return _FARTHEST


def fit_itself(render: Callable[[str], Any], wanted: SelfFit) -> tuple[Any, Fitting]:
    """Return the best of at most three layouts; `render` lays out the page with an additional style."""
    document = render("")
    layouts = [(0.0, document, pages_of(document))]
    if opening := _opening(layouts[0][2], wanted):
        opened = render(wanted.style(opening))
        is_better = len(opened.pages) == 1
        return (opened, Fitting(2, opening, tuple(wanted.values(opening)))) if is_better else (document, Fitting(2))
    while step := _next_step(layouts, wanted):
        tried = render(wanted.style(step))
        layouts.append((step, tried, pages_of(tried)))
    better = [layout for layout in layouts if is_no_emptier(layout[2], layouts[0][2])]
    step, document, pages = min(better, key=lambda layout: (len(layout[2]), _blemishes(layout[2]), layout[0]))
    return document, _fitting(len(layouts), step, pages, wanted)


def is_no_emptier(pages: Sequence[Page], before: Sequence[Page]) -> bool:
    """Return whether the last page is full enough, or was not fuller before."""
    return len(pages) < len(before) or not is_nearly_empty(pages) or pages[-1].fill >= before[-1].fill


def _opening(pages: Sequence[Page], wanted: SelfFit) -> float:
    """Return a step below 0 for a single page with much room, else 0."""
    if len(pages) != 1 or not wanted.density or not _DRAFT <= pages[0].fill < _ROOM:
        return 0.0
    step = -min(1.0, (_ROOM - pages[0].fill) / (_ROOM - _AIRY))
    return step if wanted.density.at(step) >= wanted.density.now * _VISIBLE else 0.0


def _next_step(layouts: Sequence[tuple[float, Any, Sequence[Page]]], wanted: SelfFit) -> float:
    """Return the step to try next, estimated from the last layout; 0 if nothing would help."""
    step, _, pages = layouts[-1]
    if len(layouts) > _MORE_LAYOUTS:
        return 0.0
    steps = list(_steps(pages, wanted, step, is_last=len(layouts) == _MORE_LAYOUTS))
    if is_nearly_empty(pages):
        steps = steps[:1]
    return max((each for each in steps if each > step), default=0.0)


def _steps(pages: Sequence[Page], wanted: SelfFit, start: float, *, is_last: bool) -> Iterator[float]:
    """Yield the step that makes each page high enough, if there is one.

    What pages before the nearest one gain is of no use where it is less than the next thing needs. So it counts for
    whether a step is enough, but not, when there `is_last` chance, for how far to go.
    """
    for first, end, height in _excesses(pages):
        step = _shrinkage(pages[first : end + 1], wanted, start).step_for(_safely(height), start)
        if step is not None and is_last:
            nearest = max(first, min(end, len(pages) - 2))
            near = _shrinkage(pages[nearest : end + 1], wanted, start)
            further = near.step_for(_safely(height) * _CAUTION, start) or _FARTHEST
            step = max(further, min(_FARTHEST, start + _PROGRESS))
        if step is not None:
            yield step


def _excesses(pages: Sequence[Page]) -> Iterator[tuple[int, int, float]]:
    """Yield how much too high some pages are, each as its first and last index: first to save the last page.

    A hole before a nearly empty page is not closed: that page would be emptier still.
    """
    last = len(pages) - 1 if is_nearly_empty(pages) else None
    ends = ([] if last is None else [last]) + [hole + 1 for hole in pages_with_holes(pages) if hole + 1 != last]
    for end in ends:
        first = max(index for index in range(end) if index == 0 or pages[index].forced)
        height = pages[end].foot if end == last else first_part(pages[end])
        yield (
            first,
            end if end == last else end - 1,
            height + dropped_space(pages[end - 1], pages[end]) - pages[end - 1].rest,
        )


def _shrinkage(pages: Sequence[Page], wanted: SelfFit, step: float) -> Shrinkage:
    """Return how much pages shrink, from their layout at a step."""
    between, lines = spacing(pages, column_of(pages[-1]))
    if wanted.density:
        between /= wanted.density.at(_part(step, 0)) / wanted.density.now
    changes = (_change(wanted.density), _change(wanted.leading), _change(wanted.size))
    sizes = (between * _ELASTIC, lines, (between + lines) * _REWRAPPED)
    return Shrinkage((sizes[0] * changes[0], sizes[1] * changes[1], sizes[2] * changes[2]))


def _safely(height: float) -> float:
    return max(0.0, height) * _CAUTION + _LEAST


def _change(values: Range | None) -> float:
    """Return by which part a value may shrink."""
    return max(0.0, 1 - values.least / values.now) if values and values.now else 0.0


def _part(step: float, number: int) -> float:
    """Return how far a step goes in one of the options."""
    if step < 0:
        return step if number == 0 else 0.0
    return min(1.0, max(0.0, step - number))


def _blemishes(pages: Sequence[Page]) -> int:
    return is_nearly_empty(pages) + sum(1 for _ in pages_with_holes(pages))


def _fitting(layouts: int, step: float, pages: Sequence[Page], wanted: SelfFit) -> Fitting:
    """Return the result, with what is still wrong with the pages."""
    made, holes = Fitting(layouts, step, tuple(wanted.values(step))), tuple(holes_in(pages))
    if not is_nearly_empty(pages):
        return replace(made, holes=holes)
    lines = sum(1 for _ in lines_in(pages[-1].box))
    return replace(made, holes=holes, lines=lines, last=pages[-1].fill, may_save=_may_save(pages, wanted.forced))


def _may_save(pages: Sequence[Page], forced: Fit) -> bool:
    """Estimate whether one page less is enough, if the résumé asks for it."""
    (first, _, excess), *_ = _excesses(pages)
    between, lines = spacing(pages[first:], column_of(pages[-2]))
    gain = between * _ELASTIC * _change(forced.density) + (between + lines) * _change(forced.size)
    tops = [forced.margins[index % len(forced.margins)] for index in (0, 2)] if forced.margins else []
    taller = sum(margin.now - margin.least for margin in tops) * MILLIMETRE
    return gain + taller * (len(pages) - 1 - first) >= _safely(excess)
