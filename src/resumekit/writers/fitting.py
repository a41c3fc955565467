"""What a look leaves open for a page that is to fill so many pages."""

from __future__ import annotations

from resumekit.theming import Design
from resumekit.theming.manifest import Length, Number
from resumekit.typeset.fit import Fit, Range

_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
_LEAST_MARGIN = 9.0
"""In millimetres: less is cut off by some printers, and looks like a mistake."""


def fit_of(design: Design, pages: int) -> Fit:
    """Return what may change: from what the résumé has to what the theme allows, and margins by a third at most."""
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
    now, least, most = (
        (millimetres(value) / _MILLIMETRES["pt"]) if kind is Length else float(value) for value in values
    )
    return Range(now, least, most)


def _margin(now: float) -> Range:
    return Range(now, min(now, max(_LEAST_MARGIN, now * 2 / 3)), now)


def millimetres(length: str) -> float:
    """Return a length of a manifest, such as `9.6pt`, in millimetres."""
    return float(length[:-2]) * _MILLIMETRES[length[-2:]]
