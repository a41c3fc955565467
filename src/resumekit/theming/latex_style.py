"""The design of a LaTeX document: paper, sizes, fonts and scripts, as values for its template."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from resumekit.contrast import Channels, contrast
from resumekit.present import ResumeView

from .column_widths import longest_date, longest_label
from .design import Design
from .latex_escaping import length
from .latex_markup import markup
from .latex_scripts import CJK, script_of
from .manifest import SAME, Line, millimetres
from .photo_shapes import PHOTO_FOCUS, photo_shape
from .shared_defaults import shared_option, shared_options
from .style_properties import StyleProperties

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

_GAPS = ("gap-head", "gap-section", "gap-heading", "gap-entry", "gap-role", "gap-body", "gap-bullet", "gap-group")
_WEIGHED = ("name", "heading", "title", "organization")
"""The parts of a page whose weight is a property of its style."""

_LONG_NAMES = ((34, 0.68), (26, 0.8), (0, 1))
"""The factor for the size of a name from so many characters on, as in `parts.html.j2` and `base.css`."""

_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)

_FOREIGN = re.compile(r"\\foreign\{([^}]*)\}")


def style_of(design: Design, view: ResumeView, content: str) -> dict[str, Any]:
    """Return the values that a template prints, as TeX; `content` is the whole text of the document."""
    option = partial(shared_option, design)
    script = script_of(view.language)
    heading = SAME if script.family else option("heading-font")
    texts = {
        "paper": f"{design.paper.lower()}paper",
        **{side: length(margin) for side, margin in design.margins.items()},
        "font": script.family or option("font"),
        "heading_font": "" if heading == SAME else heading,
        "size": length(str(option("size"))),
        "leading": option("leading"),
        "density": option("density"),
        "photo": length(str(option("photo-size"))),
        "sample": script.sample,
        **_colours_and_sizes(design, view),
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


def _colours_and_sizes(design: Design, view: ResumeView) -> dict[str, str]:
    """Return what the theme's style sheets say about colours, weights, sizes and distances."""
    settings = {name: value for name, value in shared_options(design).items() if isinstance(value, str)}
    properties, size = StyleProperties(design.theme, settings), settings["size"]
    rule = properties.rule("rule")
    colours = {name: properties.colour(name) for name in ("ink", "quiet", "heading-colour")}
    colours |= {"accent": settings["accent"], "rule-colour": rule.colour}
    sizes = {name: properties.sizes(name, size) for name in ("name-size", "headline-size", "heading-size", *_GAPS)}
    sizes["name-size"] *= next(factor for characters, factor in _LONG_NAMES if view.name_length >= characters)
    weights = {name: _weight(properties.number(f"{name}-weight")) for name in _WEIGHED}
    for name in ("title", "organization"):
        weights[name] += r"\itshape" if properties.is_italic(f"{name}-style") else ""
    accent = _channels(settings["accent"])
    one = millimetres(size)
    heads = min(max(30, 1.16 * one * longest_label(view) + 4), 62)
    dates = max(millimetres(properties.length("date-column", "37mm")), one * (1.12 * longest_date(view) + 1))
    return {
        **{name.replace("-", "_"): _hexadecimal(colour) for name, colour in colours.items()},
        **{name.replace("-", "_"): f"{number:.3g}" for name, number in sizes.items()},
        **{f"{name}_style": commands for name, commands in weights.items()},
        "rule": f"{rule.width}bp",
        "on_accent": "black" if contrast(accent, _BLACK) > contrast(accent, _WHITE) else "white",
        "dashed": "dashed" if rule.dashed else "",
        "between": properties.text("between"),
        "heads": properties.length("heads", f"{heads:.3g}mm"),
        "date_column": f"{dates:.3g}mm",
    }


def _weight(number: float) -> str:
    """Return the command for a weight; the families have no face that is lighter than the regular one."""
    return r"\bfseries" if number >= 600 else r"\medium" if number >= 500 else ""


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


def _channels(colour: str) -> Channels:
    digits = _hexadecimal(colour)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue
