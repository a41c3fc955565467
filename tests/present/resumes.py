"""Résumés for tests: written in YAML as people do, or made so that every field holds a word of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any, get_args, get_origin, get_type_hints

import yaml

from resumekit.load import Document, parse
from resumekit.present import ResumeView, present
from resumekit.schema import SECTIONS, Model, Resume, validate
from resumekit.schema.model import keys_of
from resumekit.schema.partial_date import Date, EndDate
from resumekit.schema.text import Email, Url
from resumekit.tailor import translate

NEVER_PRINTED = {
    *("tags", "private", "code", "list", "$schema", "meta", "variants"),
    *("theme", "locale", "page", "order", "titles", "hide", "break", "output"),
}
"""The keys that say how and when something is printed, or are the user's own, rather than what."""


def document_of(text: str, folder: Path = Path()) -> Document:
    """Read a résumé from YAML."""
    return parse(dedent(text).encode(), name="resume.yaml", folder=folder)


def resume_of(text: str) -> Resume:
    """Read and validate a résumé, in its own language."""
    return translate(validate(document_of(text))[0])


def view_of(text: str) -> ResumeView:
    """Present a résumé."""
    return present(resume_of(text))


def strings_in(value: object) -> Iterator[str]:
    """Yield every text in a view, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))


class Filler:
    """Fills models with one word a field; `words` tells where each word went, `hidden` those that must not show."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.hidden: dict[str, str] = {}

    def resume(self) -> str:
        """Return a résumé with a word in every field, as YAML."""
        data = self.model(Resume, "")
        titles = {name: self._word(f"titles.{name}") for name in SECTIONS}
        return yaml.safe_dump(data | {"titles": titles}, allow_unicode=True, sort_keys=False)

    def model(self, model: type[Model], path: str, depth: int = 0) -> dict[str, Any]:
        """Return a mapping with every key of a model that is printed, and some that are not."""
        hints = get_type_hints(model, include_extras=True)
        made = {
            key: self._value(hints[name], f"{path}.{key}".lstrip("."), depth)
            for key, name in keys_of(model).items()
            if key not in NEVER_PRINTED and not (key == "highlights" and depth > 1)
        }
        if "tags" in keys_of(model):
            made["tags"] = [self._secret(f"{path}.tags")]
        return made | {"x-note": self._secret(f"{path}.x-note")}

    def _value(self, hint: Any, path: str, depth: int) -> Any:
        if get_origin(hint) is tuple:
            return [self._value(get_args(hint)[0], f"{path}[]", depth)]
        if isinstance(hint, type) and issubclass(hint, Model):
            return self.model(hint, path, depth + path.endswith("highlights[]"))
        inner = [argument for argument in get_args(hint) if argument is not type(None)]
        if len(inner) == 1:  # something or nothing
            return self._value(inner[0], path, depth)
        word = self._word(path, is_date=hint in (Date, EndDate), is_end=hint == EndDate)
        if path.endswith((".file", ".width")):
            return f"{word}.png" if path.endswith(".file") else f"{word}.5pt"
        return {Url: f"https://{word}.example.org", Email: f"{word}@example.org"}.get(hint, word)

    def _word(self, path: str, *, is_date: bool = False, is_end: bool = False) -> str:
        number = len(self.words)
        word = str(number + 1000 + 1000 * is_end) if is_date else f"word{number:03}"
        if path.endswith(".width"):
            word = f"{number:03}"
        self.words[word] = path
        return word

    def _secret(self, path: str) -> str:
        word = f"secret{len(self.hidden):03}"
        self.hidden[word] = path
        return word
