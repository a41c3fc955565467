"""Periods as the fields of an entry."""

from __future__ import annotations

from typing import Any

from resumekit.readers.draft import Quote

from .periods import Period


def as_period(period: Period | None) -> dict[str, Any]:
    """Return `startDate` and `endDate`; a lone date is the end of what has but one."""
    if not period:
        return {}
    doubt = period.text.strip() if period.doubt or period.loose else None
    made: dict[str, Any] = {"startDate": Quote(period.begin, doubt=doubt)}
    if period.finish:
        made["endDate"] = Quote(period.finish, doubt=doubt)
    return made


def as_date(period: Period | None) -> Any:
    """Return one date; a range and a season as they were written."""
    if not period:
        return None
    if period.is_range or period.loose:
        return period.text.strip()
    return Quote(period.begin, doubt=period.text if period.doubt else None)
