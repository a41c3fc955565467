"""`--set PATH=VALUE`: as if the value were in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import LoadError, ResumekitError, SourceLocation, UsageError
from resumekit.load import Assignment, Document, OptionAssignment, Value, assign, override, parse
from resumekit.load.limits import MAX_DEPTH

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
def test_a_value_is_set_at_its_path(document: Document, assignments: list[str], changed: dict[str, Value]) -> None:
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
def test_an_invalid_assignment_is_refused(
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
def test_a_problem_with_a_value_is_located_in_the_assignment(document: Document, assignment: str, marked: str) -> None:
    path = tuple(int(part) if part.isdecimal() else part for part in assignment.partition("=")[0].split("."))
    try:
        location = override(document, [assignment]).location(path)
    except LoadError as error:
        location = error.problems[0].location or pytest.fail("no place")
    assert (location.file, location.line, location.source) == ("--set", 1, assignment)
    assert location.source[location.column - 1 : location.column - 1 + location.length] == marked


def test_a_problem_with_a_path_is_located_at_the_path(document: Document) -> None:
    with pytest.raises(UsageError) as caught:
        override(document, ["work.3.name=Eve"])
    (problem,) = caught.value.problems
    assert problem.location == SourceLocation("--set", 1, 1, len("work.3.name"), "work.3.name=Eve")


def test_the_value_of_an_option_is_located_in_that_option(document: Document) -> None:
    changed = override(document, ["basics.name=Eve", OptionAssignment("--label", "basics.label", "Analyst")])
    assert changed.data["basics"]["label"] == "Analyst"  # type: ignore[index,call-overload]
    assert changed.location(("basics", "label")) == SourceLocation("--label", 1, 1, 7, "Analyst")
    assert changed.location(("basics", "name")).file == "--set"


@pytest.mark.parametrize(
    ("path", "value", "error"),
    [("basics.name.first", "Eve", UsageError), ("basics.label", "[", LoadError), ("a", "\u202e", LoadError)],
)
def test_a_wrong_value_of_an_option_is_located_in_that_option(
    document: Document, path: str, value: str, error: type[ResumekitError]
) -> None:
    with pytest.raises(error) as caught:
        override(document, [OptionAssignment("--label", path, value)])
    (problem,) = caught.value.problems
    assert problem.location
    assert (problem.location.file, problem.location.line, problem.location.source) == ("--label", 1, value)


def test_replacing_a_value_removes_its_spans(document: Document) -> None:
    changed = override(document, ["work=[{name: Other}]"])
    assert changed.location(("work", 0, "name")).file == "--set"
    assert changed.location(("work", 1, "name")).file == "--set"
    assert changed.location(("basics", "name")).file == "resume.yaml"
    assert ("work", 1, "name") not in changed.spans


def test_a_path_may_have_forty_levels_and_no_more(document: Document) -> None:
    deepest = ".".join(["x"] * MAX_DEPTH)
    assert MAX_DEPTH == 40
    assert override(document, [f"{deepest}=Eve"]).location(("x",) * MAX_DEPTH).file == "--set"
    with pytest.raises(UsageError, match="is more than 40 levels deep"):
        override(document, [f"{deepest}.x=Eve"])


def test_a_value_may_have_forty_levels_and_no_more(document: Document) -> None:
    assert override(document, [f"x={'[' * (MAX_DEPTH + 1)}{']' * (MAX_DEPTH + 1)}"])
    with pytest.raises(LoadError, match="nested more than 40 levels deep"):
        override(document, [f"x={'[' * (MAX_DEPTH + 2)}{']' * (MAX_DEPTH + 2)}"])


def test_mappings_and_lists_created_on_the_way_are_located_at_the_value(document: Document) -> None:
    changed = override(document, ["skills.0.name=Looms"])
    for path in [("skills",), ("skills", 0), ("skills", 0, "name")]:
        assert changed.location(path).file == "--set"
        assert path in changed.spans


def test_existing_mappings_keep_their_location(document: Document) -> None:
    changed = override(document, ["basics.label=Analyst"])
    assert changed.location(("basics",)).file == "resume.yaml"


def test_the_same_value_may_be_set_at_two_paths(document: Document) -> None:
    value: dict[str, Value] = {"city": "London"}
    assignments = [Assignment(path, value, {}) for path in ("basics.location", "x-home")]
    changed = assign(assign(document, assignments), [Assignment("x-home.city", "Paris", {})])
    both = assign(document, [*assignments, Assignment("x-home.city", "Paris", {})])
    assert changed.data == both.data
    assert changed.data["basics"] == {"name": "Ada", "location": {"city": "London"}}
    assert value == {"city": "London"}


def test_only_the_theme_of_the_résumé_has_a_shorthand(document: Document) -> None:
    with pytest.raises(UsageError, match=r"'x\.theme' is text"):
        override(document, ["x.theme=modern", "x.theme.accent=red"])


def test_the_document_itself_is_not_changed(document: Document) -> None:
    override(document, ["basics.name=Eve", "work.0.name=Other", "work.2.name=Third"])
    assert document == parse(TEXT, name="resume.yaml", folder=Path())


def test_without_assignments_nothing_changes(document: Document) -> None:
    assert override(document, []) == document
