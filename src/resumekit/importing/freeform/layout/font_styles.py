"""Detect bold and italic from the name of a font."""

from __future__ import annotations

import re
from functools import cache

_BOLD = re.compile(
    r"bold|demi|black|heavy|medi(?!um|a|e|n)|cmbx|cmssbx|sfbx|bx\d|[-,]bd\b|-w[6-9]\b|-b\b|extrabd|boldmt",
    re.IGNORECASE,
)
_ITALIC = re.compile(r"ital|obliq|slant|cmti|cmsl|sfti|sfsl|[-,]it\b|-i\b", re.IGNORECASE)
_MIN_BOLD_WEIGHT = 600


@cache
def font_style(font: str, weight: int) -> tuple[bool, bool]:
    """Return whether a font is bold, and whether it is italic."""
    name = font.rpartition("+")[2]
    return bool(_BOLD.search(name)) or weight >= _MIN_BOLD_WEIGHT, bool(_ITALIC.search(name))
