"""The parts of a person's name: where the family name begins, and what is a title, a degree or an aside.

Nobody types the parts separately, so they are found in the name as written. Where that is impossible, as in a script
without spaces between the parts, the whole name counts as the family name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumekit.schema.scalar_types import UNSPACED_SCRIPTS

_PARTICLES = frozenset(
    {
        *("aan", "abu", "al", "auf", "av", "ben", "bin", "bint", "da", "dal", "das", "de", "degli"),
        *("dei", "del", "dela", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn"),
        *("la", "las", "le", "los", "op", "st", "ten", "ter", "to", "van", "vande", "vander", "vom"),
        *("von", "ze", "zu", "zum", "zur", "ابن", "ابو", "آل", "أبو", "بن", "بنت", "בן", "בת"),
    }
)
_LINKS = frozenset({"e", "i", "und", "y"})
"""Words between two family names."""

_TITLE = re.compile(r"[^\W\d_]{2,}\.\S*|Dr|Prof|Professor|Sir|Dame|Mrs?|Ms|Mx")
_SUFFIXES = frozenset(
    {
        *("Jr", "Sr", "II", "III", "IV", "PhD", "DPhil", "MD", "DO", "DDS", "DVM", "JD", "LLB", "LLM", "MBA", "MA"),
        *("MSc", "MS", "MEng", "MPhil", "MPH", "MFA", "BA", "BSc", "BS", "BEng", "BFA", "BCom", "EdD", "DSc", "Esq"),
        *("CPA", "CFA", "PMP", "PE", "RN", "FRS", "OBE", "MBE", "CBE"),
    }
)
_UNSPACED = re.compile(f"[{UNSPACED_SCRIPTS}]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, without titles and degrees; `aside` is the same name in another script or in brackets.

    `parting` is where the given names end in the text and where the family name begins; None if it cannot be parted.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    aside: str = ""
    parting: tuple[int, int] | None = None


def is_unspaced(name: str) -> bool:
    """Return whether a name is in a script that has no spaces between words."""
    return bool(_UNSPACED.match(name.strip()))


def read_name(name: str) -> PersonName:
    """Return the parts of a name such as `Dr. Ada van Example, PhD` or `Example, Ada`."""
    found = [*re.finditer(r"\S+", name)]
    words = [word.group() for word in found]
    if not words or is_unspaced(name):
        return PersonName((), tuple(words))
    begin, end = _without_titles(words), _without_aside(words)
    aside = " ".join(words[end:]).strip("()")
    end = _without_suffixes(words, begin, end)
    plain = [word.strip(",") for word in words]
    if commas := [at for at in range(begin, end - 1) if words[at].endswith(",")]:
        return PersonName(tuple(plain[commas[0] + 1 : end]), tuple(plain[begin : commas[0] + 1]), aside)
    at = _start_of_family(plain, begin, end)
    parting = (found[at - 1].end(), found[at].start()) if at else None
    return PersonName(tuple(plain[begin:at]), tuple(plain[at:end]), aside, parting)


def _without_titles(words: Sequence[str]) -> int:
    begin = 0
    while begin < len(words) - 1 and _TITLE.fullmatch(words[begin]):
        begin += 1
    return begin


def _without_aside(words: Sequence[str]) -> int:
    """Return the end of the name before an aside: `(she/her)`, `(李明)`, `李明`."""
    asides = (at for at, word in enumerate(words) if at and (word.startswith("(") or is_unspaced(word)))
    return next(asides, len(words))


def _without_suffixes(words: Sequence[str], begin: int, end: int) -> int:
    """Return the end of the name before degrees: after a comma, or so many that two other words are left."""
    while end - begin > 1:
        follows_comma = words[end - 2].endswith(",")
        is_suffix = words[end - 1].replace(".", "").strip(",") in _SUFFIXES
        if not is_suffix or not (follows_comma or end - begin > 2):
            break
        end -= 1
    return end


def _start_of_family(words: Sequence[str], begin: int, end: int) -> int:
    at = end - 1
    while at > begin:
        before = words[at - 1]
        if before in _LINKS and at - 2 >= begin:
            at -= 2
        elif before.casefold() in _PARTICLES and not (at - 1 == begin and before[0].isupper()):  # not `Ben Example`
            at -= 1
        else:
            break
    return at
