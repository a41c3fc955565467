"""A résumé dumped as plain values has the keys and values of its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from present.resumes import Filler, document_of
from resumekit.schema import Resume, dump, validate

ROOT = Path(__file__).parents[2]
OWN = (ROOT / "resume.yaml").read_text(encoding="utf-8")


def dumped(text: str) -> dict[str, Any]:
    return dump(validate(document_of(text))[0])


@pytest.mark.parametrize("text", [OWN, Filler().resume()], ids=["our own", "every field"])
def test_a_résumé_is_dumped_as_it_was_typed(text: str) -> None:
    typed = yaml.load(text, yaml.BaseLoader)
    assert dumped(text) == typed


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("basics: {name: Ada, x-mine: [1, {a: null}]}", {"basics": {"name": "Ada", "x-mine": ["1", {"a": None}]}}),
        ("x-b: 1\nbasics: {name: Ada}", {"basics": {"name": "Ada"}, "x-b": "1"}),
        ("theme: {name: modern, accent: '#123456'}", {"theme": {"name": "modern", "accent": "#123456"}}),
        ("theme: {name: modern}", {"theme": "modern"}),
        ("theme: {name: modern, x-mine: 1}", {"theme": {"name": "modern", "x-mine": "1"}}),
        ("basics: {location: London}", {"basics": {"location": {"city": "London"}}}),
        ("languages: [en, German]", {"languages": [{"code": "en"}, {"language": "German"}]}),
        ("work: [{highlights: [{text: a, tags: []}]}]", {"work": [{"highlights": ["a"]}]}),
        (
            "work: [{highlights: [{text: a, private: no}]}]",
            {"work": [{"highlights": [{"text": "a", "private": False}]}]},
        ),
        (
            "work: [{company: Example, website: example.org}]",
            {"work": [{"name": "Example", "url": "https://example.org"}]},
        ),
        ("work: [{startDate: 2020, endDate: Present}]", {"work": [{"startDate": "2020", "endDate": "present"}]}),
        ("basics: {label: {en: Analyst, de: Analystin}}", {"basics": {"label": {"en": "Analyst", "de": "Analystin"}}}),
        ("basics: {location: {city: ''}, phone: null}\npage: {size: }\nwork: []", {}),
        ("page: {pages: 2, size: a4}", {"page": {"pages": 2, "size": "A4"}}),
        ("page: {pages: AUTO}", {"page": {"pages": "auto"}}),
        ("page: {pages: free}", {"page": {"pages": "free"}}),
        ("page: {pages: }", {}),
        ("output: {pdf: accessible}", {"output": {"pdf": "accessible"}}),
        ("variants: {short: }", {"variants": {"short": {}}}),
    ],
)
def test_empty_values_are_not_dumped(typed: str, plain: dict[str, Any]) -> None:
    assert dumped(typed) == plain
    assert dumped(yaml.safe_dump(plain)) == plain


def test_keys_are_in_schema_order() -> None:
    made = dumped("x-a: 1\ntheme: modern\nwork: [{endDate: 2021, summary: a, position: b, startDate: 2020, name: c}]")
    assert list(made) == ["work", "theme", "x-a"]
    assert list(made["work"][0]) == ["name", "position", "startDate", "endDate", "summary"]


def test_an_empty_résumé_is_dumped_as_an_empty_mapping() -> None:
    assert dump(Resume()) == {}
