"""What is valid of a document that is not: so that its meaning can be looked at in the same run."""

from __future__ import annotations

import copy

from pydantic import ValidationError

from resumekit.load import Document, KeyPath, Value

from .paths import as_typed
from .resume import Resume


def salvage(document: Document, error: ValidationError) -> tuple[Resume, frozenset[KeyPath]]:
    """Return the résumé without what is invalid, and the paths of all that may be missing from it.

    An unknown key in YAML may be any of its neighbours misspelt, so that all of what holds it may be missing.
    """
    data: Value = copy.deepcopy(document.data)
    missing: set[KeyPath] = set()
    while True:
        errors = error.errors(include_url=False, include_context=False, include_input=False)
        paths = [(as_typed(each["loc"], document, Resume), each["type"] == "extra_forbidden") for each in errors]
        invalid = {path for path, is_unknown in paths if not is_unknown}
        unknown = {path for path, is_unknown in paths if is_unknown}
        emptied = {_to_be_emptied(data, path) for path in invalid}
        missing |= invalid | emptied | ({path[:-1] for path in unknown} if document.format == "yaml" else set())
        for path in sorted(emptied | unknown, key=len, reverse=True):
            _remove(data, path, for_good=path in unknown)
        try:
            return Resume.model_validate(data), frozenset(missing)
        except ValidationError as another:  # what cannot be without a key that was invalid
            error = another


def _to_be_emptied(data: Value, path: KeyPath) -> KeyPath:
    """Return the path of what is invalid; if it is empty or absent already, that of what cannot be without it."""
    while _value_at(data, path) is None:
        path = path[:-1]
    return path


def _remove(data: Value, path: KeyPath, *, for_good: bool) -> None:
    """Leave nothing at a path: not even the key, if it is unknown. Items of lists keep their places."""
    holder, step = _value_at(data, path[:-1]), path[-1]
    if isinstance(holder, dict):
        if for_good:
            del holder[str(step)]
        else:
            holder[str(step)] = None
    elif isinstance(holder, list) and isinstance(step, int):
        holder[step] = None


def _value_at(data: Value, path: KeyPath) -> Value:
    """Return what stands at a path, or None where it leads nowhere."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data
