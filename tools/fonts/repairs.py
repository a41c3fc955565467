"""Repairs of single families, made before they are subset. Each one changes a font with TrueType outlines."""

from __future__ import annotations

import string
import unicodedata
from collections import Counter
from collections.abc import Iterator
from statistics import median_low

from fontTools.otlLib.builder import buildLigatureSubstSubtable, buildLookup, buildSingleSubstSubtable
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

from .characters import TEXT

Parts = list[tuple[str, int, int]]
"""Glyphs, each with its offset to the right and up."""


def separate_letters(font: TTFont) -> None:
    """Give each letter its own glyph: a PDF maps a glyph to one character, so Ә (Kazakh) would be read as Ə."""
    sharing: dict[str, list[int]] = {}
    for character, glyph in sorted(font.getBestCmap().items()):
        if unicodedata.category(chr(character)).startswith("L"):
            sharing.setdefault(glyph, []).append(character)
    for glyph, (first, *others) in sharing.items():
        for other in others:
            if unicodedata.normalize("NFKC", chr(other)) != unicodedata.normalize("NFKC", chr(first)):
                encode(font, other, draw(font, f"{glyph}.u{other:04X}", [(glyph, 0, 0)], width_of(font, glyph)))


def keep_ascii_as_typed(font: TTFont) -> None:
    """Remove ligatures of ASCII digits and punctuation: x^2 must not become x² (EB Garamond) or -> an arrow (Inter)."""
    drawn = font.getBestCmap()
    kept = {drawn[ord(each)] for each in string.digits + string.punctuation if ord(each) in drawn}
    for table in subtables(font["GSUB"].table):
        if table.LookupType == 4:
            for first, ligatures in [*table.ligatures.items()]:
                table.ligatures[first] = [one for one in ligatures if kept.isdisjoint([first, *one.Component])]
                if not table.ligatures[first]:
                    del table.ligatures[first]


def keep_digraphs(font: TTFont) -> None:
    """Stop drawing Ǆ as D and Ž: machines would read two letters instead of one (Libre Franklin)."""
    drawn = font.getBestCmap()
    digraphs = {drawn.get(character) for character in (*range(0x01C4, 0x01CD), *range(0x01F1, 0x01F4))}
    for table in subtables(font["GSUB"].table):
        if table.LookupType == 2:
            table.mapping = {glyph: parts for glyph, parts in table.mapping.items() if glyph not in digraphs}


def separate_cases(font: TTFont) -> None:
    """Remove each lower-case letter that is drawn like its capital (Archivo Italic)."""
    drawn = font.getBestCmap()
    for character in [small for small in drawn if drawn[small] == drawn.get(capital(small))]:
        for table in font["cmap"].tables:
            table.cmap.pop(character, None)


def capital(character: int) -> int | None:
    """Return the capital of a lower-case letter; None for other characters."""
    upper = chr(character).upper()
    return ord(upper) if len(upper) == 1 and upper != chr(character) else None


def add_spaces_and_hyphens(font: TTFont) -> None:
    """Give ‐, ‑ and the spaces in dates their own glyphs; otherwise one space would be read as another."""
    drawn = font.getBestCmap()
    for character in {0x2010, 0x2011} - drawn.keys():
        hyphen = drawn[ord("-")]
        encode(font, character, draw(font, f"uni{character:04X}", [(hyphen, 0, 0)], width_of(font, hyphen)))
    for character in WIDTHS.keys() - drawn.keys():
        width = round(WIDTHS[character] * font["head"].unitsPerEm)
        encode(font, character, draw(font, f"uni{character:04X}", [], width))


WIDTHS = {0x2002: 1 / 2, 0x2003: 1, 0x2009: 1 / 5, 0x200A: 1 / 10, 0x202F: 1 / 5}
"""Widths of spaces in ems: en, em, thin, hair and narrow no-break space."""


def compose_letters(font: TTFont) -> None:
    """Compose each missing accented letter from the letter and the accent, if the font has anchors for them."""
    drawn, anchors = font.getBestCmap(), dict(joints(font))
    for character in sorted(TEXT - drawn.keys()):
        decomposed = [ord(part) for part in unicodedata.normalize("NFD", chr(character))]
        letter, *accents = [drawn.get(DOTLESS.get(part, part), "") for part in decomposed]
        if len(accents) == 1 and (letter, accents[0]) in anchors:
            parts = [(letter, 0, 0), (accents[0], *anchors[letter, accents[0]])]
            encode(font, character, draw(font, f"uni{character:04X}", parts, width_of(font, letter)))


DOTLESS = {ord("i"): ord("ı"), ord("j"): ord("ȷ")}


def joints(font: TTFont) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
    """Yield how far each mark has to move for each base letter, according to the feature `mark`."""
    for table in subtables(font["GPOS"].table):
        if table.LookupType == 4:
            for mark, its in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True):
                for letter, locations in zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True):
                    if location := locations.BaseAnchor[its.Class]:
                        x, y = location.XCoordinate, location.YCoordinate
                        yield (letter, mark), (x - its.MarkAnchor.XCoordinate, y - its.MarkAnchor.YCoordinate)


def level_figures(font: TTFont) -> None:
    """Give all digits the most common width; if their widths vary, do so only in the feature `tnum`."""
    figures = [font.getBestCmap()[ord(figure)] for figure in "0123456789"]
    widths = [width_of(font, figure) for figure in figures]
    width, how_often = Counter(widths).most_common(1)[0]
    if how_often > 5:
        for figure in figures:
            draw_as_wide(font, figure, figure, width)
    else:
        names = {figure: f"{figure}.tnum" for figure in figures}
        for figure, name in names.items():
            draw_as_wide(font, figure, name, median_low(widths))
        add_feature(font, "tnum", names)


def draw_as_wide(font: TTFont, glyph: str, name: str, width: int) -> None:
    """Draw a glyph centred in another width."""
    draw(font, name, [(glyph, (width - width_of(font, glyph)) // 2, 0)], width)


def add_feature(font: TTFont, tag: str, substitutes: dict[str, str]) -> None:
    """Add a feature that substitutes glyphs one for one, for all scripts and languages."""
    table = font["GSUB"].table
    lookups, features = table.LookupList.Lookup, table.FeatureList.FeatureRecord
    feature = otTables.Feature()
    feature.FeatureParams, feature.LookupListIndex, feature.LookupCount = None, [len(lookups)], 1
    lookups.append(buildLookup([buildSingleSubstSubtable(substitutes)]))
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = tag, feature
    for script in (record.Script for record in table.ScriptList.ScriptRecord):
        for system in (script.DefaultLangSys, *(record.LangSys for record in script.LangSysRecord)):
            if system:
                system.FeatureIndex.append(len(features))
    features.append(record)
    table.LookupList.LookupCount, table.FeatureList.FeatureCount = len(lookups), len(features)  # read by `subset`


def subtables(table: otTables.GPOS | otTables.GSUB) -> Iterator[otTables.PairPos]:
    """Yield every subtable of every lookup, unwrapping extension subtables."""
    for lookup in table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            yield getattr(subtable, "ExtSubTable", subtable)


def width_of(font: TTFont, glyph: str) -> int:
    """Return the advance width of a glyph."""
    width: int = font["hmtx"][glyph][0]
    return width


def draw(font: TTFont, name: str, parts: Parts, width: int) -> str:
    """Draw a glyph composed of others, and return its name."""
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(glyphs)
    for part, right, up in parts:
        glyphs[part].draw(TransformPen(pen, (1, 0, 0, 1, right, up)))
    glyph = pen.glyph()
    if name not in font.getGlyphOrder():
        font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    return name


def encode(font: TTFont, character: int, glyph: str) -> None:
    """Map a character to this glyph."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[character] = glyph


def fill(font: TTFont, character: str) -> None:
    """Draw only the outline of a character, filled: ⭐ beside ☆ is the full one (Noto Emoji)."""
    name = font.getBestCmap()[ord(character)]
    glyph, contours = font["glyf"][name], RecordingPen()
    glyph.draw(contours, font["glyf"])
    shapes: list[list[tuple[str, tuple[tuple[int, int], ...]]]] = []
    for operation, points in contours.value:
        if operation == "moveTo":
            shapes.append([])
        shapes[-1].append((operation, points))
    pen = TTGlyphPen(None)
    for operation, points in max(shapes, key=_width_of):
        getattr(pen, operation)(*points)
    font["glyf"][name] = pen.glyph()


def narrow_space(font: TTFont) -> None:
    """Make the space as wide as in text families, not as a picture (Noto Emoji)."""
    draw(font, font.getBestCmap()[ord(" ")], [], round(0.26 * font["head"].unitsPerEm))


def absorb_selectors(font: TTFont) -> None:
    """Draw a picture and U+FE0F after it as one glyph: WeasyPrint 70 would lose the text of the two (Noto Emoji)."""
    drawn = font.getBestCmap()
    pictures = [glyph for glyph in font.getGlyphOrder()[1:] if glyph != drawn[0xFE0F]]
    joined = buildLigatureSubstSubtable({(glyph, drawn[0xFE0F]): glyph for glyph in pictures})
    table = font["GSUB"].table
    table.LookupList.Lookup.append(buildLookup([joined]))
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    for record in table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex.append(table.LookupList.LookupCount - 1)
        record.Feature.LookupCount = len(record.Feature.LookupListIndex)


def _width_of(shape: list[tuple[str, tuple[tuple[int, int], ...]]]) -> int:
    places = [point[0] for _, points in shape for point in points]
    return max(places) - min(places)
