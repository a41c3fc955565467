"""Dates as people know them: a year, a month, or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError

from .leaf import Leaf

_FORM = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": r"^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
    "examples": ["2021", "2021-03", "2021-03-15"],
}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year from 1000 to 2999, perhaps with a month and a day; 0 stands for what is not known."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises:
            ValueError: another form, or no real day; the message says which.
        """
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError("is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part or 0) for part in found.groups())
        if found[2] and not 1 <= month <= 12:
            raise ValueError(f"is not a date: there is no month {found[2]}")
        if found[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ValueError(f"is not a date: {year}-{month:02} has no day {found[3]}")
        return cls(year, month, day)

    def __str__(self) -> str:
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


def _date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "a date was expected")
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise PydanticCustomError("bad-date", "'{value}' {why}", {"value": value, "why": str(error)}) from None


def _end_date(value: Any) -> PartialDate | Literal["present"]:
    if isinstance(value, str) and value.strip().lower() == "present":
        return "present"
    if isinstance(value, str) and not any(character.isdigit() for character in value):
        message = "'{value}' is not a date; for a time that goes on write 'present'"
        raise PydanticCustomError("bad-date", message, {"value": value})
    return _date(value)


def _loose_date(value: Any) -> PartialDate | str:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "a date or a text was expected")
    try:
        return PartialDate.parse(value)
    except ValueError:
        return value


Date = Annotated[PartialDate, Leaf(_date, _SCHEMA, dumps_as_text=True)]
EndDate = Annotated[
    PartialDate | Literal["present"],
    Leaf(_end_date, {"anyOf": [_SCHEMA, {"type": "string", "pattern": "^[Pp]resent$"}]}, dumps_as_text=True),
]
"""A date, or `present`: still there. Absent beside a start date means the same."""

LooseDate = Annotated[PartialDate | str, Leaf(_loose_date, {"type": ["string", "integer"]}, dumps_as_text=True)]
"""A date where there is one; any other text (`Summer 2019`) is printed as it stands."""
