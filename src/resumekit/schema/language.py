"""Languages, as CLDR knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


def parse_locale(tag: str) -> Locale:
    """Return CLDR's locale for a tag; of a region that it does not have, that of the language (`de-US` is `de`).

    Raises:
        ValueError: CLDR does not know the language.
    """
    from babel import Locale, UnknownLocaleError

    known = tag
    while known:
        try:
            return Locale.parse(known, sep="-")
        except (UnknownLocaleError, ValueError):
            known = known.rpartition("-")[0]
    raise ValueError(f"unknown language '{tag}'")
