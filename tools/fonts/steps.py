"""The steps of the recipes: each takes an open font and changes it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.reorderGlyphs import reorderGlyphs
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.varLib import instancer

from .characters import COMMON_CHARACTERS, NATIONAL_CHARACTERS
from .faces import Face, postscript_name


def read(source: Path | io.BytesIO) -> TTFont:
    """Open a font so that it keeps its date when saved, for reproducible bytes, and is packed with HarfBuzz."""
    first = 0  # of a collection: the Japanese font
    return TTFont(
        source,
        fontNumber=first,
        recalcTimestamp=False,
        cfg={"fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER": True},
    )


def written(font: TTFont) -> bytes:
    """Return the bytes of a font."""
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def take_instance(font: TTFont, face: Face, optical_size: int = 14) -> None:
    """Make a variable font static, with the weight of the face and the default width."""
    design = {"wght": face.weight, "opsz": optical_size, "wdth": 100}
    position = {axis.axisTag: design[axis.axisTag] for axis in font["fvar"].axes}
    instancer.instantiateVariableFont(font, position, inplace=True)


def subset(font: TTFont, characters: Iterable[int], features: Iterable[str], drop: Iterable[str] = ()) -> None:
    """Keep these characters, and the glyphs that these features substitute for them."""
    options = Options()
    options.layout_features = list(features)
    options.layout_scripts = ["*"]
    options.hinting = False  # print needs none
    options.notdef_outline = True  # missing glyphs must be visible
    options.name_IDs = [0, 5, 7, 13, 14]  # copyright, version, trademark, licence; `rename` writes the others
    options.drop_tables += ["DSIG", "MATH", "STAT", "vhea", "vmtx", *drop]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def encode_superiors(font: TTFont) -> None:
    """Encode ⁰ to ⁹ if a font has them only in the feature `sups` (EB Garamond Italic)."""
    names = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    drawn = set(font.getGlyphOrder())
    for character, name in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", names, strict=True):
        if f"{name}.sups" in drawn and ord(character) not in font.getBestCmap():
            for table in font["cmap"].tables:
                table.cmap[ord(character)] = f"{name}.sups"


def write_one_cmap(font: TTFont) -> None:
    """Map characters with a format 12 table only: there are too many for the older format 4."""
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = font.getBestCmap()
    font["cmap"].tables = [table]


def put_common_glyphs_first(font: TTFont) -> None:
    """Order glyphs from common to rare: a PDF reserves a slot for every glyph before the last one used."""
    ranks: dict[str, int] = {}
    for character, glyph in font.getBestCmap().items():
        ranks[glyph] = min(rank(character), ranks.get(glyph, 3))
    for glyph, regional in single_substitutions(font):
        ranks[regional] = min(ranks.get(glyph, 3), ranks.get(regional, 3))
    old = font.getGlyphOrder()
    new = [".notdef", *sorted(old[1:], key=lambda glyph: ranks.get(glyph, 3))]
    dictionary_of = dict(zip(old, font["CFF "].cff.topDictIndex[0].FDSelect, strict=True))
    reorderGlyphs(font, new)
    font["CFF "].cff.topDictIndex[0].FDSelect.gidArray = [dictionary_of[glyph] for glyph in new]


def single_substitutions(font: TTFont) -> Iterator[tuple[str, str]]:
    """Yield every pair of a glyph and the glyph that a feature substitutes for it."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            yield from getattr(getattr(table, "ExtSubTable", table), "mapping", {}).items()


def rank(character: int) -> int:
    """Return how rare a character is, from 0 to 3."""
    if character < 0x3400:  # before the ideographs: Latin, kana, punctuation
        return 0
    if character in COMMON_CHARACTERS:
        return 1
    return 2 if character in NATIONAL_CHARACTERS else 3


def renumbered(font: TTFont) -> TTFont:
    """Return the CID-keyed font with consecutive CIDs, which a PDF lists as a single range."""
    copy = read(io.BytesIO(written(font)))
    names = [".notdef", *(f"cid{number:05}" for number in range(1, copy["maxp"].numGlyphs))]
    top = copy["CFF "].cff.topDictIndex[0]
    top.charset[:] = names
    top.CharStrings.charStrings = {name: index for index, name in enumerate(names)}
    top.CIDCount = len(names)
    copy.setGlyphOrder(names)
    return copy


def rename(font: TTFont, family: str, face: Face) -> None:
    """Write family, weight and slant everywhere a font stores them.

    Names 1 and 2 allow only four styles per family, so Medium and SemiBold become separate families there. Names 16 and
    17 assign them to their real family; fontconfig, and therefore CSS, uses these.
    """
    one_of_four = face.weight in (400, 700)
    names = {
        1: family if one_of_four else f"{family} {face.weight_name}",
        2: face.style if one_of_four else face.style.removeprefix(face.weight_name).strip() or "Regular",
        3: f"resumekit;{postscript_name(family, face)}",
        4: f"{family} {face.style}",
        6: postscript_name(family, face),
        **({} if one_of_four else {16: family, 17: face.style}),
    }
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    bold, regular = face.weight == 700, face.style == "Regular"
    other_bits = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = other_bits | face.italic | bold << 5 | regular << 6
    font["OS/2"].usWeightClass = face.weight
    font["head"].macStyle = bold | face.italic << 1
    if "CFF " in font:
        rename_cff(font, family, face)


def rename_cff(font: TTFont, family: str, face: Face) -> None:
    """Write the names that CFF outlines repeat."""
    cff = font["CFF "].cff
    cff.fontNames = [postscript_name(family, face)]
    cff.topDictIndex[0].FamilyName = family
    cff.topDictIndex[0].FullName = f"{family} {face.style}"
