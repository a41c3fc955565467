"""Language tags for Word, which expects a region in each."""

from __future__ import annotations

from resumekit.schema import parse_locale

_NO_COUNTRY = {"001", "150"}
"""CLDR's regions of languages without a country: the world, Europe."""


def word_language(tag: str) -> str:
    """Return a tag in Word's form: `de-DE` for `de`, `zh-TW` for `zh-Hant`, `sr-Latn-RS` for `sr-Latn`."""
    locale = parse_locale(tag)
    language = "nb" if locale.language == "no" else locale.language
    script = locale.script if language != "zh" else None
    return "-".join(filter(None, (language, script, locale.territory or _likely_region(str(locale)))))


def _likely_region(name: str) -> str:
    from babel.core import get_global

    likely = get_global("likely_subtags")  # zh_Hant → zh_Hant_TW
    found = str(likely.get(name) or likely.get(name.partition("_")[0]) or "").rpartition("_")[2]
    return "" if found in _NO_COUNTRY else found
