"""The JSON Schema (draft 2020-12) of a résumé, for editors: made from the models, so that the two cannot differ.

What no schema can tell is left to `validate`: whether a language or the 29th of February of a year exists, whether
names refer to something, whether dates follow one another, and what a picture is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import IntSchema

from .model import Model, keys_of, parts_of
from .partial_date import Date, EndDate, LooseDate
from .resume import Resume
from .text import MAX_TEXT, Email, Locale, Plain, Switch, Text, Url

Json = dict[str, Any]

_WORDS = ("description", "examples", "default", "deprecated")
_LEAVES: dict[str, Json] = {
    name: get_args(leaf)[1].json
    for name, leaf in {
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
"""What stands so often that it has a definition of its own."""

_LIMITS = {"string": "maxLength", "array": "maxItems", "object": "maxProperties"}
_EMPTY = {
    "description": "As if it were absent.",
    "type": ["null", *_LIMITS],
    **dict.fromkeys(_LIMITS.values(), 0),
}
_NOTHING = {"$ref": "#/$defs/Empty"}


def json_schema() -> Json:
    """Return the schema of `resume.yaml` as plain values."""
    made = Resume.model_json_schema(by_alias=True, mode="validation", schema_generator=_Generator)
    models = {model.__name__: model for model in _models_below(Model)}
    definitions = {name: _mapping(definition, models[name]) for name, definition in made.pop("$defs").items()}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "resumekit résumé",
        **_with_names(_mapping(made, Resume)),
        "type": "object",
        "$defs": {**_with_names(definitions), **_LEAVES, "Empty": _EMPTY},
    }


class _Generator(GenerateJsonSchema):
    """Leaves out titles that only repeat the key, and admits a number in quotes."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def int_schema(self, schema: IntSchema) -> Json:
        made = super().int_schema(schema)
        numbers = range(schema["ge"], schema["le"] + 1)
        return made | {"type": ["integer", "string"], "pattern": f"^({'|'.join(map(str, numbers))})$"}


def _models_below(model: type[Model]) -> Iterator[type[Model]]:
    for below in model.__subclasses__():
        yield below
        yield from _models_below(below)


def _mapping(made: Json, model: type[Model]) -> Json:
    """Return the schema of a mapping with what its model reads besides the fields: former names, `x-` keys, a text."""
    properties = {key: _property(made["properties"][key], key, model) for key in keys_of(model)}
    former = {old: {**properties[new], "deprecated": True} for old, new in model.former_names.items()}
    only_one = {old: _one_is_empty(old, new) for old, new in model.former_names.items()}
    return {
        **{key: made[key] for key in ("description", "required", "additionalProperties") if key in made},
        **_shape(model, "required" in made),
        "properties": properties | former,
        "patternProperties": {"^x-": True},
        **({"dependentSchemas": only_one} if only_one else {}),
    }


def _shape(model: type[Model], is_required: bool) -> Json:
    """Say what may stand for a mapping: a bare text for some, and nothing where no key is required."""
    if not model.shorthand:
        return {"type": "object"} if is_required else _or_empty("object")
    types = ["object", "string", "number", "boolean"]
    if is_required:
        return {"type": types, "minLength": 1, "maxLength": MAX_TEXT}
    return {"type": [*types, "null", "array"], "maxLength": MAX_TEXT, "maxItems": 0}


def _property(made: Json, key: str, model: type[Model]) -> Json:
    """Return the schema of a property, which may be empty unless it is required."""
    kinds = [kind for kind in made.get("anyOf", [_without_words(made)]) if kind != {"type": "null"}]
    words = {word: part[word] for part in (kinds[0], made) for word in _WORDS if part.get(word) not in (None, [], {})}
    if model.model_fields[keys_of(model)[key]].is_required():
        return {**words, "anyOf": kinds, "not": _NOTHING}
    if key in parts_of(model):
        return {**words, **kinds[0]}
    if (type_ := kinds[0].get("type")) in ("array", "object"):
        return {**words, **kinds[0], **_or_empty(type_)}
    return {**words, "anyOf": [*kinds, _NOTHING]}


def _or_empty(type_: str) -> Json:
    """Say that there is a mapping, or a list, or anything that is empty.

    This is one schema rather than a choice of two, so that an editor tells what is wrong inside, and where.
    """
    return {"type": _EMPTY["type"], **{limit: 0 for other, limit in _LIMITS.items() if other != type_}}


def _one_is_empty(old: str, new: str) -> Json:
    """Say that a key does not stand beside its former name, or that one of the two is empty."""
    return {"anyOf": [{"properties": {name: _NOTHING}} for name in (old, new)]}


def _with_names(schema: Any) -> Any:
    """Replace the schema of each leaf that has a definition of its own by a reference to that."""
    if isinstance(schema, list):
        return [_with_names(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    named = next((name for name, leaf in _LEAVES.items() if _without_words(leaf) == _without_words(schema)), None)
    return {"$ref": f"#/$defs/{named}"} if named else {key: _with_names(item) for key, item in schema.items()}


def _without_words(schema: Json) -> Json:
    return {key: value for key, value in schema.items() if key not in _WORDS}
