"""Which characters a source may hold: text that people can see, in the order in which they see it."""

from __future__ import annotations

import re
import unicodedata

# Control characters are drawn as boxes, reach terminals as escape sequences and break word processors. YAML
# libraries disagree whether U+0085, U+2028 and U+2029 end a line. Bidirectional controls make the text that people
# see differ from the text that machines read (CVE-2021-42574). Surrogates and noncharacters are not text at all.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def first_refused(text: str) -> re.Match[str] | None:
    """Return where the first character stands that a résumé may not hold, or None."""
    return _REFUSED.search(text)


def describe(character: str) -> str:
    """Name a character for a message: `U+202E right-to-left override`."""
    name = unicodedata.name(character, "").lower() or _kind(character)
    return f"U+{ord(character):04X} {name}"


def advice(character: str) -> str:
    """Say what to do about a refused character."""
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
        return "remove it: it makes the page read differently from the text; right-to-left text needs no such mark"
    return "remove it, or type what it stands for; it may have come along with copied text"


def _kind(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "half of a character (surrogate)"
    return "noncharacter" if character >= "\ufdd0" else "control character"
