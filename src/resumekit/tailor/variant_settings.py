"""The settings of a variant, applied to the document as if the file contained them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resumekit.errors import Problem, SchemaError, available, with_suggestion
from resumekit.load import (
    Assignment,
    AssignmentPathError,
    Changes,
    Document,
    KeyPath,
    SourceSpans,
    Value,
    paths_in,
)
from resumekit.schema.field_paths import named_as_in

_ITS_OWN = ("include", "exclude", "set", "extends")
"""Keys about the variant itself; its other keys override those of the résumé."""


def lineage(document: Document, name: str) -> tuple[str, ...]:
    """Return a variant and its ancestors by `extends`, the most distant first.

    Raises:
        SchemaError: an unknown variant, or one that extends itself; with its location.
    """
    found: dict[str, None] = {}
    path: KeyPath | None = None
    while name:
        if name in found:
            cycle = " → ".join((*found, name))
            raise SchemaError(document.problem("variant-cycle", f"this variant extends itself: {cycle}", path or ()))
        variant = _variants(document).get(name)
        if not isinstance(variant, dict):
            raise SchemaError(unknown_variant(document, name, path))
        found[name] = None
        path = ("variants", name, "extends")
        parent = variant.get("extends")
        name = parent if isinstance(parent, str) else ""
    return tuple(reversed(found))


def with_settings(document: Document, name: str) -> Document:
    """Return the document with the settings of a variant: the values under `set`, its theme, page, order, output etc.

    Mappings are merged; all other values replace those of the résumé. Paths under `set` may use former names of keys.
    No items are omitted yet: `select` does that after validation.

    Raises:
        SchemaError: an unknown variant, one that extends itself, or a path that leads nowhere; with its location.
    """
    changes = Changes(document)
    for ancestor in lineage(document, name):
        for path, assignment in list(_assignments(changes.document, ancestor)):
            try:
                changes.set(replace(assignment, path=named_as_in(changes.document, assignment.path)))
            except AssignmentPathError as fault:
                message = f"'{assignment.path}' {fault}"
                raise SchemaError(document.problem("bad-path-to-set", message, path, of_key=True)) from None
    return changes.document


def variants_of(document: Document) -> tuple[str, ...]:
    """Return the names of the variants of a résumé, in the order of the file."""
    return tuple(_variants(document))


def theme_options_of(document: Document, name: str | None) -> frozenset[str]:
    """Return the theme options that a variant or one of its ancestors sets."""
    themes = (_variants(document)[ancestor] for ancestor in (lineage(document, name) if name else ()))
    given = (variant.get("theme") for variant in themes if isinstance(variant, dict))
    return frozenset(option for theme in given if isinstance(theme, dict) for option in theme)


def unknown_variant(document: Document, name: str, path: KeyPath | None = None) -> Problem:
    """Return the problem of an unknown variant: a requested one, or one named at a path of the file."""
    known = _variants(document)
    message = with_suggestion(f"unknown variant '{name}'", name, known)
    hint = available(known) if known else "the résumé has no variants; see `variants` in docs/resume.md"
    if path:
        return document.problem("unknown-variant", message, path, hint=hint)
    return Problem("unknown-variant", message, file=document.source.name, hint=hint)


def _variants(document: Document) -> dict[str, Value]:
    variants = document.data.get("variants")
    return variants if isinstance(variants, dict) else {}


def _assignments(document: Document, name: str) -> Iterator[tuple[KeyPath, Assignment]]:
    """Yield the changes that a variant makes, each with the path where the file has it."""
    variant = _variants(document)[name]
    assert isinstance(variant, dict)
    home: KeyPath = ("variants", name)
    for key, value in variant.items():
        if key not in _ITS_OWN and not key.startswith("x-") and value is not None:
            yield from _merging(document, key, value, (*home, key))
    settings = variant.get("set")
    for path, value in settings.items() if isinstance(settings, dict) else ():
        location = (*home, "set", path)
        yield location, Assignment(path, value, _spans_below(document, location, value))


def _merging(document: Document, key: str, value: Value, home: KeyPath) -> Iterator[tuple[KeyPath, Assignment]]:
    """Yield one assignment for each key of a merged mapping, or one for any other value."""
    if isinstance(value, dict) and (key == "theme" or isinstance(document.data.get(key), dict)):
        for part, inner in value.items():
            if "." not in part and part:
                yield (*home, part), Assignment(f"{key}.{part}", inner, _spans_below(document, (*home, part), inner))
    elif key == "theme" and isinstance(document.data.get(key), dict):
        yield home, Assignment("theme.name", value, _spans_below(document, home, value))
    else:
        yield home, Assignment(key, value, _spans_below(document, home, value))


def _spans_below(document: Document, home: KeyPath, value: Value) -> dict[KeyPath, SourceSpans]:
    """Return the spans of a value and of everything inside it, by their paths from the value."""
    return {inner: document.spans[home + inner] for inner in paths_in(value) if home + inner in document.spans}
