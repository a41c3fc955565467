"""Dates: a year, a month or a day, and nothing else."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.schema import PartialDate
from strategies import dates, days, texts


@given(text=dates)
def test_a_date_prints_as_it_was_typed(text: str) -> None:
    assert str(PartialDate.parse(text)) == text
    assert PartialDate.parse(f" {text}\n") == PartialDate.parse(text)


@given(one=days(), other=days())
def test_dates_are_ordered_as_days_are(one: str, other: str) -> None:
    in_order = datetime.date.fromisoformat(one) < datetime.date.fromisoformat(other)
    assert (PartialDate.parse(one) < PartialDate.parse(other)) == in_order


@given(year=st.integers(1000, 2999), month=st.integers(1, 12), day=st.integers(1, 31))
def test_only_real_days_are_dates(year: int, month: int, day: int) -> None:
    try:
        datetime.date(year, month, day)
    except ValueError:
        with pytest.raises(ValueError, match=f"has no day {day:02}"):
            PartialDate.parse(f"{year}-{month:02}-{day:02}")
    else:
        assert PartialDate.parse(f"{year}-{month:02}-{day:02}") == PartialDate(year, month, day)


@given(text=texts)
def test_any_text_is_a_date_or_is_refused_with_a_reason(text: str) -> None:
    try:
        date = str(PartialDate.parse(text))
    except ValueError as error:
        date = str(error)
    assert date == text.strip() or date.startswith("is not a valid date")


NO_DATES = "0999 3000 20211 2021-1 2021-13 2021/01 21-01 2021-01-1 2021-W05 2021- ２０２１ 2٠٢١"


@pytest.mark.parametrize("text", ["", *NO_DATES.split()])
def test_what_only_resembles_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a valid date"):
        PartialDate.parse(text)
