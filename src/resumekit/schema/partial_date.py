"""Dates of varying precision: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError

from .scalar import Scalar, in_any_case

_FORM = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DAY_29, _DAY_30, _DAY_31 = "(0[1-9]|[12][0-9])", "(0[1-9]|[12][0-9]|30)", "(0[1-9]|[12][0-9]|3[01])"
_MONTH = rf"(02(-{_DAY_29})?|(0[469]|11)(-{_DAY_30})?|(0[13578]|1[02])(-{_DAY_31})?)"
_DATE = rf"[12][0-9]{{3}}(-{_MONTH})?"


def _schema(description: str, pattern: str) -> dict[str, Any]:
    return {
        "description": description,
        "type": ["string", "integer"],
        "pattern": rf"^\s*{pattern}\s*$",
        "minimum": 1000,
        "maximum": 2999,
        "examples": ["2021", "2021-03", "2021-03-15"],
    }


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year from 1000 to 2999, optionally with month and day; 0 means unknown."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Parse `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises:
            ValueError: another format, or a day that does not exist; the message completes the sentence `'DATE' …`.
        """
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError("is not a valid date; use YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part or 0) for part in found.groups())
        if found[2] and not 1 <= month <= 12:
            raise ValueError(f"is not a valid date: there is no month {found[2]}")
        if found[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ValueError(f"is not a valid date: {year}-{month:02} has no day {found[3]}")
        return cls(year, month, day)

    @property
    def known(self) -> tuple[int, ...]:
        """The known parts: the year, and the month and day if known."""
        return (self.year, self.month, self.day)[: 1 + bool(self.month) + bool(self.day)]

    @property
    def months(self) -> tuple[int, int]:
        """The first and last month that the date can mean, counted from year 0; eleven apart for a bare year."""
        return self.year * 12 + (self.month or 1) - 1, self.year * 12 + (self.month or 12) - 1

    def __str__(self) -> str:
        year, *others = self.known
        return "-".join([f"{year:04}", *(f"{part:02}" for part in others)])


def _date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("bad-date", "expected a date (YYYY, YYYY-MM or YYYY-MM-DD)")
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise PydanticCustomError("bad-date", "'{value}' {why}", {"value": value, "why": str(error)}) from None


def _end_date(value: Any) -> PartialDate | Literal["present"]:
    if isinstance(value, str) and value.strip().lower() == "present":
        return "present"
    if isinstance(value, str) and not any(character.isdigit() for character in value):
        message = "'{value}' is not a valid date; use 'present' if this is ongoing"
        raise PydanticCustomError("bad-date", message, {"value": value})
    return _date(value)


def _loose_date(value: Any) -> PartialDate | str:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("bad-date", "expected a date or text")
    try:
        return PartialDate.parse(value)
    except ValueError:
        return value


Date = Annotated[PartialDate, Scalar(_date, _schema("YYYY, YYYY-MM or YYYY-MM-DD.", _DATE), dumps_as_text=True)]

_END_SCHEMA = _schema("YYYY, YYYY-MM, YYYY-MM-DD or `present`.", rf"({_DATE}|{in_any_case('present')})")

EndDate = Annotated[PartialDate | Literal["present"], Scalar(_end_date, _END_SCHEMA, dumps_as_text=True)]
"""A date, or `present` for ongoing. A start date without an end date means the same."""

_LOOSE_SCHEMA = {
    "description": "A date, or any text instead.",
    "type": ["string", "number", "boolean"],
    "examples": ["2021-03", "Summer 2019"],
}

LooseDate = Annotated[PartialDate | str, Scalar(_loose_date, _LOOSE_SCHEMA, dumps_as_text=True)]
"""A date if the text is one; any other text (`Summer 2019`) is printed as it is."""
