"""Duplicates are reported at the second occurrence with the line of the first; versions for variants are not."""

from __future__ import annotations

import pytest

from .findings import codes_of, locations, problems_of

LONG = "Cut the time of the nightly report in half"


@pytest.mark.parametrize(
    ("section", "entry", "second"),
    [
        (
            "work",
            "name: Example, position: Lead, startDate: 2020",
            "{company: EXAMPLE, position: lead, startDate: 2020}",
        ),
        (
            "volunteer",
            "organization: Example, position: Mentor",
            "{organization: Example, position: Mentor, url: a.org}",
        ),
        ("education", "institution: A, area: B, studyType: MSc, endDate: 2020", None),
        ("projects", "name: Loom, entity: Example", "{name: Loom, entity: Example, description: A loom}"),
        ("awards", "title: Sample Prize, date: Summer 2019", None),
        ("certificates", "name: Sample, issuer: Board, date: 2020-01", None),
        ("publications", "name: Notes, publisher: Example, releaseDate: 1843", None),
        ("patents", 'title: Loom, number: "1"', None),
        ("skills", "name: Weaving, level: good", "{name: Weaving, level: good, keywords: [looms]}"),
        ("languages", "language: French", "{language: French, fluency: C1}"),
        ("interests", "name: Chess", None),
        ("references", "name: Ada Example, reference: Good.", None),
    ],
)
def test_a_duplicate_entry_is_reported(section: str, entry: str, second: str | None) -> None:
    entries = [f"{{{entry}}}", f"{{{entry}, summary: Between, tags: [a]}}", second or f"{{{entry}}}"]
    text = f"{section}:\n" + "".join(f"  - {one}\n" for one in entries)
    (problem,) = problems_of(text)
    assert (problem.code, problem.severity, problem.message) == (
        "duplicate-entry",
        "warning",
        "same entry as on line 2",
    )
    assert problem.location
    assert problem.location.line == 4


def test_duplicate_profiles_roles_and_custom_entries_are_reported() -> None:
    assert codes_of("basics: {profiles: [{network: A, username: b}, {network: A, username: b}]}") == [
        ("warning", "duplicate-entry")
    ]
    assert codes_of("work: [{name: A, positions: [{position: b}, {position: B}]}]") == [("warning", "duplicate-entry")]
    assert codes_of("sections: [{title: T, entries: [{title: b}, {title: b}]}]") == [("warning", "duplicate-entry")]


@pytest.mark.parametrize(
    "text",
    [
        "work: [{name: A, position: x, startDate: 2015}, {name: A, position: x, startDate: 2012, endDate: 2014}]",
        "work: [{name: A, position: x}, {name: A, position: y}]",
        "work: [{name: A, positions: [{position: x}]}, {name: A, positions: [{position: y}]}]",
        "work: [{name: A, tags: [a]}, {name: A, tags: [b]}, {name: A}, {name: A, private: true}]",
        "awards: [{title: A, date: 2019}, {title: A, date: 2020}]",
        "references: [{reference: x}, {reference: y}]",
        "skills: [{keywords: [a]}, {keywords: [b]}]",
        "work: [{}, {}]\nsections: [{title: T, entries: [{summary: a}, {summary: b}]}]",
        "languages: [en, de]",
        "x-all: [&a {name: Example}]\ninterests: [*a, *a]",
    ],
)
def test_entries_with_different_names_dates_or_audiences_are_not_duplicates(text: str) -> None:
    assert codes_of(text) == []


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("work:\n- highlights:\n  - a\n  - b\n  - A\n", (5, 5)),
        ("work:\n- highlights:\n  - a\n  - text: ' a '\n", (4, 11)),
        ("work:\n- highlights:\n  - text: b\n    highlights:\n    - a\n    - a\n", (6, 7)),
        ("work:\n- positions:\n  - highlights:\n    - a\n    - a\n", (5, 7)),
        ("sections:\n- title: T\n  items:\n  - a\n  - a\n", (5, 5)),
        ("sections:\n- title: T\n  entries:\n  - highlights:\n    - a\n    - a\n", (6, 7)),
    ],
)
def test_the_same_bullet_twice_in_a_list_is_a_warning(text: str, location: tuple[int, int]) -> None:
    (problem,) = problems_of(text)
    assert (problem.code, problem.severity) == ("duplicate-bullet", "warning")
    assert locations(text) == [("duplicate-bullet", *location)]


def test_a_long_bullet_in_two_lists_is_a_remark() -> None:
    text = (
        f"work:\n- highlights: [{LONG}, Design]\nprojects:\n- name: A\n  highlights:\n  - {LONG.upper()}\n  - Design\n"
    )
    (problem,) = problems_of(text)
    assert (problem.code, problem.severity, problem.message) == (
        "duplicate-bullet",
        "info",
        "same bullet as on line 2",
    )
    assert problem.location
    assert problem.location.line == 6


@pytest.mark.parametrize(
    "text",
    [
        f"work: [{{name: A, tags: [a], highlights: [{LONG}]}}, {{name: B, tags: [b], highlights: [{LONG}]}}]",
        f"work: [{{highlights: [{{text: {LONG}, tags: [a]}}, {{text: {LONG}, private: yes}}, {LONG}]}}]",
        "work: [{highlights: [{text: a, highlights: [c]}, {text: b, highlights: [c]}]}]",
        "work: [{highlights: ['', '', {highlights: [a]}, {highlights: [b]}]}]",
        f"x-a: [&a {LONG}]\nwork: [{{highlights: [*a]}}]\nprojects: [{{highlights: [*a]}}]",
    ],
)
def test_short_aliased_or_differently_tagged_bullets_may_be_repeated(text: str) -> None:
    assert codes_of(text) == []


def test_the_contents_of_a_duplicate_are_not_reported_again() -> None:
    entry = f"{{name: A, position: x, startDate: 2020, highlights: [{LONG}, {{text: a, highlights: [{LONG} again]}}]}}"
    assert codes_of(f"work:\n  - {entry}\n  - {entry}\n") == [("warning", "duplicate-entry")]
    bullet = f"{{text: a, highlights: [{LONG}]}}"
    assert codes_of(f"work: [{{highlights: [{bullet}, {bullet}]}}]") == [("warning", "duplicate-bullet")]


def test_an_entry_with_an_invalid_name_is_not_reported_as_a_duplicate() -> None:
    text = "work: [{name: A, position: [x]}, {name: A}, {name: A, positon: y}, {name: A, startDate: then}]"
    assert [code for code, _, _ in locations(text)] == ["text-expected", "unknown-key", "bad-date"]
