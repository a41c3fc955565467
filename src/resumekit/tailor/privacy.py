"""What is not for everybody: left out of a public build, or struck out for blind hiring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from resumekit.errors import Problem
from resumekit.load import Document
from resumekit.schema import Model, Resume
from resumekit.schema.model import keys_of

from .selection import without

REDACTABLE = {
    "name": ("basics.name",),
    "email": ("basics.email",),
    "phone": ("basics.phone",),
    "url": ("basics.url",),
    "photo": ("basics.image",),
    "location": ("basics.location",),
    "profiles": ("basics.profiles",),
}
"""What `--redact` knows, with the fields that each stands for."""

_TELLING = 4
"""A text shorter than this says nothing about anybody where it stands elsewhere as well: GB, C++, MSc."""


def publish(resume: Resume) -> Resume:
    """Return the résumé without what is private: the fields that `private` lists, and all items marked so."""
    struck = strike(resume, resume.private)  # first, since its paths count all items
    return without(struck, lambda item: not getattr(item, "private", False))


def only_this(resume: Resume) -> Resume:
    """Return the résumé without what it knows of other editions, and without keys of the user's own."""
    others: dict[str, Any] = {
        name: empty for name, empty in (("variants", {}), ("private", ())) if getattr(resume, name)
    }
    made = _without_own_keys(resume.model_copy(update=others))
    assert isinstance(made, Resume)
    return made


def redact(resume: Resume, fields: Iterable[str]) -> Resume:
    """Return the résumé without some ways to know the person, by the names of `REDACTABLE`."""
    return strike(resume, [path for field in fields for path in REDACTABLE[field]])


def strike(resume: Resume, paths: Iterable[str]) -> Resume:
    """Return the résumé without the values at some dotted paths, as they are typed in the file; indexes begin at 0."""
    steps = (path.split(".") for path in paths)
    for path in sorted(steps, key=_by_index, reverse=True):  # the last of a list first: the others keep their indexes
        resume = _struck(resume, path)
    return resume


def remains(document: Document, before: Resume, after: Resume, printed: Resume) -> Iterator[Problem]:
    """Yield a warning for each text that was left out between `before` and `after` and still stands in `printed`."""
    left = set(_texts(printed))
    gone = {text for text in _texts(before) if len(text) >= _TELLING} - set(_texts(after))
    for text in sorted(gone):
        for other in sorted(left):
            if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", other):
                path = next((path for path, value in document.scalars() if value == other), ())
                yield document.problem(
                    "still-there",
                    f"'{text}' is left out, but it is also said here",
                    path,
                    severity="warning",
                    hint="reword this text, or leave it out as well",
                )


def _without_own_keys(value: Any) -> Any:
    if isinstance(value, tuple):
        made = tuple(_without_own_keys(item) for item in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if isinstance(value, Model):
        changes = {name: new for name, old in value if (new := _without_own_keys(old)) is not old}
        changes |= {"extensions": {}} if value.extensions else {}
        return value.model_copy(update=changes) if changes else value
    return value


def _by_index(path: Sequence[str]) -> list[tuple[int, str]]:
    return [(int(step), "") if step.isdecimal() else (0, step) for step in path]


def _struck(value: Any, path: Sequence[str]) -> Any:
    """Return a value without what stands at a path in it; where nothing stands there, the same value."""
    step, *further = path
    if isinstance(value, tuple) and step.isdecimal() and int(step) < len(value):
        at = int(step)
        return (*value[:at], *((_struck(value[at], further),) if further else ()), *value[at + 1 :])
    if isinstance(value, Model) and (name := keys_of(type(value)).get(step)):
        field = type(value).model_fields[name]
        made = _struck(getattr(value, name), further) if further else field.get_default(call_default_factory=True)
        return value.model_copy(update={name: made})
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, Model):
        for name, item in value:
            if name not in {"tags", "private", "variants", "break_"}:
                yield from _texts(item)
