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

_MANY = 6
_LISTS = {"tuple_type", "list_type", "iterable_type"}
_MAPPINGS = {"model_type", "model_attributes_type", "dict_type"}
_HINTS = {
    "bad-url": "write it in full, as in https://example.org; only http, https, mailto and tel can be links",
    "bad-email": "one address alone, as in name@example.org",
}


def problems_of(error: ValidationError, document: Document, model: type[Model]) -> tuple[Problem, ...]:
    """Return every error of a validation as a problem, in the order of the source."""
    errors = error.errors(include_url=False)
    for details in errors:
        details["loc"] = _as_typed(details["loc"], document, model)
    misspelt = {details["loc"][:-1] for details in errors if details["type"] == "extra_forbidden"}
    found: dict[object, Problem] = {}
    for details in errors:
        if details["type"] == "missing" and details["loc"][:-1] in misspelt:
            continue  # the unknown key may be the one that is missing
        problem = _problem(details, document, model)
        # What an alias repeats is wrong each time, and is one problem.
        found.setdefault((problem.code, problem.place, details["loc"][-1:]), problem)
    return tuple(sorted(found.values(), key=_position))


def unknown_keys(error: ValidationError, document: Document, model: type[Model]) -> Iterator[KeyPath]:
    """Yield the path of each key that the schema does not know."""
    for details in error.errors(include_url=False, include_context=False, include_input=False):
        if details["type"] == "extra_forbidden":
            yield _as_typed(details["loc"], document, model)


def _as_typed(path: KeyPath, document: Document, model: type[Model]) -> KeyPath:
    """Return a path with the former names of keys where the document has those, and without pydantic's own steps."""
    typed: KeyPath = ()
    for number, part in enumerate(path, start=1):
        former = (old for old, new in _model_at(model, typed).former_names.items() if new == part)
        known = next((known for name in (part, *former) if (known := (*typed, name)) in document.spots), None)
        if known or number == len(path):
            typed = known or (*typed, part)  # else it is the name of one kind of several, such as `color`
    return typed


def _problem(details: ErrorDetails, document: Document, model: type[Model]) -> Problem:
    kind, path, value = details["type"], details["loc"], details["input"]
    if kind == "extra_forbidden":
        return _unknown_key(path, document, _model_at(model, path[:-1]))
    if kind == "missing":
        return document.problem("missing-key", f"'{path[-1]}' is missing{_where(path[:-1])}", path[:-1])
    if kind in _LISTS:
        message = f"'{path[-1]}' must be a list, not {_what(value)}"
        return document.problem("list-expected", message, path, hint=_list_hint(value))
    if kind in _MAPPINGS:
        inner = _model_at(model, path) if kind != "dict_type" else Model
        what = "a text or a mapping" if inner.shorthand else "a mapping"
        message = f"{what} was expected for {_name(path)}, not {_what(value)}"
        return document.problem("mapping-expected", message, path, hint=_keys_hint(inner))
    if kind == "literal_error":
        choices = [
            choice.strip("'")
            for choice in str(details.get("ctx", {}).get("expected", "")).replace(" or ", ", ").split(", ")
        ]
        message = f"{_what(value)} is not one of {', '.join(choices)}"
        suggestion = did_you_mean(value, choices) if isinstance(value, str) else None
        return document.problem("bad-choice", _join(message, suggestion), path)
    if kind.startswith(("int_", "greater_than", "less_than", "string_pattern")):
        field = _model_at(model, path[:-1]).model_fields.get(
            keys_of(_model_at(model, path[:-1])).get(str(path[-1]), "")
        )
        example = f"for example {field.examples[0]}" if field and field.examples else None
        about = field.description if field else None
        return document.problem("bad-value", f"{_name(path)} cannot be {_what(value)}", path, hint=example or about)
    code = kind if "-" in kind else "bad-value"
    message = details["msg"]
    if code in {"text-expected", "bad-switch"}:
        message = f"{message} for {_name(path)}, not {_what(value)}"
    return document.problem(code, message, path, hint=_HINTS.get(code))


def _unknown_key(path: KeyPath, document: Document, model: type[Model]) -> Problem:
    known = keys_of(model)
    suggestion = did_you_mean(str(path[-1]), known)
    hint = "a key of your own begins with 'x-'"
    if model.shorthand and not any((*path[:-1], key) in document.spots for key in known):
        hint, suggestion = "a text with ': ' in it needs quotes around the whole", None  # `- Saved: two hours`
    if former := model.former_names.get(str(path[-1])):
        hint, suggestion = f"it means '{former}', which is there as well: keep one of the two", None
    message = _join(f"unknown key '{path[-1]}'{_where(path[:-1])}", suggestion)
    return document.problem("unknown-key", message, path, of_key=True, hint=None if suggestion else hint)


def _position(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)


def _join(message: str, suggestion: str | None) -> str:
    return f"{message}; {suggestion}" if suggestion else message


def _name(path: KeyPath) -> str:
    return f"'{'.'.join(map(str, path))}'"


def _where(path: KeyPath) -> str:
    return f" in {'.'.join(map(str, path))}" if path else ""


def _what(value: Any) -> str:
    kinds = {list: "a list", dict: "a mapping", type(None): "nothing"}
    return kinds.get(type(value), f"'{value}'")


def _list_hint(value: Any) -> str:
    if not isinstance(value, str):
        return "begin each item with '- '"
    if value.startswith("- "):
        return "remove the '|' or '>' before the items"
    return "put the items in square brackets, or each on its own line after '- '"


def _keys_hint(model: type[Model]) -> str | None:
    """Return the first keys that a mapping may have, its own before those that it shares with others."""
    keys = sorted(keys_of(model), key=lambda key: keys_of(model)[key] not in model.__annotations__)
    more = " …" if len(keys) > _MANY else ""
    return f"its keys are {', '.join(keys[:_MANY])}{more}" if keys else None


def _model_at(model: type[Model], path: Iterable[str | int]) -> type[Model]:
    """Return the model that describes what stands at a path; plain `Model` where none does."""
    for part in path:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(keys_of(model).get(model.former_names.get(part, part), ""))
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
