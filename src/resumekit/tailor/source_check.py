"""A complete check of a source: the résumé and each of its variants, or a letter."""

from __future__ import annotations

from datetime import date

from resumekit.errors import Problem, SchemaError
from resumekit.load import Document
from resumekit.schema import inspect, validate
from resumekit.schema.letter import is_letter, validate_letter

from .tag_checks import tag_problems
from .variant_settings import variants_of, with_settings


def examine(document: Document, *, today: date | None = None) -> tuple[Problem, ...]:
    """Return the warnings and remarks about a résumé and its variants; a letter has none.

    Raises:
        SchemaError: all problems, if one of them is an error.
        LoadError: all problems, if one is a picture that cannot be read.
    """
    if is_letter(document.data):
        validate_letter(document)
        return ()
    resume, problems = inspect(document, today=today)
    found = dict.fromkeys((*problems, *tag_problems(document, resume), *_of_variants(document, today)))
    if any(problem.severity == "error" for problem in found):
        raise SchemaError(*found)
    return tuple(found)


def _of_variants(document: Document, today: date | None) -> tuple[Problem, ...]:
    """Return the problems that appear once the settings of each variant are applied."""
    found: list[Problem] = []
    for name in variants_of(document):
        try:
            found += validate(with_settings(document, name), today=today)[1]
        except SchemaError as error:
            found += error.problems
    return tuple(found)
