"""Whether the theme that a résumé names exists, and takes the options that it is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resumekit.errors import Problem, SchemaError, ThemeError

if TYPE_CHECKING:
    from resumekit.load import Document


def theme_problems(document: Document) -> tuple[tuple[Problem, ...], int]:
    """Return what is wrong with a résumé's choice of a theme, whatever else is wrong with it, and the exit code.

    A choice that is no valid one is left to the schema.
    """
    if not document.data.get("theme"):
        return (), 0  # and themes need not be loaded
    from resumekit.schema import validate
    from resumekit.theming import choose_look, chosen_theme

    try:
        resume, _ = validate(replace(document, data={"theme": document.data["theme"]}))
        theme, options = chosen_theme(document, resume, None)
        choose_look(theme, options, None, document)
    except SchemaError:
        return (), 0
    except ThemeError as error:
        return error.problems, error.exit_code
    return (), 0
