"""The characters that the fonts contain."""

from __future__ import annotations


def span(first: int, last: int) -> frozenset[int]:
    """Return all code points from the first to the last, inclusive."""
    return frozenset(range(first, last + 1))


def two_byte_characters(codec: str, leads: range = range(0x80, 0x100)) -> frozenset[int]:
    """Return every character that a national encoding writes in two bytes, except those for private use."""
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
# Pictographs, squares with letters, and the enclosing keycap and flag letters.
EMOJI = span(0x1F000, 0x1FAFF) | {0x20E3}

# What joins pictographs into one: keycaps, the joiner, the selector, the tags of regional flags.
IN_EMOJI = frozenset(map(ord, "#*0123456789\u200d\ufe0f")) | span(0xE0020, 0xE007F)

# A space may be set in the font of the character before it: without one, it is drawn as a missing glyph.
SPACE = frozenset({0x20})

# Scripts with a font of their own.
SPACES_AND_JOINERS = {0x20, 0xA0, 0x25CC, 0x202F, 0x2060} | span(0x2000, 0x200F)
HEBREW = span(0x0590, 0x05FF) | span(0xFB1D, 0xFB4F) | {0x20AA}
DEVANAGARI = span(0x0900, 0x097F) | span(0x1CD0, 0x1CFF) | span(0xA8E0, 0xA8FF) | {0x20B9}
THAI = span(0x0E00, 0x0E7F)

# The standards that a CJK résumé is certain to need: the codec of each, and the lead bytes of its common half.
NATIONAL = {
    "Big5": ("big5", range(0xA4, 0xC7)),
    "GB 2312": ("gb2312", range(0xB0, 0xD8)),
    "JIS X 0208": ("euc_jp", range(0xB0, 0xD0)),
    "KS X 1001": ("euc_kr", range(0xB0, 0xC9)),
}
# Their successors, which personal names need: GB 2312 lacks 镕, JIS X 0208 lacks 髙, KS X 1001 lacks 뷁.
SUCCESSORS = ("gbk", "big5hkscs", "cp932", "shift_jis_2004", "cp949")
IN_NO_CODE = frozenset(map(ord, "𠮷𡈽𣘺𥔎"))  # characters of Japanese family names that none of them has

NATIONAL_CHARACTERS = frozenset().union(*(two_byte_characters(codec) for codec, _ in NATIONAL.values()))
COMMON_CHARACTERS = frozenset().union(*(two_byte_characters(codec, leads) for codec, leads in NATIONAL.values()))
EAST_ASIAN = NATIONAL_CHARACTERS.union(
    *map(two_byte_characters, SUCCESSORS),
    IN_NO_CODE,
    span(0x0020, 0x007E),
    span(0x00A0, 0x00FF),
    *(span(0x1100, 0x1112), span(0x1161, 0x1175), span(0x11A8, 0x11C2)),  # jamo, which HarfBuzz composes
    span(0x3000, 0x30FF),  # CJK punctuation, kana
    span(0x3105, 0x33FF),  # bopomofo, compatibility jamo, small kana, enclosed and squared forms
    span(0xFE30, 0xFE4F),  # CJK Compatibility Forms
    span(0xFF01, 0xFFEE),  # fullwidth and halfwidth forms
)
