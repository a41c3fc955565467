"""Variants: what each one includes, excludes and sets, and what is said when it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import SchemaError
from resumekit.load import Document, parse
from resumekit.schema import Model, Resume, validate
from resumekit.tailor import Edition, tag_problems, tailor, theme_options_of, with_settings
from resumekit.tailor.tag_selection import select
from strategies import resumes, seldom

TEXT = """
basics: {name: Ada, label: Analyst}
theme: {name: modern, accent: "#112233"}
page: {size: A5, margin: 9mm}
work:
  - name: Engines
    tags: [engineering]
    highlights:
      - text: Kernels
        tags: [gpu]
        highlights: [below]
      - {text: Systems, highlights: [{text: Deep, tags: [gpu]}, shallow]}
    positions: [{position: Lead}, {position: Cook, tags: [kitchen]}]
  - {name: Always}
skills: [{name: Tools, keywords: [Looms, {name: Pans, tags: [kitchen]}]}]
sections: [{title: Talks, tags: [engineering], items: [{text: on pans, tags: [kitchen]}]}]
variants:
  backend:
    include: [engineering]
    exclude: [gpu]
    set: {basics.label: Backend Engineer, work.2: {name: Appended}, work.1.name: Renamed}
    theme: {accent: "#445566"}
    page: {margin: 7mm}
    titles: {work: Jobs}
    order: [skills]
    locale: de
    output: {name: "{name}"}
  chef: {include: [kitchen]}
  both: {extends: backend, include: [kitchen], theme: compact}
  rest: {exclude: [engineering, kitchen, gpu]}
"""


def document_of(text: str) -> Document:
    return parse(dedent(text).encode(), name="resume.yaml", folder=Path())


def edition(variant: str, text: str = TEXT) -> Resume:
    document = with_settings(document_of(text), variant)
    return tailor(document, validate(document)[0], Edition(variant))[0]


def names(resume: Resume) -> list[Any]:
    return [employer.name for employer in resume.work]


@pytest.mark.parametrize(
    ("variant", "employers", "bullets", "roles", "keywords", "sections"),
    [
        ("backend", ["Engines", "Renamed", "Appended"], ["Systems"], ["Lead"], ["Looms"], ["Talks"]),
        ("chef", ["Always"], None, None, ["Looms", "Pans"], []),
        ("both", ["Engines", "Renamed", "Appended"], ["Systems"], ["Lead", "Cook"], ["Looms", "Pans"], ["Talks"]),
        ("rest", ["Always"], None, None, ["Looms"], []),
    ],
)
def test_what_is_tagged_stays_where_its_tag_is_wanted(
    variant: str,
    employers: list[str],
    bullets: list[str] | None,
    roles: list[str] | None,
    keywords: list[str],
    sections: list[str],
) -> None:
    made = edition(variant)
    assert names(made) == employers
    if bullets is not None:
        assert [bullet.text for bullet in made.work[0].highlights] == bullets
        assert [below.text for below in made.work[0].highlights[0].highlights] == ["shallow"]
        assert [role.position for role in made.work[0].positions] == roles
    assert [keyword.name for keyword in made.skills[0].keywords] == keywords
    assert [section.title for section in made.sections] == sections


def test_a_variant_sets_values_and_merges_its_looks() -> None:
    made = edition("backend")
    assert made.basics.label == "Backend Engineer"
    assert made.theme
    assert (made.theme.name, made.theme.options) == ("modern", {"accent": "#445566"})
    assert made.page
    assert (made.page.size, made.page.margin) == ("A5", "7mm")
    assert (made.titles, made.order, made.locale) == ({"work": "Jobs"}, ("skills",), "de")
    assert made.output
    assert made.output.name == "{name}"


def test_a_variant_of_a_variant_says_its_own_last() -> None:
    made = edition("both")
    assert made.theme
    assert (made.theme.name, made.theme.options) == ("compact", {"accent": "#445566"})
    assert made.basics.label == "Backend Engineer"


def test_a_variant_overrides_what_it_extends() -> None:
    variants = "{a: {locale: de, set: {basics.label: x}}, b: {extends: a, locale: fr, set: {basics.label: y}}}"
    made = edition("b", f"basics: {{label: z}}\nvariants: {variants}\n")
    assert (made.locale, made.basics.label) == ("fr", "y")


@pytest.mark.parametrize("theme", ["", "theme: compact\n", "theme: {name: compact, density: airy}\n"])
def test_a_variant_adds_options_to_any_form_of_theme(theme: str) -> None:
    made = edition("a", theme + 'variants: {a: {theme: {accent: "#112233"}}}\n')
    assert made.theme
    assert made.theme.name == ("compact" if theme else "modern")
    assert made.theme.options["accent"] == "#112233"


def test_keys_of_a_variant_that_say_nothing_or_are_the_users_own_change_nothing() -> None:
    document = document_of("locale: de\nx-own: kept\nvariants: {a: {locale: , x-own: other}}\n")
    assert with_settings(document, "a").data == document.data


def test_theme_options_of_a_variant_are_those_of_its_line() -> None:
    document = document_of(
        'variants: {a: {theme: {accent: "#112233"}}, b: {extends: a, theme: {density: airy}}, c: {theme: compact}}'
    )
    assert theme_options_of(document, "b") == {"accent", "density"}
    assert theme_options_of(document, "c") == frozenset()
    assert theme_options_of(document, None) == frozenset()


def test_what_a_variant_sets_has_its_place_there() -> None:
    document = with_settings(document_of(TEXT), "backend")
    location = document.location(("basics", "label"))
    assert location.source[location.column - 1 :].startswith("Backend Engineer")
    assert document.location(("work", 2, "name")).line == location.line


@pytest.mark.parametrize(
    ("variants", "asked", "code", "marked"),
    [
        ("{a: {}}", "b", "unknown-variant", None),
        ("{backend: {}}", "backnd", "unknown-variant", None),
        ("{a: {extends: c}}", "a", "unknown-variant", "c"),
        ("{a: {extends: b}, b: {extends: a}}", "a", "variant-cycle", "a"),
        ("{a: {extends: a}}", "a", "variant-cycle", "a"),
        ("{a: {set: {work.5.name: x}}}", "a", "bad-path-to-set", "work.5.name"),
        ("{a: {set: {basics.name.first: x}}}", "a", "bad-path-to-set", "basics.name.first"),
        ("{a: {set: {basics..name: x}}}", "a", "bad-path-to-set", "basics..name"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(variants: str, asked: str, code: str, marked: str | None) -> None:
    with pytest.raises(SchemaError) as error:
        with_settings(document_of(f"basics: {{name: Ada}}\nwork: []\nvariants: {variants}\n"), asked)
    (problem,) = error.value.problems
    assert problem.code == code
    if marked:
        assert problem.location
        assert problem.location.source[problem.location.column - 1 :].startswith(marked)


def test_what_is_set_is_validated_where_it_stands() -> None:
    document = with_settings(document_of("variants: {a: {set: {basics.emial: x, work.0.startDate: soon}}}"), "a")
    with pytest.raises(SchemaError) as error:
        validate(document)
    assert {problem.code for problem in error.value.problems} == {"unknown-key", "bad-date"}
    assert all(problem.location and problem.location.line == 1 for problem in error.value.problems)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("work: [{name: A, tags: [gpu]}]", []),
        ("work: [{name: A, tags: [gpu]}]\nvariants: {a: {include: [gpu]}}", []),
        ("work: [{name: A, tags: [gpu]}]\nvariants: {a: {include: [gup]}}", ["unknown-tag"]),
        ("work: [{name: A, tags: [gpu]}]\nvariants: {a: {include: [gpu], exclude: [gpu]}}", ["nothing-included"]),
        ("work: [{name: A, tags: [gpu, b]}]\nvariants: {a: {exclude: [gpu]}}", ["unused-tag"]),
        ("variants: {a: {exclude: [gpu]}}", ["unknown-tag"]),
        ("variants: {a: {}}\nx-own: {tags: [gpu]}", []),
        ("variants: {a: {}}\nmeta: {tags: [gpu]}", []),
        ("variants: {tags: {include: [gpu]}}\nwork: [{name: A, tags: [gpu]}]", []),
        ("skills: [{keywords: [{name: a, tags: [b]}]}]\nvariants: {a: {include: [b]}}", []),
    ],
)
def test_tags_and_variants_are_held_against_each_other(text: str, found: list[str]) -> None:
    document = document_of(text)
    problems = list(tag_problems(document, validate(document)[0]))
    assert sorted(problem.code for problem in problems) == found
    assert all(problem.location for problem in problems)


def test_an_unused_tag_is_reported_once_where_it_is_first() -> None:
    document = document_of("work:\n- {name: A, tags: [gpu]}\n- {name: B, tags: [gpu]}\nvariants: {a: {}}\n")
    (problem,) = tag_problems(document, validate(document)[0])
    assert problem.location
    assert problem.location.line == 2


def all_tags(value: Any) -> set[str]:
    if isinstance(value, tuple):
        return {tag for item in value for tag in all_tags(item)}
    if isinstance(value, Model):
        inner = {tag for _, item in value for tag in all_tags(item)}
        return inner | set(getattr(value, "tags", ()))
    return set()


def is_subset(some: Any, whole: Any) -> bool:
    """Tell whether a value is another one without some items of its lists, in the same order."""
    if isinstance(some, tuple):
        rest = iter(whole)
        return all(any(is_subset(item, other) for other in rest) for item in some)
    if isinstance(some, Model):
        return type(some) is type(whole) and all(is_subset(item, getattr(whole, name)) for name, item in some)
    return bool(some == whole)


def read(data: Any) -> Resume:
    return validate(parse(json.dumps(data).encode(), name="resume.json", folder=Path()))[0]


@seldom
@given(resumes, st.data())
def test_tailoring_is_a_subset_in_order_and_idempotent(source: Any, data: st.DataObject) -> None:
    whole = read(source)
    some_tags = st.lists(st.sampled_from(sorted(all_tags(whole)) or ["none"]))
    include, exclude = data.draw(some_tags), data.draw(some_tags)
    made = select(whole, include, exclude)
    assert is_subset(made, whole)
    assert select(made, include, exclude) == made


@seldom
@given(resumes)
def test_to_include_every_tag_is_the_whole(source: Any) -> None:
    whole = read(source)
    assert select(whole, all_tags(whole), ()) == whole


def test_a_variant_changes_nothing_of_its_source() -> None:
    document = document_of(TEXT)
    before = (repr(document.data), document.source, dict(document.spans))
    with_settings(document, "both")
    assert (repr(document.data), document.source, dict(document.spans)) == before
