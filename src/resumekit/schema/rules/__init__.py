"""Rules about a résumé as a whole: one function per rule, all listed in RULES."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.errors import Problem

from .contact_details import profile_mismatches, reserved_hosts, undialable_phone
from .date_order import ends_before_start, starts_in_future
from .duplicates import duplicate_bullets, duplicate_entries
from .gaps import gaps
from .name_resolution import broken_extends, duplicate_sections, unknown_name_fields, unknown_sections
from .overlaps import overlaps
from .private_paths import private_paths
from .rule_context import Rule, RuleContext
from .suspicious_text import invisible_characters, mixed_scripts, values_in_comments, yaml_keywords

__all__ = ["RULES", "RuleContext", "check_rules"]

RULES: tuple[Rule, ...] = (
    duplicate_sections,
    unknown_sections,
    unknown_name_fields,
    broken_extends,
    private_paths,
    ends_before_start,
    starts_in_future,
    gaps,
    overlaps,
    duplicate_entries,
    duplicate_bullets,
    profile_mismatches,
    undialable_phone,
    reserved_hosts,
    values_in_comments,
    invisible_characters,
    mixed_scripts,
    yaml_keywords,
)
"""Each rule takes a RuleContext and yields problems. To add a rule: write it, list it here and explain its code."""


def check_rules(context: RuleContext) -> Iterator[Problem]:
    """Yield the problems that the rules find in a résumé whose fields are all valid."""
    for rule in RULES:
        yield from rule(context)
