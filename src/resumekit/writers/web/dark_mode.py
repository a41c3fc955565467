"""Colours for a dark screen: each stands out from the dark ground as much as it does from white.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), so what can be read on white can be
read here, a tint stays a tint, and a line as faint as it was.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator

GROUND = "#15181c"
_MOST = 14.0
"""White on black glares: text stands out no more than this."""

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

Channels = tuple[float, float, float]


def dark_style(style: str) -> str:
    """Return what a style sheet says of colours once more, for dark screens."""
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
    """Return the dark counterpart of a colour, written in the same way, and as transparent as it."""
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
        return _written(colorsys.hls_to_rgb(float(first.removesuffix("deg")) / 360 % 1, lightness, saturation))
    red, green, blue = (_share(value, 255) for value in (first, *others))
    return _written((red, green, blue))


def _share(value: str, whole: int) -> float:
    """Return a value, of a hundred if it is a percentage, as a share of one."""
    return min(float(value.removesuffix("%")) / (100 if value.endswith("%") else whole), 1.0)


def dark(colour: str) -> str:
    """Return the colour, `#rrggbb`, with the same hue that stands out from the dark ground as this does from white."""
    channels = _channels(colour)
    wanted = min(_contrast(channels, (1, 1, 1)), _MOST)
    hue, _, saturation = colorsys.rgb_to_hls(*channels)
    ground = _channels(GROUND)
    if wanted < 1.02:
        return GROUND
    levels = (_rounded(colorsys.hls_to_rgb(hue, level / 500, saturation)) for level in range(501))
    made = (found for found in levels if _luminance(found) > _luminance(ground))
    return _written(next(found for found in made if _contrast(found, ground) >= wanted))


def _channels(colour: str) -> Channels:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _rounded(channels: Channels) -> Channels:
    red, green, blue = (round(channel * 255) / 255 for channel in channels)
    return red, green, blue


def _written(channels: Channels) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _contrast(one: Channels, other: Channels) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(channels: Channels) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
