"""Dates in the words and the order of a language, through CLDR."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from resumekit.schema import PartialDate, Period

if TYPE_CHECKING:
    from babel import Locale

THIN_SPACE = "\u2009"
_RANGE = f"{THIN_SPACE}–{THIN_SPACE}"


def format_date(value: PartialDate | str, locale: Locale) -> str:
    """Return `Mar 2021`, `2021年3月` …; a text that is no date stays as it is."""
    if isinstance(value, str):
        return value
    from babel.dates import format_skeleton

    skeleton = "yMMMd" if value.day else "yMMM" if value.month else "y"
    return str(format_skeleton(skeleton, date(value.year, value.month or 1, value.day or 1), locale=locale))


def format_period(period: Period, locale: Locale, present: str) -> str:
    """Return the range from start to end; an entry that began and has no end lasts till `present`."""
    start = format_date(period.start_date, locale) if period.start_date else ""
    end = present if period.end_date == "present" else format_date(period.end_date, locale) if period.end_date else ""
    if start and not end:
        end = present
    if start == end:
        return start
    return f"{start}{_RANGE}{end}" if start else end
