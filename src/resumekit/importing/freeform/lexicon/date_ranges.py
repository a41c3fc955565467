"""Dates and date ranges as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from resumekit.importing.foreign_dates import PRESENT, months, parse_date

from .word_lists import alternatives

_YEAR = r"(?:1[89]|20)\d\d"
_MAY_HOLD_DATE = re.compile(rf"{_YEAR}|[\d元]\s*年|['’]\d\d")
"""What every date contains: a year in one form or another."""
_YEAR_LENGTH = 4
_MIN_MONTH_LENGTH = 3
_MAX_DATED_LENGTH = 2_000
"""The length of a line from which it is prose, and dates in it date nothing."""


@dataclass(frozen=True, slots=True)
class Period:
    """A date or a date range found in a text: ISO dates, or `present` as the end of a range that goes on.

    `start` and `end` are its bounds in the text. A date that cannot be read is empty. `approximate` is set for words
    that are not exactly a date, such as `Summer 2020`; `ambiguous` if another reading is equally likely.
    """

    text: str
    start: int
    end: int
    start_date: str = ""
    end_date: str = ""
    approximate: bool = False
    ambiguous: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has an end date, or is ongoing."""
        return bool(self.end_date)


@cache
def _season() -> re.Pattern[str]:
    return re.compile(alternatives("dates", "seasons"), re.IGNORECASE)


@cache
def _since() -> re.Pattern[str]:
    return re.compile(rf"\b({alternatives('dates', 'since')})\s*$", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a date or a date range."""
    until = rf"\s*(?:[-‐‑‒–—―~∼〜～−→]|->|--+|\b(?:{alternatives('dates', 'until')})\b)\s*"
    since = rf"(?:\b(?:{alternatives('dates', 'from')})\b\s+)?"
    known = sorted((name for name in months() if len(name) >= _MIN_MONTH_LENGTH), key=len, reverse=True)
    names = "|".join(map(re.escape, known))
    month = rf"(?:{names})"
    day = r"(?:\d{1,2}(?:st|nd|rd|th|º|er|\.)?)"
    forms = [
        r"(?:明治|大正|昭和|平成|令和)\s*(?:\d{1,2}|元)\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?",
        rf"{_YEAR}\s*[年년]\s*\d{{1,2}}\s*[月월](?:\s*\d{{1,2}}\s*[日일])?",
        rf"{_YEAR}\s*[年년](?:度)?",
        rf"{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)",
        rf"{_YEAR}[-/.](?:1[0-2]|0?[1-9])(?![\d/.-]*\d)",
        rf"\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}",
        rf"(?:1[0-2]|0?[1-9])\s?[./-]\s?{_YEAR}",
        rf"(?<!\w){day}\s+(?:de\s+)?{month}\.?,?\s+(?:de\s+)?{_YEAR}",
        rf"(?<!\w){month}\.?\s+{day},?\s+{_YEAR}",
        rf"(?<!\w){month}\.?,?\s*(?:de[l]?\s+)?(?:{_YEAR}|['’]\d\d)",
        rf"{_YEAR}\.?,?\s+{month}(?!\w)\.?(?:\s+\d{{1,2}}\.)?",
        rf"(?<!\w)(?:{alternatives('dates', 'seasons')})\s*(?:of\s+)?{_YEAR}(?:/\d\d(?:\d\d)?)?",
        _YEAR,
    ]
    one = "(?:" + "|".join(forms) + ")"
    two = rf"(?P<start>{one}|(?<!\w){month}\.?)(?P<to>{until})(?:(?P<present>(?:{PRESENT})(?!\w))|(?P<end>{one}))"
    shortened = rf"(?P<from_year>{_YEAR})\s?[-–/]\s?(?P<to_year>\d\d)(?![\d/.-])"
    open_ended = rf"(?P<since>{since}{one})(?:\s*[-–—~〜～]\s*(?=$|[)\]）]))"
    # Most of a text is inside words, where no date starts: only a number or the name of an era can start there.
    period = rf"(?<![\d])(?=\d|[明大昭平令]|\b\w)(?:{since}(?:{two}|{shortened}|{open_ended}|(?P<one>{one})))(?!\d)"
    return re.compile(period, re.IGNORECASE)


@lru_cache(maxsize=10_000)
def periods_in(text: str) -> tuple[Period, ...]:
    """Return each date and each date range in a text."""
    return tuple(_periods(text)) if _MAY_HOLD_DATE.search(text) else ()


def _periods(text: str) -> Iterator[Period]:
    for found in _pattern().finditer(text):
        whole, start, end = found[0], found.start(), found.end()
        if found["one"]:
            date, approximate, ambiguous = _date(found["one"])
            is_open = bool(_since().search(whole[: len(whole) - len(found["one"])]))
            yield Period(whole, start, end, date, "present" if is_open else "", approximate, ambiguous)
        elif found["since"]:
            date, approximate, ambiguous = _date(found["since"])
            yield Period(whole, start, end, date, "present", approximate, ambiguous)
        elif found["from_year"]:
            end_year = found["from_year"][:2] + found["to_year"]
            if end_year >= found["from_year"]:
                yield Period(whole, start, end, found["from_year"], end_year)
            elif "01" <= found["to_year"] <= "12":  # a month, since no range goes back
                yield Period(whole, start, end, f"{found['from_year']}-{found['to_year']}")
        else:
            yield _range(found)


def _range(found: re.Match[str]) -> Period:
    end_date, approximate_end, ambiguous_end = ("present", False, False) if found["present"] else _date(found["end"])
    start_date, approximate, ambiguous = _date(found["start"])
    if not start_date and end_date[:4].isdigit():  # Jan - Mar 2020
        start_date = f"{end_date[:4]}-{months().get(found['start'].casefold().strip('. '), 1):02}"
    approximate, ambiguous = approximate or approximate_end, ambiguous or ambiguous_end
    return Period(found[0], found.start(), found.end(), start_date, end_date, approximate, ambiguous)


def period_of(text: str) -> Period | None:
    """Return the period that dates a line of an entry's head: the last range, else the last single date."""
    found = [each for each in periods_in(text) if each.start_date] if len(text) <= _MAX_DATED_LENGTH else []
    if ranges := [each for each in found if each.is_range]:
        return ranges[-1]
    single = [each for each in found if _stands_alone(each, text)]
    return single[-1] if single else None


def _stands_alone(period: Period, text: str) -> bool:
    """Return whether a single date dates the line, and is not part of its wording."""
    before, after = text[: period.start].rstrip(), text[period.end :].strip()
    if len(period.start_date) > _YEAR_LENGTH or period.approximate:
        return not before or not after or before[-1] in ",(|–—-·:（" or after[0] in ",)|–—-·）:"
    closed = not after or after[0] in ",)|·）:–—" or after == "."
    opened = not before or before[-1] in ",(|·（–—-" or not after
    return closed and opened


def _date(text: str) -> tuple[str, bool, bool]:
    """Return a date in ISO form, whether it is only approximate, and whether it is ambiguous; empty for no date."""
    date = parse_date(text)
    if date is None:
        return "", False, False
    return str(date), len(date) == _YEAR_LENGTH and bool(_season().search(text)), date.doubt is not None


def is_period(text: str) -> bool:
    """Return whether a text is a date or a date range, and nothing else."""
    period = period_of(text)
    return period is not None and period.end - period.start >= len(text.strip("() "))
