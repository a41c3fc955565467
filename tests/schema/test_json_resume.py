"""JSON Resume: every valid document is a valid résumé, and unknown keys are only warnings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from resumekit.errors import SchemaError
from resumekit.load import load, parse
from resumekit.schema import validate

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "json-resume"
FIELDS = sorted((CORPUS / "schema-tests").glob("*.json"))
RESUMES = sorted(path for path in CORPUS.glob("*.json") if path.name != "schema.json")

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the public corpus is not here")


def valid_documents() -> list[Any]:
    """Return the documents that the standard's tests call valid, each with one field set."""
    cases = ((path.stem, name, data) for path in FIELDS for name, data in json.loads(path.read_text()).items())
    return [
        pytest.param(data, id=f"{stem}-{name}")
        for stem, name, data in cases
        if "Invalid" not in name and isinstance(data, dict) and stem not in {"dates", "schema"}
    ]


@pytest.mark.parametrize("data", valid_documents())
def test_a_document_valid_by_the_standard_is_accepted(data: Any) -> None:
    _, problems = validate(parse(json.dumps(data).encode(), name="resume.json", folder=Path()))
    assert [problem for problem in problems if problem.severity != "warning"] == []
    assert {problem.code for problem in problems} <= {"unknown-key"}


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_a_real_document_is_accepted(path: Path) -> None:
    resume, problems = validate(load(path))
    assert resume.basics.name
    assert {problem.code for problem in problems if problem.severity != "info"} <= {"unknown-key"}


def test_an_unknown_key_is_a_warning_in_json_and_an_error_in_yaml() -> None:
    text = b'{"basics": {"name": "Ada", "emial": "ada@example.org"}, "work": [{"nmae": "Example", "name": "Example"}]}'
    resume, problems = validate(parse(text, name="resume.json", folder=Path()))
    assert [(problem.code, problem.severity) for problem in problems] == [("unknown-key", "warning")] * 2
    assert resume.basics.name == "Ada"
    with pytest.raises(SchemaError) as caught:
        validate(parse(text, name="resume.yaml", folder=Path()))
    assert [problem.message for problem in caught.value.problems] == [problem.message for problem in problems]
    assert {problem.severity for problem in caught.value.problems} == {"error"}


def test_other_errors_in_json_are_reported_with_unknown_keys() -> None:
    text = b'{"basics": {"nmae": "Ada", "email": "ada"}, "work": [{"startDate": "March", "x": 1}]}'
    with pytest.raises(SchemaError) as caught:
        validate(parse(text, name="resume.json", folder=Path()))
    assert [(problem.code, problem.severity) for problem in caught.value.problems] == [
        ("unknown-key", "warning"),
        ("bad-email", "error"),
        ("bad-date", "error"),
        ("unknown-key", "warning"),
    ]
