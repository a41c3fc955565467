"""The recipes: a source file, the family's name and the face, to the bytes of a font."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from pathlib import Path

from fontTools.subset import Options
from fontTools.ttLib import TTFont

from .characters import EAST_ASIAN, PUNCTUATION, SPACES_AND_JOINERS, SYMBOLS, TEXT
from .faces import Face
from .mending import leave_signs_as_typed
from .steps import (
    encode_superiors,
    put_common_glyphs_first,
    read,
    rename,
    renumbered,
    subset,
    take_instance,
    write_one_cmap,
    written,
)
from .woff import WoffTable, checksum, unwrapped

# What a résumé sets type with. Small capitals, swashes and stylistic sets stay at home.
LATIN_FEATURES = (
    *("ccmp", "locl", "rlig", "calt", "liga", "kern", "mark", "mkmk"),
    *("tnum", "pnum", "lnum", "onum", "case", "sups", "zero"),
    *("frac", "numr", "dnom"),  # `frac`, and what HarfBuzz itself applies around U+2044
)
EAST_ASIAN_FEATURES = ("ccmp", "locl")  # `locl` gives each language its own shapes of 直, 骨 and 令


def static_instance(
    source: Path,
    family: str,
    face: Face,
    *,
    optical_size: int = 14,
    mend: Iterable[Callable[[TTFont], None]] = (),
    features: Iterable[str] = LATIN_FEATURES,
) -> bytes:
    """One weight of a variable font, drawn for text sizes.

    WeasyPrint would make the instance anew for every PDF, which takes longer than all the rest of a page.
    """
    font = read(source)
    take_instance(font, face, optical_size)
    encode_superiors(font)
    leave_signs_as_typed(font)
    for step in mend:
        step(font)
    subset(font, TEXT | PUNCTUATION | SYMBOLS, features)
    rename(font, family, face)
    return written(font)


def one_script(characters: frozenset[int], source: Path, family: str, face: Face) -> bytes:
    """One weight of a font for one script, with all that its letters need to join, stack and turn.

    The script's own figures are in it, but no Latin letter or figure: those are the theme's.
    """
    font = read(source)
    if "fvar" in font:
        take_instance(font, face)
    subset(font, characters | SPACES_AND_JOINERS, Options().layout_features)
    rename(font, family, face)
    return written(font)


def selection(characters: frozenset[int], source: Path, family: str, face: Face) -> bytes:
    """These characters of a font and no others, so that no letter or digit is ever set in it by accident."""
    font = read(source)
    subset(font, characters, ())
    rename(font, family, face)
    return written(font)


def east_asian(source: Path, family: str, face: Face) -> bytes:
    """The characters and regional forms of the East Asian standards, for horizontal setting."""
    font = read(source)
    subset(font, EAST_ASIAN, EAST_ASIAN_FEATURES, drop=("BASE", "GDEF", "GPOS", "VORG"))
    write_one_cmap(font)
    rename(font, family, face)
    put_common_glyphs_first(font)
    return written(renumbered(font))


def untouched(source: Path, family: str, face: Face) -> bytes:
    """The foundry's own file, byte for byte."""
    return source.read_bytes()


def original(source: Path, family: str, face: Face) -> bytes:
    """The foundry's own file, byte for byte, taken out of its WOFF 1.0 wrapping.

    WOFF 1.0 compresses each table without loss and keeps their order. The checksum over the whole file,
    which the foundry left in `head`, being right again proves that nothing was modified.
    """
    data = source.read_bytes()
    flavor, count = struct.unpack_from(">4xI4xH", data)
    tables = [WoffTable(*struct.unpack_from(">4s4I", data, 44 + 20 * i)) for i in range(count)]
    font = unwrapped(data, flavor, tables)
    if checksum(font) != 0xB1B0AFBA:
        raise SystemExit(f"{source.name} is not the font that was wrapped")
    return font
