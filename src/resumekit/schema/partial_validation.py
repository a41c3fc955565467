"""Salvage the valid part of an invalid document, so that the rules can check it in the same run."""

from __future__ import annotations

import copy

from pydantic import ValidationError

from resumekit.load import Document, KeyPath, Value

from .model_paths import as_typed
from .resume import Resume


def valid_part(document: Document, error: ValidationError) -> tuple[Resume, frozenset[KeyPath]]:
    """Return the résumé without its invalid parts, and the paths of everything that may be missing from it.

    An unknown key in YAML may be a misspelling of any key of its mapping, so the whole mapping counts as missing.
    """
    data: Value = copy.deepcopy(document.data)
    missing: set[KeyPath] = set()
    while True:
        errors = error.errors(include_url=False, include_context=False, include_input=False)
        paths = [(as_typed(each["loc"], document, Resume), each["type"] == "extra_forbidden") for each in errors]
        invalid = {path for path, is_unknown in paths if not is_unknown}
        unknown = {path for path, is_unknown in paths if is_unknown}
        emptied = {_path_to_empty(data, path) for path in invalid}
        missing |= invalid | emptied | ({path[:-1] for path in unknown} if document.format == "yaml" else set())
        for path in sorted(emptied | unknown, key=len, reverse=True):
            _remove(data, path, with_key=path in unknown)
        try:
            return Resume.model_validate(data), frozenset(missing)
        except ValidationError as another:  # mappings that require a removed key
            error = another


def _path_to_empty(data: Value, path: KeyPath) -> KeyPath:
    """Return the path of an invalid value; if it is already empty or absent, that of the mapping that requires it."""
    while _value_at(data, path) is None:
        path = path[:-1]
    return path


def _remove(data: Value, path: KeyPath, *, with_key: bool) -> None:
    """Empty the value at a path, or remove its key as well. List items keep their indexes."""
    holder, step = _value_at(data, path[:-1]), path[-1]
    if isinstance(holder, dict):
        if with_key:
            del holder[str(step)]
        else:
            holder[str(step)] = None
    elif isinstance(holder, list) and isinstance(step, int):
        holder[step] = None


def _value_at(data: Value, path: KeyPath) -> Value:
    """Return the value at a path, or None if the path does not exist."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data
