"""Language tags and CLDR locales."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


def parse_locale(tag: str) -> Locale:
    """Return the CLDR locale for a tag; for an unknown region, that of the language (`de-US` gives `de`).

    Raises:
        ValueError: CLDR does not contain the language.
    """
    from babel import Locale, UnknownLocaleError

    known = tag
    while known:
        try:
            return Locale.parse(known, sep="-")
        except (UnknownLocaleError, ValueError):
            known = known.rpartition("-")[0]
    raise ValueError(f"unknown language '{tag}'")
