"""The JSON Schema (draft 2020-12) of a résumé, for editors: made from the models, so that the two cannot differ."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import ModelSchema

from .model import Model
from .resume import Resume

_ABOUT = ("title", "description", "examples", "deprecated")
_BARE = {"type": ["string", "number", "boolean"]}
_EMPTY = {
    "description": "As if it were absent.",
    "type": ["null", "string", "array", "object"],
    "maxLength": 0,
    "maxItems": 0,
    "maxProperties": 0,
}


def json_schema() -> dict[str, Any]:
    """Return the schema of `resume.yaml` as plain values."""
    made = Resume.model_json_schema(by_alias=True, mode="validation", schema_generator=_Generator)
    for definition in (made, *made["$defs"].values()):
        _let_be_empty(definition.get("anyOf", [definition])[-1])
    made["$defs"]["Empty"] = _EMPTY
    return {"$schema": GenerateJsonSchema.schema_dialect, **made, "title": "resumekit résumé", "type": "object"}


class _Generator(GenerateJsonSchema):
    """Tells of each model what its validator accepts besides its fields: former names, `x-` keys, the short form."""

    def model_schema(self, schema: ModelSchema) -> dict[str, Any]:
        made, model = super().model_schema(schema), schema["cls"]
        assert issubclass(model, Model)
        properties = {name: value for name, value in made["properties"].items() if name != "x-"}
        former = {old: {**properties[new], "deprecated": True} for old, new in model.former_names.items()}
        made |= {"type": ["object", "null"], "properties": properties | former, "patternProperties": {"^x-": True}}
        return {"anyOf": [_BARE, made]} if model.shorthand else made


def _let_be_empty(mapping: dict[str, Any]) -> None:
    """Let every property that may be absent be empty as well."""
    for name, value in mapping["properties"].items():
        if name not in mapping.get("required", ()):
            about = {key: value[key] for key in _ABOUT if key in value}
            kind = {key: item for key, item in value.items() if key not in (*_ABOUT, "default")}
            kinds = [kind for kind in kind.get("anyOf", [kind]) if kind != {"type": "null"}]
            mapping["properties"][name] = {**about, "anyOf": [*kinds, {"$ref": "#/$defs/Empty"}]}
