"""Validate a Document: return a Resume, or raise all of its problems."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import ValidationError

from resumekit.errors import LoadError, Problem, ResumekitError, SchemaError, in_order
from resumekit.load import Document

from .partial_validation import valid_part
from .picture_validation import picture_problems
from .resume import Resume
from .round_trip import restore_additions
from .rules import RuleContext, check_rules
from .validation_problems import problems_of


def inspect(document: Document, *, today: date | None = None) -> tuple[Resume, tuple[Problem, ...]]:
    """Validate a document as `validate` does, and check the pictures that it names.

    Raises:
        SchemaError: all problems, if any of them is an error.
        LoadError: all problems, if one is a picture that cannot be read.
    """
    return _checked(document, today, picture_problems(document).values())


def validate(document: Document, *, today: date | None = None) -> tuple[Resume, tuple[Problem, ...]]:
    """Return the résumé with its warnings and remarks, in the order defined by `errors.in_order`.

    In YAML, which people type, an unknown key is an error. Programs write JSON, and JSON Resume allows unknown keys
    inside its objects; there it is a warning, so that every valid JSON Resume document is a valid résumé.

    Entries that start after `today` get a warning; without `today`, none do.

    Raises:
        SchemaError: all problems of the fields and of the rules, if any of them is an error.
    """
    return _checked(document, today, ())


def _checked(document: Document, today: date | None, more: Iterable[Problem]) -> tuple[Resume, tuple[Problem, ...]]:
    document, outdated = restore_additions(document)
    context, invalid = _read(document, today)
    problems = in_order((*invalid, *check_rules(context), *outdated, *more))
    if any(problem.severity == "error" for problem in problems):
        raise _error_of(problems)(*problems)
    return context.resume, problems


def _error_of(problems: Iterable[Problem]) -> type[ResumekitError]:
    """Return the type of error for problems: an unreadable picture fails like an unreadable source."""
    is_unreadable = any(problem.code == "unreadable" and problem.severity == "error" for problem in problems)
    return LoadError if is_unreadable else SchemaError


def _read(document: Document, today: date | None) -> tuple[RuleContext, tuple[Problem, ...]]:
    """Return the valid part of a document, and the problems of the rest."""
    try:
        return RuleContext(Resume.model_validate(document.data), document, today=today), ()
    except ValidationError as error:
        resume, missing = valid_part(document, error)
        return RuleContext(resume, document, missing, today), problems_of(error, document, Resume)
