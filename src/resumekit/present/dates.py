"""Dates in the words and the order of a language, through CLDR."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from resumekit.schema import PartialDate, Period

if TYPE_CHECKING:
    from babel import Locale

THIN_SPACE = "\u2009"
_RANGE = f"{THIN_SPACE}–{THIN_SPACE}"

_PATTERNS = {
    ("fi", "yMMM"): "M/y",  # rather than maalis 2021
    ("hu", "y"): "y",  # rather than 2021., with the full stop of an ordinal
    ("ru", "yMMM"): "LLL y",  # rather than март 2021 г., since CLDR's lone year has no г.
    ("ru", "yMMMd"): "d MMM y",
    ("uk", "yMMM"): "LLL y",  # rather than бер. 2021 р., likewise
    ("uk", "yMMMd"): "d MMM y",
    ("vi", "yMMM"): "MM/y",  # rather than thg 3 2021
    ("vi", "yMMMd"): "dd/MM/y",
}
"""How résumés write a date, where that is not CLDR's pattern."""

_ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "tibt": "༠"}
"""The zeros of CLDR's numbering systems, from which the other digits follow; Babel writes all dates in 0 to 9."""


def format_date(value: PartialDate | str, locale: Locale) -> str:
    """Return `Mar 2021`, `2021年3月` …; a text that is no date stays as it is."""
    if isinstance(value, str):
        return value
    from babel import dates

    skeleton = "yMMMd" if value.day else "yMMM" if value.month else "y"
    day = date(value.year, value.month or 1, value.day or 1)
    pattern = _PATTERNS.get((locale.language, skeleton))
    made = dates.format_date(day, pattern, locale) if pattern else dates.format_skeleton(skeleton, day, locale=locale)
    return _in_own_digits(str(made), locale)


def format_period(period: Period, locale: Locale, present: str) -> str:
    """Return the range from start to end; an entry that began and has no end lasts till `present`."""
    start = format_date(period.start_date, locale) if period.start_date else ""
    end = present if period.end_date == "present" else format_date(period.end_date, locale) if period.end_date else ""
    if start and not end:
        end = present
    if start == end:
        return start
    return f"{start}{_RANGE}{end}" if start else end


def _in_own_digits(made: str, locale: Locale) -> str:
    """Return the text in the digits that CLDR gives a locale by default: `۲۰۲۱` in Persian."""
    zero = _ZEROS.get(locale.default_numbering_system)
    if not zero:
        return made
    return made.translate({ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)})
