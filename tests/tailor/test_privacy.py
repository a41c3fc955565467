"""What is private is gone, and what still gives it away is told."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from resumekit.errors import Problem
from resumekit.load import Document, parse
from resumekit.schema import Resume, dump, validate
from resumekit.tailor import REDACTABLE, Edition, tailor
from resumekit.tailor.privacy import strike
from resumekit.tailor.still_there import OmissionSearch

TEXT = """
basics:
  name: Ada Example
  phone: "+44 20 7946 0000"
  email: ada@example.org
  url: https://ada.example.org
  image: ada.png
  location: {address: 1 Sample Street, city: London}
  profiles: [{network: GitHub, username: ada-example}]
private: [basics.phone, basics.location.address, work.0.highlights.1, work.2]
work:
  - {name: First, highlights: [a, SECRET BULLET, c]}
  - {name: SECRET EMPLOYER, private: true}
  - {name: SECRET THIRD}
  - {name: Last, positions: [{position: Lead}, {position: SECRET ROLE, private: true}]}
skills: [{name: Tools, keywords: [Looms, {name: SECRET TOOL, private: true}]}]
sections: [{title: SECRET SECTION, private: true, text: hidden}]
"""


def read(text: str) -> tuple[Document, Resume]:
    document = parse(dedent(text).encode(), name="resume.yaml", folder=Path())
    return document, validate(document)[0]


def remains(document: Document, resume: Resume) -> list[Problem]:
    """Return the warnings about a public edition."""
    edition = Edition(public=True)
    return list(OmissionSearch(resume, edition).in_resume(document, tailor(document, resume, edition)[0]))


def test_a_public_edition_has_nothing_private() -> None:
    document, resume = read(TEXT)
    made, problems = tailor(document, resume, Edition(public=True))
    said = repr(dump(made.model_copy(update={"private": ()})))
    for secret in ("SECRET", "7946", "Sample Street", "hidden"):
        assert secret not in said
    for kept in ("Ada Example", "London", "First", "Last", "Lead", "Looms", "'c'"):
        assert kept in said
    assert problems == ()
    assert remains(document, resume) == []


@pytest.mark.parametrize("field", sorted(REDACTABLE))
def test_each_field_can_be_struck_out(field: str) -> None:
    document, resume = read(TEXT)
    made, _ = tailor(document, resume, Edition(redact=(field,)))
    (path,) = REDACTABLE[field]
    name = path.removeprefix("basics.")
    assert getattr(resume.basics, name)
    assert not getattr(made.basics, name)
    assert {key for key in dump(resume.basics) if key not in dump(made.basics)} == {name}


def test_what_is_left_out_and_said_elsewhere_is_told_with_its_place() -> None:
    text = "basics: {name: Ada Example, phone: '+44 20 7946 0000'}\nwork: [{summary: Ring +44 20 7946 0000 now}]\n"
    document, resume = read(text + "private: [basics.phone]\n")
    (problem,) = remains(document, resume)
    assert problem.code == "still-there"
    assert problem.location
    assert problem.location.line == 2


def test_indexes_count_what_stands_in_the_file() -> None:
    _, resume = read("work: [{name: a}, {name: b}, {name: c}, {name: d}]")
    made = strike(resume, ["work.0", "work.2.name", "work.3"])
    assert [employer.name for employer in made.work] == ["b", None]


@pytest.mark.parametrize(
    ("private", "other", "warned"),
    [
        ("7946", "Call 7946 now", True),
        ("794", "Call 794 now", False),
        ("7946", "Call 79461 now", False),
    ],
)
def test_only_a_whole_word_of_some_length_gives_anything_away(private: str, other: str, warned: bool) -> None:
    text = f"basics: {{name: Ada, phone: '{private}', summary: '{other}'}}\nprivate: [basics.phone]\n"
    document, resume = read(text)
    assert [problem.code for problem in remains(document, resume)] == (["still-there"] if warned else [])


@pytest.mark.parametrize(
    "other",
    ["work: [{name: B, tags: [secret]}]", "work: [{name: B, break: avoid}]\nbreak: {work: avoid}", "x-own: secret"],
)
def test_what_is_never_printed_neither_gives_anything_away_nor_hides_what_does(other: str) -> None:
    text = "basics: {{name: Ada, label: secret, phone: avoid{}}}\nprivate: [basics.label, basics.phone]\n"
    document, resume = read(text.format("") + other)
    assert remains(document, resume) == []
    document, resume = read(text.format(", summary: This is secret and to avoid") + other)
    assert len(remains(document, resume)) == 2


@pytest.mark.parametrize(
    "edition", [Edition(public=True), Edition(redact=("email",)), Edition("a"), Edition(language="en")]
)
def test_an_edition_knows_nothing_of_other_editions(edition: Edition) -> None:
    document, resume = read(
        "basics: {name: Ada}\nwork: [{tags: [x]}]\nprivate: [basics.phone]\nvariants: {a: {}, b: {}}\n"
    )
    made, _ = tailor(document, resume, edition)
    assert (made.variants, made.private) == ({}, ())
    assert "tags" not in repr(dump(made))
    whole, _ = tailor(document, resume, Edition())
    assert list(whole.variants) == ["a", "b"]
    assert whole.private == ("basics.phone",)


@pytest.mark.parametrize(
    "setting", ["order: [affair]", "hide: [affair]", "titles: {affair: A}", "break: {affair: avoid}"]
)
def test_settings_of_an_omitted_section_do_not_name_it(setting: str) -> None:
    section = "{title: T, id: affair, private: true, items: [x]}"
    document, resume = read(f"basics: {{name: Ada}}\nsections: [{section}]\n{setting}\n")
    made, _ = tailor(document, resume, Edition(public=True))
    assert dump(made) == {"basics": {"name": "Ada"}}


def test_settings_of_a_shown_section_are_kept() -> None:
    text = "sections: [{title: T, id: a, items: [x]}]\norder: [a, work]\nhide: [skills]\ntitles: {a: B}\n"
    document, resume = read(text)
    made, _ = tailor(document, resume, Edition(public=True))
    assert dump(made) == dump(resume)


def test_own_keys_of_metadata_are_omitted() -> None:
    document, resume = read("meta: {version: v1, x-note: SECRET, list: [{x-note: SECRET, key: one}]}\n")
    made, _ = tailor(document, resume, Edition(public=True))
    assert dump(made) == {"meta": {"version": "v1", "list": [{"key": "one"}]}}
