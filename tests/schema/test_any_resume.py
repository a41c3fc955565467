"""Models and editors accept valid résumés in any form; damaged ones get problems with locations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import yaml
from hypothesis import example, given

from resumekit.errors import SchemaError
from resumekit.load import Document, parse
from resumekit.schema import Resume, dump, validate
from strategies import resumes, seldom, spoiled

from .editor_agreement import assert_agreement, marked_by_editor


def document(data: Any, format_: Literal["yaml", "json"] = "yaml") -> Document:
    return parse(json.dumps(data, ensure_ascii=False).encode(), name=f"resume.{format_}", folder=Path())


@seldom
@given(data=resumes)
def test_a_valid_résumé_is_accepted_from_yaml_and_from_json(data: Any) -> None:
    from_yaml, _ = validate(document(data))
    from_json, _ = validate(document(data, "json"))
    assert from_yaml == from_json
    assert isinstance(from_yaml, Resume)


@seldom
@given(data=resumes)
def test_editors_accept_valid_résumés(data: Any) -> None:
    assert marked_by_editor(data) == []


@seldom
@given(data=spoiled(resumes).filter(lambda data: isinstance(data, dict)))
def test_editors_mark_invalid_résumés_at_the_same_locations(data: Any) -> None:
    assert_agreement(document(data), data)


@seldom
@given(data=resumes)
def test_dumping_and_reading_a_résumé_gives_the_same(data: Any) -> None:
    resume, _ = validate(document(data))
    for format_, text in written(dump(resume)).items():
        again, _ = validate(parse(text.encode(), name=f"resume.{format_}", folder=Path()))
        assert again == resume
        assert dump(again) == dump(resume)


def written(data: Any) -> dict[str, str]:
    """Return plain data as YAML and as JSON."""
    return {
        "yaml": yaml.safe_dump(data, allow_unicode=True, sort_keys=False),
        "json": json.dumps(data, ensure_ascii=False),
    }


@seldom
@given(data=spoiled(resumes).filter(lambda data: isinstance(data, dict)))
@example(data={"": 1})
@example(data={"work": [{"positions": {"0": []}}]})
@example(data={"basics": {"picture": {"file": [], "other": 1}, "website": {}}})
@example(data={"theme": {"": [None]}, "meta": None, "variants": {"": {"set": 1}}})
def test_a_damaged_résumé_is_accepted_or_gets_problems_with_locations(data: Any) -> None:
    for source in (document(data), document(data, "json")):
        try:
            _, problems = validate(source)
        except SchemaError as error:
            problems = error.problems
            assert any(problem.severity == "error" for problem in problems)
        for problem in problems:
            assert problem.message
            assert problem.location
            assert problem.location.source == source.source.line(problem.location.line)


@seldom
@given(data=spoiled(resumes).filter(lambda data: isinstance(data, dict)))
def test_json_is_never_stricter_than_yaml(data: Any) -> None:
    try:
        from_yaml, _ = validate(document(data))
    except SchemaError:
        return
    from_json, _ = validate(document(data, "json"))
    assert from_json == from_yaml
