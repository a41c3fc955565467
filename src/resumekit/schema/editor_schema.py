"""The JSON Schema (draft 2020-12) of a résumé, for editors; generated from the models, so that the two cannot differ.

`validate` checks what a schema cannot: whether a language or the 29th of February of a year exists, whether names
resolve, whether dates are in order, and whether files are pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import IntSchema

from .model import Model, keys_of, submodels_of
from .partial_date import Date, EndDate, LooseDate
from .resume import Resume
from .scalar_types import MAX_TEXT, Email, Locale, Plain, Switch, Text, Url

Json = dict[str, Any]

_ANNOTATIONS = ("description", "examples", "default", "deprecated")
_SCALARS: dict[str, Json] = {
    name: get_args(scalar)[1].json
    for name, scalar in {
        "Text": Text,
        "Plain": Plain,
        "Url": Url,
        "Email": Email,
        "Locale": Locale,
        "Switch": Switch,
        "Date": Date,
        "EndDate": EndDate,
        "LooseDate": LooseDate,
    }.items()
}
"""Scalar types that get a shared definition because they are used so often."""

_LIMITS = {"string": "maxLength", "array": "maxItems", "object": "maxProperties"}
_EMPTY = {
    "description": "Empty: counts as absent.",
    "type": ["null", *_LIMITS],
    **dict.fromkeys(_LIMITS.values(), 0),
}
_NOTHING = {"$ref": "#/$defs/Empty"}


def json_schema() -> Json:
    """Return the JSON Schema of `resume.yaml` as plain values."""
    generated = Resume.model_json_schema(by_alias=True, mode="validation", schema_generator=_Generator)
    models = {model.__name__: model for model in _models_below(Model)}
    definitions = {name: _mapping(definition, models[name]) for name, definition in generated.pop("$defs").items()}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "resumekit résumé",
        **_with_references(_mapping(generated, Resume)),
        "type": "object",
        "$defs": {**_with_references(definitions), **_SCALARS, "Empty": _EMPTY},
    }


class _Generator(GenerateJsonSchema):
    """Omits titles that only repeat the key, and accepts numbers in quotes."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def int_schema(self, schema: IntSchema) -> Json:
        generated = super().int_schema(schema)
        numbers = range(schema["ge"], schema["le"] + 1)
        return generated | {"type": ["integer", "string"], "pattern": f"^({'|'.join(map(str, numbers))})$"}


def _models_below(model: type[Model]) -> Iterator[type[Model]]:
    for below in model.__subclasses__():
        yield below
        yield from _models_below(below)


def _mapping(generated: Json, model: type[Model]) -> Json:
    """Return the schema of a mapping, including the former names, `x-` keys and text that its model accepts."""
    properties = {key: _property(generated["properties"][key], key, model) for key in keys_of(model)}
    former = {old: {**properties[new], "deprecated": True} for old, new in model.former_names.items()}
    only_one = {old: _one_is_empty(old, new) for old, new in model.former_names.items()}
    return {
        **{key: generated[key] for key in ("description", "required", "additionalProperties") if key in generated},
        **_shape(model, "required" in generated),
        "properties": properties | former,
        "patternProperties": {"^x-": True},
        **({"dependentSchemas": only_one} if only_one else {}),
    }


def _shape(model: type[Model], is_required: bool) -> Json:
    """Return which types are accepted for a mapping: text if it has a shorthand, empty values if no key is required."""
    if not model.shorthand:
        return {"type": "object"} if is_required else _or_empty("object")
    types = ["object", "string", "number", "boolean"]
    if is_required:
        return {"type": types, "minLength": 1, "maxLength": MAX_TEXT}
    return {"type": [*types, "null", "array"], "maxLength": MAX_TEXT, "maxItems": 0}


def _property(generated: Json, key: str, model: type[Model]) -> Json:
    """Return the schema of a property, which may be empty unless it is required."""
    kinds = [kind for kind in generated.get("anyOf", [_without_annotations(generated)]) if kind != {"type": "null"}]
    notes = {
        key: part[key] for part in (kinds[0], generated) for key in _ANNOTATIONS if part.get(key) not in (None, [], {})
    }
    if model.model_fields[keys_of(model)[key]].is_required():
        return {**notes, "anyOf": kinds, "not": _NOTHING}
    if key in submodels_of(model):
        return {**notes, **kinds[0]}
    if (type_ := kinds[0].get("type")) in ("array", "object"):
        return {**notes, **kinds[0], **_or_empty(type_)}
    return {**notes, "anyOf": [*kinds, _NOTHING]}


def _or_empty(type_: str) -> Json:
    """Return the schema of a mapping or list that may be any empty value instead.

    It is a single schema rather than an `anyOf`, so that editors report what is wrong inside, and where.
    """
    return {"type": _EMPTY["type"], **{limit: 0 for other, limit in _LIMITS.items() if other != type_}}


def _one_is_empty(old: str, new: str) -> Json:
    """Return the schema that allows a key next to its former name only if one of the two is empty."""
    return {"anyOf": [{"properties": {name: _NOTHING}} for name in (old, new)]}


def _with_references(schema: Any) -> Any:
    """Replace the schema of each scalar type that has a shared definition with a reference to it."""
    if isinstance(schema, list):
        return [_with_references(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    bare = _without_annotations(schema)
    named = next((name for name, known in _SCALARS.items() if _without_annotations(known) == bare), None)
    return {"$ref": f"#/$defs/{named}"} if named else {key: _with_references(item) for key, item in schema.items()}


def _without_annotations(schema: Json) -> Json:
    return {key: value for key, value in schema.items() if key not in _ANNOTATIONS}
