"""Compare what the models refuse with what an editor marks using the JSON Schema."""

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
    "bad-date": re.compile(r"\s*\d{4}-02-29\s*"),  # leap years
    "bad-locale": re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*"),  # existing languages
    "too-deep": re.compile(r".*[*_].*", re.DOTALL),  # nesting
    "word-too-long": re.compile(r".{3001,}", re.DOTALL),  # RE2, which some editors use, counts to a thousand
}
"""What models refuse but a schema cannot, by problem code: patterns of values in the right format.

All other checks of that kind are not in the models but in `schema.rules` and `schema.picture_validation`: references,
the order of dates, pictures."""


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors read it, with the core schema of YAML 1.2: dates, `no` and `12:30` are text."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return a mapping with all keys as text."""
        return {str(key): value for key, value in super().construct_mapping(node, deep).items()}


for tag, form, first in [
    ("null", r"null|Null|NULL|~|", [*"nN~", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    EditorsLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), list(first))


def refused_by(model: type[Model], data: Any) -> list[Path]:
    """Return the paths at which a model refuses a value for a reason that a schema can express."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [each["loc"] for each in error.errors(include_url=False) if not _is_beyond_a_schema(each)]
    return []


def _is_beyond_a_schema(error: ErrorDetails) -> bool:
    form = BEYOND_A_SCHEMA.get(error["type"])
    return bool(form and form.fullmatch(str(error["input"])))


def marked_by_editor(data: Any) -> list[Path]:
    """Return the paths at which an editor marks an error, as deep as possible."""
    return [tuple(error.absolute_path) for error in EDITOR.iter_errors(data)]


def assert_agreement(document: Document, as_in_editor: Any) -> None:
    """Check that models and editor agree on validity and on the paths of errors."""
    refused = [as_typed(location, document, Resume) for location in refused_by(Resume, document.data)]
    marked = marked_by_editor(as_in_editor)
    for location in refused:
        assert any(_overlap(location, other) for other in marked), f"no editor marks {location}"
    for location in marked:
        assert any(_overlap(location, other) for other in refused), (
            f"an editor marks {location}, which the models accept"
        )


def _overlap(one: Path, other: Path) -> bool:
    """Return whether one path contains the other: for an unknown key, a schema marks the whole mapping."""
    return all(a == b for a, b in zip(one, other, strict=False))
