"""The texts that an edition omits because they are private or redacted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from resumekit.load import KeyPath, is_remote
from resumekit.schema import Model, Resume, Translations
from resumekit.schema.field_paths import UnknownPath, resolve, value_at
from resumekit.schema.model import keys_of

from .edition import Edition, without_omissions
from .privacy import redacted_paths, strike

_NOT_CONTENT = frozenset({"tags", "private", "variants", "break", "network", "countryCode"})
"""Keys whose values are settings, or the same for very many people."""

_DESCRIBING = frozenset(
    {
        "area",
        "authors",
        "city",
        "fluency",
        "inventors",
        "keywords",
        "label",
        "language",
        "level",
        "location",
        "position",
        "region",
        "roles",
        "status",
        "studyType",
        "type",
    }
)
"""Keys whose values many items of a résumé share: two jobs in London, a private one and another."""


class Field(NamedTuple):
    """A text of a résumé, with the keys that lead to it, without indexes and languages."""

    path: KeyPath
    text: str

    @property
    def is_describing(self) -> bool:
        """Whether other items may have the same text without repeating it."""
        return not _DESCRIBING.isdisjoint(self.path)


class Omission(NamedTuple):
    """A text that an edition omits; whether the user listed its field, or omits all of its item."""

    field: Field
    is_listed: bool


def omissions(resume: Resume, edition: Edition) -> tuple[Omission, ...]:
    """Return each omitted text once.

    Of an item that is omitted as a whole, texts that another item has under the same key are not secret: a résumé may
    have a private and a public version of one job.
    """
    struck = strike(resume, _listed_fields(resume, edition))
    shown = without_omissions(resume, edition)
    before, between, after = (Counter(fields_of(each)) for each in (resume, struck, shown))
    texts = {field.text for field in after}
    return (
        *(Omission(field, is_listed=True) for field in before - between),
        *(
            Omission(field, is_listed=False)
            for field in between - after
            if field not in after and not (field.is_describing and field.text in texts)
        ),
    )


def fields_of(value: Any, path: KeyPath = ()) -> Iterator[Field]:
    """Yield every text of a résumé that may be printed or exported; names of pictures are replaced by numbers."""
    if isinstance(value, str):
        if path[-1:] != ("file",) or is_remote(value):
            yield Field(path, value)
    elif isinstance(value, Translations):
        yield from (Field(path, text) for text in value.values())
    elif isinstance(value, tuple | list):
        for item in value:
            yield from fields_of(item, path)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from fields_of(item, (*path, key))
    elif isinstance(value, Model):
        items = {key: getattr(value, name) for key, name in keys_of(type(value)).items()} | (value.model_extra or {})
        for key, item in items.items():
            if key not in _NOT_CONTENT and item:
                yield from fields_of(item, (*path, key))


def omitted_places(resume: Resume, edition: Edition) -> set[KeyPath]:
    """Return the paths of everything that an edition omits as private or redacted."""
    items = set(_private_items(resume, ())) if edition.public else set()
    return items | set(_resolved(resume, _paths(resume, edition)))


def _paths(resume: Resume, edition: Edition) -> tuple[str, ...]:
    return (*(resume.private if edition.public else ()), *redacted_paths(edition.redact))


def _listed_fields(resume: Resume, edition: Edition) -> Iterator[str]:
    """Yield the paths that lead to a field rather than to an item or a list of items."""
    for path in _paths(resume, edition):
        for steps in _resolved(resume, [path]):
            value = value_at(resume, steps)
            is_item = isinstance(value, Model) and isinstance(steps[-1], int)
            is_list = isinstance(value, tuple) and any(isinstance(item, Model) for item in value)
            if not (is_item or is_list):
                yield path


def _resolved(resume: Resume, paths: Iterable[str]) -> Iterator[KeyPath]:
    for path in paths:
        with suppress(UnknownPath):
            yield resolve(resume, path)


def _private_items(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _private_items(item, (*path, index))
    elif isinstance(value, Model):
        if getattr(value, "private", False) is True:
            yield path
            return
        for key, name in keys_of(type(value)).items():
            yield from _private_items(getattr(value, name), (*path, key))
