"""The date of a reproducible build."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from resumekit.errors import Problem, UsageError

_VARIABLE = "SOURCE_DATE_EPOCH"


def source_date() -> datetime | None:
    """Return the time, in UTC, that SOURCE_DATE_EPOCH gives in seconds since 1970, or None if it is not set.

    It replaces the current time in all dates in files: https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        UsageError: it is not a number of seconds since 1970.
    """
    seconds = os.environ.get(_VARIABLE)
    if not seconds:
        return None
    try:
        if not (seconds.isascii() and seconds.isdigit()):
            raise ValueError
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        message = f"{_VARIABLE} is '{seconds}', not a number of seconds since 1970"
        hint = "for the date of the last commit, use `git log -1 --format=%ct`"
        raise UsageError(Problem("bad-source-date", message, file=_VARIABLE, hint=hint)) from None
