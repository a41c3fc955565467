"""Plan: the editions to build, each with its validated résumé."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from resumekit.errors import LoadError, Problem, SchemaError
from resumekit.importing import read_source
from resumekit.load import Assignment, Document, assign
from resumekit.schema import Resume, inspect
from resumekit.schema.letter import PRESENTATION_FIELDS, Letter, is_letter, validate_letter
from resumekit.tailor import Edition, tag_problems, variants_of, with_settings


@dataclass(frozen=True, slots=True)
class PlannedEdition:
    """An edition to build: its source with the variant's settings applied, the validated résumé, and its warnings.

    `document` has the words, `settings` the theme and page: the same document, except for a `letter`, whose settings
    come from its résumé.
    """

    edition: Edition
    document: Document
    settings: Document
    resume: Resume
    problems: tuple[Problem, ...]
    letter: Letter | None = None


def plan(document: Document, edition: Edition, *, every: bool, today: date) -> Iterator[PlannedEdition]:
    """Yield the editions to build: the requested one, or with `every`, each variant in each language.

    Raises:
        SchemaError: no such variant, or one that is not a valid résumé.
        LoadError: a letter's résumé cannot be read.
    """
    letter = validate_letter(document) if is_letter(document.data) else None
    settings = _with_letter_settings(document, read_source(_resume_path(document, letter))[0]) if letter else document
    for variant in _variants(settings, edition, letter, every=every):
        applied = with_settings(settings, variant) if variant else settings
        resume, problems = inspect(applied, today=today)
        problems += tuple(tag_problems(applied, resume))
        if any(problem.severity == "error" for problem in problems):
            raise SchemaError(*problems)
        for language in (every and resume.written_in) or (edition.language,):
            planned = replace(edition, variant=variant, language=language)
            yield PlannedEdition(planned, document if letter else applied, applied, resume, problems, letter)


def _variants(settings: Document, edition: Edition, letter: Letter | None, *, every: bool) -> tuple[str | None, ...]:
    if letter and letter.variant:
        return (letter.variant,)
    return (every and variants_of(settings)) or (edition.variant,)


def _resume_path(document: Document, letter: Letter) -> Path:
    """Return the path of a letter's résumé, which must be in the letter's folder like every file that it names."""
    path = document.folder / letter.resume
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(document.folder)):
        message = f"'{letter.resume}' is outside the letter's folder"
        raise SchemaError(document.problem("outside-folder", message, ("resume",), hint="move it into that folder"))
    if path.is_fifo():  # it would be waited for
        raise LoadError(document.problem("unreadable", f"'{letter.resume}' is not a file", ("resume",)))
    return path


def _with_letter_settings(letter: Document, resume: Document) -> Document:
    """Return a résumé with the theme and page of its letter, each with its location in the letter."""
    given = [(key, letter.data[key]) for key in PRESENTATION_FIELDS if letter.data.get(key) is not None]
    return assign(
        resume,
        [
            Assignment(key, value, {path[1:]: spans for path, spans in letter.spans.items() if path[:1] == (key,)})
            for key, value in given
        ],
    )
