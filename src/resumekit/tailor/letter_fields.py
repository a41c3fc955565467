"""The letters of one file, each with its fields filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from resumekit.errors import Problem, SchemaError, available, with_suggestion
from resumekit.load import Document, KeyPath
from resumekit.schema import PartialDate, Resume, Translations
from resumekit.schema.letter import TEXTS, Letter, LetterTexts

from .translation import in_language

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_OF_THE_RESUME = {"name": "name", "label": "label", "email": "email", "phone": "phone", "url": "url", "website": "url"}
"""Fields that the résumé fills in, with the attribute of its basics; `website` is the former name of `url`."""


@dataclass(frozen=True, slots=True)
class ReadyLetter:
    """One letter in one language, with all fields filled in.

    `name`, or without one the `number` of one of several letters, becomes part of its file name. `places` says where
    the file has each text.
    """

    name: str
    number: str
    date: PartialDate | str | None
    texts: dict[str, str]
    places: dict[str, KeyPath]

    def __getitem__(self, text: str) -> str:
        """Return one of `schema.letter.TEXTS`, or an empty text."""
        return self.texts.get(text, "")


def ready_letters(document: Document, letter: Letter, resume: Resume) -> tuple[ReadyLetter, ...]:
    """Return the letters of a file, in the language of `resume`.

    Raises:
        SchemaError: every unknown field in braces, with its location.
    """
    versions: list[tuple[LetterTexts, KeyPath]] = [(letter, ())]
    versions = [(version, ("letters", number)) for number, version in enumerate(letter.letters)] or versions
    problems: list[Problem] = []
    made = []
    for number, (version, path) in enumerate(versions, start=1):
        fields = _of_the_resume(resume) | letter.fields | version.fields
        texts: dict[str, str] = {}
        places: dict[str, KeyPath] = {}
        for name in TEXTS:
            own = getattr(version, name)
            text = _in_one_language(own or getattr(letter, name), resume)
            places[name] = (*path, name) if own else (name,)
            texts[name] = _filled(text, fields)
            problems += _unknown_fields(document, text, fields, places[name])
        date = version.date or letter.date
        if isinstance(date, str):
            texts["date"], places["date"] = date, (*path, "date") if version.date else ("date",)
        called = getattr(version, "name", None) or ""
        made.append(ReadyLetter(called, str(number) if path else "", date, texts, places))
    if problems:
        raise SchemaError(*dict.fromkeys(problems))
    return tuple(made)


def _of_the_resume(resume: Resume) -> dict[str, str]:
    basics = resume.basics
    return {field: str(value) for field, name in _OF_THE_RESUME.items() if (value := getattr(basics, name))}


def _in_one_language(value: Any, resume: Resume) -> str:
    language = resume.locale or next(iter(resume.written_in), "en")
    return str(in_language(value, language, resume.written_in)) if isinstance(value, Translations) else value or ""


def _filled(text: str, fields: dict[str, str]) -> str:
    """Return the text with its fields filled in, escaped so that they are not Markdown; a doubled brace is a brace."""

    def word(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0][0]
        return _PUNCTUATION.sub(r"\\\1", fields.get(found[1].strip(), found[0]))

    return _FIELD.sub(word, text)


def _unknown_fields(document: Document, text: str, fields: dict[str, str], path: KeyPath) -> Iterator[Problem]:
    for found in _FIELD.finditer(text):
        if found[1] is not None and (name := found[1].strip()) not in fields:
            hint = f"{available(fields)}; define others under `fields`"
            if name in _OF_THE_RESUME:  # not there, private or redacted
                message = f"this edition has no {{{name}}}"
            else:
                message = with_suggestion(f"unknown field {{{name}}}", name, fields)
            yield Problem("unknown-field", message, document.location_within(path, found[0]), hint=hint)
