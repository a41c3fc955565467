"""Files that other tools call invalid are refused here too, with the line, unless nothing can be lost.

Files of other formats are validated as résumés, so their own keys are reported as unknown.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from resumekit.errors import ResumekitError
from resumekit.load import load, parse
from resumekit.schema import dump, validate

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
STANDARD = sorted((CORPUS / "json-resume" / "schema-tests").glob("*.json"))

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the public corpus is not here")

WRONG: Any = [[["wrong for every field"]]]


@pytest.mark.parametrize(
    ("file", "code", "line"),
    [
        # `headline` on line 27 is indented further than its neighbour
        ("yamlresume/invalid-yaml.yml", "broken-yaml", 27),
        # the short name and the date in words are inside `content`, which is an unknown key
        ("yamlresume/invalid-schema.yml", "unknown-key", 24),
        # a comma is missing after the bracket on line 249
        ("fresh/johnny-trouble.broken.json", "broken-json", 249),
    ],
)
def test_an_intentionally_invalid_file_is_refused_with_the_line(file: str, code: str, line: int) -> None:
    with pytest.raises(ResumekitError) as caught:
        validate(load(CORPUS / file))
    (problem,) = caught.value.problems
    assert problem.location
    assert (problem.code, problem.location.line) == (code, line)


def test_the_date_that_the_standard_calls_invalid_is_refused() -> None:
    date = json.loads((CORPUS / "json-resume/schema-tests/dates.json").read_text(encoding="utf-8"))["invalid"]
    assert found({"work": [{"startDate": date}]}) == [("bad-date", f'"{date}"')]


def invalid_documents() -> list[Any]:
    """Return the documents that the standard's tests call invalid: each has null or an empty mapping in one field."""
    cases = (
        (path.stem, name, data)
        for path in STANDARD
        for name, data in json.loads(path.read_text(encoding="utf-8")).items()
    )
    return [
        pytest.param(data, id=f"{stem}-{name}")
        for stem, name, data in cases
        if "nvalid" in name and isinstance(data, dict)
    ]


@pytest.mark.parametrize("data", invalid_documents())
def test_an_empty_field_counts_as_absent(data: Any) -> None:
    resume, problems = validate(parse(json.dumps(data).encode(), name="resume.json", folder=Path()))
    assert problems == ()
    assert words_in(dump(resume)) == []


def words_in(data: Any) -> list[str]:
    if isinstance(data, dict | list):
        return [word for item in (data.values() if isinstance(data, dict) else data) for word in words_in(item)]
    return [data] if data else []


TYPED_FIELDS = [case for case in invalid_documents() if "meta" not in case.values[0]]
"""All fields except those of `meta`, which is for programs and accepts anything."""


@pytest.mark.parametrize("data", TYPED_FIELDS)
def test_a_field_of_the_wrong_type_is_refused_at_its_location(data: Any) -> None:
    ((_, marked),) = found(filled(data))
    assert marked in json.dumps(WRONG)


def filled(data: Any) -> Any:
    """Return the data with a value of the wrong type in place of every empty one."""
    if isinstance(data, dict) and data:
        return {key: filled(value) for key, value in data.items()}
    return [filled(item) for item in data] if isinstance(data, list) else WRONG


def found(data: Any) -> list[tuple[str, str]]:
    """Return the code of each problem, and the text at its location."""
    with pytest.raises(ResumekitError) as caught:
        validate(parse(json.dumps(data).encode(), name="resume.json", folder=Path()))
    locations = [(problem.code, problem.location) for problem in caught.value.problems]
    return [
        (code, location.source[location.column - 1 : location.column - 1 + location.length])
        for code, location in locations
        if location
    ]
