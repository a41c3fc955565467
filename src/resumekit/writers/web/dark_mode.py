"""Colours for dark mode: each has the same contrast with the dark background as it has with white.

Contrast is defined by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). So text that is legible on white is
legible here, a tint stays a tint, and a line stays as faint as it was.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator

from resumekit.contrast import Channels, contrast, luminance

GROUND = "#15181c"
_MAX_CONTRAST = 14.0
"""The highest contrast of text, as white on black glares."""

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_NESTED = re.compile(r"@[\w-]+[^{};]*\{(?:[^{}]|\{[^{}]*\})*\}")
_HEX = r"(?P<mark>#|%23)(?P<digits>(?:[0-9a-fA-F]{3,4}){1,2})\b"
_NAME = r"(?<![\w-])(?P<name>white|black)(?![\w-])"
_NUMBER = r"\d*\.?\d+"
_THREE = rf"{_NUMBER}(?:%|deg)?(?:[\s,]+{_NUMBER}%?){{2}}"
_FUNCTION = rf"(?P<function>rgb|hsl)a?\(\s*(?P<values>{_THREE})(?P<alpha>\s*[,/]\s*{_NUMBER}%?)?\s*\)"
_COLOUR = re.compile(f"{_HEX}|{_NAME}|{_FUNCTION}")
_SEMICOLON = re.compile(r";(?![^(]*\))")
_NAMED = {"white": "#ffffff", "black": "#000000"}


def dark_style(style: str) -> str:
    """Return the colour declarations of a style sheet again, adapted for dark screens."""
    rules = "\n".join(_dark_rules(_NESTED.sub("", style)))
    ground = f":root {{ color-scheme: dark; background: {GROUND}; }}"
    return f"@media screen and (prefers-color-scheme: dark) {{\n{ground}\n{rules}\n}}\n"


def _dark_rules(style: str) -> Iterator[str]:
    for selector, body in _RULE.findall(style):
        coloured = [part.strip() for part in _SEMICOLON.split(body) if _COLOUR.search(part)]
        if coloured:
            changed = "; ".join(_COLOUR.sub(_dark_match, part) for part in coloured)
            yield f"{selector.strip()} {{ {changed}; }}"


def _dark_match(found: re.Match[str]) -> str:
    """Return the dark counterpart of a colour, in the same notation and with the same transparency."""
    if found["function"]:
        red, green, blue = (round(255 * channel) for channel in _channels(dark(_hexadecimal(found))))
        alpha = (found["alpha"] or "").strip(" ,/")
        return f"rgb({red} {green} {blue}{' / ' + alpha if alpha else ''})"
    if found["name"]:
        return dark(_NAMED[found["name"]])
    digits = found["digits"]
    colour, alpha = (digits[:-1], digits[-1] * 2) if len(digits) == 4 else (digits[:6], digits[6:])
    return found["mark"] + dark(colour).removeprefix("#") + alpha


def _hexadecimal(found: re.Match[str]) -> str:
    """Return `rgb()` or `hsl()` as `#rrggbb`."""
    first, *others = re.split(r"[\s,]+", found["values"].strip())
    if found["function"] == "hsl":
        saturation, lightness = (_share(value, 100) for value in others)
        return _hex(colorsys.hls_to_rgb(float(first.removesuffix("deg")) / 360 % 1, lightness, saturation))
    red, green, blue = (_share(value, 255) for value in (first, *others))
    return _hex((red, green, blue))


def _share(value: str, whole: int) -> float:
    """Return a value, a percentage or a part of `whole`, as a fraction of 1."""
    return min(float(value.removesuffix("%")) / (100 if value.endswith("%") else whole), 1.0)


def dark(colour: str) -> str:
    """Return the colour (`#rrggbb`) of the same hue that has this one's contrast with white on the dark background."""
    channels = _channels(colour)
    wanted = min(contrast(channels, (1, 1, 1)), _MAX_CONTRAST)
    hue, _, saturation = colorsys.rgb_to_hls(*channels)
    ground = _channels(GROUND)
    if wanted < 1.02:
        return GROUND
    levels = (_quantized(colorsys.hls_to_rgb(hue, level / 500, saturation)) for level in range(501))
    made = (found for found in levels if luminance(found) > luminance(ground))
    return _hex(next(found for found in made if contrast(found, ground) >= wanted))


def _channels(colour: str) -> Channels:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _quantized(channels: Channels) -> Channels:
    red, green, blue = (round(channel * 255) / 255 for channel in channels)
    return red, green, blue


def _hex(channels: Channels) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
