"""The design of a résumé: its theme, a value for each option, the paper and the margins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from resumekit.errors import LoadError, Problem, SchemaError, ThemeError
from resumekit.load import Document, is_set_by_option
from resumekit.schema import Resume, validate
from resumekit.schema.presentation import Page, ThemeChoice
from resumekit.tailor import theme_options_of

from .discovery import Theme, find_theme
from .families import problem_with_fonts
from .manifest import OptionValue
from .options import accepted_options, option_values

if TYPE_CHECKING:
    from resumekit.present import DateFormat


@dataclass(frozen=True, slots=True)
class Design:
    """A theme, a value for each of its options, the paper (`A4`), and its margins in the order of CSS.

    `given` are the names of the options that the résumé sets; the others have the theme's defaults.
    """

    theme: Theme
    options: Mapping[str, OptionValue]
    paper: str
    margin: str
    given: frozenset[str] = frozenset()

    @classmethod
    def of(cls, theme: Theme, options: Mapping[str, Any], page: Page | None, document: Document) -> Design:
        """Return the design with these options and page settings; the theme's defaults apply to the rest.

        Raises:
            ThemeError: unknown options and invalid values, all at once, with their locations in the document; or the
                fonts of the theme cannot be read.
            LoadError: the fonts of the project cannot be read.
        """
        _check_fonts(theme, document.folder)
        page, defaults = page or Page(), theme.manifest.page
        values = option_values(theme, options, document)
        return cls(theme, values, page.size or defaults.size, page.margin or defaults.margin, frozenset(options))

    @property
    def margins(self) -> dict[str, str]:
        """The margin on each side of the paper: `top`, `right`, `bottom` and `left`."""
        top, *others = self.margin.split()
        right = others[0] if others else top
        bottom = others[1] if len(others) > 1 else top
        return {"top": top, "right": right, "bottom": bottom, "left": others[2] if len(others) > 2 else right}

    @property
    def date_format(self) -> DateFormat:
        """The format of dates."""
        return cast("DateFormat", self.options.get("date-format", "short"))

    @property
    def order(self) -> tuple[str, ...]:
        """The sections that the theme puts first, unless the résumé sets an order."""
        return self.theme.manifest.order


def resolve_design(
    document: Document, resume: Resume, theme: str | None = None, variant: str | None = None
) -> tuple[Design, tuple[Problem, ...]]:
    """Return the design of a résumé, and a remark on each option that was left out.

    `theme` replaces the résumé's. Options meant for another theme are kept if this one accepts them, and left out
    otherwise: those of the résumé where `theme` or a variant replaces its theme. Options that the variant itself or
    `--set` sets must fit.

    Raises:
        ThemeError: no such theme, or unknown options and invalid values, with their locations in the document.
    """
    found = _find(document, resume, theme)
    given: Mapping[str, object] = (resume.theme or ThemeChoice()).options
    left_out: tuple[Problem, ...] = ()
    if theme or variant:
        own = {key for key in given if is_set_by_option(document, ("theme", key))}
        own |= set() if theme else theme_options_of(document, variant)
        kept, left_out = accepted_options(found, {key: given[key] for key in given if key not in own}, document)
        given = kept | {key: given[key] for key in own if key in given}
    return Design.of(found, given, resume.page, document), left_out


def theme_problems(document: Document) -> tuple[Problem, ...]:
    """Return the problems with a document's `theme:`, whatever else is wrong with the document.

    Where its shape is invalid, there are none: the schema reports that.
    """
    try:
        resume, _ = validate(replace(document, data={"theme": document.data.get("theme")}))
        resolve_design(document, resume)
    except SchemaError:
        return ()
    except ThemeError as error:
        return error.problems
    return ()


def _check_fonts(theme: Theme, project: Path) -> None:
    for folder in theme.lookup:
        if problem := problem_with_fonts(folder / "fonts"):
            raise ThemeError(problem)
    if problem := problem_with_fonts(project / "fonts"):
        raise LoadError(problem)


def _find(document: Document, resume: Resume, name: str | None) -> Theme:
    """Return the theme; where the résumé names one that does not exist, point at the name."""
    if name is not None:
        return find_theme(name, project=document.folder if "/" not in name else Path())
    try:
        return find_theme((resume.theme or ThemeChoice()).name, project=document.folder)
    except ThemeError as error:
        raise ThemeError(*(_located(problem, document) for problem in error.problems)) from None


def _located(problem: Problem, document: Document) -> Problem:
    if problem.location or problem.code != "unknown-theme":
        return problem
    return document.problem(problem.code, problem.message, ("theme", "name"), hint=problem.hint)
