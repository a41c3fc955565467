"""Periods as the fields of an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from resumekit.importing.draft_resume import TracedText as Quote

from .blocks import Span, groups, join
from .periods import Period, period_of


def as_period(period: Period | None) -> dict[str, Any]:
    """Return `startDate` and `endDate`; a lone date is when something ended, since it goes on without an end."""
    if not period:
        return {}
    doubt = period.text.strip() if period.doubt or period.loose else None
    if not period.finish:
        return {"endDate": Quote(period.begin, doubt=doubt)}
    return {"startDate": Quote(period.begin, doubt=doubt), "endDate": Quote(period.finish, doubt=doubt)}


def as_date(period: Period | None) -> Any:
    """Return one date; a range and a season as they were written."""
    if not period:
        return None
    if period.is_range or period.loose:
        return period.text.strip()
    return Quote(period.begin, doubt=period.text if period.doubt else None)


def period_in(spans: Sequence[Span]) -> Period | None:
    """Return the period that dates a line: it may stand apart, as in a column of dates."""
    text = join(spans)
    found = period_of(text)
    if found is not None and found.is_range:
        return found
    parts = [join(group) for group in groups(spans)]
    for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
        alone = period_of(part)
        if alone is not None and len(part.strip("() ")) <= alone.end - alone.start:
            start = (text.index(part) if part is parts[0] else text.rindex(part)) + alone.start
            return replace(alone, start=start, end=start + alone.end - alone.start)
    return found
