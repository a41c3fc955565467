"""Checks of tags against variants: each tag of a variant exists, and each tag is used by a variant."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.errors import Problem, available, did_you_mean, with_suggestion
from resumekit.load import Document, KeyPath, Value
from resumekit.schema import Resume


def tag_problems(document: Document, resume: Resume) -> Iterator[Problem]:
    """Yield problems with tags: an error for a tag of a variant that no item has, otherwise warnings."""
    if not resume.variants:
        return
    tagged = dict[str, KeyPath]()
    for path, tag in _tags(document.data, ()):
        tagged.setdefault(tag, path)
    used = set[str]()
    for name, variant in resume.variants.items():
        for key in ("include", "exclude"):
            for number, tag in enumerate(getattr(variant, key)):
                used.add(tag)
                if tag not in tagged:
                    yield _unknown(document, tag, ("variants", name, key, number), tagged)
        if variant.include and set(variant.include) <= set(variant.exclude):
            message = f"variant '{name}' excludes every tag that it includes"
            yield document.problem("nothing-included", message, ("variants", name, "include"), severity="warning")
    unknown = sorted(used - set(tagged))
    misspelt = {did_you_mean(tag, unknown) for tag in tagged} - {None} if unknown else set()
    for tag, path in tagged.items():
        if tag in used:
            continue
        hint = did_you_mean(tag, used)
        if hint not in misspelt:  # the misspelt tag of the variant is reported already
            message = f"no variant includes or excludes '{tag}'"
            yield document.problem("unused-tag", message, path, severity="warning", hint=hint)


def _unknown(document: Document, tag: str, path: KeyPath, known: dict[str, KeyPath]) -> Problem:
    message = with_suggestion(f"no item has the tag '{tag}'", tag, known)
    hint = available(known) if known else "add the tag to an item: `tags: [engineering]`"
    return document.problem("unknown-tag", message, path, hint=hint)


def _tags(value: Value, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield every tag of the source, with its path."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _tags(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "tags" and isinstance(item, list):
                yield from (((*path, key, number), tag) for number, tag in enumerate(item) if isinstance(tag, str))
            elif not key.startswith("x-") and path[:1] != ("variants",) and (path or key not in {"variants", "meta"}):
                yield from _tags(item, (*path, key))
