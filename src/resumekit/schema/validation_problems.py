"""Turn pydantic's errors into problems with locations and readable messages; one problem per cause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resumekit.codes import Code, find_code
from resumekit.errors import Problem, available, in_order, with_suggestion
from resumekit.load import Document, KeyPath
from resumekit.load.allowed_characters import describe

from .model import Model, keys_of
from .model_paths import as_typed, field_at, model_at

_SHOWN_KEYS = 6
_HINTS = {
    "bad-url": "write it in full, as in https://example.org; only http, https, mailto and tel links are allowed",
    "bad-email": "enter a single address, as in name@example.org",
    "text-too-long": "this is about ten pages; split it",
    "too-deep": "remove '*' and '_', or put a backslash before those that are meant as characters",
    "word-too-long": "remove it if it was pasted by mistake, or put the spaces back",
}


def problems_of(error: ValidationError, document: Document, model: type[Model]) -> tuple[Problem, ...]:
    """Return every validation error as a problem, in the order defined by `errors.in_order`.

    An unknown key is a warning in JSON, which programs write, because JSON Resume allows such keys. If a required key
    is missing next to it, the unknown one is probably a misspelling of it, and is the error; so is one in a path of
    `--set` or of a variant.
    """
    errors = error.errors(include_url=False)
    for details in errors:
        details["loc"] = as_typed(details["loc"], document, model)
    misspelt = {details["loc"][:-1] for details in errors if details["type"] == "extra_forbidden"}
    incomplete = {details["loc"][:-1] for details in errors if details["type"] == "missing"}
    assigned = _assigned_by_variants(document)
    found: dict[object, Problem] = {}
    for details in errors:
        holder = details["loc"][:-1]
        if details["type"] == "missing" and holder in misspelt:
            continue
        problem = _problem(details, document, model)
        is_unknown = details["type"] == "extra_forbidden" and holder not in incomplete
        if is_unknown and document.format == "json" and not _is_assigned(details["loc"], document, assigned):
            problem = problem.as_warning()
        # An error in a value that aliases repeat is a single problem.
        found.setdefault((problem.code, problem.location, details["loc"][-1:]), problem)
    return in_order(found.values())


def _assigned_by_variants(document: Document) -> frozenset[int]:
    """Return the identities of the spans of what variants `set`: assigned values have the same spans."""
    spans = document.spans.items()
    return frozenset(id(each) for path, each in spans if path[:1] == ("variants",) and path[2:3] == ("set",))


def _is_assigned(path: KeyPath, document: Document, by_variants: frozenset[int]) -> bool:
    """Return whether the value at a path was assigned by `--set` or by the `set` of a variant."""
    spans = document.spans.get(path)
    return spans is not None and (spans.source is not document.source or id(spans) in by_variants)


class _Error(NamedTuple):
    """A pydantic error with the context that its message needs."""

    path: KeyPath
    value: Any
    details: ErrorDetails
    document: Document
    model: type[Model]

    def problem(self, code: Code, message: str, hint: str | None = None) -> Problem:
        return self.document.problem(code, message, self.path, hint=hint)


def _problem(details: ErrorDetails, document: Document, model: type[Model]) -> Problem:
    error = _Error(details["loc"], details["input"], details, document, model)
    kind = details["type"]
    for prefix, handler in _HANDLERS:
        if kind.startswith(prefix):
            return handler(error)
    return _scalar_error(error)


def _unknown_key(error: _Error) -> Problem:
    *above, last = error.path
    key = str(last)
    model = model_at(error.model, above)
    known = keys_of(model)
    similar: Iterable[str] = known
    hint = "start custom keys with 'x-'"
    if model.shorthand and not any((*above, name) in error.document.spans for name in known):
        hint, similar = "text that contains ': ' needs quotes", ()  # `- Saved: two hours`
    if former := model.former_names.get(key):
        hint, similar = f"it is the former name of '{former}', which is also set; keep one of them", ()
    if key[:1].isspace():
        hint, similar = f"it starts with {describe(key[0])}; indent with plain spaces", ()
    unknown = f"unknown key '{key}'{_where(above)}"
    message = with_suggestion(unknown, key, similar)
    shown = hint if message == unknown else None
    return error.document.problem("unknown-key", message, error.path, of_key=True, hint=shown)


def _missing_key(error: _Error) -> Problem:
    *above, key = error.path
    return error.document.problem("missing-key", f"'{key}' is missing{_where(above)}", tuple(above))


def _list_expected(error: _Error) -> Problem:
    if index := _index_past_the_end(error):
        message = f"'{error.path[-1]}' has no item {index}"
        return error.problem("list-expected", message, "items are counted from 0, and the next one can be appended")
    message = f"'{error.path[-1]}' must be a list, not {_what(error.value)}"
    return error.problem("list-expected", message, _list_hint(error.value))


def _index_past_the_end(error: _Error) -> str | None:
    """Return the index in a path that was set, such as `work.99.name`, if there was no list at all."""
    keys = list(error.value) if isinstance(error.value, dict) else []
    spans = error.document.spans
    is_created = len(keys) == 1 and spans.get(error.path) == spans.get((*error.path, *keys))
    return str(keys[0]) if is_created and str(keys[0]).isdecimal() else None


def _mapping_expected(error: _Error) -> Problem:
    inner = model_at(error.model, error.path) if error.details["type"] != "dict_type" else Model
    what = "text or a mapping" if inner.shorthand else "a mapping"
    message = f"expected {what} for {_name(error.path)}, not {_what(error.value)}"
    return error.problem("mapping-expected", message, _available_keys(inner))


def _bad_choice(error: _Error) -> Problem:
    expected = str(error.details.get("ctx", {}).get("expected", ""))
    choices = [choice.strip("'") for choice in expected.replace(" or ", ", ").split(", ")]
    message = f"{_what(error.value)} is not one of {', '.join(choices)}"
    if isinstance(error.value, str):
        message = with_suggestion(message, error.value, choices)
    return error.problem("bad-choice", message)


def _bad_kind(error: _Error) -> Problem:
    details = error.details.get("ctx", {})
    key = str(details.get("discriminator", "")).strip("'")
    choices = str(details.get("expected_tags", "")).replace("'", "").split(", ")
    message = f"{_what(details.get('tag'))} is not one of {', '.join(choices)}"
    message = with_suggestion(message, str(details.get("tag")), choices)
    return error.document.problem("bad-choice", message, (*error.path, key))


def _bad_number(error: _Error) -> Problem:
    field = field_at(error.model, error.path)
    rules = field.metadata if field else []
    least, most = ([getattr(rule, bound) for rule in rules if hasattr(rule, bound)] for bound in ("ge", "le"))
    between = f" from {least[0]} to {most[0]}" if least and most else ""
    return error.problem("bad-value", f"{_name(error.path)} must be a whole number{between}, not {_what(error.value)}")


def _too_many(error: _Error) -> Problem:
    limit = error.details.get("ctx", {}).get("max_length")
    hint = "give the details of a single application with `--set`"
    return error.problem("too-many-variants", f"more than {limit} variants", hint)


def _bad_form(error: _Error) -> Problem:
    form = error.details.get("ctx", {}).get("pattern", "")
    message = f"{_name(error.path)} cannot be {_what(error.value)}"
    return error.problem("bad-value", message, _example(error) or f"use the form {form}")


def _bad_text(error: _Error) -> Problem:
    return error.problem("bad-value", f"expected text for {_name(error.path)}, not {_what(error.value)}")


def _scalar_error(error: _Error) -> Problem:
    """Return the error of a scalar type; a message `expected X` is completed with the field and the value."""
    kind, message = error.details["type"], error.details["msg"]
    code = find_code(kind) or "bad-value"
    if message.startswith("expected "):
        message = f"{message} for {_name(error.path)}, not {_what(error.value)}"
    return error.problem(code, message, _HINTS.get(code) or (_example(error) if code == "bad-value" else None))


_HANDLERS: tuple[tuple[str | tuple[str, ...], Callable[[_Error], Problem]], ...] = (
    ("extra_forbidden", _unknown_key),
    ("missing", _missing_key),
    (("tuple_type", "list_type", "iterable_type"), _list_expected),
    (("model_type", "model_attributes_type", "dict_type"), _mapping_expected),
    ("literal_error", _bad_choice),
    ("union_tag_invalid", _bad_kind),
    (("int_", "greater_than", "less_than"), _bad_number),
    ("too_long", _too_many),
    ("string_pattern", _bad_form),
    ("string_type", _bad_text),
)
"""Prefixes of pydantic's error types, with the function that handles each; other types are our own."""


def _name(path: Iterable[str | int]) -> str:
    return f"'{'.'.join(map(str, path))}'"


def _where(path: Sequence[str | int]) -> str:
    return f" in {'.'.join(map(str, path))}" if path else ""


def _what(value: Any) -> str:
    kinds = {list: "a list", dict: "a mapping", type(None): "nothing"}
    return kinds.get(type(value), f"'{value}'")


def _example(error: _Error) -> str | None:
    field = field_at(error.model, error.path)
    return f"for example {field.examples[0]}" if field and field.examples else None


def _list_hint(value: Any) -> str:
    if not isinstance(value, str):
        return "start each item with '- '"
    if value.startswith("- "):
        return "remove the '|' or '>' before the items"
    return "put the items in square brackets, or each on its own line, starting with '- '"


def _available_keys(model: type[Model]) -> str | None:
    """Return a hint with the first keys of a mapping, its own before those that it shares with other models."""
    keys = sorted(keys_of(model), key=lambda key: keys_of(model)[key] not in model.__annotations__)
    more = ["…"] if len(keys) > _SHOWN_KEYS else []
    return available([*keys[:_SHOWN_KEYS], *more]) if keys else None
