"""Find losses: words of a file that are neither in the résumé nor used in another way."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import unquote

from resumekit.importing.draft_resume import UnmappedValue
from resumekit.importing.import_report import MAX_VALUE_LENGTH

from .layout.blocks import Block
from .lexicon.contact_patterns import label_pattern
from .lexicon.date_ranges import periods_in
from .lexicon.word_lists import word_groups
from .sections.education import score_pattern
from .sections.person_name import is_running_title, name_label

_LABEL_BOUNDARIES = ("", "|", "·", "•", "/", ",", ";", ":", "：", ".", "–", "—", "-", ")")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}|present")
_WORD = re.compile(r"[^\W_]+")


@cache
def ignorable_words() -> frozenset[str]:
    """Return words that separate two values as a comma does: a degree from its subject, a role from its employer."""
    return frozenset(word_groups("connectives")["ignorable"])


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without punctuation."""
    return [word.casefold() for word in _WORD.findall(text)]


def losses_of(blocks: Sequence[Block], resume: dict[str, Any], understood: Iterable[str]) -> Iterator[UnmappedValue]:
    """Yield the words of each block that are nowhere in the résumé.

    `understood` are texts that were read but are not copied, as the title of a section may be.
    """
    left = Counter(word for text in texts_in(resume) for word in words_of(text))
    left += Counter(word for text in understood for word in words_of(text))
    dates = {text for text in texts_in(resume) if _DATE.fullmatch(text)}
    name = str(resume["basics"].get("name", ""))
    repeated = Counter(word for block in blocks if is_running_title(block, name) for word in words_of(block.text))
    left = left + repeated - (Counter(words_of(name)) & repeated)  # the name counts once
    for block in blocks:
        free = Counter(_words_replaced(block.text, dates))
        yield from _losses(block, _missing(block, left, free), "it was not understood")


def losses_at(edges: Iterable[Block], resume: dict[str, Any]) -> Iterator[UnmappedValue]:
    """Yield the words of running headers and footers that are nowhere in the résumé."""
    name = str(resume["basics"].get("name", ""))
    known = {word for text in texts_in(resume) for word in words_of(text)}
    for block in edges:
        free = known if not is_running_title(block, name) else known.union(words_of(block.text))
        missing = [word for word in _WORD.findall(block.text) if word.casefold() not in free]
        yield from _losses(block, missing, "it is in a page header or footer")


def _losses(block: Block, missing: list[str], why: str) -> Iterator[UnmappedValue]:
    """Yield losses of at most as many characters as a report shows in full."""
    for line in textwrap.wrap(" ".join(missing), MAX_VALUE_LENGTH):
        yield UnmappedValue(block.source_label, line, why)


def _missing(block: Block, left: Counter[str], free: Counter[str]) -> list[str]:
    """Return the words of a block that are in neither counter, and remove the others from the counters."""
    missing = []
    for word in _WORD.findall(block.text):
        key = word.casefold()
        if left[key]:
            left[key] -= 1
        elif free[key]:
            free[key] -= 1
        elif key not in ignorable_words():
            missing.append(word)
    return missing


def _words_replaced(text: str, dates: set[str]) -> Iterator[str]:
    """Yield the words of a text that the résumé holds as a date or a key."""
    for period in periods_in(text):
        if period.start_date in dates and period.end_date in {*dates, ""}:
            yield from words_of(period.text)
    for pattern in (label_pattern(), name_label()):
        for label in pattern.finditer(text):
            starts_part = text[: label.start()].rstrip()[-1:] in _LABEL_BOUNDARIES
            if starts_part or label[0].rstrip()[-1:] in _LABEL_BOUNDARIES:
                yield from words_of(label[0])
    for score in score_pattern().finditer(text):
        yield from words_of(score[0].replace(score[1], " "))


def texts_in(value: Any) -> Iterator[str]:
    """Yield all texts in a value of a résumé; links without percent-encoding."""
    if isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    elif value is not None:
        yield unquote(str(value)) if "://" in str(value) else str(value)
