"""The widest texts of a résumé that have a column of their own: its dates, and the names of its skills."""

from __future__ import annotations

from resumekit.present import ResumeView, plain

from .text_width import ems

_LONG_DATE = 32
"""Characters. A longer date is a sentence, which does not fit the column of dates."""


def longest_date(view: ResumeView) -> float:
    """Return the approximate width of the longest date, in units of the text size."""
    entries = [entry for section in view.sections for entry in section.entries]
    dates = [item.date for entry in entries for item in (entry, *entry.roles) if len(item.date) <= _LONG_DATE]
    return max(map(ems, dates), default=0.0)


def longest_label(view: ResumeView) -> float:
    """Return the approximate width of the longest name of a skill, an interest or a pair, likewise."""
    lists = [section.entries for section in view.sections if section.kind == "groups"]
    groups = [plain(group.title) for groups in lists for group in groups if group.keywords]
    pairs = [plain(pair.label) for section in view.sections for pair in section.pairs]
    return max(map(ems, (*groups, *pairs)), default=0.0)
