"""The name of the person among authors or inventors, however it is written there.

`Inga Maria Example-Sample` is also `I. Example-Sample`, `Example Sample IM` or `Example-Sample, Inga`, with or without
accents. Another given name, initial or family name is another person; where two people of a list match equally well,
neither is taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from .inline import Inlines, Strong, part, plain
from .person_names import PersonName, is_unspaced, read_name

_EXACT = 5
"""How well a name matches at best; less with parts left out, with initials, with initials that the page lacks."""

_FAMILY_FIRST = frozenset({"hu", "ja", "ko", "vi", "zh"})
"""The languages of pages whose people may write the family name first."""

_MOST_WORDS = 8
_MOST_CHARACTERS = 4_000
_MOST_INITIALS = 3

_WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
_BETWEEN_PARTS = re.compile(r"[\s,，、・･·=＝]+")
_BETWEEN_PEOPLE = re.compile(r"\s*[;；、|&]\s*|,?\s+(?:and|und|et|y|e|en|och|og)\s+")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")

_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
_SPELLED_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a name in its spellings, without accents and with umlauts spelled out; `short` if abbreviated."""

    spellings: tuple[str, str]
    short: bool

    def fits(self, other: _Word) -> bool:
        """Return whether one is the other, or its abbreviation."""
        pairs = zip(self.spellings, other.spellings, strict=True)
        if self.short or other.short:
            return any(one.startswith(two) or two.startswith(one) for one, two in pairs)
        return any(one == two for one, two in pairs)


_Words = tuple[_Word, ...]


def with_own_name(people: tuple[Inlines, ...], name: str, language: str) -> tuple[Inlines, ...]:
    """Return the people of a work; the one whose name is on the page is strong."""
    texts = [text if len(text := plain(person)) <= _MOST_CHARACTERS else "" for person in people]
    found = [(_match_of(text, name, language), at, 0, len(text)) for at, text in enumerate(texts)]
    if not any(score for score, *_ in found):
        found = [
            (_match_of(text[begin:end], name, language), at, begin, end)
            for at, text in enumerate(texts)
            if _matcher(name, language).may_be_in(text)
            for begin, end in _people_in(text)
        ]
    best = max((score for score, *_ in found), default=0)
    matching = [place for score, *place in found if score == best]
    if not best or len(matching) > 1:
        return people
    at, begin, end = matching[0]
    return tuple(_strong(person, begin, end) if at == number else person for number, person in enumerate(people))


def _strong(person: Inlines, begin: int, end: int) -> Inlines:
    """Return a text of which a part is strong, unless the author already made something strong."""
    if any(isinstance(inline, Strong) for inline in person):
        return person
    return (*part(person, 0, begin), Strong(part(person, begin, end)), *part(person, end, len(plain(person))))


@lru_cache(maxsize=4)
def _matcher(name: str, language: str) -> _Matcher:
    return _Matcher(name, language)


@lru_cache(maxsize=1024)  # the same people write again and again
def _match_of(text: str, name: str, language: str) -> int:
    return _matcher(name, language).match(text)


class _Matcher:
    """Compares texts with the name of a person on a page in a language."""

    def __init__(self, name: str, language: str) -> None:
        own = read_name(name)
        both = [own, read_name(own.aside)] if own.aside else [own]
        self._forms = {form for text in (name, own.aside) for form in _unspaced_forms(text)}
        self._names = [(_words(given), _words(family)) for given, family in self._readings(both, language)]
        families = (family for _, family in self._names if family)
        longest = {max(words, key=len) for family in families for words in _spelled(family)}
        self._telling = longest | {letters[0] for form in self._forms for letters in _letters(form) if letters}

    def _readings(self, names: Iterable[PersonName], language: str) -> Iterator[tuple[str, str]]:
        for name in names:
            yield " ".join(name.given), " ".join(name.family)
            if language.split("-")[0] in _FAMILY_FIRST and name.given:
                first, *others = (*name.given, *name.family)
                yield " ".join(others), first

    def may_be_in(self, text: str) -> bool:
        """Return whether a text has enough of the name to look closer; nearly always, it has not."""
        return any(word in letters for letters in _letters(text) for word in self._telling)

    def match(self, text: str) -> int:
        """Return how well a text matches the name as a whole, 0 if it does not."""
        if not self.may_be_in(text):
            return 0
        text = _ASIDE.sub("", text).strip(" .*†‡§")
        if is_unspaced(text):
            return _EXACT if self._forms & {*_unspaced_forms(text)} else 0
        if len(_words(text)) > _MOST_WORDS:
            return 0
        return max((_match(name, parted) for name, parted in product(self._names, _partings(text))), default=0)


def _match(own: tuple[_Words, _Words], other: tuple[_Words, _Words]) -> int:
    if not own[1] or not _are_equal(own[1], other[1]):
        return 0
    if not own[0] or not other[0]:
        return 0 if own[0] or other[0] else _EXACT
    return max(_match_given(*pair) for pair in product(_with_initials(own[0]), _with_initials(other[0])))


def _match_given(own: _Words, other: _Words) -> int:
    """Compare given names: the first must fit, further ones must not contradict each other."""
    if _are_equal(own, other):
        return _EXACT
    for called in (own, own[1:]) if own[0].short and len(own) > 1 else (own,):  # `J. Robert` is also `Robert`
        if not called[0].fits(other[0]):
            continue
        score = 1 if other[0].short or called[0].short else 3
        left = iter(called[1:])
        if all(any(mine.fits(word) for mine in left) for word in other[1:]):
            return score + 1
        if len(called) == 1 and all(word.short for word in other[1:]):
            return score
    return 0


def _are_equal(some: _Words, others: _Words) -> bool:
    """Return whether two names are equal, even if one has hyphens or spaces where the other has none."""
    return any(
        "".join(word.spellings[at] for word in some) == "".join(word.spellings[at] for word in others) for at in (0, 1)
    )


def _with_initials(words: _Words) -> Iterator[_Words]:
    """Yield the words as they are, and with `IM` read as two initials."""
    yield words
    made = [one for word in words for one in ([*map(_initial, word.spellings[0])] if word.short else [word])]
    if len(made) > len(words):
        yield tuple(made)


def _initial(letter: str) -> _Word:
    return _Word((letter, letter), short=True)


def _partings(text: str) -> Iterator[tuple[_Words, _Words]]:
    """Yield the ways to part a name into given names and family name."""
    name = read_name(text)
    given, family = _words(" ".join(name.given)), _words(" ".join(name.family))
    if not name.parting and given:  # `Berg, Jan van der`
        orders = {given + family}
    else:
        orders = {words[at:] + words[:at] for words in (given + family, _words(text)) for at in range(len(words))}
    for words in orders:
        yield from ((words[:at], words[at:]) for at in range(len(words)))


def _words(text: str) -> _Words:
    """Return the words of a name; a word is short if it is one letter, ends with a full stop, or may be initials."""
    text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    made = []
    for found in _WORD.finditer(text):
        word = found.group()
        is_short = len(word) == 1 or text[found.end() : found.end() + 1] == "."
        made.append(_Word(_spellings(word), is_short or (word.isupper() and len(word) <= _MOST_INITIALS)))
    return tuple(made)


def _spelled(words: _Words) -> Iterator[tuple[str, ...]]:
    yield from zip(*(word.spellings for word in words), strict=True)


def _letters(text: str) -> set[str]:
    """Return the letters of a text, without anything between them, in both spellings."""
    spellings = {text.lower()} if text.isascii() else {*_spellings(text)}
    return {"".join(filter(str.isalpha, spelling)) for spelling in spellings}


def _spellings(word: str) -> tuple[str, str]:
    folded = word.casefold()
    return _without_accents(folded), _without_accents(folded.translate(_SPELLED_LETTERS))


def _without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.translate(_PLAIN_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _unspaced_forms(name: str) -> Iterator[str]:
    """Yield a name in a script without spaces, in both orders of its parts if it shows them."""
    if not is_unspaced(name):
        return
    parts = [*filter(None, _BETWEEN_PARTS.split(unicodedata.normalize("NFKC", name).strip()))]
    yield "".join(parts)
    yield "".join(reversed(parts))


def _people_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of people in a text that names several: between separators, then between one or two commas."""
    begin = 0
    for end, following in [
        *((found.start(), found.end()) for found in _BETWEEN_PEOPLE.finditer(text)),
        (len(text),) * 2,
    ]:
        yield from _between_commas(text, begin, end)
        begin = following


def _between_commas(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    parts = [(begin + found.start(), begin + found.end()) for found in re.finditer(r"[^,\s][^,]*", text[begin:end])]
    yield from parts
    yield from ((first[0], second[1]) for first, second in pairwise(parts))
