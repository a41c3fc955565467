"""The date of a build that is to be repeated byte for byte."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from resumekit.errors import Problem, UsageError

_VARIABLE = "SOURCE_DATE_EPOCH"


def source_date() -> datetime | None:
    """Return the moment, in UTC, that SOURCE_DATE_EPOCH gives in seconds since 1970; None where it is not set.

    It stands for "now" wherever a file holds a date: https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        UsageError: it is no such number.
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
        hint = "`git log -1 --format=%ct` prints that of the last commit"
        raise UsageError(Problem("bad-source-date", message, file=_VARIABLE, hint=hint)) from None
