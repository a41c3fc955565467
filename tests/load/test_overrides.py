"""`--set PATH=VALUE`: as if the value stood in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import LoadError, ResumekitError, SourceLocation, UsageError
from resumekit.load import Document, Value, override, parse

TEXT = b"""\
basics: {name: Ada}
work: [{name: Example}, {name: Sample}]
theme: modern
label:
"""


@pytest.fixture
def document() -> Document:
    return parse(TEXT, name="resume.yaml", folder=Path())


@pytest.mark.parametrize(
    ("assignments", "changed"),
    [
        (["basics.name=Eve"], {"basics": {"name": "Eve"}}),
        (["basics.label=Analyst"], {"basics": {"name": "Ada", "label": "Analyst"}}),
        (["basics.name="], {"basics": {"name": None}}),
        (["basics.name=a=b"], {"basics": {"name": "a=b"}}),
        (["basics.phone=012"], {"basics": {"name": "Ada", "phone": "012"}}),
        (["basics.location={city: London}"], {"basics": {"name": "Ada", "location": {"city": "London"}}}),
        (["basics.location.city=London"], {"basics": {"name": "Ada", "location": {"city": "London"}}}),
        (["work.1.name=Eve & Co"], {"work": [{"name": "Example"}, {"name": "Eve & Co"}]}),
        (["work.0={name: First}"], {"work": [{"name": "First"}, {"name": "Sample"}]}),
        (["work.2.name=Third"], {"work": [{"name": "Example"}, {"name": "Sample"}, {"name": "Third"}]}),
        (["work=[]"], {"work": []}),
        (["skills.0.name=Looms"], {"skills": [{"name": "Looms"}]}),
        (["theme=classic"], {"theme": "classic"}),
        (["theme.accent=#1f4e79"], {"theme": {"name": "modern", "accent": "#1f4e79"}}),
        (["theme.accent=red", "theme.accent=#fff"], {"theme": {"name": "modern", "accent": "#fff"}}),
        (["variants.2024.exclude=[a]"], {"variants": {"2024": {"exclude": ["a"]}}}),
        (["variants.007.exclude=[a]"], {"variants": {"007": {"exclude": ["a"]}}}),
        (["label.en=Analyst"], {"label": {"en": "Analyst"}}),
        ([" basics.name =Eve"], {"basics": {"name": "Eve"}}),
        (["basics.summary=|\n  one\n  two"], {"basics": {"name": "Ada", "summary": "one\ntwo"}}),
    ],
    ids=str,
)
def test_a_value_is_put_where_its_path_leads(
    document: Document, assignments: list[str], changed: dict[str, Value]
) -> None:
    assert override(document, assignments).data == {**document.data, **changed}


@pytest.mark.parametrize(
    ("assignment", "error", "code"),
    [
        ("basics.name", UsageError, "bad-set"),
        ("=Eve", UsageError, "bad-set"),
        ("basics..name=Eve", UsageError, "bad-set"),
        (".=Eve", UsageError, "bad-set"),
        ("basics.name.first=Eve", UsageError, "bad-set"),
        ("work.first.name=Eve", UsageError, "bad-set"),
        ("work.3.name=Eve", UsageError, "bad-set"),
        ("work.-1.name=Eve", UsageError, "bad-set"),
        ("work.²=Eve", UsageError, "bad-set"),
        ("work.99999999999999999999.name=Eve", UsageError, "bad-set"),
        ("x" + ".x" * 50 + "=Eve", UsageError, "bad-set"),
        ("basics.name=a: b: c", LoadError, "broken-yaml"),
        ("basics.name=[", LoadError, "broken-yaml"),
        ("basics.name=!x y", LoadError, "foreign-tag"),
        ("basics.name=\u202eEve", LoadError, "forbidden-character"),
        ("basics.\x1bname=Eve", LoadError, "forbidden-character"),
    ],
)
def test_what_cannot_be_put_is_refused(
    document: Document, assignment: str, error: type[ResumekitError], code: str
) -> None:
    with pytest.raises(error) as caught:
        override(document, [assignment])
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.location
    assert (problem.location.file, problem.location.source) == ("--set", assignment.split("\n")[0])


@pytest.mark.parametrize(
    ("assignment", "marked"),
    [
        ("basics.email=ada", "ada"),
        ("basics.name=Analyst: a: b", ":"),
        ("theme.accent=#12", "#12"),
        ("work.0.startDate='March'", "'March'"),
    ],
)
def test_a_problem_with_a_value_points_into_what_was_typed(document: Document, assignment: str, marked: str) -> None:
    path = tuple(int(part) if part.isdecimal() else part for part in assignment.partition("=")[0].split("."))
    try:
        location = override(document, [assignment]).location(path)
    except LoadError as error:
        location = error.problems[0].location or pytest.fail("no place")
    assert (location.file, location.line, location.source) == ("--set", 1, assignment)
    assert location.source[location.column - 1 : location.column - 1 + location.length] == marked


def test_a_problem_with_a_path_points_at_it(document: Document) -> None:
    with pytest.raises(UsageError) as caught:
        override(document, ["work.3.name=Eve"])
    (problem,) = caught.value.problems
    assert problem.location == SourceLocation("--set", 1, 1, len("work.3.name"), "work.3.name=Eve")


def test_a_value_that_is_replaced_takes_its_places_with_it(document: Document) -> None:
    changed = override(document, ["work=[{name: Other}]"])
    assert changed.location(("work", 0, "name")).file == "--set"
    assert changed.location(("work", 1, "name")).file == "--set"
    assert changed.location(("basics", "name")).file == "resume.yaml"
    assert ("work", 1, "name") not in changed.spans


def test_without_assignments_nothing_changes(document: Document) -> None:
    assert override(document, []) == document
