"""Words that say how well a skill or a language is known."""

from __future__ import annotations

import re
from functools import cache

from .word_lists import alternatives


@cache
def _level() -> re.Pattern[str]:
    levels = alternatives("proficiency", "levels")
    return re.compile(rf"(?:{levels})(?:[\s,/]+(?:{levels}|level|speaker|user|\([^)]*\)))*", re.IGNORECASE)


@cache
def _plain_level() -> re.Pattern[str]:
    return re.compile(alternatives("proficiency", "plain_levels"), re.IGNORECASE)


def is_level(text: str) -> bool:
    """Return whether a text says how well something is known, and nothing else."""
    return bool(_level().fullmatch(text.strip(" .()")))


def is_plain_level(text: str) -> bool:
    """Return whether a text is one of the common levels, which may also come first in a list of skills."""
    return bool(_plain_level().fullmatch(text))
