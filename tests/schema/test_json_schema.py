"""The JSON Schema for editors: valid itself, and of one mind with the models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from resumekit.schema import json_schema

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "src" / "resumekit" / "cli" / "starter" / "resume.yaml"
CORPUS = ROOT.parent / "shared" / "corpus" / "json-resume"
# v0-jane-fullstacker has keys that nobody knows, schema.json is no résumé.
KNOWN = ["complete.json", "full-89-of-90-paths.json", "new-grad.json", "official-sample.json"]

SCHEMA = json_schema()
EDITOR = Draft202012Validator(SCHEMA)


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors read it, by the rules of version 1.2: a date is a text."""


EditorsLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def complaints(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in EDITOR.iter_errors(data)]


def test_it_is_a_valid_schema_of_its_dialect() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_it_is_plain_data_of_a_steady_order() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert json.dumps(SCHEMA) == json.dumps(json_schema())


@pytest.mark.parametrize("path", [ROOT / "resume.yaml", STARTER], ids=["root", "starter"])
def test_an_editor_finds_nothing_in_our_own_résumés(path: Path) -> None:
    assert complaints(yaml.load(path.read_text(encoding="utf-8"), EditorsLoader)) == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the public corpus is not here")
@pytest.mark.parametrize("name", KNOWN)
def test_an_editor_finds_nothing_in_json_resumes(name: str) -> None:
    assert complaints(json.loads((CORPUS / name).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "data",
    [
        {"basics": {"emial": "ada@example.org"}},
        {"wrok": []},
        {"work": {"name": "Example"}},
        {"work": [{"startDate": "March 2020"}]},
        {"work": [{"endDate": "2020-13"}]},
        {"work": [{"highlights": [{"txt": "First"}]}]},
        {"basics": {"name": ["Ada"]}},
        {"page": {"pages": 0}},
        {"page": {"margin": "16"}},
        {"output": {"pdf": "pdf/a"}},
        {"sections": [{"text": "no title"}]},
        {"variants": {"short": {"incldue": []}}},
        [],
        None,
    ],
    ids=json.dumps,
)
def test_an_editor_marks_what_the_models_refuse(data: Any) -> None:
    assert complaints(data) != []


def test_every_key_and_definition_is_described_by_its_model() -> None:
    undescribed = [name for name, definition in SCHEMA["$defs"].items() if "description" not in json.dumps(definition)]
    assert undescribed == []
