"""Fitting a résumé to a number of pages: first by changing the spacing, then the font size, then the margins.

This takes at most five layouts: the original, the smallest allowed, and three in between; or likewise with the largest
allowed, to fill the last page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .page_fill import Hole, lines_in, rows_in, title_of

_FULL = 0.92
"""A last page that is filled to this part of the height between its margins is left unchanged."""

_HEAVIEST = 3
"""The number of entries to list if the résumé does not fit."""


@dataclass(frozen=True, slots=True)
class Range:
    """The value that the theme and the résumé set, with its lower and upper bound."""

    now: float
    least: float
    most: float

    def at(self, part: float) -> float:
        """Return the value at a fraction of the way to the lower bound (1) or the upper bound (-1)."""
        end = self.least if part > 0 else self.most
        return self.now + (end - self.now) * abs(part)


@dataclass(frozen=True, slots=True)
class Fit:
    """The wanted number of pages, and the values that may change: density (a factor), size (points), margins (mm).

    A value that the theme does not allow to change is None.
    """

    pages: int
    density: Range | None
    size: Range | None
    margins: tuple[Range, ...] = ()

    def style(self, step: float) -> str:
        """Return the style of a step between -1 (the largest) and 1 (the smallest); 0 is the original."""
        rules = [f"--{name}: {value};" for name, value in self.values(step)]
        margins = " ".join(f"{margin.at(_part(step, 2)):.2f}mm" for margin in self.margins)
        return f":root {{{' '.join(rules)}}}" + (f"@page {{margin: {margins}}}" if _part(step, 2) > 0 else "")

    def values(self, step: float) -> Iterator[tuple[str, str]]:
        """Yield the options that a step changes, with their new values."""
        density, size = _part(step, 0), _part(step, 1)
        if self.density and density:
            yield "density", f"{self.density.at(density):.2f}"
        if self.size and size:
            yield "size", f"{self.size.at(size):.2f}pt"


@dataclass(frozen=True, slots=True)
class Fitting:
    """The result of fitting: the number of layouts, the chosen step, and the values that it changed.

    If the résumé does not fit even at its smallest, `lines` is the number of lines in excess, and `heaviest` lists the
    titles of the entries with the most lines, each with its number of lines.

    Where the page should fit by itself and still does not: `last`, how full a nearly empty last page is, from 0 to 1,
    whether asking for one page less `may_save` it, and the `holes` at the feet of other pages.
    """

    layouts: int
    step: float = 0.0
    values: tuple[tuple[str, str], ...] = ()
    lines: int = 0
    heaviest: tuple[tuple[str, int], ...] = ()
    last: float | None = None
    may_save: bool = False
    holes: tuple[Hole, ...] = ()

    @property
    def changes(self) -> str:
        """The values that it changed, as text: `density 0.93, leading 1.32`."""
        return ", ".join(f"{name} {value}" for name, value in self.values)


def fit(render: Callable[[str], Any], wanted: Fit) -> tuple[Any, Fitting]:
    """Return the layout that fits best, and how it was found; `render` lays out the page with an additional style."""
    layouts = {0.0: render("")}
    if len(layouts[0.0].pages) > wanted.pages:
        best = _search(render, wanted, layouts, 1.0)
    elif len(layouts[0.0].pages) < wanted.pages or _filled(layouts[0.0]) < _FULL:
        best = _search(render, wanted, layouts, -1.0)
    else:
        best = 0.0
    document, values = layouts[best], tuple(wanted.values(best)) if best else ()
    if len(document.pages) <= wanted.pages:
        return document, Fitting(len(layouts), best, values)
    excess = [page._page_box for page in document.pages[wanted.pages :]]
    lines = sum(rows_in(page) for page in excess)
    return document, Fitting(len(layouts), best, values, lines, tuple(_heaviest(document)))


def _search(render: Callable[[str], Any], wanted: Fit, layouts: dict[float, Any], end: float) -> float:
    """Try the end of the range, then steps in between, adding each to `layouts`; return the best step.

    That is the step with the largest page that fits, or the smallest one if nothing fits.
    """

    def fits(step: float) -> bool:
        layouts[step] = render(wanted.style(step))
        return len(layouts[step].pages) <= wanted.pages

    if fits(end) == (end < 0):
        return end  # even the largest fits, or even the smallest does not
    good, bad = (end, 0.0) if end > 0 else (0.0, end)
    for _ in range(3):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if fits(middle) else (good, middle)
    return good


def _part(step: float, phase: int) -> float:
    """Return how far a step goes in one of the phases: 0 spacing, 1 size, 2 margins. Enlarging leaves the margins."""
    if step < 0 and phase == 2:
        return 0.0
    phases = 3 if step > 0 else 2
    part = min(1.0, max(0.0, abs(step) * phases - phase))
    return part if step > 0 else -part


def _filled(document: Any) -> float:
    """Return how much of the height of the last page is filled, from 0 to 1."""
    page = document.pages[-1]._page_box
    top, height = page.content_box_y(), page.height
    bottom = max((line.position_y + line.height for line in lines_in(page)), default=top)
    return float((bottom - top) / height) if height else 1.0


def _heaviest(document: Any) -> Iterator[tuple[str, int]]:
    """Yield the titles of the entries with the most lines, each with its number of lines."""
    lines, entries = Counter[int](), dict[int, Any]()
    for page in document.pages:
        for element, box in _entries(page._page_box):
            entries[id(element)] = element
            lines[id(element)] += rows_in(box)
    for key, number in lines.most_common(_HEAVIEST):
        yield title_of(entries[key]), number


def _entries(box: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the elements of entries with their boxes on a page. Roles belong to their entry and are not separate."""
    element = getattr(box, "element", None)
    if element is not None and element.tag == "article":
        yield element, box
    else:
        for child in getattr(box, "children", ()):
            yield from _entries(child)
