"""Every problem of a source: what `resumekit validate` reports."""

from __future__ import annotations

from datetime import date

from resumekit.errors import LoadError, Problem, SchemaError, ThemeError
from resumekit.load import Document
from resumekit.tailor import examine


def diagnose(document: Document, *, today: date) -> tuple[tuple[Problem, ...], int]:
    """Return the problems of a résumé, its variants and its theme, or of a letter, and the exit code of the worst.

    Entries that start after `today` get a warning.
    """
    problems: tuple[Problem, ...] = ()
    if document.data.get("theme"):
        from resumekit.theming import theme_problems  # late: most résumés name no theme, and do not need it here

        problems = theme_problems(document)
    exit_code = ThemeError.exit_code if problems else 0
    try:
        return problems + examine(document, today=today), exit_code
    except (LoadError, SchemaError) as error:
        return problems + error.problems, error.exit_code
