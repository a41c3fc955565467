"""Contradicting dates, gaps and overlaps: reported where there certainly is one, and nowhere else."""

from __future__ import annotations

import pytest

from resumekit.schema.rules.gaps import MIN_GAP

from .findings import codes_of, locations, problems_of


def work(*jobs: str) -> str:
    return "work:\n" + "".join(f"  - {{{job}}}\n" for job in jobs)


# --- the future


@pytest.mark.parametrize("date", ["2026-03-16", "2026-04", "2027", "2917-03-01"])
@pytest.mark.parametrize(
    "text",
    [
        "work:\n  - startDate: {}\n",
        "work:\n  - positions:\n      - startDate: {}\n",
        "volunteer:\n  - startDate: {}\n",
        "education:\n  - startDate: {}\n    endDate: 2999\n",
        "projects:\n  - startDate: {}\n",
    ],
)
def test_a_start_after_today_is_reported(text: str, date: str) -> None:
    (problem,) = problems_of(text.format(date))
    assert (problem.code, problem.severity) == ("future-start", "warning")
    assert problem.location
    assert problem.location.source[problem.location.column - 1 :] == date


@pytest.mark.parametrize(
    "text",
    [
        *(f"work: [{{startDate: {date}}}]" for date in ("2026-03-15", "2026-03", "2026", "2025-12-31")),
        "education: [{startDate: 2024-10, endDate: 2028-06}]",
        "sections: [{title: Talks, entries: [{title: Looms, startDate: 2027}]}]",
        "certificates: [{name: Sample, date: 2027}]",
        "publications: [{name: Sample, releaseDate: 2027-01}]",
    ],
)
def test_dates_that_may_be_in_the_future_are_not_reported(text: str) -> None:
    assert codes_of(text) == []


# --- gaps


@pytest.mark.parametrize(
    ("text", "months", "line"),
    [
        (work("name: A, startDate: 2020-07", "name: B, startDate: 2018-01, endDate: 2019-12"), 6, 2),
        (work("name: B, startDate: 2018-01, endDate: 2019-12", "name: A, startDate: 2020-07"), 6, 3),
        (work("name: A, startDate: 2020-07-01", "name: B, startDate: 2018, endDate: 2019"), 6, 2),
        (work("name: A, startDate: 2021", "name: B, startDate: 2018, endDate: 2019"), 12, 2),
        (work("name: A, startDate: 2021-01", "name: B, endDate: 2019-12"), 12, 2),
        (work("name: A, positions: [{startDate: 2021-01}, {startDate: 2018-01, endDate: 2019-12}]"), 12, 2),
        (
            work("name: A, startDate: 2021-01", "name: B, startDate: 2018-01, endDate: 2019-12")
            + "education: [{startDate: 2020-08, endDate: 2020-11}]\n",
            7,
            4,
        ),
        (
            work("name: A, startDate: 2021-01", "name: B, startDate: 2018-01, endDate: 2019-12")
            + "education: [{startDate: 2012, endDate: 2016}]\nprojects: [{name: Undated}]\n",
            12,
            2,
        ),
    ],
)
def test_a_gap_is_a_remark(text: str, months: int, line: int) -> None:
    (problem,) = problems_of(text)
    assert (problem.code, problem.severity) == ("gap", "info")
    assert f"{months}-month gap" in problem.message
    assert problem.location
    assert problem.location.line == line


def test_each_gap_is_reported() -> None:
    text = work(
        "name: A, startDate: 2022-01",
        "name: B, startDate: 2019-01, endDate: 2020-12",
        "name: C, startDate: 2015-01, endDate: 2017-06",
    )
    messages = [problem.message for problem in problems_of(text)]
    assert messages == [
        "12-month gap before this entry: 2021-01 to 2021-12",
        "18-month gap before this entry: 2017-07 to 2018-12",
    ]


BEFORE = ("name: A, startDate: 2021-01", "name: B, startDate: 2018-01, endDate: 2019-12")


@pytest.mark.parametrize(
    "text",
    [
        work("name: A, startDate: 2020-06", "name: B, startDate: 2018-01, endDate: 2019-12"),
        work("name: A, startDate: 2020", "name: B, startDate: 2018, endDate: 2019"),
        work("name: A, startDate: 2021-01", "name: B, startDate: 2018-01"),
        work("name: A, startDate: 2021-01", "name: B, startDate: 2018-01, endDate: present"),
        work(*BEFORE, "name: Undated"),
        work(*BEFORE, "name: C, positions: [{position: Undated}, {startDate: 2017, endDate: 2017}]"),
        work(*BEFORE) + "education: [{startDate: 2020-01, endDate: 2020-12}]\n",
        work(*BEFORE) + "volunteer: [{startDate: 2019, endDate: 2020-10}]\n",
        work(*BEFORE) + "projects: [{startDate: 2020-04, endDate: 2020-09}]\n",
        work(*BEFORE) + "sections: [{title: Leave, entries: [{startDate: 2020}]}]\n",
        work("name: A, startDate: 2021-01") + "education: [{startDate: 2008, endDate: 2012}]\n",
        work("name: A, startDate: 2010-01, endDate: 2012-12") + "projects: [{startDate: 2020-01}]\n",
        "education: [{startDate: 2008, endDate: 2012}, {startDate: 2018, endDate: 2020}]\n",
        "",
    ],
)
def test_a_possible_gap_is_not_reported(text: str) -> None:
    assert "gap" not in [code for _, code in codes_of(f"locale: en\n{text}")]


def test_the_shortest_gap_is_half_a_year() -> None:
    assert MIN_GAP == 6


# --- jobs at once


@pytest.mark.parametrize(
    ("jobs", "shared"),
    [
        (["name: A, startDate: 2018-04", "name: B, startDate: 2016-01, endDate: 2019-03"], "2018-04 to 2019-03"),
        (["name: A, startDate: 2018-04", "name: B, startDate: 2016-01"], "2018-04 to now"),
        (["name: A, startDate: 2018", "name: B, startDate: 2016-01, endDate: 2019-03"], "2018-12 to 2019-03"),
        (["name: A, startDate: 2018-04-20", "name: B, startDate: 2016, endDate: 2018-05-02"], "2018-04 to 2018-05"),
        (["startDate: 2018-04", "startDate: 2016-01, endDate: 2019-03"], "2018-04 to 2019-03"),
    ],
)
def test_overlapping_jobs_are_a_remark_at_the_later_one(jobs: list[str], shared: str) -> None:
    (problem,) = problems_of(work(*jobs))
    assert (problem.code, problem.severity) == ("overlap", "info")
    assert problem.message == f"overlaps the job on line 3: {shared}"
    assert problem.location
    assert problem.location.line == 2


def test_each_job_is_reported_once_however_many_it_overlaps() -> None:
    text = work(*(f"name: Client {number}, startDate: 20{number}-01" for number in range(10, 16)))
    assert codes_of(text) == [("info", "overlap")] * 5


@pytest.mark.parametrize(
    "jobs",
    [
        ["name: A, startDate: 2018-04", "name: B, startDate: 2016-01, endDate: 2018-04"],
        ["name: A, startDate: 2018", "name: B, startDate: 2016, endDate: 2018"],
        ["name: A, startDate: 2018-04", "name: B, startDate: 2016, endDate: 2018"],
        ["name: A, startDate: 2018-06", "name: B, endDate: 2019-03"],
        ["name: A, positions: [{startDate: 2018-04}, {startDate: 2016-01, endDate: 2018-03}], startDate: 2016-01"],
        ["name: A, tags: [a], startDate: 2018-04", "name: B, tags: [b], startDate: 2016-01"],
        ["name: A, startDate: 2018-04", "name: B, private: true, startDate: 2016-01"],
        ["name: A", "name: B"],
    ],
)
def test_jobs_that_may_not_overlap_are_not_reported(jobs: list[str]) -> None:
    assert codes_of(work(*jobs)) == []


def test_other_sections_may_overlap_work() -> None:
    text = work("name: A, startDate: 2018-04") + "education: [{startDate: 2018, endDate: 2022}]\n"
    assert codes_of(text + "volunteer: [{startDate: 2019}]\nprojects: [{startDate: 2019}]\n") == []


@pytest.mark.parametrize(
    "text",
    [
        work("name: A, position: x, startDate: 2018-04, endDate: 2018-06", "name: a, position: y, startDate: 2018-01"),
        work("name: A, position: x, startDate: 2018-04", "name: a, position: y, startDate: 2018-04"),
        "work:\n  - {name: A, positions: [{position: x, startDate: 2020}, {position: y, startDate: 2018-01}]}\n",
    ],
)
def test_a_role_within_another_at_the_same_employer_is_a_warning(text: str) -> None:
    assert codes_of(text) == [("warning", "role-within-role")]


@pytest.mark.parametrize(
    "roles",
    [
        "{position: x, startDate: 2020-03}, {position: y, startDate: 2018-01, endDate: 2020-02}",
        "{position: x, startDate: 2020-03}, {position: y, startDate: 2018-01, endDate: 2020-03}",
        "{position: x, startDate: 2018, endDate: 2018}, {position: y, startDate: 2018, endDate: 2020}",
    ],
)
def test_consecutive_roles_are_not_reported(roles: str) -> None:
    assert codes_of(f"work: [{{name: A, positions: [{roles}]}}]") == []


# --- one cause


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (work("name: A, startDate: 2019-01, endDate: 2012-06", "name: A, startDate: 2010-01"), "end-before-start"),
        (work("name: A, startDate: 2091-01", "name: B, startDate: 2010-01, endDate: 2018-06"), "future-start"),
        (work("name: A, startDate: 2020-01", "name: B, startDate: 2010-01, endDate: May 2018"), "bad-date"),
        (work("name: A, startDate: 2020-01", "name: B, startDate: 2010-01, enddate: 2018-06"), "unknown-key"),
        (work("name: A, startDate: 2020-01", "name: B, startDate: [2010], endDate: 2018-06"), "bad-date"),
        (work(*BEFORE) + "education: [{startDate: 2020-01, endDate: Dec 2020}]\n", "bad-date"),
        (work(*BEFORE) + "education: [{strtDate: 2020-01, endDate: 2020-12}]\n", "unknown-key"),
        (work(*BEFORE) + "education: {startDate: 2020-01, endDate: 2020-12}\n", "list-expected"),
        (work(*BEFORE) + "eduction: [{startDate: 2020-01, endDate: 2020-12}]\n", "unknown-key"),
    ],
)
def test_consequences_of_another_problem_are_not_reported(text: str, code: str) -> None:
    assert [reported for reported, _, _ in locations(text)] == [code]
