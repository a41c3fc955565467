"""Paths in `private`: each is resolved and removes its value, or is an error at its location."""

from __future__ import annotations

import json
import string
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from resumekit.errors import Problem, SchemaError, UsageError
from resumekit.load import override, parse
from resumekit.schema import Resume, dump, named_as_in, validate
from resumekit.schema.field_paths import Inseparable, UnknownPath, refuse_inseparable, resolve
from resumekit.tailor import Edition, examine, redactable, tailor, with_settings
from resumekit.tailor.privacy import publish, redact, strike
from strategies import changed, places_in, resumes, seldom

TEXT = """
basics:
  name: Ada
  label: {en: Analyst, de: Analystin}
  website: https://ada.example.org
  picture: {file: ada.png, alt: A face}
  location: London
work:
  - {company: Engines, website: https://engines.example, highlights: [a, {text: b, highlights: [c, d]}],
     positions: [{position: Lead, url: https://lead.example}]}
  - {company: Mills}
education: [{institution: University, gpa: "1.0", courses: [Logic, Sets]}]
publications: [{name: Notes, website: https://notes.example, authors: [Ada, {en: Bob, de: Rob}]}]
skills: [{name: Tools, keywords: [Looms, {name: Pans, level: 1/5}]}]
sections: [{title: Talks, entries: [{title: Sample, url: https://talk.example}], items: [x, y]}]
theme: {name: modern, accent: "#112233"}
titles: {work: Jobs}
meta: {version: v1, list: [{key: one}, two]}
x-notes: {salary: much}
"""


def problems_of(text: str) -> tuple[Problem, ...]:
    try:
        return validate(parse(dedent(text).encode(), name="resume.yaml", folder=Path()))[1]
    except SchemaError as error:
        return error.problems


def read(data: Any) -> Resume:
    return validate(parse(json.dumps(data).encode(), name="resume.json", folder=Path()))[0]


def resume(*private: str) -> Resume:
    text = f"{TEXT}\nprivate: {json.dumps(private)}\n"
    return validate(parse(text.encode(), name="resume.yaml", folder=Path()))[0]


@pytest.mark.parametrize(
    ("path", "gone", "kept"),
    [
        ("basics.website", "ada.example", "Ada"),
        ("basics.url", "ada.example", "engines.example"),
        (" basics.url ", "ada.example", "engines.example"),
        ("basics.picture", "ada.png", "Ada"),
        ("basics.picture.alt", "A face", "ada.png"),
        ("basics.image", "ada.png", "Ada"),
        ("basics.label.de", "Analystin", "Analyst"),
        ("basics.label", "Analyst", "Ada"),
        ("basics.location", "London", "Ada"),
        ("basics.location.city", "London", "Ada"),
        ("work.0.company", "Engines", "engines.example"),
        ("work.0.name", "Engines", "engines.example"),
        ("work.00.name", "Engines", "engines.example"),
        ("work.0.website", "engines.example", "Engines"),
        ("work.0.highlights.1.highlights.0", "'c'", "'d'"),
        ("work.0.highlights.0.text", "'a'", "'b'"),
        ("work.0.positions.0.url", "lead.example", "Lead"),
        ("work.1", "Mills", "Engines"),
        ("work", "Mills", "Ada"),
        ("education.0.gpa", "1.0", "University"),
        ("education.0.courses.0", "Logic", "Sets"),
        ("publications.0.website", "notes.example", "Notes"),
        ("publications.0.authors.1.de", "Rob", "Bob"),
        ("skills.0.keywords.0", "Looms", "Pans"),
        ("skills.0.keywords.1.level", "1/5", "Pans"),
        ("sections.0.entries.0.url", "talk.example", "Sample"),
        ("sections.0.items.0", "'x'", "'y'"),
        ("sections.0", "Talks", "Ada"),
        ("theme.accent", "#112233", "modern"),
        ("titles.work", "Jobs", "Engines"),
        ("meta.list.0.key", "one", "two"),
        ("meta.version", "v1", "two"),
        ("x-notes.salary", "much", "Ada"),
        ("x-notes", "much", "Ada"),
    ],
)
def test_a_path_removes_its_value_and_nothing_beside_it(path: str, gone: str, kept: str) -> None:
    public = repr(dump(publish(resume(path)).model_copy(update={"private": ()})))
    whole = repr(dump(resume()))
    assert gone in whole
    assert gone not in public
    assert kept in public


def test_a_valid_field_without_a_value_may_be_listed() -> None:
    paths = ["basics.phone", "basics.location.address", "work.0.summary", "work.1.startDate", "theme.name", "locale"]
    assert publish(resume(*paths)).basics == resume().basics


def test_a_field_listed_under_two_names_is_removed_once() -> None:
    assert publish(resume("work.0", "work.00")).work == resume().work[1:]
    assert publish(resume("basics.url", "basics.website")).basics.url is None


def test_all_languages_of_a_text_may_be_listed_one_by_one() -> None:
    made = publish(resume("basics.label.en", "basics.label.de", "publications.0.authors.1.en"))
    assert made.basics.label is None
    assert made.publications[0].authors == ("Ada", {"de": "Rob"})


def test_a_public_edition_has_no_keys_of_the_users_own() -> None:
    document = parse((TEXT + "\nawards: [{title: Prize, x-own: {secret: much}}]\n").encode(), name="a", folder=Path())
    made, _ = tailor(document, validate(document)[0], Edition(public=True))
    assert "much" not in repr(dump(made))


@pytest.mark.parametrize(
    ("path", "suggested"),
    [
        ("basics.phnoe", "basics.phone"),
        ("basic.emial", "basics.email"),
        ("Basics.Phone", "basics.phone"),
        ("phone", "basics.phone"),
        ("website", "basics.url"),
        ("summary", "basics.summary"),
        ("work.0.nmae", "work.0.name"),
        ("wrok.0.company", "work.0.name"),
        ("work.name", "work.0.name"),
        ("work[1].name", "work.1.name"),
        ("/work/1/name", "work.1.name"),
        ("$.work[1]", "work.1"),
        ("talks", "sections.0"),
        ("talks.items.1", "sections.0.items.1"),
        ("skills.0.keywords.1.lvel", "skills.0.keywords.1.level"),
        ("basics.label.DE", "basics.label.de"),
        ("meta.versoin", "meta.version"),
        ("x-note", "x-notes"),
        ("theme.acent", "theme.accent"),
    ],
)
def test_a_misspelt_path_is_an_error_with_the_right_one(path: str, suggested: str) -> None:
    (problem,) = problems_of(f"{TEXT}\nprivate: [{json.dumps(path)}]\n")
    assert (problem.severity, problem.code) == ("error", "unknown-path")
    assert problem.message.endswith(f"did you mean '{suggested}'?")
    assert problem.location
    assert problem.location.source[problem.location.column - 1 :].startswith(f'"{path}"')
    assert resume(suggested)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("", "with dots between them"),
        (".", "with dots between them"),
        ("basics.", "with dots between them"),
        ("work.2", "'work' has 2 items, work.0 to work.1"),
        ("skills.1.name", "'skills' has one item, skills.0"),
        ("awards.0", "'awards' is empty"),
        ("work.-1", "counted from 0, as in work.0"),
        ("work.٠", "counted from 0, as in work.0"),
        ("work.9999999", "'work' has 2 items"),
        ("basics.name.first", "'basics.name' has no fields"),
        ("basics.phone.x", "'basics.phone' has no fields"),
        ("basics.label.fr", "'basics.label' has en, de"),
        ("meta.list.0.zzz", "'meta.list.0' has key"),
        ("zzz", "available: basics, work"),
    ],
)
def test_a_path_like_no_other_is_an_error_with_a_hint(path: str, hint: str) -> None:
    (problem,) = problems_of(f"{TEXT}\nprivate: [{json.dumps(path)}]\n")
    assert (problem.severity, problem.code) == ("error", "unknown-path")
    assert problem.hint
    assert hint in problem.hint


@pytest.mark.parametrize(
    "path",
    ["sections.0.title", "basics.image.file", "basics.picture.file", "work.0.private", "work.0.highlights.1.tags"],
)
def test_a_field_that_its_holder_depends_on_cannot_be_left_out_alone(path: str) -> None:
    (problem,) = problems_of(f"{TEXT}\nprivate: [{path}]\n")
    assert problem.code == "required-field"
    assert problem.hint
    assert path.rpartition(".")[0].replace("picture", "image") in problem.hint


@pytest.mark.parametrize(
    ("variants", "private", "valid"),
    [
        ("{a: {set: {work.1: {name: b}}}}", "work.1.name", True),
        ("{a: {set: {work.1.name: b}}}", "work.1", True),
        ("{a: {set: {work.1.name: b}}}", "work.2", False),
        ("{a: {set: {work: [{name: b}, {name: c}]}}}", "work.1.name", True),
        ("{a: {set: {work: [{name: b}, {name: c}]}}}", "work.2.name", False),
        ("{a: {set: {work: []}}}", "work.0.name", True),
        ("{a: {set: {work.1: {name: b}}}}", "education.0", False),
        ("{a: {set: {work.0.highlights: [x, y]}}}", "work.0.highlights.1", True),
        ("{a: {set: {work.0.website: x.example}}}", "work.0.url", True),
        ("{a: {set: {meta.note: x}}}", "meta.note", True),
        ("{a: {set: {private: [basics.phone, work.0]}}}", "basics.phone", True),
        ("{a: {set: {private: [basics.phnoe]}}}", "basics.phone", False),
        ("{a: {set: {private.1: basics.phnoe}}}", "basics.phone", False),
    ],
)
def test_a_path_may_lead_to_what_a_variant_adds(variants: str, private: str, valid: bool) -> None:
    text = f"work: [{{name: a}}]\nprivate: [{private}]\nvariants: {variants}\n"
    document = parse(text.encode(), name="resume.yaml", folder=Path())
    codes = []
    try:
        examine(document)
    except SchemaError as error:
        codes = [problem.code for problem in error.problems if problem.severity == "error"]
    assert codes == ([] if valid else ["unknown-path"])


def test_a_public_edition_of_a_variant_lacks_what_the_variant_adds_in_private() -> None:
    text = "work: [{name: a}]\nprivate: [work.1.name]\nvariants: {a: {set: {work.1: {name: SECRET, position: b}}}}\n"
    document = parse(text.encode(), name="resume.yaml", folder=Path())
    plain, _ = tailor(document, validate(document)[0], Edition(public=True))
    assert [employer.name for employer in plain.work] == ["a"]
    document = with_settings(document, "a")
    made, _ = tailor(document, validate(document)[0], Edition("a", public=True))
    assert [employer.name for employer in made.work] == ["a", None]


@pytest.mark.parametrize("invalid", ["work: 3", "work: [{startDate: soon}, 4]", "wrok: []"])
def test_what_is_invalid_is_not_reported_again_where_private_names_it(invalid: str) -> None:
    codes = [problem.code for problem in problems_of(f"{invalid}\nprivate: [work.0.name, work.1]\n")]
    assert codes
    assert "unknown-path" not in codes


@pytest.mark.parametrize(
    ("file", "path", "value"),
    [
        ("basics: {url: a.example}", "basics.website", "b.example"),
        ("basics: {website: a.example}", "basics.url", "b.example"),
        ("basics: {website: a.example, url: ''}", "basics.url", "b.example"),
        ("basics: {name: Ada}", "basics.website", "b.example"),
        ("work: [{company: A}]", "work.0.name", "B"),
        ("work: [{name: A}]", "work.0.company", "B"),
        ("work: []", "work.0.company", "B"),
        ("{}", "education.0.gpa", "B"),
    ],
)
def test_set_understands_both_names_of_a_field(file: str, path: str, value: str) -> None:
    by_variant = f"{file}\nvariants: {{a: {{set: {{{path}: {value}}}}}}}\n" if file != "{}" else ""
    by_variant = by_variant or f"variants: {{a: {{set: {{{path}: {value}}}}}}}\n"
    document = parse(by_variant.encode(), name="resume.yaml", folder=Path())
    for made in (with_settings(document, "a"), override(document, [f"{path}={value}"], named_as_in)):
        assert value in repr(dump(validate(made)[0].model_copy(update={"variants": {}})))


def test_an_unknown_key_that_is_set_is_an_error_even_in_json() -> None:
    data = {"basics": {"name": "Ada", "nick": "A"}, "variants": {"a": {"set": {"basics.labl": "x"}}}}
    document = parse(json.dumps(data).encode(), name="resume.json", folder=Path())
    validate(document)
    for made in (with_settings(document, "a"), override(document, ["basics.labl=x"])):
        with pytest.raises(SchemaError) as error:
            validate(made)
        assert [(p.severity, p.code) for p in error.value.problems if p.severity == "error"] == [
            ("error", "unknown-key")
        ]


@pytest.mark.parametrize(("name", "known"), [("website", "url"), ("picture", "photo"), ("IMAGE", "photo")])
def test_redact_understands_names_of_json_resume(name: str, known: str) -> None:
    assert redactable(name) == known
    assert redact(resume(), [name]) == redact(resume(), [known]) != resume()


@pytest.mark.parametrize("name", ["emial", "", "basics.email", "work"])
def test_redact_refuses_what_it_does_not_know(name: str) -> None:
    with pytest.raises(UsageError) as error:
        redact(resume(), [name])
    (problem,) = error.value.problems
    assert problem.code == "unknown-field-to-redact"
    assert problem.hint
    assert "available: name, email" in problem.hint


def _without(data: Any, place: tuple[Any, ...]) -> Any:
    """The data without a key or an item."""
    *above, last = place

    def remove(holder: Any) -> Any:
        if isinstance(holder, list):
            return holder[:last] + holder[last + 1 :]
        return {key: value for key, value in holder.items() if key != last}

    return changed(data, tuple(above), remove)


def _said(value: Any) -> Any:
    """A résumé as plain data, without what is empty."""
    if isinstance(value, Resume):
        value = dump(value.model_copy(update={"private": ()}))
    if isinstance(value, dict):
        return {key: said for key, item in value.items() if (said := _said(item)) not in (None, "", [], {})}
    if isinstance(value, list):
        return [_said(item) for item in value]
    return value


def _paths(data: Any) -> list[tuple[Any, ...]]:
    """Every place in a résumé that has a path: no key has a dot in it."""
    return [place for place in places_in(data) if place and not any("." in str(step) for step in place)]


@seldom
@given(resumes, st.data())
def test_to_publish_is_to_delete_the_value_at_any_path(source: Any, data: st.DataObject) -> None:
    source = {key: value for key, value in source.items() if key not in {"private", "variants"}}
    assume(_paths(source))
    place = data.draw(st.sampled_from(_paths(source)))
    path = ".".join(map(str, place))
    assume(path == path.strip() and path)
    whole = read(source)
    try:
        refuse_inseparable(whole, resolve(whole, path))
    except (Inseparable, UnknownPath):
        # what is required, and what the schema takes for nothing at all, such as a mapping of empty texts
        with pytest.raises(SchemaError):
            read(source | {"private": [path]})
        return
    assert _said(publish(read(source | {"private": [path]}))) == _said(publish(read(_without(source, place))))


@seldom
@given(resumes, st.data())
def test_a_path_with_a_slip_is_an_error(source: Any, data: st.DataObject) -> None:
    source = {key: value for key, value in source.items() if key not in {"private", "variants", "meta"}}
    whole = read(source)
    assume(_paths(source))
    place = [str(step) for step in data.draw(st.sampled_from(_paths(source)))]
    at = data.draw(st.integers(0, len(place) - 1))
    place[at] += data.draw(st.sampled_from(string.ascii_letters))
    path = ".".join(place)
    try:
        resolve(whole, path)
    except UnknownPath:
        with pytest.raises(SchemaError) as error:
            read(source | {"private": [path]})
        assert "unknown-path" in {problem.code for problem in error.value.problems}
    else:
        pytest.fail(f"{path} was resolved")


def test_strike_passes_over_what_this_version_does_not_have() -> None:
    assert strike(resume(), ["work.9", "basics.phnoe"]) == resume()
