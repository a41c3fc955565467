"""What may change in a design so that the résumé fits a number of pages."""

from __future__ import annotations

from resumekit.theming import Design
from resumekit.theming.manifest import Length, Number, millimetres, points
from resumekit.typeset.fit import Fit, Range

_LEAST_MARGIN = 9.0
"""Millimetres. Some printers cut off anything closer to the edge, and it looks like a mistake."""


def fit_of(design: Design, pages: int) -> Fit:
    """Return the ranges: from the résumé's value to the limits of the theme; margins shrink by a third at most."""
    return Fit(
        pages,
        _range(design, "density", Number),
        _range(design, "size", Length),
        tuple(_margin(millimetres(margin)) for margin in design.margin.split()),
    )


def _range(design: Design, name: str, kind: type[Number | Length]) -> Range | None:
    option = design.theme.manifest.options.get(name)
    if not isinstance(option, Number | Length) or not isinstance(option, kind):
        return None
    values = [str(design.options[name]), option.min, option.max]
    now, least, most = (points(value) if kind is Length else float(value) for value in values)
    return Range(now, least, most)


def _margin(now: float) -> Range:
    return Range(now, min(now, max(_LEAST_MARGIN, now * 2 / 3)), now)
