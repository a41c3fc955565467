"""The recipes: each turns a source file, a family name and a face into the bytes of a font."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from pathlib import Path

from fontTools.subset import Options
from fontTools.ttLib import TTFont

from .characters import EAST_ASIAN, EMOJI, IN_EMOJI, PUNCTUATION, SPACE, SPACES_AND_JOINERS, SYMBOLS, TEXT
from .faces import Face
from .repairs import absorb_selectors, fill, keep_ascii_as_typed, narrow_space
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

# The features that a résumé needs, without small caps, swashes and stylistic sets.
LATIN_FEATURES = (
    *("ccmp", "locl", "rlig", "calt", "liga", "kern", "mark", "mkmk"),
    *("tnum", "pnum", "lnum", "onum", "case", "sups", "zero"),
    *("frac", "numr", "dnom"),  # `frac`, and the features that HarfBuzz applies around U+2044
)
EAST_ASIAN_FEATURES = ("ccmp", "locl")  # `locl` selects the regional forms of 直, 骨 and 令


def static_instance(
    source: Path,
    family: str,
    face: Face,
    *,
    optical_size: int = 14,
    repairs: Iterable[Callable[[TTFont], None]] = (),
    features: Iterable[str] = LATIN_FEATURES,
) -> bytes:
    """Return one weight of a variable font, at an optical size for text.

    Otherwise WeasyPrint would instantiate the font for every PDF, which takes longer than the rest of a page.
    """
    font = read(source)
    take_instance(font, face, optical_size)
    encode_superiors(font)
    keep_ascii_as_typed(font)
    for repair in repairs:
        repair(font)
    subset(font, TEXT | PUNCTUATION | SYMBOLS, features)
    rename(font, family, face)
    return written(font)


def one_script(characters: frozenset[int], source: Path, family: str, face: Face) -> bytes:
    """Return one weight of a font for one script, with everything that its letters need to join, stack and reorder.

    It contains the digits of the script, but no Latin letters or digits, which come from the theme's font.
    """
    font = read(source)
    if "fvar" in font:
        take_instance(font, face)
    subset(font, characters | SPACES_AND_JOINERS, Options().layout_features)
    rename(font, family, face)
    return written(font)


def selection(characters: frozenset[int], source: Path, family: str, face: Face) -> bytes:
    """Return only these characters of a font, and the space, so that no letter or digit is set in it by accident."""
    font = read(source)
    subset(font, characters | SPACE, ())
    rename(font, family, face)
    return written(font)


def emoji(source: Path, family: str, face: Face) -> bytes:
    """Return symbols and pictographs, and the pictures of sequences: flags, families, skin tones, keycaps."""
    font = read(source)
    fill(font, "⭐")
    narrow_space(font)
    absorb_selectors(font)
    subset(font, SYMBOLS | EMOJI | IN_EMOJI | SPACE, ("ccmp",))
    rename(font, family, face)
    return written(font)


def east_asian(source: Path, family: str, face: Face) -> bytes:
    """Return the characters and regional forms of the East Asian standards, for horizontal text."""
    font = read(source)
    subset(font, EAST_ASIAN, EAST_ASIAN_FEATURES, drop=("BASE", "GDEF", "GPOS", "VORG"))
    write_one_cmap(font)
    rename(font, family, face)
    put_common_glyphs_first(font)
    return written(renumbered(font))


def untouched(source: Path, family: str, face: Face) -> bytes:
    """Return the original file, byte for byte."""
    return source.read_bytes()


def original(source: Path, family: str, face: Face) -> bytes:
    """Return the original font file, byte for byte, unpacked from WOFF 1.0.

    WOFF 1.0 compresses each table losslessly and keeps their order. `head` contains the foundry's checksum of the whole
    file; it matches again only if nothing was modified.
    """
    data = source.read_bytes()
    flavor, count = struct.unpack_from(">4xI4xH", data)
    tables = [WoffTable(*struct.unpack_from(">4s4I", data, 44 + 20 * i)) for i in range(count)]
    font = unwrapped(data, flavor, tables)
    if checksum(font) != 0xB1B0AFBA:
        raise SystemExit(f"{source.name}: the checksum of the unpacked font does not match")
    return font
