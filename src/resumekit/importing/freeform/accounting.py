"""What became of each word of a file: the words that are neither in the résumé nor understood are losses."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import unquote

from resumekit.importing.draft_resume import UnmappedValue as Loss
from resumekit.importing.import_report import MAX_VALUE_LENGTH as SHOWN

from .blocks import Block
from .contacts import LABELS
from .naming import NAME_LABEL, says_whose
from .periods import periods_in
from .schooling import SCORE

_PARTING = ("", "|", "·", "•", "/", ",", ";", ":", "：", ".", "–", "—", "-", ")")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}|present")
BETWEEN_VALUES = frozenset(
    ["and", "und", "et", "y", "in", "en", "im", "fach", "der", "de", "des", "d", "of", "at", "bei", "for", "doi"]
)
"""Words that part two values, as a comma does: a degree from its subject, a role from its employer."""

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without signs."""
    return [word.casefold() for word in _WORD.findall(text)]


def losses_of(blocks: Sequence[Block], resume: dict[str, Any], understood: Iterable[str]) -> Iterator[Loss]:
    """Yield the words of each block that are nowhere in the résumé.

    `understood` are words that became something else than words, as the title of a section may.
    """
    left = Counter(word for text in texts_in(resume) for word in words_of(text))
    left += Counter(word for text in understood for word in words_of(text))
    dates = {text for text in texts_in(resume) if _DATE.fullmatch(text)}
    name = str(resume["basics"].get("name", ""))
    said = Counter(word for block in blocks if says_whose(block, name) for word in words_of(block.text))
    left = left + said - (Counter(words_of(name)) & said)  # the name was said once
    for block in blocks:
        free = Counter(_told_otherwise(block.text, dates))
        yield from _losses(block, _missing(block, left, free), "it was not understood")


def losses_at(edges: Iterable[Block], resume: dict[str, Any]) -> Iterator[Loss]:
    """Yield the words at the edges of pages that are nowhere in the résumé."""
    name = str(resume["basics"].get("name", ""))
    known = {word for text in texts_in(resume) for word in words_of(text)}
    for block in edges:
        free = known if not says_whose(block, name) else known.union(words_of(block.text))
        missing = [word for word in _WORD.findall(block.text) if word.casefold() not in free]
        yield from _losses(block, missing, "it stands at the edge of a page")


def _losses(block: Block, missing: list[str], why: str) -> Iterator[Loss]:
    """Yield some words, so many at once as are shown in whole."""
    for line in textwrap.wrap(" ".join(missing), SHOWN):
        yield Loss(block.where, line, why)


def _missing(block: Block, left: Counter[str], free: Counter[str]) -> list[str]:
    """Return the words of a block that are neither left over nor free, and take the others from what is left."""
    missing = []
    for word in _WORD.findall(block.text):
        key = word.casefold()
        if left[key]:
            left[key] -= 1
        elif free[key]:
            free[key] -= 1
        elif key not in BETWEEN_VALUES:
            missing.append(word)
    return missing


def _told_otherwise(text: str, dates: set[str]) -> Iterator[str]:
    """Yield the words for which the résumé has a date or a key."""
    for period in periods_in(text):
        if period.begin in dates and period.finish in {*dates, ""}:
            yield from words_of(period.text)
    for pattern in (LABELS, NAME_LABEL):
        for label in pattern.finditer(text):
            begins = text[: label.start()].rstrip()[-1:] in _PARTING
            if begins or label[0].rstrip()[-1:] in _PARTING:
                yield from words_of(label[0])
    for score in SCORE.finditer(text):
        yield from words_of(score[0].replace(score[1], " "))


def texts_in(value: Any) -> Iterator[str]:
    """Yield what a résumé says."""
    if isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    elif value is not None:
        yield unquote(str(value)) if "://" in str(value) else str(value)
