"""What no single field can tell: one rule a function, and every rule in one list."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.errors import Problem

from .arrangement import sections_of_one_name, unknown_fields, unknown_sections, variants_without_end
from .contacts import phone_not_dialable, profile_of_another
from .doubts import invisible_characters, lost_in_comments, mixed_scripts, words_of_yaml
from .gaps import gaps
from .overlaps import overlaps
from .periods import ends_before_start, starts_in_future
from .private_paths import private_paths
from .repetitions import bullets_twice, entries_twice
from .subject import Rule, Subject

__all__ = ["RULES", "Subject", "problems_in"]

RULES: tuple[Rule, ...] = (
    sections_of_one_name,
    unknown_sections,
    unknown_fields,
    variants_without_end,
    private_paths,
    ends_before_start,
    starts_in_future,
    gaps,
    overlaps,
    entries_twice,
    bullets_twice,
    profile_of_another,
    phone_not_dialable,
    lost_in_comments,
    invisible_characters,
    mixed_scripts,
    words_of_yaml,
)
"""Each takes the whole and yields what it finds. To add one: write it, name it here, and explain its code."""


def problems_in(subject: Subject) -> Iterator[Problem]:
    """Yield what is wrong, or only doubtful, about a résumé whose every field is in itself all right."""
    for rule in RULES:
        yield from rule(subject)
