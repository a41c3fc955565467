"""The base class of every part of a résumé: frozen, strict, and tolerant of equivalent spellings."""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel


class Model(BaseModel):
    """A mapping in the résumé. Unknown keys are refused; keys that start with `x-` belong to the user and are kept."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=False
    )

    shorthand: ClassVar[str | None] = None
    """The field that a plain text in place of the mapping sets."""

    former_names: ClassVar[dict[str, str]] = {}
    """Names of keys in JSON Resume v0, with their names since v1."""

    extensions: dict[str, Any] = Field(default={}, alias="x-")

    @model_validator(mode="before")
    @classmethod
    def _accept_equivalents(cls, data: Any) -> Any:
        if data in (None, "", []):  # an empty list item; empty keys are dropped below
            return {}
        if isinstance(data, str) and cls.shorthand:
            return {cls.shorthand: data}
        if not isinstance(data, dict):
            return data
        own = {key: value for key, value in data.items() if key.startswith("x-")}
        known = {*keys_of(cls), *cls.former_names}
        parts = submodels_of(cls)
        absent = {key for key, value in data.items() if key in known and _is_empty(value, parts.get(key))}
        kept = {key: value for key, value in data.items() if key not in own and key not in absent}
        for former, name in cls.former_names.items():
            if former in kept and name not in kept:
                kept[name] = kept.pop(former)
        return kept | ({"x-": own} if own else {})


@cache
def keys_of(model: type[Model]) -> dict[str, str]:
    """Return the keys of a model, as typed in the file, with the attribute that each sets.

    The model's own keys come first, then those it inherits.
    """
    names = dict.fromkeys(name for owner in model.__mro__ for name in vars(owner).get("__annotations__", ()))
    fields = {name: field for name in names if name != "extensions" and (field := model.model_fields.get(name))}
    return {field.alias or name: name for name, field in fields.items()}


@cache
def submodels_of(model: type[Model]) -> dict[str, type[Model]]:
    """Return the keys that hold a single mapping, with its model; only those whose mapping may be empty."""
    annotations = {key: model.model_fields[name].annotation for key, name in keys_of(model).items()}
    kinds = {key: get_args(annotation) or (annotation, NoneType) for key, annotation in annotations.items()}
    return {key: kind[0] for key, kind in kinds.items() if kind[1:] == (NoneType,) and _may_be_empty(kind[0])}


def _may_be_empty(kind: Any) -> bool:
    is_model = isinstance(kind, type) and issubclass(kind, Model)
    return is_model and not any(field.is_required() for field in kind.model_fields.values())


def _is_empty(value: Any, part: type[Model] | None) -> bool:
    """Return whether a value counts as absent: empty, or a mapping in which every value is."""
    if part and isinstance(value, dict):
        return all(key in keys_of(part) and _is_empty(item, submodels_of(part).get(key)) for key, item in value.items())
    return value in (None, "", [], {})
