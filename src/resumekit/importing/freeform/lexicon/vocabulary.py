"""Words that distinguish a role from an employer, a school, a degree or a place."""

from __future__ import annotations

import re
from functools import cache

from .word_lists import alternatives

_POSTAL_CODE = re.compile(
    r"(?<!\d)(?:[A-Z]{1,2}-)?\d{4,6}(?![\d])(?:-\d{3,4})?|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|〒?\s?\d{3}-\d{4}"
)
_REGION = re.compile(r"[A-Z]{2,3}")


@cache
def _word_pattern(topic: str) -> re.Pattern[str]:
    """Return a pattern for any word of a topic; only words in Chinese, Japanese and Korean match within a word."""
    return re.compile(
        rf"(?<![\w])(?:{alternatives(topic, 'words')})(?![\w])|{alternatives(topic, 'cjk')}", re.IGNORECASE
    )


def degree_pattern() -> re.Pattern[str]:
    """Return the pattern of a degree or a kind of study."""
    return _word_pattern("degrees")


def is_role(text: str) -> bool:
    """Return whether a text contains a word for what a person does."""
    return bool(_word_pattern("roles").search(text))


def is_organization(text: str) -> bool:
    """Return whether a text contains a word for a company, an institute or a school."""
    return bool(_word_pattern("organizations").search(text)) or is_school(text)


def is_school(text: str) -> bool:
    """Return whether a text contains a word for a school."""
    return bool(_word_pattern("schools").search(text))


def is_degree(text: str) -> bool:
    """Return whether a text contains a word for a degree."""
    return bool(degree_pattern().search(text))


def is_publisher(text: str) -> bool:
    """Return whether a text contains a word for a journal, a conference or a publisher."""
    return bool(_word_pattern("publishers").search(text))


@cache
def _location_names() -> frozenset[str]:
    """Return the names of countries and large towns from CLDR, in lower case."""
    from babel import Locale
    from babel.core import get_global

    known: set[str] = set()
    for tag in ("en", "de", "fr", "es", "it", "ja", "zh-Hans", "zh-Hant"):
        locale = Locale.parse(tag, sep="-")
        known |= {str(name).casefold() for code, name in locale.territories.items() if len(code) == 2}
        known |= {str(zone["city"]).casefold() for zone in locale.time_zones.values() if zone.get("city")}
    known |= {str(zone).rpartition("/")[2].replace("_", " ").casefold() for zone in get_global("zone_territories")}
    return frozenset(known)


@cache
def _place_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives('places', 'words', 'cjk')})", re.IGNORECASE)


def is_place(text: str) -> bool:
    """Return whether a text is the name of a place: a known town, a country, a town with its region."""
    parts = [
        part.strip(" ()[]")
        for part in re.split(r"[,/;、，]|\s[–-]\s|\s(?:and|und|et|y|e)\s", text)
        if part.strip(" ()[]")
    ]
    if not parts or len(text) > 60 or len(parts) > 4:
        return False
    if all(_is_known_place(part) for part in parts):
        return True
    last = parts[-1]
    return (
        2 <= len(parts) <= 3
        and (bool(_REGION.fullmatch(last)) or _is_known_place(last))
        and not is_organization(text)
        and not is_role(text)
    )


def _is_known_place(text: str) -> bool:
    name = _POSTAL_CODE.sub("", text).strip(" ,").casefold()
    return bool(name) and (name in _location_names() or bool(_place_pattern().fullmatch(name)))


def has_postal_code(text: str) -> bool:
    """Return whether a text contains a number that may be a postal code."""
    return bool(_POSTAL_CODE.search(text))
