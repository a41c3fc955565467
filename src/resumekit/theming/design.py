"""How one résumé is to look: everything that its theme and its own settings have decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from resumekit.load import Document
from resumekit.schema.presentation import Page

from .discovery import Theme
from .manifest import OptionValue
from .options import choose_options

if TYPE_CHECKING:
    from resumekit.present import DateFormat


@dataclass(frozen=True, slots=True)
class Design:
    """A theme, a value for each of its options, the paper (`A4`), and its margins in the order of CSS."""

    theme: Theme
    options: Mapping[str, OptionValue]
    paper: str
    margin: str

    @property
    def date_format(self) -> DateFormat:
        """How dates are to be written."""
        return cast("DateFormat", self.options.get("date-format", "short"))

    @property
    def order(self) -> tuple[str, ...]:
        """The sections that the theme puts first, where the résumé does not say otherwise."""
        return self.theme.manifest.order


def choose_look(theme: Theme, given: Mapping[str, Any], page: Page | None, document: Document) -> Design:
    """Return the look of a résumé: what it gives under `theme:` and `page:`, else what the theme was drawn for.

    Raises:
        ThemeError: unknown options and values that cannot be, all at once, with their places.
    """
    page = page or Page()
    defaults = theme.manifest.page
    return Design(
        theme,
        choose_options(theme, given, document),
        page.size or defaults.size,
        page.margin or defaults.margin,
    )
