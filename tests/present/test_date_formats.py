"""Dates in the way that the page asks for."""

from __future__ import annotations

import pytest

from resumekit.present.dates import DateFormat, format_date
from resumekit.schema import PartialDate, parse_locale


@pytest.mark.parametrize(
    ("style", "locale", "expected"),
    [
        ("short", "en", ["2021", "Mar 2021", "Mar 7, 2021"]),
        ("long", "en", ["2021", "March 2021", "March 7, 2021"]),
        ("numbers", "en", ["2021", "3/2021", "3/7/2021"]),
        ("iso", "en", ["2021", "2021-03", "2021-03-07"]),
        ("long", "de", ["2021", "März 2021", "7. März 2021"]),
        ("numbers", "de", ["2021", "03/2021", "07.03.2021"]),
        ("numbers", "en-GB", ["2021", "03/2021", "07/03/2021"]),
        ("numbers", "ja", ["2021年", "2021/3", "2021/3/7"]),
        ("iso", "ar", ["2021", "2021-03", "2021-03-07"]),
    ],
)
def test_each_style_keeps_the_order_of_the_language(style: DateFormat, locale: str, expected: list[str]) -> None:
    days = [PartialDate(2021), PartialDate(2021, 3), PartialDate(2021, 3, 7)]
    assert [format_date(day, parse_locale(locale), style) for day in days] == expected
