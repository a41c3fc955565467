"""Dotted paths by which a résumé refers to its own fields, as in `private: [basics.phone]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from resumekit.errors import available, nearest
from resumekit.load import Document, KeyPath, Value

from .model import Model, keys_of
from .model_paths import model_at
from .resume import Resume

_EXAMPLE = "a path is keys and indexes with dots between them, as in basics.phone or work.0.name"
_INDEX = re.compile(r"[0-9]{1,6}")


class UnknownPath(Exception):
    """A path that does not exist; says why, and what to write instead.

    `holder` is the part of the path that exists. `is_item` is set where the schema allows the path, but the résumé
    has no such item in a list or a map.
    """

    def __init__(self, message: str, hint: str | None = None, *, holder: KeyPath = (), is_item: bool = False) -> None:
        super().__init__(message)
        self.hint, self.holder, self.is_item = hint, holder, is_item


class Inseparable(Exception):
    """The path of a field that cannot be omitted on its own; says why. `holder` is the path of its item."""

    def __init__(self, message: str, holder: str) -> None:
        super().__init__(message)
        self.holder = holder


SWITCHES = frozenset({"private", "tags"})
"""Fields that decide whether an item is shown: without them, it would be shown to more people."""


def resolve(resume: Resume, path: str) -> KeyPath:
    """Return a dotted path as the current names of keys, with numbers for indexes, which begin at 0.

    A field need not have a value, but an item of a list has to exist.

    Raises:
        UnknownPath: the schema knows no such field, or the résumé has no such item.
    """
    steps = _steps(path)
    if "" in steps:
        raise UnknownPath(f"'{path}' is not a path", _EXAMPLE)
    found: KeyPath = ()
    kind: type[Model] | None = Resume
    value: Any = resume
    for step in steps:
        known, value, kind = _step(value, kind, step, found, path)
        found = (*found, known)
    return found


def value_at(resume: Resume, path: KeyPath) -> Any:
    """Return what a résumé has at a resolved path, or None."""
    value: Any = resume
    for step in path:
        value = _below(value, step)
    return value


def refuse_inseparable(resume: Resume, path: KeyPath) -> None:
    """Raise if a resolved path leads to a field that cannot be omitted without the item that contains it.

    Raises:
        Inseparable: the item requires the field, or the field decides whether the item is shown.
    """
    *above, last = path
    holder = value_at(resume, tuple(above))
    name = keys_of(type(holder)).get(str(last)) if isinstance(holder, Model) and above else None
    if name:
        owner = ".".join(map(str, above))
        if type(holder).model_fields[name].is_required():
            raise Inseparable(f"'{owner}' requires it", owner)
        if name in SWITCHES:
            raise Inseparable(f"it decides whether '{owner}' is shown", owner)


def suggested_path(resume: Resume, path: str) -> str | None:
    """Return the path that was probably meant: other punctuation, misspelt keys, a missing index or `basics`."""
    steps = [step for step in re.split(r"[.\[\]/]+", path.strip().removeprefix("$")) if step]
    if not steps or path.endswith("."):  # who typed `basics.` wanted more than that
        return None
    own = {section.key: ("sections", str(number)) for number, section in enumerate(resume.sections)}
    for attempt in (steps, ["basics", *steps], [*own.get(steps[0], ()), *steps[1:]]):
        if (corrected := _corrected(resume, attempt)) and corrected != path:
            return corrected
    return None


def named_as_in(document: Document, path: str) -> str:
    """Return a dotted path with, of the current and the former name of a key, the one that the document uses.

    Where it uses neither, that is the current one. Steps that the schema does not know stay as they are.
    """
    data: Value = document.data
    steps: list[str] = []
    for step in path.split("."):
        if isinstance(data, dict):
            step = _name_used(data, model_at(Resume, _numbered(steps)), step)
            data = data.get(step)
        elif isinstance(data, list) and _INDEX.fullmatch(step) and int(step) < len(data):
            data = data[int(step)]
        else:
            step = _name_used({}, model_at(Resume, _numbered(steps)), step)
            data = None
        steps.append(step)
    return ".".join(steps)


def _steps(path: str) -> list[str]:
    return path.strip().split(".")


def _numbered(steps: Iterable[str]) -> KeyPath:
    return tuple(int(step) if _INDEX.fullmatch(step) else step for step in steps)


def _name_used(data: dict[str, Value], model: type[Model], step: str) -> str:
    current = model.former_names.get(step, step)
    names = [current, *(old for old, new in model.former_names.items() if new == current)]
    return next((name for name in names if data.get(name) not in (None, "", [], {})), current)


def _below(value: Any, step: str | int) -> Any:
    """Return what a value has at a step of a resolved path, or None."""
    if isinstance(value, Model):
        name = keys_of(type(value)).get(str(step))
        return getattr(value, name) if name else _extras_of(value).get(str(step))
    if isinstance(value, dict):
        return value.get(str(step))
    return value[step] if isinstance(value, list | tuple) and isinstance(step, int) else None


def _extras_of(value: Model) -> dict[str, Any]:
    """Return the keys that the schema does not name: the user's own, and the options of a theme."""
    return {**value.extensions, **(value.model_extra or {})}


def _step(
    value: Any, kind: type[Model] | None, step: str, above: KeyPath, path: str
) -> tuple[str | int, Any, type[Model] | None]:
    """Take one step of a path; return its current name or number, what is there, and the model of that if one has it.

    Raises:
        UnknownPath: the step does not exist.
    """
    name = ".".join(map(str, above))
    if isinstance(value, list | tuple):
        return _item(value, step, above, path)
    if isinstance(value, Model) or (value is None and kind):
        model = type(value) if isinstance(value, Model) else kind
        assert model is not None
        key = model.former_names.get(step, step)
        if key in keys_of(model):
            below = _below(value, key) if value is not None else None
            inner = model_at(model, (key,))
            return key, below, inner if inner is not Model else None
        extras = _extras_of(value) if isinstance(value, Model) else {}
        if step in extras:
            return step, extras[step], None
        hint = f"'{name}' has {_listed(keys_of(model))}" if above else available(_content_keys(model))
        raise UnknownPath(f"unknown field '{path}'", hint, holder=above)
    if isinstance(value, dict):
        if step not in value:
            hint = f"'{name}' has {_listed(value)}" if value else f"'{name}' is empty"
            raise UnknownPath(f"unknown field '{path}'", hint, holder=above, is_item=True)
        return step, value[step], None
    raise UnknownPath(f"unknown field '{path}'", f"'{name}' has no fields", holder=above)


def _item(value: Sequence[Any], step: str, above: KeyPath, path: str) -> tuple[int, Any, type[Model] | None]:
    name = ".".join(map(str, above))
    if not (step.isascii() and step.isdecimal()):
        hint = f"'{name}' is a list: add the index of an item, counted from 0, as in {name}.0"
        raise UnknownPath(f"unknown field '{path}'", hint, holder=above)
    if not _INDEX.fullmatch(step) or int(step) >= len(value):
        has = f"has {len(value)} items, {name}.0 to {name}.{len(value) - 1}" if value[1:] else f"has one item, {name}.0"
        hint = f"'{name}' {has if value else 'is empty'}"
        raise UnknownPath(f"'{name}.{step}' does not exist", hint, holder=above, is_item=True)
    return int(step), value[int(step)], None


def _corrected(resume: Resume, steps: Sequence[str]) -> str | None:
    """Return the path with each unknown step replaced by the nearest known one, or None if a step has none."""
    found: KeyPath = ()
    value: Any = resume
    kind: type[Model] | None = Resume
    wanted = list(steps)
    while wanted:
        step = wanted.pop(0)
        if isinstance(value, list | tuple) and value and not _INDEX.fullmatch(step):
            wanted.insert(0, step)
            step = "0"
        try:
            known, below, model = _step(value, kind, step, found, "")
        except UnknownPath:
            near = nearest(step, _choices(value, kind))
            if near is None:
                return None
            known, below, model = _step(value, kind, near, found, "")
        found, value, kind = (*found, known), below, model
    return ".".join(map(str, found))


def _choices(value: Any, kind: type[Model] | None) -> list[str]:
    if isinstance(value, Model):
        return [*keys_of(type(value)), *type(value).former_names, *_extras_of(value)]
    if isinstance(value, dict):
        return list(value)
    return list(keys_of(kind)) if value is None and kind else []


def _content_keys(model: type[Model]) -> list[str]:
    """Return the keys of a résumé that people list in paths: its content, not its presentation."""
    return [key for key, name in keys_of(model).items() if name in model.__annotations__ and key != "$schema"]


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(keys)
