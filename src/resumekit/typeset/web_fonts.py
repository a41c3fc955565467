"""The fonts of a page for the web: its faces, with its own characters only, as data addresses."""

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
from .fontconfig import FALLBACK_FAMILIES
from .subset import Libraries, Subsetter, harfbuzz

_PROPERTY = re.compile(r"--([\w-]+):\s*([^;}]+)")
_IN_USE = re.compile(r"(?<![\w-])font(?:-family)?:\s*([^;}]+)")
_QUOTED = re.compile(r'"([^"]+)"')
_WEIGHT = re.compile(r"font-weight:\s*(\d+)|font:[^;}]*?\b([1-9]00)\b")
_STRONG = re.compile(r"<(?:strong|b)>|font-weight:\s*bold")
_SLANTED = re.compile(r"<em>|italic")
_NEVER_DRAWN = {"\n", "\r", "\t"}


@dataclass(frozen=True)
class Face:
    """A file of a font."""

    path: Path

    @cached_property
    def data(self) -> bytes:
        """The file."""
        return self.path.read_bytes()

    @cached_property
    def weight_and_slant(self) -> tuple[int, bool]:
        """Its weight, as CSS counts it, and whether it is italic."""
        return sfnt.weight_and_slant(self.data)


def font_faces(text: str, style: str, folders: Folders) -> tuple[str, tuple[str, ...]]:
    """Return rules `@font-face` with all that the text is drawn with, and the families that help out.

    Without HarfBuzz there are none: readers then see the page in a font of their machine.
    """
    libraries = harfbuzz()
    if not libraries:
        return "", ()
    wanted = set(text) - _NEVER_DRAWN
    left = set(wanted)
    rules = ""
    helping: list[str] = []
    for family in families_in(style):  # each whole: which of its characters stand in titles, the style alone knows
        made, drawn = _rules(libraries, family, wanted, wanted_faces(text, style), folders)
        rules += made
        left -= drawn
    for family in FALLBACK_FAMILIES if left else ():
        made, drawn = _rules(libraries, family, left, {(400, False)}, folders)
        if made:
            rules, helping = rules + made, [*helping, family]
            left -= drawn
    return rules, tuple(helping)


def families_in(style: str) -> tuple[str, ...]:
    """Return the families that a style sheet names where it matters: the last word on each property."""
    properties = {name: value for name, value in _PROPERTY.findall(style) if name != "fallback"}
    named = (value for values in (properties.values(), _IN_USE.findall(style)) for value in values)
    return tuple(dict.fromkeys(family for value in named for family in _QUOTED.findall(value)))


def wanted_faces(text: str, style: str) -> set[tuple[int, bool]]:
    """Return the weights that a page asks for, upright, and italic where it has anything in italics."""
    weights = {400, *(int(first or second) for first, second in _WEIGHT.findall(style))}
    weights |= {700} if _STRONG.search(text + style) else set()
    slants = (False, True) if _SLANTED.search(text + style) else (False,)
    return {(weight, slant) for weight in weights for slant in slants}


def _rules(
    libraries: Libraries, family: str, characters: Iterable[str], wanted: set[tuple[int, bool]], folders: Folders
) -> tuple[str, set[str]]:
    """Return the rules for a family, and the characters that it draws."""
    rules, drawn = "", set[str]()
    for face in _chosen(list(_faces_of(family, folders)), wanted):
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


def _chosen(faces: list[Face], wanted: set[tuple[int, bool]]) -> list[Face]:
    """Return for each weight and slant the face that is nearest to it."""

    def distance(face: Face, weight: int, slant: bool) -> tuple[bool, int, str]:
        has, italic = face.weight_and_slant
        return italic != slant, abs(has - weight), face.path.name

    if not faces:
        return []
    nearest = (min(faces, key=lambda face: distance(face, *want)) for want in sorted(wanted))
    return list(dict.fromkeys(nearest))


def _faces_of(family: str, folders: Folders) -> Iterator[Face]:
    """Yield the faces of a family from the first folder that has it, as a typesetter would find them."""
    for folder in folders.fonts():
        own = folder / family.lower().replace(" ", "-")
        paths = sorted(path for path in (own if own.is_dir() else folder).rglob("*.[ot]tf"))
        faces = [Face(path) for path in paths if own.is_dir() or folder != BUNDLED_FONTS.resolve()]
        if found := [face for face in faces if _is_of(face, family)]:
            yield from found
            return


def _is_of(face: Face, family: str) -> bool:
    with suppress(KeyError, struct.error, OSError):  # what is no font, or half of one
        return sfnt.family(face.data) == family and bool(face.weight_and_slant)
    return False
