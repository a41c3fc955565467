"""Differences between résumés: field by field, with moves separate from changes, and nothing else."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.compare import REPORTS, Change, compare
from resumekit.compare.changes import _longest_increasing_subsequence
from resumekit.load import parse
from resumekit.schema import Resume, validate
from strategies import resumes, seldom

KEYWORD = "skills.0.keywords.0"


def read(text: str) -> Resume:
    return validate(parse(text.encode(), name="resume.yaml", folder=Path()))[0]


def kinds_and_paths(first: str, second: str) -> list[tuple[str, str]]:
    return [(change.kind, ".".join(map(str, change.path))) for change in compare(read(first), read(second))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("basics: {name: Ada}", "basics: {name: Ada}", []),
        ("basics: {name: Ada}", "basics: {name: Eve}", [("changed", "basics.name")]),
        ("basics: {name: Ada}", "basics: {name: Ada, label: x}", [("added", "basics.label")]),
        ("basics: {name: Ada, label: x}", "basics: {name: Ada}", [("removed", "basics.label")]),
        ("work: [{name: A}, {name: B}]", "work: [{name: B}, {name: A}]", [("moved", "work.0")]),
        ("work: [{name: A}]", "work: [{name: New}, {name: A}]", [("added", "work.0")]),
        ("work: [{name: A}, {name: B}]", "work: [{name: B}]", [("removed", "work.0")]),
        ("work: [{name: A, url: a.org}]", "work: [{name: A, url: b.org}]", [("changed", "work.0.url")]),
        (
            "work: [{name: A, position: x}, {name: B}, {name: C}]",
            "work: [{name: C}, {name: A, position: y}, {name: B}]",
            [("moved", "work.0"), ("changed", "work.1.position")],
        ),
        (
            "work: [{name: A, highlights: [Wrote the first program, b]}]",
            "work: [{name: A, highlights: [b, Wrote the very first program]}]",
            [("moved", "work.0.highlights.0"), ("changed", "work.0.highlights.1")],
        ),
        ("work: [{highlights: [abc]}]", "work: [{highlights: [xyz]}]", [("added", "work.0"), ("removed", "work.0")]),
        (
            "skills: [{keywords: [a]}]",
            "skills: [{keywords: [{name: a, level: b}]}]",
            [("changed", "skills.0.keywords.0")],
        ),
        ("x-mine: {a: 1}", "x-mine: {a: 2}", [("changed", "x-mine.a")]),
    ],
)
def test_each_difference_is_reported_once(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    made = kinds_and_paths(first, second)
    if ("added", "work.0") in expected and ("removed", "work.0") in expected:
        assert {path.partition(".")[0] for _, path in made} == {"work"}  # the index depends on the order of the two
        assert {kind for kind, _ in made} == {"added", "removed"}
    else:
        assert made == expected


def test_a_custom_key_without_a_value_is_a_difference() -> None:
    assert kinds_and_paths("x-own:\n", "x-other:\n") == [("added", "x-other"), ("removed", "x-own")]


def as_data(source: Any) -> Resume:
    return validate(parse(json.dumps(source).encode(), name="resume.json", folder=Path()))[0]


@seldom
@given(resumes)
def test_a_résumé_does_not_differ_from_itself(source: Any) -> None:
    assert compare(as_data(source), as_data(source)) == ()


@seldom
@given(resumes, resumes)
def test_two_different_résumés_differ(one: Any, other: Any) -> None:
    first, second = as_data(one), as_data(other)
    assert bool(compare(first, second)) == (first != second)


@given(st.permutations(range(8)))
def test_the_number_of_moves_is_minimal(order: list[int]) -> None:
    staying = _longest_increasing_subsequence(order)
    kept = [location for location in order if location in staying]
    assert kept == sorted(kept)
    best = 0
    for mask in range(1 << len(order)):
        chosen = [location for bit, location in enumerate(order) if mask >> bit & 1]
        best = max(best, len(chosen)) if chosen == sorted(chosen) else best
    assert len(staying) == best


CHANGES = compare(
    read("basics: {name: Ada <b>, label: Analyst of engines}\nwork: [{name: A}, {name: B, url: a.org}]"),
    read("basics: {name: Ada & Co, label: Analyst of looms}\nwork: [{name: B, url: a.org}, {name: A}, {name: C}]"),
)


def test_the_text_names_both_sides_and_each_change() -> None:
    assert REPORTS["text"](CHANGES, "old.yaml", "new.yaml") == (
        "--- old.yaml\n+++ new.yaml\n"
        "~ basics.name\n    - Ada <b>\n    + Ada & Co\n"
        "~ basics.label\n    - Analyst of engines\n    + Analyst of looms\n"
        "> work.0  (B) moved from position 2 to 1\n"
        "+ work.2\n    + C\n"
        "1 added, 2 changed, 1 moved\n"
    )
    assert REPORTS["text"]((), "a", "b") == "no differences between a and b\n"


def test_the_json_can_be_read_back() -> None:
    value = json.loads(REPORTS["json"](CHANGES, "a", "b"))
    assert (value["version"], value["first"], value["second"]) == (1, "a", "b")
    assert [Change(c["kind"], tuple(c["path"]), c["before"], c["after"], c["name"]) for c in value["changes"]] == [
        *CHANGES
    ]


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: Any) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_shows_both_sides_as_text() -> None:
    page = _Page(REPORTS["html"](CHANGES, "<old>", "new"))
    assert page.tags.count("tr") == 1 + len(CHANGES)
    assert "b" not in page.tags
    for said in ("Ada <b>", "Ada & Co", "<old>", "moved to position 1"):
        assert said in page.words
    assert {"del", "ins"} <= set(page.tags)
