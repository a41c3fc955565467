"""Where the résumé wants pages to break: on what it is said, and never below a title."""

from __future__ import annotations

import pytest

from resumekit.present.view import SectionView

from .resumes import view_of


def breaks_of(section: SectionView) -> list[str]:
    """Return the break of a section, of its entries and of their roles."""
    found = [section.page_break]
    for entry in section.entries:
        found += [entry.page_break, *(role.page_break for role in entry.roles)]
    return list(found)


@pytest.mark.parametrize(
    ("resume", "breaks"),
    [
        ("work: [{name: A}, {name: B, break: before}, {name: C, break: avoid}]", ["", "", "before", "avoid"]),
        ("work: [{name: A, positions: [{position: a}, {position: b, break: before}]}]", ["", "", "", "before"]),
        ("skills: [{name: A}, {name: B, break: before}]", ["", "", "before"]),
        ("sections: [{title: A, text: a, break: avoid}]", ["avoid"]),
        ("work: [{name: A}]\nbreak: {work: before}", ["before", ""]),
        ("sections: [{title: A, text: a, break: avoid}]\nbreak: {a: before}", ["before"]),
        ("work: [{name: A, break: }]\nbreak: {work: }", ["", ""]),
    ],
)
def test_what_is_said_stands_where_it_is_said(resume: str, breaks: list[str]) -> None:
    assert breaks_of(view_of(resume).sections[0]) == breaks


@pytest.mark.parametrize(
    ("resume", "breaks"),
    [
        ("work: [{name: A, break: before}, {name: B}]", ["before", "", ""]),
        ("work: [{name: A}]\neducation: [{institution: A, break: before}]", ["", ""]),
        ("work: [{name: A, positions: [{position: a, break: before}]}]", ["before", "", ""]),
        ("sections: [{title: A, text: a, entries: [{title: B, break: before}]}]", ["", "before"]),
        ("work: [{name: A, summary: a, positions: [{position: a, break: before}]}]", ["", "", "before"]),
    ],
)
def test_a_title_goes_with_the_first_thing_that_it_leads(resume: str, breaks: list[str]) -> None:
    assert breaks_of(view_of(resume).sections[0]) == breaks


def test_an_entry_that_says_nothing_else_is_none() -> None:
    assert view_of("work: [{break: before}]").sections == ()
