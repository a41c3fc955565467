"""The fonts that travel with resumekit: their names, what they draw, what they weigh, whose they are."""

from __future__ import annotations

import unicodedata
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "src" / "resumekit" / "fonts"
FILES = sorted(path for path in FONTS.glob("*/*") if path.suffix in {".ttf", ".otf"})
CJK = FONTS / "noto-sans-cjk" / "NotoSansCJK-Regular.otf"
ALL_CJK = sorted(FONTS.glob("noto-s*-cjk/*.otf"))

MEGABYTE = 1_000_000

Faces = set[tuple[int, bool]]


def both(*weights: int) -> Faces:
    """Upright and italic faces of these weights."""
    return {(weight, italic) for weight in weights for italic in (False, True)}


def upright(*weights: int) -> Faces:
    return {(weight, False) for weight in weights}


# What a theme may count on: the families that it names, with their weights, and the ones that help out.
THEMES: dict[str, Faces] = {
    "Inter": both(400, 500, 600, 700),
    "EB Garamond": both(400, 600, 700),
    "IBM Plex Sans Condensed": both(400, 500, 600, 700),
    "Figtree": both(400, 600, 700) | upright(500),
    "Libre Franklin": both(400, 600, 700) | upright(500),
    "Hanken Grotesk": both(400, 600, 700) | upright(300, 500),
    "Archivo": both(400, 600, 700) | upright(500),
    "Instrument Sans": both(400, 600, 700) | upright(500),
    "Arimo": both(400, 700),
    "Newsreader": both(400, 600) | upright(500),
    "JetBrains Mono": both(400) | upright(500, 600, 700),
    "Source Sans 3": both(400, 600) | upright(700),
    "Source Serif 4": both(400, 600, 700),
    "IBM Plex Sans": both(400, 600) | upright(500),
}
SCRIPTS = {
    "IBM Plex Sans Arabic": upright(400, 600),
    "Noto Sans Hebrew": upright(400, 600),
    "Noto Sans Devanagari": upright(400, 600),
    "Noto Sans Thai": upright(400, 600),
    "Noto Sans CJK": upright(400, 700),
    "Noto Serif CJK": upright(400),
}
SYMBOLS = {family: upright(400) for family in ("Noto Sans Symbols 2", "Noto Sans Math", "Noto Emoji")}
EXPECTED = THEMES | SCRIPTS | SYMBOLS
RESERVED = {"ibm-plex-sans-condensed", "ibm-plex-sans", "ibm-plex-sans-arabic", "source-sans-3", "source-serif-4"}
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
    assert {path.parent.name for path in reserved} == RESERVED
    for path in reserved:
        # Every recipe of tools/fonts that changes a font says so in its unique name and leaves out `aalt`.
        assert "resumekit" not in opened(path)["name"].getDebugName(3)
        assert "aalt" in features(path)


def features(path: Path) -> set[str]:
    return {record.FeatureTag for record in opened(path)["GSUB"].table.FeatureList.FeatureRecord}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_font_is_plain_and_static(path: Path) -> None:
    assert path.read_bytes()[:4] in {b"\0\1\0\0", b"OTTO"}, "neither WOFF nor a collection"
    assert "fvar" not in opened(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_font_keeps_to_its_weight_in_bytes(path: Path) -> None:
    limit = {"noto-sans-cjk": 12.0, "noto-serif-cjk": 17.5, "noto-emoji": 0.9, "source-sans-3": 0.35}.get(
        path.parent.name, 0.32
    )
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


BASIC = span(0x20, 0x7E) | set(
    map(ord, "¡§©«®°¶·»¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ\u00a0")
)
EUROPEAN = BASIC | span(0x100, 0x17F, but="ĲĳĸĿŀŉŦŧſ") | set(map(ord, "ȘșȚț"))  # without letters no longer written
LATIN = span(0x20, 0x7E) | span(0xA0, 0xFF, but="\u00ad") | span(0x100, 0x17F, but="ĲĳĸŉŦŧſ")
VIETNAMESE = span(0x1EA0, 0x1EF9) | set(map(ord, "ƠơƯư"))
GREEK = span(0x391, 0x3CE, but="\u03a2") | set(map(ord, "Άά"))
CYRILLIC = span(0x400, 0x45F, but="ЀЍѐѝ") | set(map(ord, "Ґґ"))
TYPED = set(map(ord, "\u2009\u200a‐‑–—‘’‚“”„•…‹›€™−"))
TYPOGRAPHY = TYPED | set(map(ord, "†‡‰⁄№×÷≈≠≤≥←→↑↓"))
WESTERN = LATIN | VIETNAMESE | TYPED
COVERED = {
    "Inter": LATIN
    | VIETNAMESE
    | span(0x386, 0x3CE, but="\u0387\u038b\u038d\u03a2")
    | span(0x1F00, 0x1F15)
    | span(0x400, 0x479)
    | span(0x48A, 0x4FF, but="Ҟҟ")
    | TYPOGRAPHY
    | set(map(ord, "ĲĳĸŦŧſƙșțəɓɔ′″ⁿ⁰⁴₂⅓℃₹₽₿↔↗↘⇒∞√∑■□▪●○◦▶◆★☆✓✗")),
    "EB Garamond": LATIN
    | VIETNAMESE
    | span(0x388, 0x3CE, but="\u038b\u038d\u03a2")
    | span(0x1F00, 0x1F15)
    | span(0x400, 0x45F)
    | TYPOGRAPHY
    | set(map(ord, "ĲĳĸŦŧſƙșțə′″⁰¹²³⁴₂⅓↔↗⇒∞√∑■□◦▶ﬁﬂ")),
    "IBM Plex Sans Condensed": LATIN
    | VIETNAMESE
    | GREEK
    | span(0x400, 0x45F)
    | TYPOGRAPHY
    | set(map(ord, "ĲĳĸŦŧſșț⁰⁴₂⅓₹₽₿↔↗✓ﬁﬂ")),
    "Figtree": EUROPEAN | TYPED,
    "Instrument Sans": EUROPEAN - {ord("Ĵ")} | TYPED,
    "Hanken Grotesk": WESTERN,
    "Libre Franklin": WESTERN | CYRILLIC,
    "Archivo": WESTERN | TYPOGRAPHY,
    "Arimo": WESTERN | GREEK | CYRILLIC | TYPOGRAPHY | set(map(ord, "ӘәҚқҒғӨө")),
    "Newsreader": WESTERN,
    "JetBrains Mono": WESTERN | GREEK | CYRILLIC | TYPOGRAPHY,
    "Source Sans 3": WESTERN | GREEK | CYRILLIC | TYPOGRAPHY,
    "Source Serif 4": LATIN - {*map(ord, "ĬĭĲĳŦŧ")} | VIETNAMESE | GREEK | CYRILLIC | TYPED - {0x2011},
    "IBM Plex Sans": WESTERN | GREEK | CYRILLIC | TYPOGRAPHY,
    "IBM Plex Sans Arabic": span(0x620, 0x65F) | span(0x660, 0x6D3, but="ڢ") | set(map(ord, "،؛؟٪٫٬ە۰۱۲۳۴۵۶۷۸۹ﻻﷲ")),
    "Noto Sans Hebrew": span(0x5B0, 0x5C7) | span(0x5D0, 0x5EA) | set(map(ord, "װױײ׳״₪")),
    "Noto Sans Devanagari": span(0x900, 0x97F) | {0x20B9, 0x200C, 0x200D},
    "Noto Sans Thai": span(0xE01, 0xE3A) | span(0xE3F, 0xE5B),
}


def test_every_text_family_has_its_characters_tested() -> None:
    assert set(COVERED) == {*THEMES, *SCRIPTS} - {"Noto Sans CJK", "Noto Serif CJK"}


@pytest.mark.parametrize("family", COVERED)
def test_a_text_family_draws_its_languages_in_every_style(family: str) -> None:
    missing = {path.name: shown(COVERED[family] - characters(path)) for path in files_of(family)}
    assert missing == dict.fromkeys(missing, "")


@pytest.mark.parametrize("family", THEMES)
def test_figures_are_of_one_width_where_a_theme_asks_for_it(family: str) -> None:
    for path in files_of(family):
        font, tabular = opened(path), substitutes(path, "tnum")
        figures = [font.getBestCmap()[ord(figure)] for figure in "0123456789"]
        widths = [font["hmtx"][tabular.get(figure, figure)][0] for figure in figures]
        assert max(widths) - min(widths) <= 0.002 * font["head"].unitsPerEm, path.name


def substitutes(path: Path, feature: str) -> dict[str, str]:
    """The glyphs that a feature puts in the place of others."""
    table = opened(path)["GSUB"].table
    records = [record for record in table.FeatureList.FeatureRecord if record.FeatureTag == feature]
    lookups = [table.LookupList.Lookup[index] for record in records for index in record.Feature.LookupListIndex]
    mapping: dict[str, str] = {}
    for subtable in (subtable for lookup in lookups for subtable in lookup.SubTable):
        mapping |= getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
    return mapping


@pytest.mark.parametrize("path", [path for path in FILES if path not in ALL_CJK], ids=lambda path: path.name)
def test_no_letter_is_drawn_by_the_glyph_of_another(path: Path) -> None:
    """A PDF says one text a glyph, so the one letter would be read as the other."""
    letters: dict[str, set[str]] = {}
    for character, glyph in opened(path).getBestCmap().items():
        if unicodedata.category(chr(character)) in {"Lu", "Ll", "Lo", "Nd"}:
            letters.setdefault(glyph, set()).add(unicodedata.normalize("NFKC", chr(character)))
    assert [same for same in letters.values() if len(same) > 1 and not same <= SAME_TO_THE_EYE] == []


SAME_TO_THE_EYE = {"ɩ", "ι"}  # Inter draws the IPA's iota, which no alphabet has, as the Greek one


@pytest.mark.parametrize("family", THEMES)
def test_signs_are_drawn_as_they_were_typed(family: str) -> None:
    """x^2 as x^2, not as x²; letters may join, as f and i do."""
    for path in files_of(family):
        font = hb.Font(hb.Face(hb.Blob.from_file_path(path)))
        for first, second in product(map(chr, range(0x21, 0x7F)), repeat=2):
            if not (first.isalpha() and second.isalpha()):
                buffer = hb.Buffer()
                buffer.add_str(first + second)
                buffer.guess_segment_properties()
                hb.shape(font, buffer)
                assert [glyph.cluster for glyph in buffer.glyph_infos] == [0, 1], (path.name, first + second)


@pytest.mark.parametrize("family", THEMES)
def test_a_digraph_is_one_letter(family: str) -> None:
    """Ǆ is not taken apart, or machines would read two letters where one was typed."""
    for path in files_of(family):
        font = hb.Font(hb.Face(hb.Blob.from_file_path(path)))
        for digraph in map(chr, {*range(0x01C4, 0x01CD), *range(0x01F1, 0x01F4)} & opened(path).getBestCmap().keys()):
            buffer = hb.Buffer()
            buffer.add_str(digraph)
            buffer.guess_segment_properties()
            hb.shape(font, buffer)
            assert len(buffer.glyph_infos) == 1, (path.name, digraph)


@pytest.mark.parametrize("family", ["Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai"])
def test_the_font_of_a_script_leaves_latin_letters_to_the_theme(family: str) -> None:
    assert [shown(characters(path) & (span(0x21, 0x7E) | VIETNAMESE)) for path in files_of(family)] == ["", ""]


@pytest.mark.parametrize("family", ["Noto Sans Symbols 2", "Noto Sans Math", "Noto Emoji"])
def test_a_symbol_font_is_never_taken_for_a_text_font(family: str) -> None:
    (path,) = files_of(family)
    keycaps = set(map(ord, "#*0123456789")) if family == "Noto Emoji" else set()
    assert characters(path) & LATIN == keycaps | {0x20}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_font_has_a_space_as_wide_as_one_in_text(path: Path) -> None:
    with TTFont(path) as font:
        width = font["hmtx"][font.getBestCmap()[0x20]][0] / font["head"].unitsPerEm
    assert 0.15 <= width <= (0.6 if "Mono" in path.stem else 0.35)


def test_a_sequence_of_emoji_is_one_glyph_with_its_whole_text() -> None:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(FONTS / "noto-emoji" / "NotoEmoji-Regular.ttf")))
    for sequence in (
        "🇩🇪",
        "👨\u200d👩\u200d👧",
        "👍🏽",
        "3\ufe0f⃣",
        "#\ufe0f⃣",
        "❤\ufe0f",
        "❤\ufe0f\u200d🔥",
        "👩🏽\u200d💻",
    ):
        buffer = hb.Buffer()
        buffer.add_str(sequence)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        assert [glyph.cluster for glyph in buffer.glyph_infos] == [0], sequence


@pytest.mark.parametrize("path", ALL_CJK, ids=lambda path: path.name)
def test_every_east_asian_face_has_the_same_ideographs(path: Path) -> None:
    ideographs = span(0x3400, 0x9FFF) | span(0xAC00, 0xD7A3) | span(0x3040, 0x30FF)
    assert shown((characters(CJK) & ideographs) - characters(path)) == ""


def test_whatever_decorates_a_résumé_is_drawn_by_some_font() -> None:
    typed = "→←↑↓↗⇒✓✗✔✘★☆●○◦▪▫■□▶►◆◇•‣№™℃☎✉☑✆❤⌘⌥⏎❯·‰…′″‹›₿−×÷≈≠∈∀∂∇½⅓¹²³⁴₂ﬁﬂ📞📧🔗📍💼🎓🚀🏆📱🌐☀🆕🆗🅰🟢🟦"
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
