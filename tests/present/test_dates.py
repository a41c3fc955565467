"""Dates in the words and the order of a language."""

from __future__ import annotations

import pytest

from resumekit.present.context import Context
from resumekit.present.dates import THIN_SPACE, DateFormat
from resumekit.schema import Period

from .resumes import view_of

DATES = {
    "en": ("2021", "Mar 2021", "Mar 5, 2021"),
    "en-GB": ("2021", "Mar 2021", "5 Mar 2021"),
    "de": ("2021", "März 2021", "5. März 2021"),
    "fr": ("2021", "mars 2021", "5 mars 2021"),
    "zh-Hant": ("2021年", "2021年3月", "2021年3月5日"),
    "ja": ("2021年", "2021年3月", "2021年3月5日"),
    "ko": ("2021년", "2021년 3월", "2021년 3월 5일"),
    "ar": ("2021", "مارس 2021", "5 مارس 2021"),
}


def date_of(entry: str, section: str = "work", locale: str = "en") -> str:
    return view_of(f"{section}: [{{{entry}}}]\nlocale: {locale}").sections[0].entries[0].date


@pytest.mark.parametrize(
    ("locale", "written", "printed"),
    [
        (locale, written, printed)
        for locale, all_printed in DATES.items()
        for written, printed in zip(("2021", "2021-03", "2021-03-05"), all_printed, strict=True)
    ],
)
def test_a_date_is_printed_as_the_language_writes_it(locale: str, written: str, printed: str) -> None:
    assert date_of(f"name: X, date: {written}", "certificates", locale) == printed


@pytest.mark.parametrize(
    ("period", "printed"),
    [
        ("startDate: 2015-06, endDate: 2018-01", "Jun 2015 – Jan 2018"),
        ("startDate: 2015, endDate: 2018-01", "2015 – Jan 2018"),
        ("startDate: 2015-06-30, endDate: 2015-07-01", "Jun 30, 2015 – Jul 1, 2015"),
        ("startDate: 2015-06-30, endDate: 2015-07-31", "Jun 30, 2015 – Jul 31, 2015"),
        ("startDate: 2015-06-30, endDate: 2015-08-01", "Jun 2015 – Aug 2015"),
        ("startDate: 2015-06-30, endDate: present", "Jun 2015 – Present"),
        ("startDate: 2015-06-30", "Jun 2015 – Present"),
        ("startDate: 2015-06-30, endDate: 2015-07", "Jun 2015 – Jul 2015"),
        ("startDate: 2014, endDate: 2015-07-31", "2014 – Jul 2015"),
        ("endDate: 2015-07-31", "Jul 31, 2015"),
        ("startDate: 2015-06, endDate: present", "Jun 2015 – Present"),
        ("startDate: 2015-06, endDate: Present", "Jun 2015 – Present"),
        ("startDate: 2015-06", "Jun 2015 – Present"),
        ("startDate: 2015-06, endDate: ''", "Jun 2015 – Present"),
        ("startDate: 2015-06, endDate: 2015-06", "Jun 2015"),
        ("endDate: 2018", "2018"),
        ("endDate: present", "Present"),
        ("name: X", ""),
    ],
)
@pytest.mark.parametrize("section", ["work", "volunteer", "education", "projects"])
def test_a_period_is_a_range_with_an_en_dash(section: str, period: str, printed: str) -> None:
    some_text = {"work": "position", "volunteer": "position", "education": "area", "projects": "description"}
    entry = f"{some_text[section]}: Analyst, " + period.replace("name: X", "highlights: [a]")
    assert date_of(entry, section).replace(THIN_SPACE, " ") == printed


def test_a_range_stands_between_thin_spaces() -> None:
    assert date_of("startDate: 2015, endDate: 2018") == "2015\u2009–\u20092018"


def test_a_role_has_dates_of_its_own() -> None:
    role = "{position: Lead, startDate: 2021-03, endDate: 2022-01}"
    entry = view_of(f"work: [{{name: X, positions: [{role}]}}]").sections[0].entries[0]
    assert (entry.date, entry.roles[0].date.replace(THIN_SPACE, " ")) == ("", "Mar 2021 – Jan 2022")


@pytest.mark.parametrize("text", ["Summer 2019", "2019/20", "ca. 1843", "2021-13", "2021-02-30", "19 *June*"])
@pytest.mark.parametrize(
    ("section", "entry"),
    [
        ("certificates", "name: X, date: '{}'"),
        ("awards", "title: X, date: '{}'"),
        ("patents", "title: X, date: '{}'"),
        ("publications", "name: X, releaseDate: '{}'"),
    ],
)
def test_a_text_that_is_no_date_is_printed_as_it_stands(section: str, entry: str, text: str) -> None:
    assert date_of(entry.format(text), section) == text


@pytest.mark.parametrize(
    ("dates", "printed"),
    [
        ("date: Summer 2019", "Summer 2019"),
        ("startDate: 2019, endDate: 2020", "2019 – 2020"),
        ("date: Summer term, startDate: 2019, endDate: 2020", "Summer term, 2019 – 2020"),
    ],
)
def test_an_entry_of_ones_own_section_may_have_either_or_both(dates: str, printed: str) -> None:
    section = view_of(f"sections: [{{title: Talks, entries: [{{title: X, {dates}}}]}}]").sections[0]
    assert section.entries[0].date.replace(THIN_SPACE, " ") == printed


@pytest.mark.parametrize(
    ("style", "printed"),
    [("short", "Jun 2015 – Aug 2015"), ("numbers", "6/2015 – 8/2015"), ("iso", "2015-06-30 – 2015-08-01")],
)
def test_a_long_range_keeps_its_days_only_in_iso_dates(style: DateFormat, printed: str) -> None:
    period = Period(startDate="2015-06-30", endDate="2015-08-01")
    assert Context.of("en", style).period(period).replace(THIN_SPACE, " ") == printed
