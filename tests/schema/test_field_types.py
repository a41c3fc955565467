"""What each type of field accepts, how it is normalized, and which forms are equivalent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from resumekit.errors import Problem, SchemaError
from resumekit.load import parse
from resumekit.schema import Highlight, Image, Keyword, PartialDate, Resume, validate


def resume(text: str) -> Resume:
    """Return the résumé in a text, which may cause remarks but no warnings."""
    made, problems = validate(parse(text.encode(), name="resume.yaml", folder=Path()))
    assert [problem for problem in problems if problem.severity != "info"] == []
    return made


def refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(SchemaError) as caught:
        resume(text)
    return caught.value.problems


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
        ("example.org", "https://example.org"),
        ("github.com/ada", "https://github.com/ada"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("例え.jp", "https://例え.jp"),
        ("mailto:ada@example.org?subject=hello", "mailto:ada@example.org?subject=hello"),
        ("tel:+442079460000", "tel:+442079460000"),
        ("' https://example.org '", "https://example.org"),
    ],
)
def test_a_web_address_is_completed(typed: str, meant: str) -> None:
    assert resume(f"basics: {{url: {typed}}}").basics.url == meant


OTHER_SCHEMES = (
    "javascript:alert(1) JaVaScRiPt:alert(1) java\\tscript:x vbscript:x data:text/html,x file:///etc ftp://a.org"
)
PATHS = "//example.org /cv.pdf ./cv.pdf ../cv.pdf ?page=2 #top example localhost:80 .org example. https//example.org"
HALVES = "https:// https: http:///x https:example.org mailto: mailto:ada tel: tel:home ada@example.org"


@pytest.mark.parametrize("typed", [*OTHER_SCHEMES.split(), *PATHS.split(), *HALVES.split(), "https://a b.org", " "])
def test_an_invalid_or_unsafe_link_is_refused(typed: str) -> None:
    (problem,) = refused(f'basics: {{url: "{typed}"}}')
    assert problem.code == "bad-url"


@pytest.mark.parametrize("typed", ["ada@example.org", "a.b+c@mail.example.org", "x_y@a-b.io", "ада@пример.рф"])
def test_an_email_address_is_accepted(typed: str) -> None:
    assert resume(f"basics: {{email: {typed}}}").basics.email == typed


NO_EMAILS = "ada @a.org ada@ ada@a <ada@a.org> a@@b.org ada@a."


@pytest.mark.parametrize("typed", [*NO_EMAILS.split(), "a b@a.org"])
def test_an_invalid_email_address_is_refused(typed: str) -> None:
    (problem,) = refused(f'basics: {{email: "{typed}"}}')
    assert problem.code == "bad-email"


NO_TEXTS_TO_YAML_1 = "no on 012 +4420 1.10 1_000 1e3 12:30:45 0x1F 0o17 .inf .nan true 2020-01-15 ="


@pytest.mark.parametrize("typed", NO_TEXTS_TO_YAML_1.split())
def test_a_text_stays_as_it_was_typed(typed: str) -> None:
    (school,) = resume(f"education: [{{score: {typed}, area: {typed}}}]").education
    assert (school.score, school.area) == (typed, typed)


@pytest.mark.parametrize(("meant", "words"), [(True, "true True yes on"), (False, "false no No off")])
def test_a_switch_accepts_several_words(meant: bool, words: str) -> None:
    for typed in words.split():
        assert resume(f"work: [{{name: Example, private: {typed}}}]").work[0].private is meant


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        ("startDate", "2020-03", PartialDate(2020, 3)),
        ("startDate", "2020", PartialDate(2020)),
        ("endDate", "2020-02-29", PartialDate(2020, 2, 29)),
        ("endDate", "Present", "present"),
    ],
)
def test_a_period_begins_and_ends_with_dates(field: str, typed: str, meant: Any) -> None:
    (entry,) = resume(f"education: [{{{field}: {typed}}}]").education
    assert {"startDate": entry.start_date, "endDate": entry.end_date}[field] == meant


def test_an_invalid_date_is_text_where_any_text_is_accepted() -> None:
    made = resume("awards: [{date: 2020-03}, {date: Summer 2019}, {date: 2020-13}]")
    assert [award.date for award in made.awards] == [PartialDate(2020, 3), "Summer 2019", "2020-13"]


@pytest.mark.parametrize(
    "period",
    [
        "startDate: 2020, endDate: 2020",
        "startDate: 2018-05, endDate: 2018",
        "startDate: 2018, endDate: 2018-01",
        "startDate: 2020-03-01, endDate: 2020-03",
        "startDate: 2020, endDate: present",
        "startDate: 2020",
        "endDate: 1999",
    ],
)
def test_unknown_parts_of_a_date_contradict_nothing(period: str) -> None:
    assert resume(f"work: [{{name: Example, {period}}}]").work


@pytest.mark.parametrize("nothing", ["null", "~", "''", "[]", "{}", ""])
def test_an_empty_field_is_the_same_as_an_absent_one(nothing: str) -> None:
    text = "basics: {name: Ada, %s}\nwork: [{name: Example}]\n"
    keys = ["label", "image", "email", "url", "location", "profiles", "summary", "picture", "website"]
    silent = ", ".join(f"{key}: {nothing}" for key in keys)
    assert resume(text % silent) == resume(text % "label: ''")


def test_short_forms_mean_the_same_as_long_ones() -> None:
    short = """
        basics: {image: photo.jpg, location: London}
        skills: [{name: Languages, keywords: [Python, {name: SQL, level: good}]}]
        work: [{name: Example, highlights: [First], images: [engine.png]}]
        theme: classic
        languages: [en, French]
    """
    long = """
        basics: {image: {file: photo.jpg}, location: {city: London}}
        skills: [{name: Languages, keywords: [{name: Python}, {name: SQL, level: good}]}]
        work: [{name: Example, highlights: [{text: First}], images: [{file: engine.png}]}]
        theme: {name: classic}
        languages: [{code: en}, {language: French}]
    """
    made = resume(short)
    assert made == resume(long)
    assert made.skills[0].keywords[0] == Keyword(name="Python")
    assert made.work[0].highlights == (Highlight(text="First"),)
    assert made.work[0].images == (Image(file="engine.png"),)
    assert made.written_in == ("en",)


def test_key_names_of_json_resume_0_are_accepted() -> None:
    old = """
        basics: {picture: photo.jpg, website: example.org}
        work: [{company: Example, website: example.org}]
        volunteer: [{website: example.org}]
        education: [{gpa: "4.0", website: example.org}]
        publications: [{website: example.org}]
    """
    new = old.replace("picture", "image").replace("website", "url").replace("company", "name").replace("gpa", "score")
    assert resume(old) == resume(new)


def test_x_keys_are_kept_everywhere() -> None:
    made = resume("x-all: {a: [b]}\nbasics: {name: Ada, x-note: c}\nwork: [{name: Example, x-id: '7'}]")
    assert made.extensions == {"x-all": {"a": ["b"]}}
    assert made.basics.extensions == {"x-note": "c"}
    assert made.work[0].extensions == {"x-id": "7"}


def test_a_text_may_be_ten_pages_long_and_no_longer() -> None:
    assert resume(f"basics: {{summary: {'a ' * 9_999}aa}}")
    (problem,) = refused(f"basics: {{summary: {'a ' * 10_000}a}}")
    assert problem.code == "text-too-long"


def test_order_titles_and_hide_accept_custom_sections() -> None:
    made = resume("""
        sections: [{title: Talks & Papers, items: [Looms]}, {title: Hobbies, id: fun, items: [chess]}]
        order: [talks-papers, fun, work]
        titles: {fun: For fun}
        hide: [talks-papers]
        variants: {short: {order: [fun]}}
    """)
    assert [section.key for section in made.sections] == ["talks-papers", "fun"]


def test_a_résumé_cannot_be_changed() -> None:
    made = resume("basics: {name: Ada}")
    with pytest.raises(ValidationError, match="frozen"):
        made.basics.name = "Eve"  # type: ignore[misc]


def test_every_problem_is_reported_in_file_order() -> None:
    problems = refused("work: [{startDate: x, urll: y}]\nbasics: {email: z, locatoin: London}\nwrk: [a]")
    codes = ["bad-date", "unknown-key", "bad-email", "unknown-key", "unknown-key"]
    assert [problem.code for problem in problems] == codes
    locations = [(problem.location.line, problem.location.column) for problem in problems if problem.location]
    assert locations == sorted(locations)
    assert len(locations) == 5
