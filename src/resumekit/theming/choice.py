"""Which theme a résumé is to have."""

from __future__ import annotations

from pathlib import Path

from resumekit.errors import Problem, ThemeError
from resumekit.load import Document
from resumekit.schema import Resume
from resumekit.schema.presentation import ThemeChoice

from .discovery import Theme, find_theme


def chosen_theme(document: Document, resume: Resume, name: str | None) -> tuple[Theme, dict[str, object]]:
    """Return the theme to use, and the options that the résumé gives.

    Raises:
        ThemeError: no such theme; points at the résumé's `theme` if that is where the name comes from.
    """
    choice = resume.theme or ThemeChoice()
    if name is not None:
        return find_theme(name, project=document.folder if "/" not in name else Path()), choice.options
    try:
        return find_theme(choice.name, project=document.folder), choice.options
    except ThemeError as error:
        raise ThemeError(*(_placed(problem, document) for problem in error.problems)) from None


def _placed(problem: Problem, document: Document) -> Problem:
    if problem.location or problem.code != "unknown-theme":
        return problem
    return document.problem(problem.code, problem.message, ("theme", "name"), hint=problem.hint)
