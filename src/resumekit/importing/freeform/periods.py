"""Dates and periods as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from resumekit.importing.foreign_dates import PRESENT, months
from resumekit.importing.foreign_dates import parse_date as when

_TO = (
    r"\s*(?:[-‐‑‒–—―~∼〜～−→]|->|--+|\b(?:to|until|till|through|bis|jusqu['’]à|au|à|al|hasta|a|até|tot|til|till|"
    r"do|po|по|до)\b)\s*"
)
_FROM = r"(?:\b(?:from|since|seit|ab|von|depuis|de|du|desde|dal|dal mese di|sinds|od|с|from:|fra)\b\s+)?"
_SINCE = re.compile(r"\b(since|seit|ab|depuis|desde|dal|sinds|od|с|自)\s*$", re.IGNORECASE)
_YEAR = r"(?:1[89]|20)\d\d"
_LOOSE = (
    r"spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver|"
    r"primavera|verano|otoño|invierno|estate|autunno|q[1-4]|[1-4]\.\s?quartal|ws|ss|wise|sose|春|夏|秋|冬"
)
_SEASON = re.compile(_LOOSE, re.IGNORECASE)
_DATED = re.compile(r"\d\d|元")
_YEAR_ALONE = 4
_SHORTEST_MONTH = 3


@dataclass(frozen=True, slots=True)
class Period:
    """When something was: ISO dates, `present` for an end that has not come, or what was written where it is no date.

    `start` and `end` are where it stands in the text; `loose` is set for words that stand for no date exactly, such as
    `Summer 2020`, and `doubt` where another reading of the words is as good.
    """

    text: str
    start: int
    end: int
    begin: str = ""
    finish: str = ""
    loose: bool = False
    doubt: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has an end, or has none yet."""
        return bool(self.finish)


@cache
def _pattern() -> re.Pattern[str]:
    """Return what a period looks like."""
    known = sorted((name for name in months() if len(name) > _SHORTEST_MONTH - 1), key=len, reverse=True)
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
        rf"(?<!\w)(?:{_LOOSE})\s*(?:of\s+)?{_YEAR}(?:/\d\d(?:\d\d)?)?",
        _YEAR,
    ]
    one = "(?:" + "|".join(forms) + ")"
    two = rf"(?P<begin>{one}|(?<!\w){month}\.?)(?P<to>{_TO})(?:(?P<present>(?:{PRESENT})(?!\w))|(?P<finish>{one}))"
    shortened = rf"(?P<from_year>{_YEAR})\s?[-–/]\s?(?P<to_year>\d\d)(?![\d/.-])"
    open_ended = rf"(?P<since>{_FROM}{one})(?:\s*[-–—~〜～]\s*(?=$|[)\]）]))"
    period = rf"(?<![\d])(?:{_FROM}(?:{two}|{shortened}|{open_ended}|(?P<one>{one})))(?!\d)"
    return re.compile(period, re.IGNORECASE)


@lru_cache(maxsize=10_000)
def periods_in(text: str) -> tuple[Period, ...]:
    """Return each period and each date in a text."""
    return tuple(_periods(text)) if _DATED.search(text) else ()


def _periods(text: str) -> Iterator[Period]:
    for found in _pattern().finditer(text):
        whole = found[0]
        made = Period(whole, found.start(), found.end())
        if found["one"]:
            begin, loose, doubt = _date(found["one"])
            since = bool(_SINCE.search(whole[: len(whole) - len(found["one"])]))
            yield Period(whole, made.start, made.end, begin, "present" if since else "", loose, doubt)
        elif found["since"]:
            begin, loose, doubt = _date(found["since"])
            yield Period(whole, made.start, made.end, begin, "present", loose, doubt)
        elif found["from_year"]:
            finish = found["from_year"][:2] + found["to_year"]
            if finish >= found["from_year"]:
                yield Period(whole, made.start, made.end, found["from_year"], finish)
        else:
            yield _range(found, made)


def _range(found: re.Match[str], made: Period) -> Period:
    finish, loose_end, doubt_end = ("present", False, False) if found["present"] else _date(found["finish"])
    begin, loose, doubt = _date(found["begin"])
    if not begin and finish[:4].isdigit():  # Jan - Mar 2020
        begin = f"{finish[:4]}-{months().get(found['begin'].casefold().strip('. '), 1):02}"
    return Period(made.text, made.start, made.end, begin, finish, loose or loose_end, doubt or doubt_end)


def period_of(text: str) -> Period | None:
    """Return the period that a line of an entry's head is dated with: a range before a lone date, the last one."""
    found = [each for each in periods_in(text) if each.begin]
    if ranges := [each for each in found if each.is_range]:
        return ranges[-1]
    lone = [each for each in found if _stands_out(each, text)]
    return lone[-1] if lone else None


def _stands_out(period: Period, text: str) -> bool:
    """Tell whether a lone date dates the line, and is not one of its words."""
    before, after = text[: period.start].rstrip(), text[period.end :].strip()
    if len(period.begin) > 4 or period.loose:
        return not before or not after or before[-1] in ",(|–—-·:（" or after[0] in ",)|–—-·）:"
    closed = not after or after[0] in ",)|·）:–—" or after == "."
    opened = not before or before[-1] in ",(|·（–—-" or not after
    return closed and opened


def _date(text: str) -> tuple[str, bool, bool]:
    """Return the ISO date of what was written; whether that is less than it says; whether it may mean another."""
    made = when(text)
    if made is None:
        return "", False, False
    return str(made), len(made) == _YEAR_ALONE and bool(_SEASON.search(text)), made.doubt is not None


def is_period(text: str) -> bool:
    """Tell whether a text is a date or a period and nothing else."""
    period = period_of(text)
    return period is not None and period.end - period.start >= len(text.strip("() "))
