"""From a Document to a Resume, or to everything that is wrong with it."""

from __future__ import annotations

import copy
from dataclasses import replace

from pydantic import ValidationError

from resumekit.errors import Problem, SchemaError
from resumekit.load import Document, KeyPath, Value

from .doubts import doubts_about
from .meaning import problems_in
from .pictures import picture_problems
from .problems import problems_of, unknown_keys
from .resume import Resume


def inspect(document: Document) -> tuple[Resume, tuple[Problem, ...]]:
    """Validate a document, and look at the pictures that it names.

    Raises:
        SchemaError: every error at once.
    """
    pictures = tuple(picture_problems(document).values())
    try:
        resume, problems = validate(document)
    except SchemaError as error:
        raise SchemaError(*error.problems, *_errors(pictures)) from None
    if _errors(pictures):
        raise SchemaError(*problems, *pictures)
    return resume, problems + pictures


def _errors(problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def validate(document: Document) -> tuple[Resume, tuple[Problem, ...]]:
    """Return the résumé, and the warnings about it.

    People type YAML: there an unknown key is an error. Machines write JSON, and JSON Resume allows unknown keys
    inside its objects: there it is a warning, so that any valid JSON Resume document is a valid résumé.

    Raises:
        SchemaError: every error of the document at once, in the order of the source.
    """
    warnings: list[Problem] = []
    try:
        resume = Resume.model_validate(document.data)
    except ValidationError as error:
        unknown = list(unknown_keys(error, document, Resume))
        if document.format != "json" or not unknown:
            raise SchemaError(*problems_of(error, document, Resume)) from None
        named = problems_of(error, document, Resume)
        warnings = [problem.as_warning() for problem in named if problem.code == "unknown-key"]
        resume, more = validate(_without(document, unknown))
        return resume, (*warnings, *more)
    problems = (*problems_in(resume, document), *doubts_about(document))
    if any(problem.severity == "error" for problem in problems):
        raise SchemaError(*problems)
    return resume, problems


def _without(document: Document, paths: list[KeyPath]) -> Document:
    data = copy.deepcopy(document.data)
    for path in paths:
        parent: Value = data
        for part in path[:-1]:
            parent = parent[part]  # type: ignore[index]
        assert isinstance(parent, dict)
        del parent[str(path[-1])]
    return replace(document, data=data)
