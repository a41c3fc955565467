"""Country codes from country names."""

from __future__ import annotations

from functools import cache

from .draft_resume import TracedText

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "nb", "id", "ja", "zh", "zh_Hant")


def country_code(name: TracedText | None) -> TracedText | None:
    """Return the two-letter code of a country, or the text unchanged if it is not a country name."""
    if name is None:
        return None
    return TracedText(_codes().get(name.strip().casefold(), name), name.origin)


@cache
def _codes() -> dict[str, str]:
    from babel import Locale

    codes = {"usa": "US", "uk": "GB", "great britain": "GB", "england": "GB", "hong kong": "HK", "taiwan": "TW"}
    for language in _LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                codes.setdefault(name.casefold(), code)
    return codes
