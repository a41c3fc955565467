"""Two verdicts on one résumé: what the models refuse, and what an editor marks by the JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resumekit.load import Document
from resumekit.schema import Model, Resume, json_schema
from resumekit.schema.model_paths import as_typed

Path = tuple[str | int, ...]

EDITOR = Draft202012Validator(json_schema())

BEYOND_A_SCHEMA = {
    "bad-date": re.compile(r"\s*\d{4}-02-29\s*"),  # which years have that day
    "bad-locale": re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*"),  # which languages there are
}
"""What the models refuse and no schema can, by the code of the problem: the values that are of the right form.

All other rules of that kind are not the models' either, but of `schema.meaning` and `schema.pictures`: names that
refer to something, dates that follow one another, pictures."""


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors read it, by the core schema of version 1.2: a date is a text, and so are `no` and `12:30`."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return a mapping with its keys as texts, whatever they look like."""
        return {str(key): value for key, value in super().construct_mapping(node, deep).items()}


for tag, form, first in [
    ("null", r"null|Null|NULL|~|", [*"nN~", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    EditorsLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), list(first))


def refused_by(model: type[Model], data: Any) -> list[Path]:
    """Return where a model refuses a value for a reason that a schema can tell."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [each["loc"] for each in error.errors(include_url=False) if not _is_beyond_a_schema(each)]
    return []


def _is_beyond_a_schema(error: ErrorDetails) -> bool:
    form = BEYOND_A_SCHEMA.get(error["type"])
    return bool(form and form.fullmatch(str(error["input"])))


def marked_by_editor(data: Any) -> list[Path]:
    """Return where an editor marks something, as deep as it can tell."""
    return [tuple(error.absolute_path) for error in EDITOR.iter_errors(data)]


def assert_of_one_mind(document: Document, as_in_editor: Any) -> None:
    """Hold the two verdicts equal, and the places where each finds something wrong."""
    refused = [as_typed(location, document, Resume) for location in refused_by(Resume, document.data)]
    marked = marked_by_editor(as_in_editor)
    for location in refused:
        assert any(_on_one_way(location, other) for other in marked), f"no editor sees what is wrong with {location}"
    for location in marked:
        assert any(_on_one_way(location, other) for other in refused), (
            f"an editor marks {location}, which the models take"
        )


def _on_one_way(one: Path, other: Path) -> bool:
    """Tell whether one of two places is inside of the other: of an unknown key, a schema marks the mapping."""
    return all(a == b for a, b in zip(one, other, strict=False))
