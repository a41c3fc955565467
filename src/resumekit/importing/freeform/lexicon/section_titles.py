"""The usual titles of a résumé's sections, and the section that each of them names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .word_lists import alternatives, word_groups

_SPACED_LETTERS = re.compile(r"(?:\S\s){3,}\S")
_MAX_LENGTH = 60
CONTACT = "contact"
"""The kind of a block of contact details, which is no section of the schema."""


@cache
def _sections_by_title() -> dict[str, str]:
    """Return the section that each known title names; the titles that resumekit prints itself come first."""
    from resumekit.present.words import languages, words

    known: dict[str, str] = {}
    for tag in ("en", *languages()):
        for section, title in words(tag).sections.items():
            known.setdefault(_normalized(title), section)
    for section, titles in word_groups("section_titles").items():
        for title in titles:
            known.setdefault(_normalized(title), section)
    return known


@cache
def _qualifier() -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives('title_words', 'qualifiers')})\s+")


@cache
def _qualifiers() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{alternatives('title_words', 'qualifiers')})\s+)+")


@cache
def _conjunction() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives('title_words', 'conjunctions')})\s+|\s*[&/+|、・与與及和,]\s*")


def section_of(title: str) -> str | None:
    """Return the section that a title names, or None; of a title that names two, the first."""
    plain = _normalized(title)
    if not plain or len(title) > _MAX_LENGTH:
        return None
    sections = _sections_by_title()
    known = sections.get(plain) or sections.get(_qualifiers().sub("", plain))
    if known:
        return known
    parts = [part for part in _conjunction().split(plain) if part]
    named = [sections.get(part) or sections.get(_qualifier().sub("", part)) for part in parts]
    return named[0] if len(parts) > 1 and named[0] and all(named) else None


def language_of(titles: list[str]) -> str:
    """Return the tag of the language in which resumekit prints most of these titles.

    English wins a tie; another language needs at least two titles, else the tag is empty.
    """
    from resumekit.present.words import languages, words

    counts: dict[str, int] = {}
    for tag in languages():
        printed = {_normalized(title) for title in words(tag).sections.values()}
        counts[tag] = sum(_normalized(title) in printed for title in titles)
    best = max(counts.values(), default=0)
    tied = [tag for tag, count in counts.items() if count == best]
    return "en" if "en" in tied else tied[0] if best >= 2 else ""


def is_same_title(title: str, other: str) -> bool:
    """Return whether two titles differ in capitals and spaces only."""
    return _normalized(title) == _normalized(other)


def _normalized(title: str) -> str:
    """Return a title in lower case without the punctuation around it; `S K I L L S` becomes one word."""
    title = unicodedata.normalize("NFKC", title).strip()
    if _SPACED_LETTERS.fullmatch(title):
        title = "".join(part.replace(" ", "") if len(part) < 99 else part for part in re.split(r"\s{2,}", title))
    words = re.sub(r"[\s\-_]+", " ", title.casefold().strip(" :.-–—_|#*=~[]()【】〔〕■□◆●▼▶§'\"：")).replace("’", "'")
    return words.replace(" & ", " and ") if words.isascii() else words
