"""Valid text that is probably a mistake gets a warning; ordinary text does not."""

from __future__ import annotations

import pytest

from .findings import codes_of, locations


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("basics: {name: Ada}\ntheme:\n  name: modern\n  accent: #1f4e79\n", ("lost-in-comment", 4, 11)),
        ("theme: {name: modern, accent: #1f4e79\n  }\n", ("lost-in-comment", 1, 31)),
        ("basics:\n  label: Seller #1 of looms\n", ("lost-in-comment", 2, 17)),
        ("work:\n  - highlights:\n      - #1 of all\n", ("lost-in-comment", 3, 9)),
        ("basics:\n  label: soft\u00adware\n", ("invisible-character", 2, 14)),
        ('basics:\n  label: "soft\\u00adware"\n', ("invisible-character", 2, 10)),
        ("basics:\n  summary: |\n    One.\n    T\u200bwo.\n", ("invisible-character", 4, 6)),
        ("basics:\n  email: \u0430da@example.org\n", ("mixed-scripts", 2, 10)),
        ("basics:\n  summary: see https://ex\u03b1mple.org/x\n", ("mixed-scripts", 2, 16)),
        ("basics:\n  location: {countryCode: NO}\n", ("read-as-text", 2, 27)),
        ("work:\n  - company: Off\n", ("read-as-text", 2, 14)),
        ("skills:\n  - keywords: [SQL, on]\n", ("read-as-text", 2, 21)),
        ("work:\n  - positions:\n      - highlights:\n          - Yes\n", ("read-as-text", 4, 13)),
        ("references:\n  - name: Null\n", ("read-as-nothing", 2, 11)),
        ("skills:\n  - keywords:\n      - NULL\n", ("read-as-nothing", 3, 9)),
    ],
)
def test_suspicious_text_is_reported_at_its_location(text: str, reported: tuple[str, int, int]) -> None:
    assert locations(text) == [reported]


@pytest.mark.parametrize(
    "text",
    [
        "basics: {name: Ada} # a comment\n",
        "basics:  #comment after a key that has its value below\n  name: Ada\n",
        "basics:\n  name: 'Ada' #comment\n  label: \"C#\" #comment\n",
        "basics:\n  name: Ada # comment\n  #comment\n  label: C#\n",
        "work: [] #comment\n",
        "skills:\n  - keywords: [C#, F#] #comment\n",
        "basics:\n  summary: |  # comment\n    A #hashtag here.\n",
        "basics: {url: 'https://example.org/#top'}\n",
        "basics: {name: \u0410\u0434\u0430 Example, label: \u03b1-tests}\n",
        "basics: {email: \u0430\u0434\u0430@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444}\n",
        "basics: {name: می\u200cخواهم, label: 👩\u200d🚀 pilot}\n",
        "basics: {name: e\u0301ne\u0301e, label: a\xa0b}\n",
        # YAML keywords in places where nothing can be lost
        "basics: {location: {countryCode: 'NO'}, label: \"on\"}\n",
        "basics: {name: no one, label: Yes and no, summary: 'Off'}\n",
        "work: [{name: Example, private: no}]\n",
        "theme: {name: modern, justify: on}\n",
        "x-mine: {countryCode: NO}\nbasics: {x-country: NO, name: Ada}\n",
        "meta: {canonical: off, version: Null}\n",
        "basics: {name: null, label: ~, location: {city: null}}\nskills: [{keywords: [null, ~]}]\n",
        "basics:\n  name: !!str no\n  label: |\n    on\n",
    ],
)
def test_ordinary_text_is_not_reported(text: str) -> None:
    assert codes_of(text) == []


def test_json_has_no_comments_or_keywords_to_misread() -> None:
    assert (
        codes_of('{"basics": {"name": 1 ,\n "label": "x #1"}, "languages": [{"fluency": true}]}', "resume.json") == []
    )


def test_a_word_repeated_by_aliases_is_reported_once() -> None:
    assert locations("skills:\n  - {name: A, level: &a on}\n  - {name: B, level: *a}\n") == [("read-as-text", 2, 22)]


def test_an_invalid_word_is_reported_once() -> None:
    assert codes_of("work: [{startDate: no, highlights: yes}]\npage: {pages: on}\n") == [
        ("error", "bad-date"),
        ("error", "list-expected"),
        ("error", "bad-value"),
    ]
