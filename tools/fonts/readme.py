"""The README of the folder of fonts, read back from the fonts themselves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

from .characters import EMOJI, NATIONAL, NATIONAL_CHARACTERS, span
from .faces import Family
from .families import FAMILIES
from .steps import read

# Another version may pack tables in another way; whoever moves to it makes all fonts anew.
FONTTOOLS = "4.68.0"

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
    "Arabic": span(0x0600, 0x06FF) | span(0x0750, 0x077F) | span(0x08A0, 0x08FF),
    "Hebrew": span(0x0590, 0x05FF),
    "Devanagari": span(0x0900, 0x097F),
    "Thai": span(0x0E00, 0x0E7F),
    "CJK punctuation, kana, bopomofo": span(0x3000, 0x312F),
    "CJK ideographs": span(0x3400, 0x9FFF) | span(0xF900, 0xFAFF) | span(0x20000, 0x3FFFF),
    "Hangul syllables": span(0xAC00, 0xD7A3),
    "Fullwidth and halfwidth forms": span(0xFF00, 0xFFEF),
    "Emoji": EMOJI,
}

# In the order of `resumekit.typeset.fontconfig`.
FALLBACK = (
    *("Inter", "IBM Plex Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai"),
    *("Noto Sans Symbols 2", "Noto Sans Math", "Noto Sans CJK", "Noto Emoji"),
)

README = """\
# Fonts

Made by `python -m tools.fonts` with fontTools {fonttools}. Change `tools/fonts/`, not these files.

All are under the SIL Open Font License 1.1; each folder has the text that came with its font. The name of a
family here is its name in CSS.

{families}

## What draws what

A theme names one or two of these, whose figures are all of one width, or are with
`font-variant-numeric: tabular-nums`:

{text}

What they lack, these draw, in this order, without being named: Inter any other Latin, Greek or Cyrillic
letter, then each script its own font, symbols, mathematics, East Asian text, and emoji (in black).

{others}

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
        text=coverage({name: has for name, has in drawn.items() if ord("a") in has and name not in FALLBACK}),
        others=coverage({name: drawn[name] for name in FALLBACK}),
        standards=", ".join(NATIONAL),
        count=len(missing),
        missing=" ".join(map(chr, missing)),
    )


def coverage(drawn: dict[str, frozenset[int]]) -> str:
    """How many characters of each block families draw; without the blocks of which none draws any."""
    rows = ((name, *(f"{len(block & has):,}" for has in drawn.values())) for name, block in BLOCKS.items())
    return table(("characters", *drawn), (row for row in rows if {*row[1:]} != {"0"}))


def row(family: Family, font: TTFont, folder: Path) -> tuple[str, ...]:
    """What the README's first table says of a family."""
    styles = ", ".join(face.style for face in family.faces)
    version = font["name"].getDebugName(5).removeprefix("Version ").split(";")[0]
    size = sum((folder / family.file(face)).stat().st_size for face in family.faces)
    return family.name, styles, version, str(family.package), family.changed, f"{size // 1000:,}"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ("---",) * len(head), *rows))
