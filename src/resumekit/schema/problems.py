"""pydantic's errors as problems with a place, in a reader's words: one cause, one problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resumekit.errors import Problem, did_you_mean
from resumekit.load import Document, KeyPath

from .model import Model, keys_of
from .paths import as_typed, field_at, model_at

_MANY = 6
_HINTS = {
    "bad-url": "write it in full, as in https://example.org; only http, https, mailto and tel can be links",
    "bad-email": "one address alone, as in name@example.org",
    "text-too-long": "that is ten pages: split it",
}


def problems_of(error: ValidationError, document: Document, model: type[Model]) -> tuple[Problem, ...]:
    """Return every error of a validation as a problem, in the order of the source.

    An unknown key is a warning in JSON: machines write it, and JSON Resume allows such keys. Where a key is missing
    beside it, the unknown one is probably meant, and is the error; so is one in a path of `--set` or of a variant.
    """
    errors = error.errors(include_url=False)
    for details in errors:
        details["loc"] = as_typed(details["loc"], document, model)
    misspelt = {details["loc"][:-1] for details in errors if details["type"] == "extra_forbidden"}
    incomplete = {details["loc"][:-1] for details in errors if details["type"] == "missing"}
    found: dict[object, Problem] = {}
    for details in errors:
        holder = details["loc"][:-1]
        if details["type"] == "missing" and holder in misspelt:
            continue
        problem = _problem(details, document, model)
        is_unknown = details["type"] == "extra_forbidden" and holder not in incomplete
        if is_unknown and document.format == "json" and not _is_assigned(details["loc"], document):
            problem = problem.as_warning()
        # What an alias repeats is wrong each time, and is one problem.
        found.setdefault((problem.code, problem.location, details["loc"][-1:]), problem)
    return in_order(found.values())


def _is_assigned(path: KeyPath, document: Document) -> bool:
    """Return whether the value at a path was assigned by `--set` or by the `set` of a variant."""
    spans = document.spans.get(path)
    if spans is None or spans.source is not document.source:
        return spans is not None
    variants = (other for where, other in document.spans.items() if where[:1] == ("variants",) and "set" in where[2:3])
    return any(other is spans for other in variants)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, in the order of each source; what is typed as `--set` comes last."""
    return tuple(sorted(dict.fromkeys(problems), key=_position))


def _position(problem: Problem) -> tuple[bool, str, int, int]:
    location = problem.location
    return (location.file == "--set", location.file, location.line, location.column) if location else (True, "", 0, 0)


class _Error(NamedTuple):
    """One of pydantic's errors, with what is needed to tell of it."""

    path: KeyPath
    value: Any
    details: ErrorDetails
    document: Document
    model: type[Model]

    def problem(self, code: str, message: str, hint: str | None = None) -> Problem:
        return self.document.problem(code, message, self.path, hint=hint)


def _problem(details: ErrorDetails, document: Document, model: type[Model]) -> Problem:
    error = _Error(details["loc"], details["input"], details, document, model)
    kind = details["type"]
    for begin, tell in _TELLERS:
        if kind.startswith(begin):
            return tell(error)
    return _told_by_leaf(error)


def _unknown_key(error: _Error) -> Problem:
    *above, key = error.path
    model = model_at(error.model, above)
    known = keys_of(model)
    suggestion = did_you_mean(str(key), known)
    hint = "a key of your own begins with 'x-'"
    if model.shorthand and not any((*above, name) in error.document.spans for name in known):
        hint, suggestion = "a text with ': ' in it needs quotes around the whole", None  # `- Saved: two hours`
    if former := model.former_names.get(str(key)):
        hint, suggestion = f"it means '{former}', which is there as well: keep one of the two", None
    message = _join(f"unknown key '{key}'{_where(above)}", suggestion)
    shown = None if suggestion else hint
    return error.document.problem("unknown-key", message, error.path, of_key=True, hint=shown)


def _missing_key(error: _Error) -> Problem:
    *above, key = error.path
    return error.document.problem("missing-key", f"'{key}' is missing{_where(above)}", tuple(above))


def _list_expected(error: _Error) -> Problem:
    message = f"'{error.path[-1]}' must be a list, not {_what(error.value)}"
    return error.problem("list-expected", message, _list_hint(error.value))


def _mapping_expected(error: _Error) -> Problem:
    inner = model_at(error.model, error.path) if error.details["type"] != "dict_type" else Model
    what = "a text or a mapping" if inner.shorthand else "a mapping"
    message = f"{what} was expected for {_name(error.path)}, not {_what(error.value)}"
    return error.problem("mapping-expected", message, _keys_hint(inner))


def _bad_choice(error: _Error) -> Problem:
    expected = str(error.details.get("ctx", {}).get("expected", ""))
    choices = [choice.strip("'") for choice in expected.replace(" or ", ", ").split(", ")]
    message = f"{_what(error.value)} is not one of {', '.join(choices)}"
    suggestion = did_you_mean(error.value, choices) if isinstance(error.value, str) else None
    return error.problem("bad-choice", _join(message, suggestion))


def _bad_kind(error: _Error) -> Problem:
    told = error.details.get("ctx", {})
    key = str(told.get("discriminator", "")).strip("'")
    choices = str(told.get("expected_tags", "")).replace("'", "").split(", ")
    message = f"{_what(told.get('tag'))} is not one of {', '.join(choices)}"
    suggestion = did_you_mean(str(told.get("tag")), choices)
    return error.document.problem("bad-choice", _join(message, suggestion), (*error.path, key))


def _bad_number(error: _Error) -> Problem:
    field = field_at(error.model, error.path)
    rules = field.metadata if field else []
    least, most = ([getattr(rule, bound) for rule in rules if hasattr(rule, bound)] for bound in ("ge", "le"))
    between = f" from {least[0]} to {most[0]}" if least and most else ""
    return error.problem("bad-value", f"{_name(error.path)} must be a whole number{between}, not {_what(error.value)}")


def _bad_form(error: _Error) -> Problem:
    form = error.details.get("ctx", {}).get("pattern", "")
    message = f"{_name(error.path)} cannot be {_what(error.value)}"
    return error.problem("bad-value", message, _example(error) or f"it has the form {form}")


def _bad_text(error: _Error) -> Problem:
    return error.problem("bad-value", f"a text was expected for {_name(error.path)}, not {_what(error.value)}")


def _told_by_leaf(error: _Error) -> Problem:
    """Return what the function that reads the value said; `... was expected` wants to know of what."""
    kind, message = error.details["type"], error.details["msg"]
    code = kind if "-" in kind else "bad-value"
    if message.endswith("was expected"):
        message = f"{message} for {_name(error.path)}, not {_what(error.value)}"
    return error.problem(code, message, _HINTS.get(code) or (_example(error) if code == "bad-value" else None))


_TELLERS: tuple[tuple[str | tuple[str, ...], Callable[[_Error], Problem]], ...] = (
    ("extra_forbidden", _unknown_key),
    ("missing", _missing_key),
    (("tuple_type", "list_type", "iterable_type"), _list_expected),
    (("model_type", "model_attributes_type", "dict_type"), _mapping_expected),
    ("literal_error", _bad_choice),
    ("union_tag_invalid", _bad_kind),
    (("int_", "greater_than", "less_than"), _bad_number),
    ("string_pattern", _bad_form),
    ("string_type", _bad_text),
)
"""How pydantic's kinds of errors begin, and what tells of each; other kinds are our own."""


def _join(message: str, suggestion: str | None) -> str:
    return f"{message}; {suggestion}" if suggestion else message


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
        return "begin each item with '- '"
    if value.startswith("- "):
        return "remove the '|' or '>' before the items"
    return "put the items in square brackets, or each on its own line after '- '"


def _keys_hint(model: type[Model]) -> str | None:
    """Return the first keys that a mapping may have, its own before those that it shares with others."""
    keys = sorted(keys_of(model), key=lambda key: keys_of(model)[key] not in model.__annotations__)
    more = " …" if len(keys) > _MANY else ""
    return f"its keys are {', '.join(keys[:_MANY])}{more}" if keys else None
