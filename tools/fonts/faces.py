"""Families and faces: the font files to build."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .packages import Package


@dataclass(frozen=True)
class Face:
    """One font file to build: its source file and its style."""

    source: str
    style: str = "Regular"
    package: Package | None = None
    """The package of this face, if not that of its family."""

    @property
    def weight_name(self) -> str:
        """The style without its slant; empty for Regular and Italic."""
        return self.style.removesuffix("Italic").removesuffix("Regular").strip()

    @property
    def weight(self) -> int:
        """The weight as a CSS number."""
        return {"Light": 300, "": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}[self.weight_name]

    @property
    def italic(self) -> bool:
        """Whether the face is italic."""
        return self.style.endswith("Italic")


@dataclass(frozen=True)
class Family:
    """One folder: the faces, the recipe that builds each of them, and the changes that the README lists."""

    name: str
    package: Package
    licence: str
    faces: tuple[Face, ...]
    make: Callable[[Path, str, Face], bytes]
    changed: str
    suffix: str = ".ttf"

    @property
    def folder(self) -> str:
        """The name of the family's folder."""
        return self.name.lower().replace(" ", "-")

    def file(self, face: Face) -> str:
        """Return the file name of a face."""
        return postscript_name(self.name, face) + self.suffix


def postscript_name(family: str, face: Face) -> str:
    """Return the PostScript name of a face, which is a single word."""
    return f"{family}-{face.style}".replace(" ", "")


STYLES = tuple(
    f"{weight} {slant}".strip() or "Regular"
    for weight in ("", "Medium", "SemiBold", "Bold")
    for slant in ("", "Italic")
)

SANS = tuple(style for style in STYLES if style != "Medium Italic")
WITHOUT_MEDIUM = tuple(style for style in STYLES if "Medium" not in style)
TO_SEMIBOLD = ("Regular", "Italic", "Medium", "SemiBold", "SemiBold Italic")
MONO = tuple(style for style in SANS if style != "SemiBold Italic" and style != "Bold Italic")
REGULAR_AND_BOLD = ("Regular", "Italic", "Bold", "Bold Italic")
UPRIGHT = ("Regular", "SemiBold")


def variable_faces(pattern: str, styles: Iterable[str]) -> tuple[Face, ...]:
    """Return faces instantiated from one upright and one italic variable font."""
    return tuple(Face(pattern.format("-Italic" if "Italic" in style else ""), style) for style in styles)


def static_faces(pattern: str, styles: Iterable[str]) -> tuple[Face, ...]:
    """Return faces that have a font file each."""
    return tuple(Face(pattern.format(style.replace(" ", "")), style) for style in styles)


def google_faces(name: str, styles: Iterable[str]) -> tuple[Face, ...]:
    """Return faces that have a font file each, as in Expo's packages of Google fonts."""
    faces = (Face("", style) for style in styles)
    words = {face.style: f"{face.weight}{face.weight_name or 'Regular'}{'_Italic' * face.italic}" for face in faces}
    return tuple(Face(f"package/{word}/{name}_{word}.ttf", style) for style, word in words.items())


def adobe_faces(pattern: str, styles: Iterable[str]) -> tuple[Face, ...]:
    """Return faces that have a font file each, with Adobe's abbreviated file names."""
    short = {"Italic": "It", "SemiBold": "Semibold"}
    words = {style: [short.get(word, word) for word in style.split()] for style in styles}
    return tuple(Face(pattern.format("".join(word)), style) for style, word in words.items())
