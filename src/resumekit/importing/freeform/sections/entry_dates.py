"""Convert periods to the date fields of an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from resumekit.importing.draft_resume import TracedText

from ..layout.blocks import Span, groups, join
from ..lexicon.date_ranges import Period, period_of


def period_fields(period: Period | None) -> dict[str, Any]:
    """Return `startDate` and `endDate`; a single date is the end, since an entry without an end is ongoing."""
    if not period:
        return {}
    doubt = period.text.strip() if period.ambiguous or period.approximate else None
    if not period.end_date:
        return {"endDate": TracedText(period.start_date, doubt=doubt)}
    return {
        "startDate": TracedText(period.start_date, doubt=doubt),
        "endDate": TracedText(period.end_date, doubt=doubt),
    }


def date_field(period: Period | None) -> Any:
    """Return a single date; a range or a season as written."""
    if not period:
        return None
    if period.is_range or period.approximate:
        return period.text.strip()
    return TracedText(period.start_date, doubt=period.text if period.ambiguous else None)


def period_in(spans: Sequence[Span]) -> Period | None:
    """Return the period that dates a line; it may be in a part of its own, as in a column of dates."""
    text = join(spans)
    found = period_of(text)
    if found is not None and found.is_range:
        return found
    parts = [join(group) for group in groups(spans)]
    for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
        single = period_of(part)
        if single is not None and len(part.strip("() ")) <= single.end - single.start:
            start = (text.index(part) if part is parts[0] else text.rindex(part)) + single.start
            return replace(single, start=start, end=start + single.end - single.start)
    return found
