"""Texts in several languages: select one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from resumekit.errors import Problem, SchemaError, available, with_suggestion
from resumekit.load import Document, KeyPath
from resumekit.schema import Model, Resume, Translations, parse_locale
from resumekit.schema.model import keys_of


def translate(resume: Resume, language: str | None = None) -> Resume:
    """Return the résumé with every `Translations` replaced by one of its texts.

    `language` is a tag; the default is the résumé's locale, else the first language that it declares. A text without a
    translation falls back to the parent language (`en` for `en-GB`), then to the first one given.
    """
    wanted = language or resume.locale or next(iter(resume.written_in), "en")
    translated = in_language(resume, wanted, resume.written_in)
    assert isinstance(translated, Resume)
    return translated


def in_language(value: Any, language: str, declared: Sequence[str] = ()) -> Any:
    """Return a value with every `Translations` in it, at any depth, replaced by one of its texts."""
    return _in_language(value, (*_with_parents(language), *map(_folded, declared)))


def in_locale(resume: Resume, language: str) -> Resume:
    """Return the résumé with the locale of a language; its own locale is kept if it is a region of that language."""
    is_its_own = _folded(language) in _with_parents(resume.locale or "")
    return resume if is_its_own else resume.model_copy(update={"locale": language})


def known_language(document: Document, resume: Resume, tag: str) -> str:
    """Return a requested language tag in its usual form: `pt-BR`.

    Raises:
        SchemaError: it is not a language tag, or the résumé declares other languages only.
    """
    wanted = tag.replace("_", "-")
    declared = resume.written_in
    try:
        parse_locale(wanted)
    except ValueError:
        message = f"unknown language '{tag}'"
    else:
        if not declared or set(_with_parents(wanted)) & set(map(_folded, declared)):
            return wanted
        message = with_suggestion(f"the résumé is not written in '{tag}'", tag, declared)
    hint = available(declared) if declared else "use a language tag such as en, en-GB or zh-Hant"
    raise SchemaError(Problem("unknown-language", message, file=document.source.name, hint=hint))


def untranslated(document: Document, resume: Resume, language: str) -> Iterator[Problem]:
    """Yield a warning for each translated text that lacks a language."""
    order = set(_with_parents(language))
    for path, texts in _translations(resume, ()):
        if order.isdisjoint(map(_folded, texts)):
            yield document.problem(
                "untranslated",
                f"no translation into '{language}'; the text is printed in another language",
                path,
                severity="warning",
                hint=available(texts),
            )


def _with_parents(tag: str) -> Sequence[str]:
    """Return a tag and its fallbacks, in lower case: `de-at`, `de`."""
    parts = _folded(tag).split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def _translations(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Translations]]:
    if isinstance(value, Translations):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _translations(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _translations(item, (*path, key))
    elif isinstance(value, Model):
        for key, name in keys_of(type(value)).items():
            yield from _translations(getattr(value, name), (*path, key))


def _folded(tag: str) -> str:
    """Return a language tag in the form for comparison: `pt_BR` is `pt-br`."""
    return tag.replace("_", "-").lower()


def _in_language(value: Any, order: tuple[str, ...]) -> Any:
    if isinstance(value, Translations):
        texts = {_folded(tag): text for tag, text in value.items()}
        return next((texts[tag] for tag in order if tag in texts), next(iter(value.values())))
    if isinstance(value, tuple):
        made = tuple(_in_language(item, order) for item in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if isinstance(value, dict):
        return {key: _in_language(item, order) for key, item in value.items()}
    if isinstance(value, Model):
        changes = {name: new for name, old in value if (new := _in_language(old, order)) is not old}
        return value.model_copy(update=changes) if changes else value
    return value
