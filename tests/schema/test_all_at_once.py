"""One run reports all problems, of fields and of rules, in order, and each cause once."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import example, given

from resumekit.errors import Problem, SchemaError, SourceLocation, in_order
from resumekit.load import Document, parse
from resumekit.schema import Resume, inspect, validate
from strategies import resumes, seldom, spoiled

from .findings import codes_of, locations, problems_of

EVERYTHING = """\
basics:
  email: ada at example.org
  image: gone.png
  phone: none
  profiles: [{network: GitHub, username: ada, url: github.com/eve}]
work:
  - {name: A, startDate: 2091-01, highlights: [a, a], summery: x}
  - {name: B, startDate: 2021-03, endDate: 2012-06, highlights: none}
output: {name: "{nmae}"}
order: [skils]
variants:
  short: {extends: shrt, page: {pages: 99}}
"""


def test_problems_of_fields_and_rules_are_reported_in_file_order() -> None:
    assert [(code, line) for code, line, _ in locations(EVERYTHING)] == [
        ("bad-email", 2),
        ("undialable-phone", 4),
        ("profile-mismatch", 5),
        ("future-start", 7),
        ("duplicate-bullet", 7),
        ("unknown-key", 7),
        ("end-before-start", 8),
        ("list-expected", 8),
        ("unknown-field", 9),
        ("unknown-section", 10),
        ("unknown-variant", 12),
        ("bad-value", 12),
    ]


def test_picture_problems_are_reported_among_the_others() -> None:
    with pytest.raises(SchemaError) as caught:
        inspect(parse(EVERYTHING.encode(), name="resume.yaml", folder=Path(__file__).parent))
    lines = [problem.location.line for problem in caught.value.problems if problem.location]
    assert lines == sorted(lines)
    assert ("no-picture", 3) in [(one.code, one.location.line) for one in caught.value.problems if one.location]


def test_without_today_nothing_is_in_the_future() -> None:
    document = parse(b"work: [{startDate: 2091-01}]", name="resume.yaml", folder=Path())
    assert [one.code for one in validate(document, today=date(2090, 12, 31))[1]] == ["future-start"]
    assert validate(document)[1] == ()
    assert inspect(document, today=date(2091, 1, 1))[1] == inspect(document)[1] == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sectons: [{title: Talks}]\norder: [talks]", "unknown-key"),
        ("talks: [{title: Talks}]\norder: [talks]", "unknown-key"),
        ("sections: {title: Talks}\norder: [talks]", "list-expected"),
        ("sections: [{titel: Talks}]\nhide: [talks]", "unknown-key"),
        ("sections: [{title: [Talks]}]\ntitles: {talks: Lectures}", "text-expected"),
        ("sections: [{items: [a]}]\norder: [talks]", "missing-key"),
        ("sections: [{title: Talks, id: 'a b'}]\norder: [a-b]", "bad-value"),
        ("sections: [Talks]\norder: [talks]", "mapping-expected"),
        ("variants: {short: [x], long: {extends: short}}", "mapping-expected"),
        ("variants: {short: {extends: [long]}, long: {extends: short}}", "text-expected"),
        ("basics: {image: {fiel: a.png}}", "unknown-key"),
        ("basics: {facts: [{label: Age}, {vaule: '5'}]}", "unknown-key"),
    ],
)
def test_one_cause_is_one_problem(text: str, code: str) -> None:
    assert codes_of(text) == [("error", code)]


@pytest.mark.parametrize(
    "text",
    [
        "basics: {emial: a}\norder: [talks]",
        "sections: [{title: Talks, entries: [{titel: A}]}]\norder: [tlks]",
        "sections: [{title: Talks, text: [a]}]\norder: [tlks]",
        "work: {}\nhide: [tlks]\nskills: [a]",
        "variants: {short: [x]}\ntitles: {tlks: Lectures}",
    ],
)
def test_problems_with_different_causes_are_all_reported(text: str) -> None:
    codes = [code for code, _, _ in locations(text)]
    assert "unknown-section" in codes
    assert len(codes) == 2


@pytest.mark.parametrize(
    "pictures", ["[{alt: a}, {alt: b}]", "[{fiel: a}, {fiel: b}, {file: [c]}, 4: d]", "[null, [], {file: }]"]
)
def test_a_missing_required_key_hides_no_more_than_it_must(pictures: str) -> None:
    text = f"work: [{{startDate: 2020, endDate: 2010, images: {pictures}}}]\nsections: [{{}}, {{}}, {{title: [T]}}]"
    codes = [code for code, _, _ in locations(text)]
    assert codes[0] == "end-before-start"
    assert codes[1:].count("missing-key") + codes[1:].count("unknown-key") >= 4


def test_in_json_an_unknown_key_is_an_error_only_next_to_a_missing_one() -> None:
    text = '{"sections": [{"titel": "Talks"}, {"title": "Plans", "flavour": "a"}], "order": ["talks"], "$id": 1}'
    assert [(one.severity, one.message) for one in problems_of(text, "resume.json")] == [
        ("error", "unknown key 'titel' in sections.0; did you mean 'title'?"),
        ("warning", "unknown key 'flavour' in sections.1"),
        ("warning", "unknown key '$id'"),
    ]


def test_in_json_an_unknown_key_hides_nothing() -> None:
    text = '{"other": 1, "order": ["skils"], "work": [{"name": "A", "x": 1}, {"name": "A"}]}'
    codes = [code for _, code in codes_of(text, "resume.json")]
    assert codes == ["unknown-key", "unknown-section", "unknown-key", "duplicate-entry"]


def test_problems_of_options_follow_those_of_the_file() -> None:
    from resumekit.load import override

    document = parse(b"basics:\n\n  email: x", name="resume.yaml", folder=Path())
    with pytest.raises(SchemaError) as caught:
        validate(override(document, ["basics.url=y"]))
    assert [(one.code, one.location.file) for one in caught.value.problems if one.location] == [
        ("bad-email", "resume.yaml"),
        ("bad-url", "--set"),
    ]


def test_problems_have_one_order() -> None:
    def located(file: str, line: int, column: int) -> Problem:
        return Problem("gap", "a gap", SourceLocation(file, line, column))

    ordered = (
        located("resume.yaml", 2, 9),
        located("resume.yaml", 10, 1),
        located("resume.yaml", 10, 2),
        located("work.yaml", 1, 1),
        located("--set", 1, 1),
        Problem("no-engine", "no engine"),
        Problem("not-found", "file does not exist", file="a.yaml"),
    )
    assert in_order([*ordered[4:6], *reversed(ordered[:4]), *ordered]) == ordered


# --- arbitrary damage


def document(data: Any, format_: Literal["yaml", "json"] = "yaml") -> Document:
    return parse(json.dumps(data, ensure_ascii=False).encode(), name=f"resume.{format_}", folder=Path())


def verdict(source: Document) -> tuple[Resume | None, tuple[Problem, ...]]:
    try:
        return validate(source, today=date(2026, 3, 15))
    except SchemaError as error:
        return None, error.problems


@seldom
@example(data={"sections": [{"titel": 1}, {"titel": 2}, {}, None]})
@example(data={"basics": {"facts": [None, {"label": []}], "image": {"alt": 1}, "website": [], "url": []}})
@given(data=spoiled(spoiled(spoiled(resumes))).filter(lambda data: isinstance(data, dict)))
def test_each_problem_has_a_location_and_is_reported_once(data: Any) -> None:
    for source in (document(data), document(data, "json")):
        resume, problems = verdict(source)
        assert (resume is None) == any(problem.severity == "error" for problem in problems)
        assert len({*problems}) == len(problems)
        spans = [(one.location.line, one.location.column) for one in problems if one.location]
        assert spans == sorted(spans)
        assert len(spans) == len(problems)


@seldom
@given(data=spoiled(resumes).filter(lambda data: isinstance(data, dict)))
def test_accepted_json_loses_only_unknown_keys(data: Any) -> None:
    resume, problems = verdict(document(data, "json"))
    if resume is None:
        return
    for problem in problems:
        if problem.code == "unknown-key":
            data = without(data, unknown_key(problem.message))
    again, problems = verdict(document(data))
    assert [problem.message for problem in problems if problem.severity == "error"] == []
    assert again == resume


def unknown_key(message: str) -> str:
    """Return the key named in a message; it may contain quotation marks."""
    found = re.match(r"unknown key '(.*?)'(?:$| in |; did )", message, re.DOTALL)
    assert found, message
    return found[1]


def without(data: Any, key: str) -> Any:
    if isinstance(data, dict):
        return {name: without(value, key) for name, value in data.items() if name != key}
    return [without(item, key) for item in data] if isinstance(data, list) else data
