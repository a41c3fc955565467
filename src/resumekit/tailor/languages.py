"""Texts in several languages: pick one of each."""

from __future__ import annotations

from typing import Any

from resumekit.schema import Model, Resume, Translations


def translate(resume: Resume, language: str | None = None) -> Resume:
    """Return the résumé with every `Translations` replaced by one of its texts.

    `language` is a tag; without one it is the résumé's locale, else the first language that it says it is written
    in. A text without a translation falls back to the parent language (`en` for `en-GB`), then to the first given.
    """
    wanted = _folded(language or resume.locale or next(iter(resume.written_in), "en")).split("-")
    parents = ("-".join(wanted[:length]) for length in range(len(wanted), 0, -1))
    order = (*parents, *map(_folded, resume.written_in))
    translated = _in_language(resume, order)
    assert isinstance(translated, Resume)
    return translated


def _folded(tag: str) -> str:
    """Return a language tag as it is compared: `pt_BR` is `pt-br`."""
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
