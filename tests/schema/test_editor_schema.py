"""The JSON Schema for editors is valid, documented, and consistent with the models."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regress
import yaml
from jsonschema import Draft202012Validator

from resumekit.errors import LoadError
from resumekit.load import load, parse
from resumekit.schema import Model, Resume, json_schema
from resumekit.schema.scalar_types import MAX_TEXT

from .editor_agreement import EditorsLoader, assert_agreement, marked_by_editor, refused_by

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "src" / "resumekit" / "cli" / "starter" / "resume.yaml"
TESTS = ROOT / "tests"
CORPUS = ROOT.parent / "shared" / "corpus"

SCHEMA = json_schema()
OURS = [
    ROOT / "resume.yaml",
    STARTER,
    *sorted({*TESTS.glob("*/resumes/*.yaml")} - {*TESTS.glob("*/resumes/letter.yaml")}),
]
BAD = sorted(path for path in (TESTS / "problems").iterdir() if path.suffix in {".yaml", ".json"})
PUBLIC = sorted(path for end in ("json", "yaml", "yml") for path in CORPUS.glob(f"*/*.{end}"))
STANDARD = sorted(CORPUS.glob("json-resume/schema-tests/*.json"))


def models_below(model: type[Model]) -> Iterator[type[Model]]:
    for below in model.__subclasses__():
        yield below
        yield from models_below(below)


def in_editor(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, EditorsLoader)


def test_it_is_a_valid_schema_of_its_dialect() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_check_jsonschema_accepts_the_schema_and_our_own_résumés(tmp_path: Path) -> None:
    file = tmp_path / "resume.schema.json"
    file.write_text(json.dumps(SCHEMA), encoding="utf-8")
    check = [sys.executable, "-m", "check_jsonschema"]
    for options in (["--check-metaschema", file], ["--schemafile", file, ROOT / "resume.yaml", STARTER]):
        done = subprocess.run([*check, *map(str, options)], capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr


def test_it_is_plain_data_in_a_stable_order() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert json.dumps(SCHEMA) == json.dumps(json_schema())


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_an_editor_finds_nothing_in_our_own_résumés(path: Path) -> None:
    assert marked_by_editor(in_editor(path)) == []


@pytest.mark.parametrize("path", [*OURS, *BAD, *PUBLIC], ids=lambda path: f"{path.parent.name}-{path.name}")
def test_editors_mark_in_files_what_the_models_refuse(path: Path) -> None:
    try:
        document = load(path)
    except LoadError:
        pytest.skip("the file cannot be read")
    assert_agreement(document, in_editor(path))


@pytest.mark.skipif(not STANDARD, reason="the public corpus is not here")
@pytest.mark.parametrize("path", STANDARD, ids=lambda path: path.stem)
def test_editors_mark_in_json_resume_test_cases_what_the_models_refuse(path: Path) -> None:
    for data in json.loads(path.read_text(encoding="utf-8")).values():
        if isinstance(data, dict):
            assert_agreement(parse(json.dumps(data).encode(), name="resume.json", folder=Path()), data)


@pytest.mark.parametrize(
    "data",
    [
        {"basics": {"emial": "ada@example.org"}},
        {"wrok": []},
        {"work": {"name": "Example"}},
        {"work": [{"startDate": "March 2020"}]},
        {"work": [{"endDate": "2020-13"}]},
        {"work": [{"highlights": [{"txt": "First"}]}]},
        {"work": [{"company": "Example", "name": "Example"}]},
        {"basics": {"name": ["Ada"]}},
        {"basics": {"email": "ada"}},
        {"basics": {"url": "no address"}},
        {"basics": {"facts": [{"label": ""}]}},
        {"page": {"pages": 0}},
        {"page": {"pages": "21"}},
        {"page": {"pages": "none"}},
        {"page": {"margin": "16"}},
        {"page": {"size": "A9"}},
        {"output": {"pdf": "pdf/a"}},
        {"sections": [{"text": "no title"}]},
        {"variants": {"short": {"incldue": []}}},
        [],
        None,
    ],
    ids=json.dumps,
)
def test_an_editor_marks_what_the_models_refuse(data: Any) -> None:
    assert marked_by_editor(data) != []


def test_an_editor_marks_the_exact_location() -> None:
    data = {"work": [{"name": "Example"}, {"highlights": [{"text": "First", "highlights": [{"txt": "Second"}]}]}]}
    assert marked_by_editor(data) == [("work", 1, "highlights", 0, "highlights", 0)]


# --- property by property

MODELS: dict[str, type[Model]] = {"Resume": Resume, **{model.__name__: model for model in models_below(Model)}}
MAPPINGS = {"Resume": SCHEMA, **{name: made for name, made in SCHEMA["$defs"].items() if "properties" in made}}
PROPERTIES = [(name, key) for name, mapping in MAPPINGS.items() for key in mapping["properties"]]
PIECES: list[Any] = [
    *(None, "", [], {}, "text", " ", "x" * (MAX_TEXT + 1), True, "no", 5, 21, 2020, 20.5, -1, "5", "21"),
    *(["text"], [None], [""], [[]], [{}], {"x-own": 1}, {"en": "text"}, {"en": 1}, {"en": None}, {"not a tag": "text"}),
    *("2020", "2020-13", " 2020-02 ", "2020-02-30", "2020-2", "present", "PRESENT", "presently"),
    *("ada@example.org", "ada@example", "ada@example.org, bob@example.org", "mailto:ada@example.org", "tel:+44"),
    *("example.org", "HTTPS://example.org/a b", "https://example.org/a?b=c", "javascript:alert(1)", "1.25", "a:80"),
    *("en", "EN_gb", "bullets", "Bullets", "archive", "A4", "a4", "LETTER", "A9", "16mm", "16 mm", "16mm 1.5in"),
    *("talks", "two words", "-talks", "Vorträge", "modern"),
]


@pytest.mark.parametrize(("name", "key"), PROPERTIES)
def test_a_property_accepts_the_same_values_as_its_model(name: str, key: str) -> None:
    editor = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": {"Resume": SCHEMA, **SCHEMA["$defs"]}})
    for piece in PIECES:
        data = {**dict.fromkeys(MAPPINGS[name].get("required", ()), "text"), key: piece}
        read = parse(json.dumps({"x-": data}).encode(), name="resume.json", folder=Path()).data["x-"]
        assert editor.is_valid(data) == (refused_by(MODELS[name], read) == []), piece


def patterns(schema: Any) -> Iterator[str]:
    """Yield each regular expression in a schema."""
    for key, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if key == "pattern" and isinstance(value, str):
            yield value
        if isinstance(value, dict | list):
            yield from patterns(value)


@pytest.mark.parametrize("pattern", sorted(set(patterns(SCHEMA))))
def test_a_pattern_means_the_same_to_an_editor(pattern: str) -> None:
    in_editor = regress.Regex(pattern, "u")  # editors search as ECMAScript does
    texts = [piece for piece in PIECES if isinstance(piece, str)]
    assert [bool(in_editor.find(text)) for text in texts] == [bool(re.search(pattern, text)) for text in texts]


# --- editor help


@pytest.mark.parametrize(("name", "key"), PROPERTIES)
def test_each_property_is_described(name: str, key: str) -> None:
    assert MAPPINGS[name]["properties"][key]["description"].endswith(".")


@pytest.mark.parametrize(("name", "key"), PROPERTIES)
def test_each_property_of_one_value_has_an_example_or_a_choice(name: str, key: str) -> None:
    """A property holds a single value, not a list or mapping, if its schema is an `anyOf` with the empty value."""
    schema = MAPPINGS[name]["properties"][key]
    has_choice = "enum" in json.dumps(schema) or "#/$defs/Switch" in json.dumps(schema)
    assert "anyOf" not in schema or has_choice or schema["examples"]
