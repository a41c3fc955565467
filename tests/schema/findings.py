"""The problems of a text, whether it is valid or not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from resumekit.errors import Problem, SchemaError
from resumekit.load import parse
from resumekit.schema import validate

TODAY = date(2026, 3, 15)


def problems_of(text: str, name: str = "resume.yaml") -> tuple[Problem, ...]:
    try:
        _, problems = validate(parse(text.encode(), name=name, folder=Path()), today=TODAY)
    except SchemaError as error:
        return error.problems
    return problems


def codes_of(text: str, name: str = "resume.yaml") -> list[tuple[str, str]]:
    """Return the severity and code of each problem, in order."""
    return [(problem.severity, problem.code) for problem in problems_of(text, name)]


def locations(text: str, name: str = "resume.yaml") -> list[tuple[str, int, int]]:
    """Return the code, line and column of each problem."""
    return [(one.code, one.location.line, one.location.column) for one in problems_of(text, name) if one.location]
