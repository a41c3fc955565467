"""Dates as other programs write them: `Sep 1, 2016`, `2016-09-01T00:00:00Z`, `2016年9月`, `09/2016`, `Present`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from resumekit.schema import PartialDate

from .draft_resume import TracedText

PRESENT = (
    "present|current|currently|now|today|ongoing|to date|till date|heute|jetzt|aktuell|laufend|aujourd['’]hui|actuel|"
    "actuellement|présent|à ce jour|en cours|la actualidad|actualidad|actual|presente|hoy|oggi|attuale|in corso|atual|"
    "o momento|hoje|heden|nu|nå|nåværende|i dag|idag|nykyhetki|obecnie|teraz|současnost|dosud|súčasnosť|jelenleg|"
    "настоящее время|наст\\. время|н\\.в\\.|сегодня|теперішній час|現在|至今|现在|迄今|今|현재|현 재|재직중|재직 중|"
    "günümüz|halen|σήμερα|الآن|الحاضر|היום|כיום|sekarang|saat ini|hiện tại|hiện nay|nay|ปัจจุบัน|वर्तमान"
)
"""Words for an end date that is still open, as alternatives of a regular expression."""

_IS_PRESENT = re.compile(PRESENT, re.IGNORECASE)
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s*(\d{{1,2}}|元)\s*年")
_SHORT_YEAR = re.compile(r"(?<=\w[. ])['’](\d\d)$")
_FIRST_YEAR_OF_1900S = 70
"""Two-digit years below this are in the 21st century."""

_NUMBERS = (
    re.compile(r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?)?(?:[T ]\d{1,2}:.*)?"),
    re.compile(r"(?P<y>\d{4})\s*[年년]\s*(?:(?P<m>\d{1,2})\s*[月월]\s*(?:(?P<d>\d{1,2})\s*[日일])?)?"),
    re.compile(r"(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})(?: \d{1,2}:.*)?"),
)
"""Dates in digits only."""

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_IGNORED_WORDS = {"de", "del", "of", "st", "nd", "rd", "th", "er", "г"}
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGES = "en de fr es it pt nl sv da nb fi pl cs sk hu ro bg hr el tr ru uk id vi ca ja ko zh zh_Hant ar he hi th"


def parse_date(text: str | None) -> TracedText | None:
    """Return a date as the schema writes it, or `present`; with `doubt` set if it is ambiguous; None if not a date."""
    if text is None:
        return None
    origin = text.origin if isinstance(text, TracedText) else None
    words = text.strip()
    if _IS_PRESENT.fullmatch(words):
        return TracedText("present", origin)
    for date, is_sure in _readings(_with_full_year(words)):
        try:
            return TracedText(str(PartialDate.parse(date)), origin, None if is_sure else words)
        except ValueError:
            continue
    return None


def _with_full_year(words: str) -> str:
    """Return a date with a four-digit year, converted from an era (`令和3年4月`) or a short year (`Mar '21`)."""
    if era := _ERA.search(words):
        return _ERA.sub(f"{_ERAS[era[1]] + (1 if era[2] == '元' else int(era[2]))}年", words)
    return _SHORT_YEAR.sub(lambda year: f"{20 if int(year[1]) < _FIRST_YEAR_OF_1900S else 19}{year[1]}", words)


def _readings(words: str) -> Iterator[tuple[str, bool]]:
    """Yield possible readings of a date, the most likely first, and whether each is certain."""
    for form in _NUMBERS:
        if found := form.fullmatch(words):
            parts = found.groupdict()
            year, month, day = parts["y"], parts.get("m") or "", parts.get("d") or ""
            maybe_month_first = words.startswith(day) and bool(day) and "." not in words
            yield _date(year, month, day), not (maybe_month_first and int(day) <= 12 and day != month)
            yield _date(year, day, month), True
    if year_found := _YEAR.search(words):
        year, rest = year_found[0], words[: year_found.start()] + " " + words[year_found.end() :]
        names = [name.casefold() for name in _WORD.findall(rest)]
        month = next((months()[name] for name in names if name in months()), 0)
        days = _DAY.findall(rest)
        if month:
            known = sum(name in months() or name in _IGNORED_WORDS for name in names)
            yield _date(year, str(month), "".join(days[:1])), len(days) < 2 and known == len(names)
        yield year, words == year


def _date(year: str, month: str, day: str) -> str:
    return "-".join(part.zfill(2) for part in (year, month, day) if part)


@cache
def months() -> dict[str, int]:
    """Return month numbers by full and short name, in many languages. On conflicts, the more common language wins."""
    from babel import Locale

    numbers: dict[str, int] = {"sept": 9}
    for language in _LANGUAGES.split():
        known = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in known[context][width].items():
                    word = name.casefold().strip(". ")
                    if _WORD.fullmatch(word):
                        numbers.setdefault(word, number)
    return numbers
