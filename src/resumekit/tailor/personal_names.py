"""The ways to write a person's name, and whether the words of a text are one of them.

A family name gives a person away by itself, a given name if no other family name follows it. A name of one or two
letters, or one that is also a common word, does so only beside another part of the name, an initial or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .common_words import COMMON_WORDS
from .words import Phrase, Word, is_mark, phrase_of, readable

_TITLES = frozenset(
    {"dott", "dr", "frau", "herr", "miss", "mlle", "mme", "mr", "mrs", "ms", "mx", "prof", "professor", "sir", "sra"}
)
_GENERATIONS = frozenset({"ii", "iii", "iv", "jr", "junior", "senior", "sr"})
_PARTICLES = frozenset(
    {
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
        "zur",
    }
)
_DEGREE = re.compile(r"\S*[A-Z]\S*[A-Z.]\S*")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_MIN_LETTERS = 3

Role = Literal["whole", "handle", "family", "given"]


@dataclass(frozen=True, slots=True)
class NameClue:
    """The rule for one way to write a name: `whole`, as one word of an address, its `family` or a `given` name."""

    name: frozenset[str]
    role: Role

    def is_met(self, words: Sequence[Word], begin: int, end: int) -> bool:
        """Return whether these words of a text are the name rather than something else of the same spelling."""
        if _is_in_address(words, begin, end):
            is_written_as_name = True
        else:
            is_written_as_name = self.role != "handle" and any(word.is_capitalized for word in words[begin:end])
        if not is_written_as_name or self.role in {"whole", "handle"}:
            return is_written_as_name
        if self._has_company(words, begin, end):
            return True
        return _is_distinctive(words[begin].folded) and (self.role == "family" or _stands_alone(words, begin, end))

    def _has_company(self, words: Sequence[Word], begin: int, end: int) -> bool:
        """Return whether another part of the name or an initial is beside it, or a title before it."""
        before, after = _neighbour(words, begin, -1), _neighbour(words, end - 1, 1)
        initials = {word[0] for word in self.name}
        return bool(before and before.folded in _TITLES) or any(
            word.folded in self.name or (word.folded in initials and word.is_capitalized)
            for word in (before, after)
            if word
        )


def ways_to_write(name: str) -> Iterator[tuple[Phrase, NameClue]]:
    """Yield the phrases that a person's name may be written as."""
    words, spelled = _parts(name)
    if not words:
        return
    known = frozenset({*words, *spelled})
    if len(words) > 1:
        for phrase in {words, spelled}:
            yield phrase, NameClue(known, "whole")
            yield (phrase[-1], *phrase[:-1]), NameClue(known, "whole")
    if all(len(word) == 1 for word in words):  # in a script without spaces, parts of a name are in many other words
        return
    for phrase in {words, spelled}:
        yield from _single_words(phrase, known)


def _single_words(words: Phrase, known: frozenset[str]) -> Iterator[tuple[Phrase, NameClue]]:
    *given, family = words
    yield (family,), NameClue(known, "family")
    yield from (((word,), NameClue(known, "given")) for word in given if word not in _PARTICLES)
    if given:
        first = given[0]
        yield from (((glued,), NameClue(known, "whole")) for glued in (first + family, family + first))
        yield from (((glued,), NameClue(known, "handle")) for glued in (first[0] + family, family + first[0]))


def _parts(name: str) -> tuple[Phrase, Phrase]:
    """Return the words of a name, without titles and degrees, the family name last; and again with spelled umlauts."""
    first, _, after = readable(name).partition(",")
    before = " ".join(part for part in after.replace(",", " ").split() if not _DEGREE.fullmatch(part))
    typed = f"{before} {first}".lower()  # `Quillfeather, Jane`
    both = zip(phrase_of(typed), phrase_of(typed.translate(_UMLAUTS)), strict=True)
    kept = [pair for pair in both if not is_mark(pair[0]) and pair[0] not in _TITLES | _GENERATIONS]
    return tuple(word for word, _ in kept), tuple(word for _, word in kept)


def _is_distinctive(word: str) -> bool:
    return len(word) >= _MIN_LETTERS and word not in COMMON_WORDS


def _neighbour(words: Sequence[Word], index: int, step: int) -> Word | None:
    """Return the nearest word before or after one, past the marks of an address."""
    index += step
    while 0 <= index < len(words) and words[index].is_mark:
        index += step
    return words[index] if 0 <= index < len(words) else None


def _is_in_address(words: Sequence[Word], begin: int, end: int) -> bool:
    """Return whether the words are part of an address or of a file name, in which case says nothing."""
    return (begin > 0 and words[begin - 1].is_mark) or (end < len(words) and words[end].is_mark)


def _stands_alone(words: Sequence[Word], begin: int, end: int) -> bool:
    """Return whether a given name is not followed by the family name of somebody else."""
    if not words[begin].is_capitalized:
        return end == len(words) or words[end].folded not in {"-", "_"}
    after = _neighbour(words, end - 1, 1)
    return after is None or not after.is_capitalized or after.folded.isdecimal()
