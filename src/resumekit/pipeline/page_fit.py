"""What may change in a design so that the résumé fits a number of pages, or fits by itself."""

from __future__ import annotations

from resumekit.theming import Design
from resumekit.theming.manifest import Length, Number, millimetres, points
from resumekit.typeset.fit import Fit, Range
from resumekit.typeset.self_fit import SelfFit

_LEAST_MARGIN = 9.0
"""Millimetres. Some printers cut off anything closer to the edge, and it looks like a mistake."""


_DENSITY = (0.80, 1.25)
"""How far the density may go by itself, as a part of the theme's: nobody should notice."""

_LEADING = 1.28
"""The least leading that is chosen by itself."""

_SIZE = 0.4
"""Points by which the size of the text may shrink by itself."""


def fit_of(design: Design, pages: int) -> Fit:
    """Return the ranges: from the résumé's value to the limits of the theme; margins shrink by a third at most."""
    return Fit(
        pages,
        _range(design, "density", Number),
        _range(design, "size", Length),
        tuple(_margin(millimetres(margin)) for margin in design.margin.split()),
    )


def self_fit_of(design: Design) -> SelfFit:
    """Return the ranges in which a page fits by itself. What the résumé sets does not change, and no margin does."""
    density, leading, size = (
        None if name in design.given else _range(design, name, kind)
        for name, kind in (("density", Number), ("leading", Number), ("size", Length))
    )
    return SelfFit(
        density and _within(density, density.now * _DENSITY[0], density.now * _DENSITY[1]),
        leading and _within(leading, _LEADING, leading.now),
        size and _within(size, size.now - _SIZE, size.now),
        fit_of(design, 1),
    )


def _within(values: Range, least: float, most: float) -> Range:
    """Return a range within another one, around the same value."""
    return Range(values.now, min(values.now, max(values.least, least)), max(values.now, min(values.most, most)))


def _range(design: Design, name: str, kind: type[Number | Length]) -> Range | None:
    option = design.theme.manifest.options.get(name)
    if not isinstance(option, Number | Length) or not isinstance(option, kind):
        return None
    values = [str(design.options[name]), option.min, option.max]
    now, least, most = (points(value) if kind is Length else float(value) for value in values)
    return Range(now, least, most)


def _margin(now: float) -> Range:
    return Range(now, min(now, max(_LEAST_MARGIN, now * 2 / 3)), now)
