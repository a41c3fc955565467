"""Which characters a source may contain: text as people see it, in the order they see it."""

from __future__ import annotations

import re
import unicodedata

# Control characters render as boxes, act as escape sequences in terminals and break word processors. YAML libraries
# disagree on whether U+0085, U+2028 and U+2029 end a line. Bidirectional controls make the text that people see
# differ from the text that programs read (CVE-2021-42574). Surrogates and noncharacters are not text at all.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def first_forbidden(text: str) -> re.Match[str] | None:
    """Return the match of the first character that a résumé may not contain, or None."""
    return _FORBIDDEN.search(text)


def describe(character: str) -> str:
    """Name a character for a message: `U+202E right-to-left override`."""
    name = unicodedata.name(character, "").lower() or _kind(character)
    return f"U+{ord(character):04X} {name}"


def advice(character: str) -> str:
    """Return the hint for a forbidden character."""
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
        return "remove it: it makes people and programs read different text; right-to-left text works without it"
    return "delete it or retype the text around it; it was probably pasted in"


def _kind(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "surrogate (half of a character)"
    return "noncharacter" if character >= "\ufdd0" else "control character"
