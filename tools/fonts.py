"""Make the fonts that travel with resumekit.

Takes  nothing but the packages pinned in `FAMILIES`, fetched once by name, version and hash into a cache.
Gives  `src/resumekit/fonts/`: one folder a family with its licence, and a README that tells what is in them.
Raises SystemExit when a package is not the pinned one, or a licence forbids what a recipe does.
Never  changes a font whose name its licence reserves, and never writes other bytes on a second run.

    python -m pip install fonttools==4.68.0
    python tools/fonts.py              # every family, and the README; asks pip and npm for the packages
    python tools/fonts.py inter        # one family, and the README
"""

from __future__ import annotations

import argparse
import hashlib
import io
import shutil
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import fontTools
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.reorderGlyphs import reorderGlyphs
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "src" / "resumekit" / "fonts"
CACHE = ROOT / ".cache" / "fonts"

# Another version may pack tables in another way; whoever moves to it makes all fonts anew.
FONTTOOLS = "4.68.0"


# -- What is drawn ------------------------------------------------------------------------------------------


def span(first: int, last: int) -> frozenset[int]:
    """All code points from the first to the last, both included."""
    return frozenset(range(first, last + 1))


def two_byte_characters(codec: str, leads: range = range(0x80, 0x100)) -> frozenset[int]:
    """Every character that a national code writes in two bytes, less those for private use."""
    pairs = (bytes((lead, trail)) for lead in leads for trail in range(0x30, 0x100))
    decoded = (pair.decode(codec, "ignore") for pair in pairs)
    return frozenset(ord(text) for text in decoded if len(text) == 1 and ord(text) > 0x7F) - PRIVATE_USE


PRIVATE_USE = span(0xE000, 0xF8FF)

# Letters of the IPA block that occur in names: Azerbaijani, Hausa, Fula, Ewe, Akan …
AFRICAN_AND_AZERBAIJANI = frozenset(map(ord, "ɓɔɖɗəɛɠɣɨɩɯɲɵʃʉʊʋʒ"))

TEXT = frozenset().union(
    span(0x0020, 0x007E),  # Basic Latin
    span(0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    AFRICAN_AND_AZERBAIJANI,
    span(0x02B0, 0x036F),  # Spacing Modifier Letters, Combining Diacritical Marks
    span(0x0370, 0x052F),  # Greek, Cyrillic and its supplement
    span(0x1E00, 0x1FFF),  # Latin Extended Additional (Vietnamese), Greek Extended
    span(0x2C60, 0x2C7F),  # Latin Extended-C
    span(0xFB00, 0xFB06),  # fi, fl and the other Latin ligatures
)
PUNCTUATION = span(0x2000, 0x20CF)  # General Punctuation, superscripts, subscripts, currency
SYMBOLS = frozenset().union(
    span(0x2100, 0x218F),  # Letterlike Symbols, Number Forms
    span(0x2190, 0x23FF),  # Arrows, Mathematical Operators, Miscellaneous Technical
    span(0x2460, 0x24FF),  # Enclosed Alphanumerics
    span(0x25A0, 0x27FF),  # Geometric Shapes, Miscellaneous Symbols, Dingbats, a few arrows
    span(0x2B00, 0x2BFF),  # Miscellaneous Symbols and Arrows
)
# Pictographs; the enclosing keycap and the flags' letters, which stand alone here instead of combining.
EMOJI = span(0x1F300, 0x1F6FF) | span(0x1F900, 0x1FAFF) | {0x20E3} | span(0x1F1E6, 0x1F1FF)

# The standards a CJK résumé is certain to need: the codec that spells one out, and where its common half is.
NATIONAL = {
    "Big5": ("big5", range(0xA4, 0xC7)),
    "GB 2312": ("gb2312", range(0xB0, 0xD8)),
    "JIS X 0208": ("euc_jp", range(0xB0, 0xD0)),
    "KS X 1001": ("euc_kr", range(0xB0, 0xC9)),
}
# Their successors, for the sake of people's names: GB 2312 lacks 镕, JIS X 0208 lacks 髙, KS X 1001 lacks 뷁.
SUCCESSORS = ("gbk", "big5hkscs", "cp932", "shift_jis_2004", "cp949")
IN_NO_CODE = frozenset(map(ord, "𠮷𡈽𣘺𥔎"))  # and some Japanese family names are in none of them

NATIONAL_CHARACTERS = frozenset().union(*(two_byte_characters(codec) for codec, _ in NATIONAL.values()))
COMMON_CHARACTERS = frozenset().union(*(two_byte_characters(codec, leads) for codec, leads in NATIONAL.values()))
EAST_ASIAN = NATIONAL_CHARACTERS.union(
    *map(two_byte_characters, SUCCESSORS),
    IN_NO_CODE,
    span(0x0020, 0x007E),
    span(0x00A0, 0x00FF),
    *(span(0x1100, 0x1112), span(0x1161, 0x1175), span(0x11A8, 0x11C2)),  # jamo, which HarfBuzz puts together
    span(0x3000, 0x30FF),  # CJK punctuation, kana
    span(0x3105, 0x33FF),  # bopomofo, jamo that stand alone, small kana, enclosed and squared forms
    span(0xFE30, 0xFE4F),  # CJK Compatibility Forms
    span(0xFF01, 0xFFEE),  # fullwidth and halfwidth forms
)

# What a résumé sets type with. Small capitals, swashes and stylistic sets stay at home.
LATIN_FEATURES = (
    *("ccmp", "locl", "rlig", "calt", "liga", "kern", "mark", "mkmk"),
    *("tnum", "pnum", "lnum", "onum", "case", "sups", "zero"),
    *("frac", "numr", "dnom"),  # `frac`, and what HarfBuzz itself applies around U+2044
)
EAST_ASIAN_FEATURES = ("ccmp", "locl")  # `locl` gives each language its own shapes of 直, 骨 and 令


# -- Where it comes from ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Package:
    """One archive of a registry. The hash tells that it is still the one these fonts were made from."""

    registry: str
    name: str
    version: str
    sha256: str

    def __str__(self) -> str:
        """Name it as the README does."""
        return f"{self.registry}: `{self.name}` {self.version}"


@dataclass(frozen=True)
class Face:
    """One font file to make: the file to make it from, and the style it gets."""

    source: str
    style: str = "Regular"

    @property
    def weight_name(self) -> str:
        """The style without its slant; nothing for Regular and Italic."""
        return self.style.removesuffix("Italic").removesuffix("Regular").strip()

    @property
    def weight(self) -> int:
        """The weight as CSS counts it."""
        return {"": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}[self.weight_name]

    @property
    def italic(self) -> bool:
        """Whether it slants."""
        return self.style.endswith("Italic")


@dataclass(frozen=True)
class Family:
    """One folder: the faces, the recipe that makes each of them, and what the README says of it."""

    name: str
    package: Package
    licence: str
    faces: tuple[Face, ...]
    make: Callable[[Path, str, Face], bytes]
    changed: str
    suffix: str = ".ttf"

    @property
    def folder(self) -> str:
        """The family's name as a folder's."""
        return self.name.lower().replace(" ", "-")

    def file(self, face: Face) -> str:
        """The file name of a face."""
        return postscript_name(self.name, face) + self.suffix


def postscript_name(family: str, face: Face) -> str:
    """The name of a face in one word."""
    return f"{family}-{face.style}".replace(" ", "")


def fetch(package: Package, cache: Path) -> Path:
    """The folder of an unpacked package, downloaded by the registry's own client if it is not there yet."""
    folder = cache / f"{package.name.lstrip('@').replace('/', '-')}-{package.version}"
    if not any(folder.glob("archive/*")):
        download(package, folder / "archive")
    (archive,) = (folder / "archive").iterdir()
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != package.sha256:
        raise SystemExit(f"{package} has SHA-256 {digest}, not {package.sha256}")
    if not (folder / "unpacked").is_dir():
        unpack(archive, folder / "unpacked")
    return folder / "unpacked"


def download(package: Package, folder: Path) -> None:
    """Put the one archive of a package into a new folder."""
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:")
    command = {
        "PyPI": (*pip, f"{package.name}=={package.version}"),
        "npm": ("npm", "pack", "--silent", f"{package.name}@{package.version}"),
    }[package.registry]
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def unpack(archive: Path, folder: Path) -> None:
    """Unpack a wheel or an npm tarball."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)
    else:
        with tarfile.open(archive) as tarball:
            if hasattr(tarfile, "data_filter"):  # not in Python 3.11.0 to 3.11.3; the archive's hash is pinned
                tarball.extraction_filter = tarfile.data_filter
            tarball.extractall(folder)


# -- Recipes: a source file, the family's name and the face, to the bytes of a font -------------------------


def static_instance(source: Path, family: str, face: Face) -> bytes:
    """One weight of a variable font, drawn for text sizes.

    WeasyPrint would make the instance anew for every PDF, which takes longer than all the rest of a page.
    """
    font = read(source)
    design = {"wght": face.weight, "opsz": 14}
    position = {axis.axisTag: design[axis.axisTag] for axis in font["fvar"].axes}
    instancer.instantiateVariableFont(font, position, inplace=True)
    encode_superiors(font)
    subset(font, TEXT | PUNCTUATION | SYMBOLS, LATIN_FEATURES)
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


# -- Steps of the recipes -----------------------------------------------------------------------------------


def read(source: Path | io.BytesIO) -> TTFont:
    """Open a font and leave its date alone: the day on which this runs is not news."""
    return TTFont(source, recalcTimestamp=False)


def written(font: TTFont) -> bytes:
    """The bytes of a font."""
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def subset(font: TTFont, characters: Iterable[int], features: Iterable[str], drop: Iterable[str] = ()) -> None:
    """Keep these characters, and the glyphs that these features make of them."""
    options = Options()
    options.layout_features = list(features)
    options.layout_scripts = ["*"]
    options.hinting = False  # paper needs none
    options.notdef_outline = True  # what is missing must be seen
    options.name_IDs = [0, 5, 7, 13, 14]  # copyright, version, trademark, licence; the others `rename` writes
    options.drop_tables += ["DSIG", "MATH", "STAT", "vhea", "vmtx", *drop]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def encode_superiors(font: TTFont) -> None:
    """Encode ⁰ to ⁹ where a font draws them but leaves them to the feature `sups` (EB Garamond Italic)."""
    names = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    drawn = set(font.getGlyphOrder())
    for character, name in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", names, strict=True):
        if f"{name}.sups" in drawn and ord(character) not in font.getBestCmap():
            for table in font["cmap"].tables:
                table.cmap[ord(character)] = f"{name}.sups"


def write_one_cmap(font: TTFont) -> None:
    """Map characters by a format 12 table alone: so many do not fit into the older format 4."""
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = font.getBestCmap()
    font["cmap"].tables = [table]


def put_common_glyphs_first(font: TTFont) -> None:
    """Order glyphs from common to rare: a PDF has an empty place for every glyph before the last one used."""
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
    """Every pair of a glyph and the one that a feature puts in its place."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            yield from getattr(getattr(table, "ExtSubTable", table), "mapping", {}).items()


def rank(character: int) -> int:
    """How rare a character is, from 0 to 3."""
    if character < 0x3400:  # before the ideographs: Latin, kana, punctuation
        return 0
    if character in COMMON_CHARACTERS:
        return 1
    return 2 if character in NATIONAL_CHARACTERS else 3


def renumbered(font: TTFont) -> TTFont:
    """The same CID-keyed font with its CIDs counted without a gap: a PDF then lists them as one range."""
    copy = read(io.BytesIO(written(font)))
    names = [".notdef", *(f"cid{number:05}" for number in range(1, copy["maxp"].numGlyphs))]
    top = copy["CFF "].cff.topDictIndex[0]
    top.charset[:] = names
    top.CharStrings.charStrings = {name: index for index, name in enumerate(names)}
    top.CIDCount = len(names)
    copy.setGlyphOrder(names)
    return copy


def rename(font: TTFont, family: str, face: Face) -> None:
    """Say family, weight and slant in every place where a font says them.

    The names 1 and 2 know four styles a family, so Medium and SemiBold are families of their own there. The
    names 16 and 17 put them back where they belong, and it is those that fontconfig, and hence CSS, goes by.
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
    """Say the names once more where CFF outlines repeat them."""
    cff = font["CFF "].cff
    cff.fontNames = [postscript_name(family, face)]
    cff.topDictIndex[0].FamilyName = family
    cff.topDictIndex[0].FullName = f"{family} {face.style}"


# -- WOFF 1.0, undone ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class WoffTable:
    """One entry of a WOFF directory, field for field."""

    tag: bytes
    start: int
    packed: int
    size: int
    checksum: int

    def unpack(self, data: bytes) -> bytes:
        """The table itself, padded to whole words as a font file wants it."""
        table = data[self.start : self.start + self.packed]
        return padded(table if self.packed == self.size else zlib.decompress(table))


def unwrapped(data: bytes, flavor: int, tables: list[WoffTable]) -> bytes:
    """The font file whose tables these are: its directory sorted by tag, the tables in the order they had."""
    count, log = len(tables), len(tables).bit_length() - 1
    header = struct.pack(">I4H", flavor, count, 16 << log, log, 16 * count - (16 << log))
    start = len(header) + 16 * count
    entries, body = [], b""
    for table in sorted(tables, key=lambda table: table.start):
        entries.append(struct.pack(">4s3I", table.tag, table.checksum, start + len(body), table.size))
        body += table.unpack(data)
    return header + b"".join(sorted(entries)) + body


def checksum(data: bytes) -> int:
    """The checksum of OpenType; over a whole and unchanged file it is 0xB1B0AFBA."""
    words: tuple[int, ...] = struct.unpack(f">{len(padded(data)) // 4}I", padded(data))
    return sum(words) & 0xFFFFFFFF


def padded(data: bytes) -> bytes:
    """The data, filled up to a whole number of 32-bit words."""
    return data + bytes(-len(data) % 4)


# -- The families -------------------------------------------------------------------------------------------

STYLES = tuple(
    f"{weight} {slant}".strip() or "Regular"
    for weight in ("", "Medium", "SemiBold", "Bold")
    for slant in ("", "Italic")
)


def variable_faces(pattern: str, styles: Iterable[str]) -> tuple[Face, ...]:
    """Faces cut from one upright and one italic variable font."""
    return tuple(Face(pattern.format("-Italic" if "Italic" in style else ""), style) for style in styles)


def static_faces(pattern: str, styles: Iterable[str]) -> tuple[Face, ...]:
    """Faces that have a font file each."""
    return tuple(Face(pattern.format(style.replace(" ", "")), style) for style in styles)


FAMILIES = (
    Family(
        "Inter",
        Package(
            "PyPI",
            "fontpkg-inter",
            "4.1.post1",
            "b1105c8b368787112e9352ba657fe4fd32feb0722cc3046a308f65962298ddf8",
        ),
        licence="fontpkg_inter/LICENSE",
        faces=variable_faces("fontpkg_inter/files/Inter{}[opsz,wght].ttf", STYLES),
        make=static_instance,
        changed="static weights at optical size 14; fewer characters and features; no hinting",
    ),
    Family(
        "EB Garamond",
        Package(
            "PyPI",
            "fontpkg-eb-garamond",
            "1.3",
            "026191b72c59d5fa6657657b49972604bb583fbe496e16afbb0d3849b6bd62b7",
        ),
        licence="fontpkg_eb_garamond/LICENSE",
        faces=variable_faces(
            "fontpkg_eb_garamond/files/EBGaramond{}[wght].ttf",
            [style for style in STYLES if "Medium" not in style],
        ),
        make=static_instance,
        changed="static weights; fewer characters and features; no hinting; ⁰ to ⁹ encoded in the italics",
    ),
    Family(
        "IBM Plex Sans Condensed",
        Package(
            "npm",
            "@ibm/plex-sans-condensed",
            "2.0.0",
            "1daf6d3e89def24b38e86bc859335cb89b02a395e5f93e3a2371f82a54a27338",
        ),
        licence="package/fonts/complete/woff/license.txt",
        faces=static_faces("package/fonts/complete/woff/IBMPlexSansCondensed-{}.woff", STYLES),
        make=original,
        changed="nothing, “Plex” being a reserved name: the original files, out of their WOFF 1.0 wrapping",
    ),
    Family(
        "Noto Sans CJK",
        Package(
            "PyPI",
            "noto-cjk-sans-jp-regular",
            "0.0.1",
            "7d3db65a6fdc4cc64d7bed5c869a1f70c99da9ef4cbce9c5dd94756207a2ac85",
        ),
        licence="noto_cjk_sans_jp_regular-0.0.1.dist-info/licenses/LICENSE",
        faces=(Face("noto_cjk_sans_jp_regular/NotoSansCJKjp-Regular.otf"),),
        make=east_asian,
        changed="fewer characters; horizontal setting only; CIDs counted anew; “JP” left out of the name",
        suffix=".otf",
    ),
    Family(
        "Noto Sans Symbols 2",
        Package(
            "npm",
            "@expo-google-fonts/noto-sans-symbols-2",
            "0.4.1",
            "3bf3d6333487df36e88d146e032a9ed8246617ca2dfe1513a8a382c3fad12ac4",
        ),
        licence="package/LICENSE_FONT",
        faces=(Face("package/400Regular/NotoSansSymbols2_400Regular.ttf"),),
        make=partial(selection, SYMBOLS),
        changed="symbols only; no hinting",
    ),
    Family(
        "Noto Sans Math",
        Package(
            "npm",
            "@expo-google-fonts/noto-sans-math",
            "0.4.2",
            "652041ca903e7adcc1502a0621350526463e91416757310391370ff5f8fb3ce8",
        ),
        licence="package/LICENSE_FONT",
        faces=(Face("package/400Regular/NotoSansMath_400Regular.ttf"),),
        make=partial(selection, SYMBOLS),
        changed="symbols only; no hinting",
    ),
    Family(
        "Noto Emoji",
        Package(
            "npm",
            "@expo-google-fonts/noto-emoji",
            "0.4.7",
            "6a25fd5a4da5bb34bbc2d300531bbf32de86afd866e119314d7e358f61a6104d",
        ),
        licence="package/LICENSE_FONT",
        faces=(Face("package/400Regular/NotoEmoji_400Regular.ttf"),),
        make=partial(selection, SYMBOLS | EMOJI),
        changed="single characters only; no hinting",
    ),
)


# -- The README ---------------------------------------------------------------------------------------------

BLOCKS = {
    "Basic Latin, Latin-1": span(0x0020, 0x00FF),
    "Latin Extended-A": span(0x0100, 0x017F),
    "Latin Extended-B": span(0x0180, 0x024F),
    "Latin Extended Additional (Vietnamese)": span(0x1E00, 0x1EFF),
    "Combining diacritical marks": span(0x0300, 0x036F),
    "Greek": span(0x0370, 0x03FF),
    "Greek Extended (polytonic)": span(0x1F00, 0x1FFF),
    "Cyrillic and its supplement": span(0x0400, 0x052F),
    "General punctuation": span(0x2000, 0x206F),
    "Superscripts and subscripts": span(0x2070, 0x209F),
    "Currency": span(0x20A0, 0x20CF),
    "Letterlike, number forms": span(0x2100, 0x218F),
    "Arrows": span(0x2190, 0x21FF),
    "Mathematical operators": span(0x2200, 0x22FF),
    "Technical": span(0x2300, 0x23FF),
    "Enclosed alphanumerics": span(0x2460, 0x24FF),
    "Geometric shapes": span(0x25A0, 0x25FF),
    "Miscellaneous symbols": span(0x2600, 0x26FF),
    "Dingbats": span(0x2700, 0x27BF),
    "CJK punctuation, kana, bopomofo": span(0x3000, 0x312F),
    "CJK ideographs": span(0x3400, 0x9FFF) | span(0xF900, 0xFAFF) | span(0x20000, 0x3FFFF),
    "Hangul syllables": span(0xAC00, 0xD7A3),
    "Fullwidth and halfwidth forms": span(0xFF00, 0xFFEF),
    "Emoji": EMOJI,
}

README = """\
# Fonts

Made by `tools/fonts.py` with fontTools {fonttools}. Change that script, not these files.

All are under the SIL Open Font License 1.1; each folder has the text that came with its font. The name of a
family here is its name in CSS.

{families}

## What draws what

A theme names one or two of the first three families. What they lack, the others draw: Inter any other Latin,
Greek or Cyrillic letter, the Noto fonts symbols, mathematics, emoji (in black) and East Asian text.

{characters}

Noto Sans CJK has one weight, and one shape of a character for each of Japanese (the default), simplified
Chinese, traditional Chinese as in Taiwan and in Hong Kong, and Korean; `lang` (`ja`, `zh-Hans`, `zh-Hant`,
`zh-HK`, `ko`) selects it. It holds all ideographs of {standards},
GBK, HKSCS and JIS X 0213, and all modern hangul. Of the four first it lacks, as its source does, {count}
letters and signs of no East Asian script, which other families here draw: {missing}
"""


def readme(fonts: Path) -> str:
    """What is in the folder, read back from the fonts themselves."""
    upright = {family: read(fonts / family.folder / family.file(family.faces[0])) for family in FAMILIES}
    drawn = {family.name: frozenset(font.getBestCmap()) for family, font in upright.items()}
    missing = sorted(NATIONAL_CHARACTERS - drawn["Noto Sans CJK"])
    return README.format(
        fonttools=FONTTOOLS,
        families=table(
            ("family", "styles", "version", "from", "changed", "kB"),
            (row(family, font, fonts / family.folder) for family, font in upright.items()),
        ),
        characters=table(
            ("characters", *drawn),
            ((name, *(f"{len(block & has):,}" for has in drawn.values())) for name, block in BLOCKS.items()),
        ),
        standards=", ".join(NATIONAL),
        count=len(missing),
        missing=" ".join(map(chr, missing)),
    )


def row(family: Family, font: TTFont, folder: Path) -> tuple[str, ...]:
    """What the README's first table says of a family."""
    styles = ", ".join(face.style for face in family.faces)
    version = font["name"].getDebugName(5).removeprefix("Version ").split(";")[0]
    size = sum((folder / family.file(face)).stat().st_size for face in family.faces)
    return family.name, styles, version, str(family.package), family.changed, f"{size // 1000:,}"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ("---",) * len(head), *rows))


# -- The run ------------------------------------------------------------------------------------------------


def build(family: Family, fonts: Path, cache: Path) -> None:
    """Make one family's folder anew."""
    package = fetch(family.package, cache)
    licence = (package / family.licence).read_bytes()
    if b"with Reserved Font Name" in licence and family.make is not original:
        raise SystemExit(f"{family.name}: its licence reserves the name, so no recipe may change the font")
    folder = fonts / family.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "OFL.txt").write_bytes(licence)
    for face in family.faces:
        data = family.make(package / face.source, family.name, face)
        (folder / family.file(face)).write_bytes(data)
        print(f"{family.folder}/{family.file(face)}  {len(data):,}")


def main() -> None:
    """Make the families named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description="Make the fonts that travel with resumekit.")
    parser.add_argument("family", nargs="*", help="folder names; all when left out")
    parser.add_argument("--output", type=Path, default=FONTS)
    parser.add_argument("--cache", type=Path, default=CACHE)
    options = parser.parse_args()
    if fontTools.version != FONTTOOLS:
        raise SystemExit(f"fontTools is {fontTools.version}; these fonts are made with {FONTTOOLS}")
    for family in FAMILIES:
        if not options.family or family.folder in options.family:
            build(family, options.output, options.cache)
    (options.output / "README.md").write_text(readme(options.output), encoding="utf-8")


if __name__ == "__main__":
    main()
