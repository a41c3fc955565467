"""From a Document to a Resume, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import ValidationError

from resumekit.errors import Problem, SchemaError
from resumekit.load import Document

from .pictures import picture_problems
from .problems import in_order, problems_of
from .restoring import restored
from .resume import Resume
from .rules import Subject, problems_in
from .salvage import salvage


def inspect(document: Document, *, today: date | None = None) -> tuple[Resume, tuple[Problem, ...]]:
    """Validate a document as `validate` does, and look at the pictures that it names.

    Raises:
        SchemaError: everything that was found, if there is an error among it.
    """
    return _judged(document, today, picture_problems(document).values())


def validate(document: Document, *, today: date | None = None) -> tuple[Resume, tuple[Problem, ...]]:
    """Return the résumé, and the warnings and remarks about it, in the order of the source.

    People type YAML: there an unknown key is an error. Machines write JSON, and JSON Resume allows unknown keys
    inside its objects: there it is a warning, so that any valid JSON Resume document is a valid résumé.

    What starts after `today` gets a warning; without it, nothing does.

    Raises:
        SchemaError: everything that was found, if there is an error among it: of shape as of meaning.
    """
    return _judged(document, today, ())


def _judged(document: Document, today: date | None, others: Iterable[Problem]) -> tuple[Resume, tuple[Problem, ...]]:
    document, outdated = restored(document)
    subject, invalid = _read(document, today)
    problems = in_order((*invalid, *problems_in(subject), *outdated, *others))
    if any(problem.severity == "error" for problem in problems):
        raise SchemaError(*problems)
    return subject.resume, problems


def _read(document: Document, today: date | None) -> tuple[Subject, tuple[Problem, ...]]:
    """Return what is valid of a document, and what is wrong with the rest."""
    try:
        return Subject(Resume.model_validate(document.data), document, today=today), ()
    except ValidationError as error:
        resume, missing = salvage(document, error)
        return Subject(resume, document, missing, today), problems_of(error, document, Resume)
