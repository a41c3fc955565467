"""What a LaTeX document is told of its look: the paper, the sizes and fonts that were chosen, its scripts."""

from __future__ import annotations

import re
from typing import Any

from resumekit.present import ResumeView

from .design import Design
from .latex_escaping import length
from .latex_scripts import CJK, script_of
from .latex_writer import markup
from .manifest import SAME

_USUAL = {
    "accent": "#000000",
    "font": "Inter",
    "heading-font": SAME,
    "photo-size": "25mm",
    "size": "9.6pt",
    "leading": "1.38",
    "density": "1",
    "dates": "end",
    "page-numbers": True,
    "justify": False,
}
"""For themes that leave out an option that others share."""

_SERIF = frozenset({"EB Garamond", "Newsreader", "Source Serif 4"})
"""The families that Latin Modern Roman stands in for, rather than its sans."""

# The shapes that fontspec knows, the family of these shapes where it is installed, and the language to Babel.
_EAST_ASIAN = {
    "ja": ("Japanese", "Noto Sans CJK JP", "japanese"),
    "ko": ("Korean", "Noto Sans CJK KR", "korean"),
    "zh-Hant": ("Chinese Traditional", "Noto Sans CJK TC", "chinese-hant"),
    "zh-HK": ("Chinese Hong Kong", "Noto Sans CJK HK", "chinese-hant"),
    "zh": ("Chinese Simplified", "Noto Sans CJK SC", "chinese"),
}
_FROM_RIGHT = {"fa": "persian", "he": "hebrew", "ur": "urdu"}
"""The languages from right to left that Babel has names for; another one is set like Arabic."""

_FOREIGN = re.compile(r"\\foreign\{([^}]*)\}")


def style_of(design: Design, view: ResumeView, content: str) -> dict[str, Any]:
    """Return the values that a template prints, as TeX; `content` is all that the document will say."""
    chosen = {**_USUAL, **design.options}
    script = script_of(view.language)
    heading = SAME if script.family else chosen["heading-font"]
    texts = {
        "paper": f"{design.paper.lower()}paper",
        **_margins(design.margin),
        "accent": _hexadecimal(str(chosen["accent"])),
        "font": script.family or chosen["font"],
        "heading_font": "" if heading == SAME else heading,
        "size": length(str(chosen["size"])),
        "leading": chosen["leading"],
        "density": chosen["density"],
        "photo": length(str(chosen["photo-size"])),
        "dates": chosen["dates"],
        "sample": script.sample,
    }
    return {
        **{name: markup(str(value)) for name, value in texts.items()},
        "serif": chosen["font"] in _SERIF,
        "numbered": bool(chosen["page-numbers"]),
        "justified": bool(chosen["justify"]),
        "fallback": r"\fallback{" in content,
        "rtl": r"\rtl{" in content,
        "foreign": [_tongue(tag) for tag in sorted(set(_FOREIGN.findall(content)))],
        "east_asian": _tongue(view.language) if script.family == CJK else None,
        "right_to_left": markup(_FROM_RIGHT.get(view.language.split("-")[0], "arabic"))
        if view.direction == "rtl"
        else "",
    }


def options_of(design: Design) -> dict[str, Any]:
    """Return the theme's own options as TeX has them: lengths in its units, colours without their sign."""
    return {
        name: markup(_hexadecimal(value) if value.startswith("#") else length(value))
        if isinstance(value, str)
        else value
        for name, value in design.options.items()
    }


def _tongue(tag: str) -> dict[str, Any]:
    known = [name for name in _EAST_ASIAN if f"{tag}-".startswith(f"{name}-")] or ["zh"]
    shapes, family, babel = map(markup, _EAST_ASIAN[known[0]])
    return {"tag": markup(tag), "shapes": shapes, "family": family, "babel": babel}


def _margins(css: str) -> dict[str, str]:
    """Return the four margins that one to four lengths of CSS stand for."""
    top, *others = css.split()
    right = others[0] if others else top
    bottom = others[1] if len(others) > 1 else top
    left = others[2] if len(others) > 2 else right
    return {"top": length(top), "right": length(right), "bottom": length(bottom), "left": length(left)}


def _hexadecimal(colour: str) -> str:
    digits = colour.removeprefix("#").upper()
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
