"""What gives an omitted text away: the ways to write it, depending on what it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Protocol

from resumekit.load import KeyPath
from resumekit.schema import parse_locale

from .personal_names import ways_to_write
from .words import Phrase, Word, is_mark, phrase_of, readable, words_of

_TELLING = 4
"""A text of fewer letters and digits identifies nobody when it is repeated elsewhere: GB, C++, MSc."""

_NUMBER = re.compile(r"\+?\d(?:[\s().\-–/·]{0,3}\d){3,}")
_SUBSCRIBER = 7
"""The last digits of a phone number, which are the same with and without country and area code."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_NAMES = {("basics", "name"), ("references", "name")}
_USERNAME = ("basics", "profiles", "username")
_ORDINAL = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)$")
_DATE_FILLERS = frozenset({"of", "the", "de", "del", "den", "der", "am", "le", "年", "月", "日", "년", "월", "일"})
_PARTS_OF_A_DAY = 3
_WORDS_OF_A_NAME = 4
_LETTERS_BESIDE_A_NUMBER = 10
"""A text with more letters is not just a phone number; `+44 20 7946 0000 (mobile)` is."""

Day = tuple[int, int, int]
"""Year without century, month, day: dates of birth are often written with two digits of the year."""


class Clue(Protocol):
    """The rule by which an occurrence of a phrase counts."""

    def is_met(self, words: Sequence[Word], begin: int, end: int) -> bool:
        """Return whether these words of a text repeat what was omitted."""


@dataclass(frozen=True, slots=True)
class TextClue:
    """The rule for any text: a single word must start with a capital if the omitted one does."""

    is_capitalized: bool

    def is_met(self, words: Sequence[Word], begin: int, end: int) -> bool:
        """Return whether these words repeat the text; `Apple` is not an apple, but may be `apple.example`."""
        if end - begin > 1 or not self.is_capitalized or words[begin].is_capitalized:
            return True
        return _marks_around(words, begin, end) != ("", "")


class UsernameClue:
    """The rule for a user name that is also a word: it must be part of an address, or spelled like a user name."""

    def is_met(self, words: Sequence[Word], begin: int, end: int) -> bool:
        """Return whether these words are the user name: `jane` and `@Jane`, but not `Jane`."""
        before, _ = _marks_around(words, begin, end)
        return not words[begin].is_capitalized or before.endswith(("@", "/"))


@dataclass(frozen=True, slots=True)
class AddressClue:
    """The rule for an e-mail address or a URL: it must not be the beginning or the end of another one."""

    is_email: bool

    def is_met(self, words: Sequence[Word], begin: int, end: int) -> bool:
        """Return whether these words are the address, or for a URL, one below it."""
        before, after = _marks_around(words, begin, end)
        return not after.startswith(("-", "_", ".")) and not (self.is_email and before.endswith(("-", "_", ".")))


def phrases_of(text: str, path: KeyPath) -> Iterator[tuple[Phrase, Clue]]:
    """Yield the phrases that give an omitted text away; `path` has the keys that lead to it, without indexes."""
    if path in _NAMES:
        yield from ways_to_write(text)
        return
    if path == ("basics", "location", "address"):
        for line in text.splitlines():
            yield from _as_text(line)
        return
    bare = text.strip()
    if _EMAIL.fullmatch(bare):
        yield from ((phrase, AddressClue(is_email=True)) for phrase in _email_phrases(bare))
    elif _URL.fullmatch(bare):
        yield _url_phrase(bare), AddressClue(is_email=False)
    elif path == _USERNAME:
        yield from ((phrase, UsernameClue() if len(phrase) == 1 else clue) for phrase, clue in _as_text(bare))
    else:
        yield from _as_text(bare)


def phone_of(text: str) -> str | None:
    """Return the digits by which a text that is a phone number is recognized; None if it is none."""
    shown = readable(text)
    numbers = [(_digits(found[0]), found[0]) for found in _NUMBER.finditer(shown.replace("(0)", ""))]
    digits, number = max(numbers, key=lambda pair: len(pair[0]), default=("", ""))
    is_number = len(digits) >= _SUBSCRIBER or number == shown.strip()
    letters = sum(map(str.isalpha, shown))
    return digits[-_SUBSCRIBER:] if digits and is_number and letters <= _LETTERS_BESIDE_A_NUMBER else None


def numbers_in(text: str) -> Iterator[tuple[str, set[str]]]:
    """Yield each number in a readable text that may be dialled, with all digits by which it may be recognized."""
    for found in _NUMBER.finditer(text):
        digits = _digits(found[0])
        windows = range(len(digits) - _SUBSCRIBER + 1)
        yield found[0], {digits} | {digits[at : at + _SUBSCRIBER] for at in windows}


def days_of(text: str, languages: tuple[str, ...]) -> set[Day]:
    """Return the day that a text is; two if the order of day and month is unclear, none if it says more than a day."""
    words = words_of(readable(text))
    return {day for _, day in days_in(words, languages)} if len(_date_parts(words)) == _PARTS_OF_A_DAY else set()


def days_in(words: Sequence[Word], languages: tuple[str, ...]) -> Iterator[tuple[tuple[int, int], Day]]:
    """Yield each day in a text, with the index of its first word and the one past its last."""
    months = _month_names(languages)
    parts = _date_parts(words)
    for three in zip(parts, parts[1:], parts[2:], strict=False):
        place = (three[0][0], three[-1][0] + 1)
        yield from ((place, day) for day in _readings([part for _, part in three], months))


def _date_parts(words: Sequence[Word]) -> list[tuple[int, str]]:
    """Return the words that may be part of a day, with their indexes; in `1st of May`, that is `1` and `May`."""
    parts = ((index, _ORDINAL.sub(r"\1", word.folded)) for index, word in enumerate(words) if not word.is_mark)
    return [(index, part) for index, part in parts if part not in _DATE_FILLERS]


def _as_text(text: str) -> Iterator[tuple[Phrase, Clue]]:
    phrase = phrase_of(text)
    if sum(len(word) for word in phrase if not is_mark(word)) >= _TELLING:
        first = next(sign for sign in readable(text) if sign.isalnum())
        yield phrase, TextClue(not first.islower())
        words = [word for word in phrase if not is_mark(word)]
        if 1 < len(words) <= _WORDS_OF_A_NAME:  # `Quill Mills` as part of an address: quill-mills.example
            yield tuple(" - ".join(words).split(" ")), TextClue(is_capitalized=True)
            yield ("".join(words),), TextClue(is_capitalized=True)


def _email_phrases(address: str) -> Iterator[Phrase]:
    """Yield an address, and the spellings that hide it from programs: `me at example dot org`."""
    for at, dot in product(("@", " at "), (".", " dot ")):
        spelled = "".join({"@": at, ".": dot}.get(sign, sign) for sign in address)
        yield phrase_of(spelled)


def _url_phrase(url: str) -> Phrase:
    rest = readable(url).split("://", 1)[1].removeprefix("www.")
    return phrase_of(rest.rstrip("/?#"))


def _marks_around(words: Sequence[Word], begin: int, end: int) -> tuple[str, str]:
    before = words[begin - 1].folded if begin and words[begin - 1].is_mark else ""
    after = words[end].folded if end < len(words) and words[end].is_mark else ""
    return before, after


def _digits(number: str) -> str:
    return "".join(str(unicodedata.decimal(sign)) for sign in number if sign.isdecimal())


@cache
def _month_names(languages: tuple[str, ...]) -> dict[str, int]:
    names: dict[str, int] = {}
    for language in ("en", *languages):
        months = parse_locale(language).months["format"]
        for width in ("wide", "abbreviated"):
            names |= {phrase[0]: month for month, name in months[width].items() if len(phrase := phrase_of(name)) == 1}
    return names


def _readings(parts: Sequence[str], months: dict[str, int]) -> Iterator[Day]:
    """Yield each day that three parts may be, in any usual order."""
    for year, month, day in (parts, parts[::-1], (parts[2], parts[0], parts[1])):
        month_number, day_number = months.get(month) or _number(month, 12), _number(day, 31)
        if month_number and day_number and year.isdecimal() and len(year) in {2, 4}:
            yield int(year) % 100, month_number, day_number


def _number(part: str, limit: int) -> int:
    """Return a part of a date as a number, or 0 if it cannot be one."""
    number = int(part) if part.isdecimal() and len(part) <= 2 else 0
    return number if number <= limit else 0
