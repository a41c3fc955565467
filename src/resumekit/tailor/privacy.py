"""Private data, omitted from a public build; and personal data, redacted for blind hiring."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from resumekit.errors import Problem, UsageError, available, with_suggestion
from resumekit.load import KeyPath
from resumekit.schema import Model, Resume, section_names
from resumekit.schema.field_paths import SWITCHES, UnknownPath, resolve
from resumekit.schema.model import keys_of

from .tag_selection import without

REDACTABLE = {
    "name": ("basics.name",),
    "email": ("basics.email",),
    "phone": ("basics.phone",),
    "url": ("basics.url",),
    "photo": ("basics.image",),
    "location": ("basics.location",),
    "profiles": ("basics.profiles",),
}
"""The names that `--redact` takes, with the paths of the fields that each refers to."""

_OTHER_NAMES = {"image": "photo", "picture": "photo", "website": "url"}
"""Names of the same fields in JSON Resume, v0 and v1."""


def publish(resume: Resume) -> Resume:
    """Return the résumé without private data: the fields that `private` lists, and all items marked `private`."""
    struck = strike(resume, resume.private)  # first, since its paths count all items
    return without(struck, lambda item: not getattr(item, "private", False))


def only_this(resume: Resume) -> Resume:
    """Return the résumé without what is of use only for other editions, and without the user's own `x-` keys.

    These are variants, tags, the list of private paths, and settings of sections that this edition does not have:
    `order: [a-private-section]` would name it.
    """
    others: dict[str, Any] = {
        name: empty for name, empty in (("variants", {}), ("private", ())) if getattr(resume, name)
    }
    made = _without_own_keys(resume.model_copy(update=others | _without_absent_sections(resume)))
    assert isinstance(made, Resume)
    return made


def _without_absent_sections(resume: Resume) -> dict[str, Any]:
    known = section_names(resume)
    lists = {name: getattr(resume, name) for name in ("order", "hide")}
    maps = {name: getattr(resume, name) for name in ("titles", "break_")}
    return {name: tuple(each for each in names if each in known) for name, names in lists.items() if names} | {
        name: {key: value for key, value in settings.items() if key in known}
        for name, settings in maps.items()
        if settings
    }


def redact(resume: Resume, fields: Iterable[str]) -> Resume:
    """Return the résumé without some fields that identify the person, by the names that `redactable` knows.

    Raises:
        UsageError: a name is unknown.
    """
    return strike(resume, redacted_paths(fields))


def redacted_paths(fields: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of some fields that identify the person, by the names that `redactable` knows.

    Raises:
        UsageError: a name is unknown.
    """
    return tuple(path for field in fields for path in REDACTABLE[redactable(field)])


def redactable(field: str) -> str:
    """Return the name in `REDACTABLE` of a field; JSON Resume's own names are understood.

    Raises:
        UsageError: the field cannot be redacted.
    """
    name = field.strip().lower()
    known = _OTHER_NAMES.get(name, name)
    if known not in REDACTABLE:
        message = with_suggestion(f"cannot redact '{name}'", name, REDACTABLE)
        raise UsageError(Problem("unknown-field-to-redact", message, hint=available(REDACTABLE)))
    return known


def strike(resume: Resume, paths: Iterable[str]) -> Resume:
    """Return the résumé without the values at some dotted paths; indexes count the items of the file, from 0.

    Former names of keys are understood. A path to an item that this version of the résumé does not have is
    skipped; validation rejects a path that does not exist in any version.
    """
    found: set[KeyPath] = set()
    for path in paths:
        with suppress(UnknownPath):
            found.add(resolve(resume, path))
    for steps in sorted(found, key=_by_index, reverse=True):  # the last of a list first: the others keep their indexes
        resume = _struck(resume, steps)
    return resume


def _without_own_keys(value: Any) -> Any:
    """Return a value without `x-` keys and tags; the same object if it has none."""
    if isinstance(value, tuple | list):
        made = type(value)(map(_without_own_keys, value))
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if isinstance(value, Model):
        changes = {name: new for name, old in value if (new := _without_own_keys(old)) is not old}
        changes |= {"extensions": {}} if value.extensions else {}
        changes |= {"tags": ()} if getattr(value, "tags", ()) else {}
        return value.model_copy(update=changes) if changes else value
    if isinstance(value, dict):
        kept = {key: _without_own_keys(item) for key, item in value.items() if not key.startswith("x-")}
        return kept if len(kept) < len(value) or any(kept[key] is not value[key] for key in kept) else value
    return value


def _by_index(path: KeyPath) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (0, step) for step in path]


def _struck(value: Any, path: KeyPath) -> Any:
    """Return a value without what a resolved path leads to."""
    step, *further = path
    rest = tuple(further)
    if isinstance(value, Model):
        return _struck_from_model(value, str(step), rest)
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if key != step or rest}
        return type(value)(kept | ({step: _struck(value[step], rest)} if rest else {}))
    if isinstance(value, tuple | list) and isinstance(step, int):
        inner = _struck(value[step], rest) if rest else None
        return type(value)((*value[:step], *(() if inner in (None, {}) else (inner,)), *value[step + 1 :]))
    return value  # an absent mapping has nothing to strike out


def _struck_from_model(value: Model, step: str, rest: KeyPath) -> Model:
    name = keys_of(type(value)).get(step)
    if name is None:
        extras = "extensions" if step in value.extensions else step
        here = value.extensions if step in value.extensions else value.model_extra or {}
        made = _struck(here, (step, *rest))
        return value.model_copy(update={extras: made if extras == "extensions" else made.get(step)})
    if name in SWITCHES:
        return value
    inner = _struck(getattr(value, name), rest) if rest else None
    if inner in (None, {}):
        field = type(value).model_fields[name]
        inner = "" if field.is_required() else field.get_default(call_default_factory=True)
    return value.model_copy(update={name: inner})
