"""From the names of the models to what was typed, and back."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from resumekit.load import Document, KeyPath

from .model import Model, keys_of


def as_typed(path: KeyPath, document: Document, model: type[Model]) -> KeyPath:
    """Return a path with the former names of keys where the document has those, and without pydantic's own steps."""
    typed: KeyPath = ()
    for number, part in enumerate(path, start=1):
        former = (old for old, new in model_at(model, typed).former_names.items() if new == part)
        known = next((known for name in (part, *former) if (known := (*typed, name)) in document.spans), None)
        if known or number == len(path):
            typed = known or (*typed, part)  # else it is the name of one kind of several, such as `color`
    return typed


def model_at(model: type[Model], path: Iterable[str | int]) -> type[Model]:
    """Return the model that describes what stands at a path; plain `Model` where none does."""
    for part in path:
        if isinstance(part, int):
            continue
        field = _field(model, part)
        if field is None:
            continue  # the key of a map, such as a variant's name
        model = next(_models_in(field.annotation), Model)
    return model


def field_at(model: type[Model], path: KeyPath) -> FieldInfo | None:
    """Return the field that a path leads to, or the field of the list that it leads into."""
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
