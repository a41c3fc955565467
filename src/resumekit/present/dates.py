"""Dates in the words and the order of a language, formatted with CLDR data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from resumekit.schema import PartialDate, Period

if TYPE_CHECKING:
    from babel import Locale

DateFormat = Literal["short", "long", "numbers", "iso"]
"""`Mar 2021`, `March 2021`, `3/2021`, all in the order of the language; or always `2021-03`."""

_SKELETONS: dict[DateFormat, tuple[str, str]] = {
    "short": ("yMMM", "yMMMd"),
    "long": ("yMMMM", "yMMMMd"),
    "numbers": ("yM", "yMd"),
}
"""CLDR's names for a month of a year, and for a day."""

THIN_SPACE = "\u2009"
RANGE = f"{THIN_SPACE}–{THIN_SPACE}"
"""Between the first and the last date of a range."""

_PATTERNS = {
    ("de", "yM"): "MM/y",  # rather than 3/2021
    ("de", "yMd"): "dd.MM.y",
    ("fi", "yMMM"): "M/y",  # rather than maalis 2021
    ("hu", "y"): "y",  # rather than 2021., with the full stop of an ordinal
    ("ru", "yMMM"): "LLL y",  # rather than март 2021 г., since CLDR's lone year has no г.
    ("ru", "yMMMd"): "d MMM y",
    ("uk", "yMMM"): "LLL y",  # rather than бер. 2021 р., likewise
    ("uk", "yMMMd"): "d MMM y",
    ("vi", "yMMM"): "MM/y",  # rather than thg 3 2021
    ("vi", "yMMMd"): "dd/MM/y",
}
"""Patterns usual in résumés, where they differ from CLDR's."""

_ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "tibt": "༠"}
"""The zeros of CLDR's numbering systems, from which the other digits follow; Babel writes all dates in 0 to 9."""


def format_date(value: PartialDate | str, locale: Locale, style: DateFormat = "short") -> str:
    """Return `Mar 2021`, `2021年3月` …; a text that is not a date is returned unchanged."""
    if isinstance(value, str) or style == "iso":
        return str(value)
    from babel import dates

    of_month, of_day = _SKELETONS[style]
    skeleton = of_day if value.day else of_month if value.month else "y"
    day = date(value.year, value.month or 1, value.day or 1)
    pattern = _PATTERNS.get((locale.language, skeleton)) or ("long" if skeleton == "yMMMMd" else None)
    made = dates.format_date(day, pattern, locale) if pattern else dates.format_skeleton(skeleton, day, locale=locale)
    return _in_own_digits(str(made), locale)


def format_period(period: Period, locale: Locale, present: str, style: DateFormat = "short") -> str:
    """Return the range from start to end; without an end, the range runs to `present`.

    Ranges of more than a month are in months: a day more or less does not matter, and makes them hard to read.
    """
    start, end = format_bounds(period, locale, present, style)
    return f"{start}{RANGE}{end}" if start else end


def format_bounds(period: Period, locale: Locale, present: str, style: DateFormat = "short") -> tuple[str, str]:
    """Return the start and the end of a range; if they are equal, or one is unknown, only an end."""
    dates: tuple[PartialDate | str | None, ...] = (period.start_date, period.end_date)
    if style != "iso" and not _is_short(period):
        dates = (_month(period.start_date), _month(period.end_date) if period.start_date else period.end_date)
    start, end = (format_date(day, locale, style) if day else "" for day in dates)
    if period.end_date == "present" or (start and not end):
        end = present
    return ("", end) if start == end else (start, end)


_MONTH = 31
"""The days of the longest month."""


def _is_short(period: Period) -> bool:
    """Return whether both dates name their day, and are at most a month apart."""
    start, end = period.start_date, period.end_date
    if not isinstance(start, PartialDate) or not isinstance(end, PartialDate) or not (start.day and end.day):
        return False
    return (date(*end.known) - date(*start.known)).days <= _MONTH


def _month(day: PartialDate | str | None) -> PartialDate | str | None:
    return replace(day, day=0) if isinstance(day, PartialDate) else day


def _in_own_digits(made: str, locale: Locale) -> str:
    """Return the text in the default digits of a locale: `۲۰۲۱` in Persian."""
    zero = _ZEROS.get(locale.default_numbering_system)
    if not zero:
        return made
    return made.translate({ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)})
