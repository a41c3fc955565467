"""The fonts that travel with resumekit: their names, what they draw, what they weigh, whose they are."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "src" / "resumekit" / "fonts"
FILES = sorted(path for path in FONTS.glob("*/*") if path.suffix in {".ttf", ".otf"})
CJK = FONTS / "noto-sans-cjk" / "NotoSansCJK-Regular.otf"

MEGABYTE = 1_000_000

UPRIGHT_AND_ITALIC = (False, True)
EXPECTED = {
    "Inter": {(weight, italic) for weight in (400, 500, 600, 700) for italic in UPRIGHT_AND_ITALIC},
    "EB Garamond": {(weight, italic) for weight in (400, 600, 700) for italic in UPRIGHT_AND_ITALIC},
    "IBM Plex Sans Condensed": {(weight, italic) for weight in (400, 500, 600, 700) for italic in UPRIGHT_AND_ITALIC},
    "Noto Sans CJK": {(400, False)},
    "Noto Sans Symbols 2": {(400, False)},
    "Noto Sans Math": {(400, False)},
    "Noto Emoji": {(400, False)},
}
STANDARDS = {"Big5": "big5", "GB 2312": "gb2312", "JIS X 0208": "euc_jp", "KS X 1001": "euc_kr"}


class Style(NamedTuple):
    """A face as CSS asks for it."""

    family: str
    weight: int
    italic: bool


@cache
def opened(path: Path) -> TTFont:
    return TTFont(BytesIO(path.read_bytes()), lazy=True)


@cache
def characters(path: Path) -> frozenset[int]:
    return frozenset(opened(path).getBestCmap())


def style(path: Path) -> Style:
    """The family, weight and slant that fontconfig reads from a file."""
    names, os2 = opened(path)["name"], opened(path)["OS/2"]
    family = names.getDebugName(16) or names.getDebugName(1)
    return Style(family, os2.usWeightClass, bool(os2.fsSelection & 1))


def licence(folder: Path) -> str:
    return (folder / "OFL.txt").read_text(encoding="utf-8")


def span(first: int, last: int, but: str = "") -> set[int]:
    return set(range(first, last + 1)) - set(map(ord, but))


def two_byte_characters(codec: str) -> set[int]:
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    return {ord(text) for pair in pairs if len(text := pair.decode(codec, "ignore")) == 1} - span(0, 0x7F)


def shown(missing: set[int] | frozenset[int]) -> str:
    return " ".join(f"{chr(code)} U+{code:04X}" for code in sorted(missing))


def files_of(family: str) -> list[Path]:
    return [path for path in FILES if style(path).family == family]


def test_there_is_a_folder_for_each_family_and_nothing_else() -> None:
    folders = {path.name for path in FONTS.iterdir() if path.is_dir()}
    assert folders == {family.lower().replace(" ", "-") for family in EXPECTED}


@pytest.mark.parametrize("folder", sorted({path.parent for path in FILES}), ids=lambda path: path.name)
def test_a_folder_carries_its_licence(folder: Path) -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence(folder)
    assert "PERMISSION & CONDITIONS" in licence(folder)


def test_a_font_whose_name_is_reserved_is_the_original() -> None:
    reserved = [path for path in FILES if "with Reserved Font Name" in licence(path.parent)]
    assert {path.parent.name for path in reserved} == {"ibm-plex-sans-condensed"}
    for path in reserved:
        # Every recipe of tools/fonts.py that changes a font says so in its unique name and removes the hinting.
        assert "resumekit" not in opened(path)["name"].getDebugName(3)
        assert "fpgm" in opened(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_font_is_plain_and_static(path: Path) -> None:
    assert path.read_bytes()[:4] in {b"\0\1\0\0", b"OTTO"}, "neither WOFF nor a collection"
    assert "fvar" not in opened(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_font_keeps_to_its_weight_in_bytes(path: Path) -> None:
    limit = {"noto-sans-cjk": 12.0, "noto-emoji": 0.8}.get(path.parent.name, 0.32)
    assert path.stat().st_size <= limit * MEGABYTE


def test_the_readme_names_every_family() -> None:
    readme = (FONTS / "README.md").read_text(encoding="utf-8")
    assert [family for family in EXPECTED if f"| {family} |" not in readme] == []


def test_css_finds_each_family_by_its_name_with_its_weights_and_slants() -> None:
    found: dict[str, set[tuple[int, bool]]] = {}
    for family, weight, italic in map(style, FILES):
        found.setdefault(family, set()).add((weight, italic))
    assert found == EXPECTED
    assert len(FILES) == sum(map(len, EXPECTED.values())), "no face twice"


LATIN = span(0x20, 0x7E) | span(0xA0, 0xFF, but="\u00ad") | span(0x100, 0x17F, but="ŉ")
VIETNAMESE = span(0x1EA0, 0x1EF9)
CYRILLIC = span(0x400, 0x45F)
TYPOGRAPHY = set(map(ord, "\u2009‐‑–—‘’‚“”„†‡•…‰‹›⁄€™№−×÷≈≠≤≥←→↑↓"))
COVERED = {
    "Inter": LATIN
    | VIETNAMESE
    | span(0x386, 0x3CE, but="\u0387\u038b\u038d\u03a2")
    | span(0x1F00, 0x1F15)
    | span(0x400, 0x479)
    | span(0x48A, 0x4FF, but="Ҟҟ")
    | TYPOGRAPHY
    | set(map(ord, "ƙșțəɓɔ′″ⁿ⁰⁴₂⅓℃₹₽₿↔↗↘⇒∞√∑■□▪●○◦▶◆★☆✓✗")),
    "EB Garamond": LATIN
    | VIETNAMESE
    | span(0x388, 0x3CE, but="\u038b\u038d\u03a2")
    | span(0x1F00, 0x1F15)
    | CYRILLIC
    | TYPOGRAPHY
    | set(map(ord, "ƙșțə′″⁰¹²³⁴₂⅓↔↗⇒∞√∑■□◦▶ﬁﬂ")),
    "IBM Plex Sans Condensed": LATIN
    | VIETNAMESE
    | span(0x391, 0x3CE, but="\u03a2")
    | CYRILLIC
    | TYPOGRAPHY
    | set(map(ord, "șț⁰⁴₂⅓₹₽₿↔↗✓ﬁﬂ")),
}


@pytest.mark.parametrize("family", COVERED)
def test_a_text_family_draws_its_languages_in_every_style(family: str) -> None:
    missing = {path.name: shown(COVERED[family] - characters(path)) for path in files_of(family)}
    assert missing == dict.fromkeys(missing, "")


@pytest.mark.parametrize("family", ["Noto Sans Symbols 2", "Noto Sans Math", "Noto Emoji"])
def test_a_symbol_font_is_never_taken_for_a_text_font(family: str) -> None:
    (path,) = files_of(family)
    assert not characters(path) & LATIN


def test_whatever_decorates_a_résumé_is_drawn_by_some_font() -> None:
    typed = "→←↑↓↗⇒✓✗✔✘★☆●○◦▪▫■□▶►◆◇•‣№™℃☎✉☑✆❤⌘⌥⏎❯·‰…′″‹›₿−×÷≈≠∈∀∂∇½⅓¹²³⁴₂ﬁﬂ📞📧🔗📍💼🎓🚀🏆📱🌐☀"
    assert shown(set(map(ord, typed)) - frozenset().union(*map(characters, FILES))) == ""


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_east_asian_standards_are_drawn_in_full(standard: str) -> None:
    wanted = two_byte_characters(STANDARDS[standard])
    assert len(wanted) > 6000
    elsewhere = wanted - characters(CJK)
    # The source has no Latin Extended-A and few fractions. Those are no East Asian letters; others draw them.
    assert not {code for code in elsewhere if 0x2E80 <= code <= 0xFFEF}, shown(elsewhere)
    assert shown(elsewhere - frozenset().union(*map(characters, FILES))) == ""


def test_rare_characters_of_names_are_drawn() -> None:
    assert shown(set(map(ord, "镕祎赟喆堃髙﨑𠮷彅뷁똠粵嘅")) - characters(CJK)) == ""
    assert shown(span(0xAC00, 0xD7A3) - characters(CJK)) == ""


@pytest.mark.parametrize(
    ("character", "shapes"),
    [
        ("直", {"ja ko", "zh-Hans zh-Hant", "zh-HK"}),
        ("骨", {"ja ko zh-HK", "zh-Hans", "zh-Hant"}),
        ("次", {"ja", "ko", "zh-Hans zh-HK", "zh-Hant"}),
        ("一", {"ja ko zh-Hans zh-Hant zh-HK"}),
    ],
)
def test_each_language_has_its_own_shape(character: str, shapes: set[str]) -> None:
    systems = {"ja": "JAN ", "ko": "KOR ", "zh-Hans": "ZHS ", "zh-Hant": "ZHT ", "zh-HK": "ZHH "}
    languages: dict[str, list[str]] = {}
    for language, system in systems.items():
        languages.setdefault(regional_glyph(character, system), []).append(language)
    assert {" ".join(same) for same in languages.values()} == shapes


def regional_glyph(character: str, system: str) -> str:
    """The glyph that the feature `locl` gives for a character in a language system of the Han script."""
    table = opened(CJK)["GSUB"].table
    (script,) = (record.Script for record in table.ScriptList.ScriptRecord if record.ScriptTag == "hani")
    (language,) = (record.LangSys for record in script.LangSysRecord if record.LangSysTag == system)
    glyph: str = opened(CJK).getBestCmap()[ord(character)]
    for index in language.FeatureIndex:
        record = table.FeatureList.FeatureRecord[index]
        for lookup in record.Feature.LookupListIndex if record.FeatureTag == "locl" else ():
            for subtable in table.LookupList.Lookup[lookup].SubTable:
                mapping = getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
                glyph = mapping.get(glyph, glyph)
    return glyph
