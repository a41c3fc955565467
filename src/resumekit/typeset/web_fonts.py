"""Web fonts: the font faces of a page, subset to its characters and embedded as data URLs."""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import sfnt
from .folders import BUNDLED_FONTS, Folders
from .fontconfig import FALLBACK_FAMILIES, SERIF_FALLBACK_FAMILIES, SERIF_FAMILIES
from .subset import Libraries, Subsetter, harfbuzz

_PROPERTY = re.compile(r"--([\w-]+):\s*([^;}]+)")
_IN_USE = re.compile(r"(?<![\w-])font(?:-family)?:\s*([^;}]+)")
_TEXT_FAMILY = re.compile(r'--font:\s*"([^"]+)"')
_QUOTED = re.compile(r'"([^"]+)"')
_WEIGHT = re.compile(r"font-weight:\s*(\d+)|font:[^;}]*?\b([1-9]00)\b")
_STRONG = re.compile(r"<(?:strong|b)>|font-weight:\s*bold")
_SLANTED = re.compile(r"<em>|italic")
_NEVER_DRAWN = {"\n", "\r", "\t"}


@dataclass(frozen=True)
class Face:
    """A font file."""

    path: Path

    @cached_property
    def data(self) -> bytes:
        """The content of the file."""
        return self.path.read_bytes()

    @cached_property
    def weight_and_slant(self) -> tuple[int, bool]:
        """The weight on the scale of CSS, and whether the face is italic."""
        return sfnt.weight_and_slant(self.data)


def font_faces(text: str, style: str, folders: Folders) -> tuple[str, tuple[str, ...]]:
    """Return the `@font-face` rules with which the text is drawn, and the fallback families among them.

    Without HarfBuzz, both are empty, and browsers show the page in a font of the reader's machine.
    """
    libraries = harfbuzz()
    if not libraries:
        return "", ()
    characters = set(text + text.upper() if "uppercase" in style else text) - _NEVER_DRAWN
    left = set(characters)
    rules = ""
    fallbacks: list[str] = []
    for family in families_in(style):  # with all characters: only the style knows which ones are in titles
        added, drawn = _rules(libraries, family, characters, wanted_faces(text, style), folders)
        rules += added
        left -= drawn
    is_serif = set(_TEXT_FAMILY.findall(style)[-1:]) <= set(SERIF_FAMILIES)
    upright = {(weight, False) for weight, _ in wanted_faces(text, style)}
    for family in dict.fromkeys((*(SERIF_FALLBACK_FAMILIES if is_serif else ()), *FALLBACK_FAMILIES)) if left else ():
        added, drawn = _rules(libraries, family, left, upright, folders)
        if added:
            rules, fallbacks = rules + added, [*fallbacks, family]
            left -= drawn
    return rules, tuple(fallbacks)


def families_in(style: str) -> tuple[str, ...]:
    """Return the font families that a style sheet uses: in the last value of each custom property, and in `font`."""
    properties = {name: value for name, value in _PROPERTY.findall(style) if name != "fallback"}
    used = (value for values in (properties.values(), _IN_USE.findall(style)) for value in values)
    return tuple(dict.fromkeys(family for value in used for family in _QUOTED.findall(value)))


def wanted_faces(text: str, style: str) -> set[tuple[int, bool]]:
    """Return the weights that a page uses, each upright, and also italic if the page contains italics."""
    weights = {400, *(int(first or second) for first, second in _WEIGHT.findall(style))}
    weights |= {700} if _STRONG.search(text + style) else set()
    slants = (False, True) if _SLANTED.search(text + style) else (False,)
    return {(weight, slant) for weight in weights for slant in slants}


def _rules(
    libraries: Libraries, family: str, characters: Iterable[str], wanted: set[tuple[int, bool]], folders: Folders
) -> tuple[str, set[str]]:
    """Return the rules for a family, and the characters that it has."""
    rules, drawn = "", set[str]()
    for face in _nearest(list(_faces_of(family, folders)), wanted):
        font = Subsetter(libraries, face.data)
        if (has := font.has(characters) - {" "}) and (cut := font.cut({*has, " ", "\N{NO-BREAK SPACE}"})):
            rules += _rule(family, *face.weight_and_slant, sfnt.woff(cut))
            drawn |= has | {" "}
        font.close()
    return rules, drawn


def _rule(family: str, weight: int, italic: bool, font: bytes) -> str:
    data = base64.b64encode(font).decode("ascii")
    slant = "italic" if italic else "normal"
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {slant}; '
        f'src: url("data:font/woff;base64,{data}") format("woff"); }}\n'
    )


def _nearest(faces: list[Face], wanted: set[tuple[int, bool]]) -> list[Face]:
    """Return the nearest face for each weight and slant, each face once."""

    def distance(face: Face, weight: int, slant: bool) -> tuple[bool, int, str]:
        has, italic = face.weight_and_slant
        return italic != slant, abs(has - weight), face.path.name

    if not faces:
        return []
    nearest = (min(faces, key=lambda face: distance(face, *want)) for want in sorted(wanted))
    return list(dict.fromkeys(nearest))


def _faces_of(family: str, folders: Folders) -> Iterator[Face]:
    """Yield the faces of a family from the first folder that has it, as the typesetter finds them."""
    for folder in folders.fonts():
        own = folder / family.lower().replace(" ", "-")
        paths = sorted(path for path in (own if own.is_dir() else folder).rglob("*.[ot]tf"))
        faces = [Face(path) for path in paths if own.is_dir() or folder != BUNDLED_FONTS.resolve()]
        if found := [face for face in faces if _is_of(face, family)]:
            yield from found
            return


def _is_of(face: Face, family: str) -> bool:
    with suppress(KeyError, struct.error, OSError):  # not a font, or a truncated one
        return sfnt.family(face.data) == family and bool(face.weight_and_slant)
    return False
