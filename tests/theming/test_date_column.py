"""The column of dates is as wide as the longest date, except for dates that are sentences."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from present.resumes import document_of, view_of
from resumekit.present import ResumeView
from resumekit.theming import Design, render_html

from .themes import built_in


def with_dates(first: str, role: str = "", award: str = "") -> ResumeView:
    """Return a view of two sections whose entries have these dates."""
    view = view_of("work: [{name: A, positions: [{position: B}, {position: C}]}]\nawards: [{title: D}]")
    (work, awards) = view.sections
    (entry,), (prize,) = work.entries, awards.entries
    entry = replace(entry, date=first, roles=(replace(entry.roles[0], date=role), *entry.roles[1:]))
    sections = (replace(work, entries=(entry,)), replace(awards, entries=(replace(prize, date=award),)))
    return replace(view, sections=sections)


def column_of(view: ResumeView, dates: str = "end") -> float | None:
    """Return the width of the column in sizes of the text, or None if the page does not set it."""
    design = Design.of(built_in("modern"), {"dates": dates}, None, document_of("basics: {}"))
    html = render_html(view, design)
    found = re.search(r":root \{--longest-date: ([\d.]+)rem", html)
    return float(found[1]) if found else None


def test_the_column_is_as_wide_as_the_longest_date() -> None:
    assert column_of(with_dates("2020", "2019 – 2020", "Spring")) == pytest.approx(9 * 0.56 + 2 * 0.28, abs=0.06)
    assert column_of(with_dates("2020", "2019", "Spring of 2020")) == pytest.approx(12 * 0.56 + 2 * 0.28, abs=0.06)


def test_a_date_of_32_characters_widens_the_column() -> None:
    assert column_of(with_dates("x" * 32, "2020")) == pytest.approx(32 * 0.56, abs=0.06)


@pytest.mark.parametrize("length", [33, 34, 300])
def test_a_longer_date_does_not_widen_the_column(length: int) -> None:
    assert column_of(with_dates("x" * length, "2020")) == column_of(with_dates("", "2020"))
    assert column_of(with_dates("2020", "x" * length)) == column_of(with_dates("2020"))


def test_a_page_without_dates_has_an_empty_column() -> None:
    assert column_of(with_dates("")) == 0


@pytest.mark.parametrize("date", ["２０２０", "二千二年"])
def test_wide_characters_count_as_one_size_of_the_text(date: str) -> None:
    assert column_of(with_dates(date)) == 4.0


def test_only_themes_with_dates_in_a_column_set_its_width() -> None:
    assert column_of(with_dates("2020"), dates="start") is not None
    assert column_of(with_dates("2020"), dates="inline") is None
