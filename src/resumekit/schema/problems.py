"""pydantic's errors as problems with a place, in a reader's words: one cause, one problem."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resumekit.errors import Problem, did_you_mean
from resumekit.load import Document, KeyPath

from .model import Model, keys_of

_LISTS = {"tuple_type", "list_type", "iterable_type"}
_MAPPINGS = {"model_type", "model_attributes_type", "dict_type"}


def problems_of(error: ValidationError, document: Document, model: type[Model]) -> tuple[Problem, ...]:
    """Return every error of a validation as a problem, in the order of the source."""
    found = [_problem(details, document, model) for details in error.errors(include_url=False)]
    return tuple(sorted(dict.fromkeys(found), key=_position))


def unknown_keys(error: ValidationError) -> Iterator[KeyPath]:
    """Yield the path of each key that the schema does not know."""
    for details in error.errors(include_url=False, include_context=False, include_input=False):
        if details["type"] == "extra_forbidden":
            yield details["loc"]


def _problem(details: ErrorDetails, document: Document, model: type[Model]) -> Problem:
    kind, path, value = details["type"], details["loc"], details["input"]
    if kind == "extra_forbidden":
        known = keys_of(_model_at(model, path[:-1]))
        message = f"unknown key '{path[-1]}'{_where(path[:-1])}"
        suggestion = did_you_mean(str(path[-1]), known)
        hint = None if suggestion else "a key of your own begins with 'x-'"
        return document.problem("unknown-key", _join(message, suggestion), path, of_key=True, hint=hint)
    if kind == "missing":
        return document.problem("missing-key", f"'{path[-1]}' is missing{_where(path[:-1])}", path[:-1])
    if kind in _LISTS:
        return document.problem("list-expected", f"'{path[-1]}' must be a list", path, hint="begin each item with '- '")
    if kind in _MAPPINGS:
        message = f"a mapping was expected for {_name(path)}"
        return document.problem("mapping-expected", message, path, hint=_keys_hint(model, path))
    if kind == "literal_error":
        choices = [
            choice.strip("'")
            for choice in str(details.get("ctx", {}).get("expected", "")).replace(" or ", ", ").split(", ")
        ]
        message = f"'{value}' is not one of {', '.join(choices)}"
        return document.problem("bad-choice", _join(message, did_you_mean(str(value), choices)), path)
    if kind.startswith(("int_", "greater_than", "less_than", "string_pattern")):
        field = _model_at(model, path[:-1]).model_fields.get(
            keys_of(_model_at(model, path[:-1])).get(str(path[-1]), "")
        )
        hint = f"for example {field.examples[0]}" if field and field.examples else None
        return document.problem("bad-value", f"'{value}' cannot be {_name(path)}", path, hint=hint)
    code = kind if "-" in kind else "bad-value"
    message = details["msg"]
    if code == "text-expected":
        message = f"{message} for {_name(path)}, not {_what(value)}"
    return document.problem(code, message, path)


def _position(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)


def _join(message: str, suggestion: str | None) -> str:
    return f"{message}; {suggestion}" if suggestion else message


def _name(path: KeyPath) -> str:
    return f"'{'.'.join(map(str, path))}'"


def _where(path: KeyPath) -> str:
    return f" in {'.'.join(map(str, path))}" if path else ""


def _what(value: Any) -> str:
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else f"'{value}'"


def _keys_hint(model: type[Model], path: KeyPath) -> str | None:
    inner = _model_at(model, path)
    return f"its keys are {', '.join(list(keys_of(inner))[:6])} …" if inner is not Model else None


def _model_at(model: type[Model], path: Iterable[str | int]) -> type[Model]:
    """Return the model that describes what stands at a path; plain `Model` where none does."""
    for part in path:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(keys_of(model).get(part, ""))
        if field is None:
            continue  # the key of a map, such as a variant's name
        model = next(_models_in(field.annotation), Model)
    return model


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    elif get_origin(annotation) in (tuple, dict, Union, types.UnionType):
        for argument in get_args(annotation):
            yield from _models_in(argument)
