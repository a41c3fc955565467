"""What of a text is compared: letters, digits and signs, but nothing that layout and extraction may change."""

from __future__ import annotations

import re
import unicodedata

_IGNORED = re.compile(
    "["
    r"\s\x00-\x1f"  # a matter of layout
    r"\u2010\u2011\ufffe\uffff\-"  # PDFium maps a hyphen at a line end to one of several characters, or drops it
    # Invisible: joiners, directional marks, variation selectors (DerivedCoreProperties, Default_Ignorable)
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)


def comparable(text: str) -> str:
    """Normalize what layout and text extraction may change: case, white space, hyphens, ligatures."""
    return "".join(comparable_words(text))


def comparable_words(text: str) -> list[str]:
    """Return the comparable parts of a text, between what is ignored."""
    return _IGNORED.split(unicodedata.normalize("NFKC", text).casefold())
