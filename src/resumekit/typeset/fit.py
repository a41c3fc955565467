"""Fitting a page to a number of pages: first the distances give, then the sizes, then the margins.

At most five layouts: as it is, as small as it may be, and three in between; or the same upwards, to fill the last page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_FULL = 0.92
"""A last page that is filled so far, of the height between its margins, is left as it is."""

_HEAVIEST = 3
"""How many entries are named where they are too many."""


@dataclass(frozen=True, slots=True)
class Range:
    """A value as the theme and the résumé have it, the least that it may be, and the most."""

    now: float
    least: float
    most: float

    def at(self, part: float) -> float:
        """Return the value that is a part of the way to the least (up to 1), or to the most (down to -1)."""
        end = self.least if part > 0 else self.most
        return self.now + (end - self.now) * abs(part)


@dataclass(frozen=True, slots=True)
class Fit:
    """How many pages are wanted, and what may change: a factor, points, and each margin in millimetres.

    What a theme does not let change is None.
    """

    pages: int
    density: Range | None
    size: Range | None
    margins: tuple[Range, ...] = ()

    def style(self, step: float) -> str:
        """Return the style of a step between -1, the largest, and 1, the smallest; 0 is the page as it is."""
        rules = [f"--{name}: {value};" for name, value in self.values(step)]
        margins = " ".join(f"{margin.at(_part(step, 2)):.2f}mm" for margin in self.margins)
        return f":root {{{' '.join(rules)}}}" + (f"@page {{margin: {margins}}}" if _part(step, 2) > 0 else "")

    def values(self, step: float) -> Iterator[tuple[str, str]]:
        """Yield the options that a step changes, with their values."""
        density, size = _part(step, 0), _part(step, 1)
        if self.density and density:
            yield "density", f"{self.density.at(density):.2f}"
        if self.size and size:
            yield "size", f"{self.size.at(size):.2f}pt"


@dataclass(frozen=True, slots=True)
class Fitting:
    """What became of it: the number of layouts, the step that was taken, and the values that it changed.

    Where it did not fit at its smallest, `lines` are over, and `heaviest` are the titles of the entries that take the
    most lines, with their number.
    """

    layouts: int
    step: float
    values: tuple[tuple[str, str], ...]
    lines: int = 0
    heaviest: tuple[tuple[str, int], ...] = ()


def fit(render: Callable[[str], Any], wanted: Fit) -> tuple[Any, Fitting]:
    """Return the document that fits best, and how it came about; `render` sets the page with a style added."""
    made = {0.0: render("")}
    if len(made[0.0].pages) > wanted.pages:
        best = _search(render, wanted, made, 1.0)
    elif len(made[0.0].pages) < wanted.pages or _filled(made[0.0]) < _FULL:
        best = _search(render, wanted, made, -1.0)
    else:
        best = 0.0
    document, values = made[best], tuple(wanted.values(best)) if best else ()
    if len(document.pages) <= wanted.pages:
        return document, Fitting(len(made), best, values)
    over = [page._page_box for page in document.pages[wanted.pages :]]
    lines = sum(1 for page in over for _ in _lines(page))
    return document, Fitting(len(made), best, values, lines, tuple(_heaviest(document)))


def _search(render: Callable[[str], Any], wanted: Fit, made: dict[float, Any], end: float) -> float:
    """Set the page at the end of the range, then between; return the step that is to be taken.

    Downwards that is the largest page that fits, upwards as well; the end itself, where nothing fits.
    """

    def fits(step: float) -> bool:
        made[step] = render(wanted.style(step))
        return len(made[step].pages) <= wanted.pages

    if fits(end) == (end < 0):
        return end  # even the largest fits, or not even the smallest
    good, bad = (end, 0.0) if end > 0 else (0.0, end)
    for _ in range(3):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if fits(middle) else (good, middle)
    return good


def _part(step: float, phase: int) -> float:
    """Return how far a step goes in one of three phases: distances, sizes, margins. Upwards there are two."""
    if step < 0 and phase == 2:
        return 0.0
    phases = 3 if step > 0 else 2
    part = min(1.0, max(0.0, abs(step) * phases - phase))
    return part if step > 0 else -part


def _filled(document: Any) -> float:
    """Return how much of the height of the last page is filled."""
    page = document.pages[-1]._page_box
    top, height = page.content_box_y(), page.height
    bottom = max((line.position_y + line.height for line in _lines(page)), default=top)
    return float((bottom - top) / height) if height else 1.0


def _lines(box: Any) -> Iterator[Any]:
    """Yield the lines of a page in the flow of its text."""
    if type(box).__name__ == "LineBox":
        yield box
    elif type(box).__name__ != "MarginBox":
        for child in getattr(box, "children", ()):
            yield from _lines(child)


def _heaviest(document: Any) -> Iterator[tuple[str, int]]:
    """Yield the entries with the most lines, by the text of their first line."""
    lines, entries = Counter[int](), dict[int, Any]()
    for page in document.pages:
        for element, box in _entries(page._page_box):
            entries[id(element)] = element
            lines[id(element)] += sum(1 for _ in _lines(box))
    for key, number in lines.most_common(_HEAVIEST):
        yield _title(entries[key]), number


def _entries(box: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the elements of entries with their boxes on a page, whole: an entry's roles are within it."""
    element = getattr(box, "element", None)
    if element is not None and element.tag == "article":
        yield element, box
    else:
        for child in getattr(box, "children", ()):
            yield from _entries(child)


def _title(element: Any) -> str:
    first = next((line for line in element.iter("div") if "what" in (line.get("class") or "").split()), None)
    heading = first if first is not None else next(element.iter("h3"), element)
    return " ".join(" ".join(heading.itertext()).split())
