"""Levels as dots: a level on a known scale is one to five of five dots, drawn after its words.

The dots are a CSS background, which machines read neither as text nor as a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from urllib.parse import quote

_MOST = 5
_CEFR = {"a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 5, "c2": 5}
"""The Common European Framework of Reference for Languages."""

_PHRASES = {
    1: "anfänger, base, bases, basic, basics, basis, basiskennis, beginner, básica, básico, débutant, débutante, "
    "elemental, elementare, elementary, grundkenntnisse, iniciante, notions, novice, principiante",
    2: "erweiterte grundkenntnisse, limitado, limited working, pre-intermediate, pré-intermédiaire, "
    "school knowledge, schoolkennis, schulkenntnisse, scolaire, scolastico",
    3: "competent, conversational, gemiddeld, gut, gute kenntnisse, intermediate, intermedia, intermedio, "
    "intermediária, intermediário, intermédiaire, mittelstufe, professional working, working knowledge",
    4: "advanced, avancé, avancée, avanzada, avanzado, avanzato, avançada, avançado, couramment, courant, "
    "fließend, fluent, fluente, fluido, fortgeschritten, full professional, gevorderd, proficient, sehr gut, "
    "upper-intermediate, verhandlungssicher, very good, vloeiend",
    5: "bilingual, bilingue, especialista, esperta, esperto, expert, experta, experte, expertin, experto, langue "
    "maternelle, lengua materna, língua materna, madrelingua, master, maternelle, moedertaal, mother tongue, "
    "muttersprache, muttersprachlich, native, nativa, nativo, tweetalig, zweisprachig",
}
"""What people and networks call levels, in languages of western Europe; the longest phrase in a level counts."""

_SHARE = re.compile(r"(\d{1,3}) ?(?:/|of|von|sur|de|di|van) ?(\d{1,3})")
_PER_CENT = re.compile(r"(\d{1,3})[ \u00a0\u202f]?%")
_STARS = re.compile(r"[★⭐●☆○]{2,10}")
_LEVEL_OF_CEFR = re.compile(r"(?<!\w)([abc][12])(?!\w)")


def rating(level: str) -> int:
    """Return how many of five dots a level fills, in plain text: 1 to 5, or 0 if it is not on a known scale.

    `C1`, `4/5`, `80 %` and `★★★★☆` are, and words such as `expert`, as in `Fluent (C1)` or `native speaker`.
    """
    text = level.casefold().strip()
    if share := _share(text):
        return max(1, min(_MOST, round(share * _MOST)))
    if found := _LEVEL_OF_CEFR.search(text):
        return _CEFR[found[1]]
    ratings, pattern = _phrases()
    phrases = pattern.findall(text)
    return ratings[max(phrases, key=len)] if phrases else 0


@cache
def _phrases() -> tuple[dict[str, int], re.Pattern[str]]:
    """Return the rating of each phrase, and a pattern that finds them as whole words, the longest first."""
    ratings = {phrase.casefold(): rating for rating, phrases in _PHRASES.items() for phrase in phrases.split(", ")}
    either = "|".join(map(re.escape, sorted(ratings, key=len, reverse=True)))
    return ratings, re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def _share(text: str) -> Fraction | None:
    """Return the share of the best level that numbers or stars say, above 0 and at most 1."""
    if found := _SHARE.fullmatch(text):
        part, whole = int(found[1]), int(found[2])
    elif found := _PER_CENT.fullmatch(text):
        part, whole = int(found[1]), 100
    elif _STARS.fullmatch(text):
        part, whole = sum(map(text.count, "★⭐●")), len(text)
    else:
        return None
    return Fraction(part, whole) if 0 < part <= whole else None


def rating_style(ratings: Iterable[int], colour: str) -> str:
    """Return the rules that draw dots in a colour after elements of the classes `rating-1` to `rating-5`."""
    return "\n".join(f".rating-{each}::after {{ {_BOX} background-image: {_dots(each, colour)}; }}" for each in ratings)


_BOX = (
    "content: ''; display: inline-block; width: 3.9em; height: 0.78em; margin-inline-start: 0.5em; "
    "background-size: contain; background-repeat: no-repeat;"
)


def _dots(filled: int, colour: str) -> str:
    dots = "".join(
        f'<circle cx="{4 + 8 * at}" cy="4" r="2.9" stroke="{colour}" fill="{colour if at < filled else "none"}"/>'
        for at in range(_MOST)
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 8">{dots}</svg>'
    return f'url("data:image/svg+xml,{quote(svg)}")'
