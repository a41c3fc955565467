"""The design of a LaTeX document: paper, sizes, fonts and scripts, as values for its template."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from resumekit.present import ResumeView

from .design import Design
from .latex_escaping import length
from .latex_markup import markup
from .latex_scripts import CJK, script_of
from .manifest import SAME, Line
from .photo_shapes import PHOTO_FOCUS, photo_shape
from .shared_defaults import shared_option

_SERIF = frozenset({"EB Garamond", "Newsreader", "Source Serif 4"})
"""The families that are replaced by Latin Modern Roman where they are missing; others by Latin Modern Sans."""

# For each language: fontspec's name for its glyph shapes, an installed family that has them, and Babel's language name.
_EAST_ASIAN = {
    "ja": ("Japanese", "Noto Sans CJK JP", "japanese"),
    "ko": ("Korean", "Noto Sans CJK KR", "korean"),
    "zh-Hant": ("Chinese Traditional", "Noto Sans CJK TC", "chinese-hant"),
    "zh-HK": ("Chinese Hong Kong", "Noto Sans CJK HK", "chinese-hant"),
    "zh": ("Chinese Simplified", "Noto Sans CJK SC", "chinese"),
}
_FROM_RIGHT = {"fa": "persian", "he": "hebrew", "ur": "urdu"}
"""Babel's names of right-to-left languages; all others are set as Arabic."""

_FOREIGN = re.compile(r"\\foreign\{([^}]*)\}")


def style_of(design: Design, view: ResumeView, content: str) -> dict[str, Any]:
    """Return the values that a template prints, as TeX; `content` is the whole text of the document."""
    option = partial(shared_option, design)
    script = script_of(view.language)
    heading = SAME if script.family else option("heading-font")
    texts = {
        "paper": f"{design.paper.lower()}paper",
        **{side: length(margin) for side, margin in design.margins.items()},
        "accent": _hexadecimal(str(option("accent"))),
        "font": script.family or option("font"),
        "heading_font": "" if heading == SAME else heading,
        "size": length(str(option("size"))),
        "leading": option("leading"),
        "density": option("density"),
        "photo": length(str(option("photo-size"))),
        "dates": option("dates"),
        "sample": script.sample,
    }
    wide, high = photo_shape(str(option("photo")))
    photo = {"photo_wide": wide, "photo_high": high, "below_photo": round(100 * (1 - PHOTO_FOCUS))}
    return {
        **photo,
        **{name: markup(str(value)) for name, value in texts.items()},
        "serif": option("font") in _SERIF,
        "numbered": bool(option("page-numbers")),
        "justified": bool(option("justify")),
        "fallback": r"\fallback{" in content,
        "rtl": r"\rtl{" in content,
        "foreign": [_language_setup(tag) for tag in sorted(set(_FOREIGN.findall(content)))],
        "east_asian": _language_setup(view.language) if script.family == CJK else None,
        "right_to_left": markup(_FROM_RIGHT.get(view.language.split("-")[0], "arabic"))
        if view.direction == "rtl"
        else "",
    }


def options_of(design: Design) -> dict[str, Any]:
    """Return the values of the theme's options as TeX: lengths in its units, colours without the `#`.

    A template escapes texts itself.
    """
    declared = design.theme.manifest.options
    return {
        name: markup(_hexadecimal(value) if value.startswith("#") else length(value))
        if isinstance(value, str) and not isinstance(declared.get(name), Line)
        else value
        for name, value in design.options.items()
    }


def _language_setup(tag: str) -> dict[str, Any]:
    known = [name for name in _EAST_ASIAN if f"{tag}-".startswith(f"{name}-")] or ["zh"]
    shapes, family, babel = map(markup, _EAST_ASIAN[known[0]])
    return {"tag": markup(tag), "shapes": shapes, "family": family, "babel": babel}


def _hexadecimal(colour: str) -> str:
    digits = colour.removeprefix("#").upper()
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
