"""Map paths between model names and the keys in the file."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from resumekit.load import Document, KeyPath

from .model import Model, keys_of


def as_typed(path: KeyPath, document: Document, model: type[Model]) -> KeyPath:
    """Return a path with former key names where the document uses them, and without pydantic's extra steps."""
    typed: KeyPath = ()
    for number, part in enumerate(path, start=1):
        former = (old for old, new in model_at(model, typed).former_names.items() if new == part)
        known = next((known for name in (part, *former) if (known := (*typed, name)) in document.spans), None)
        if known or number == len(path):
            typed = known or (*typed, part)  # otherwise it is the tag of a union, such as `color`
    return typed


def model_at(model: type[Model], path: Iterable[str | int]) -> type[Model]:
    """Return the model of the value at a path; plain `Model` if there is none."""
    for part in path:
        if isinstance(part, int):
            continue
        field = _field(model, part)
        if field is None:
            continue  # a key of a free-form map, such as a variant's name
        model = next(_models_in(field.annotation), Model)
    return model


def field_at(model: type[Model], path: KeyPath) -> FieldInfo | None:
    """Return the field at a path, or the field of the list that contains it."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return _field(model_at(model, path[:-1]), path[-1]) if path else None


def _field(model: type[Model], key: str | int) -> FieldInfo | None:
    name = model.former_names.get(str(key), str(key))
    return model.model_fields.get(keys_of(model).get(name, ""))


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    elif get_origin(annotation) in (tuple, dict, Union, types.UnionType):
        for argument in get_args(annotation):
            yield from _models_in(argument)
