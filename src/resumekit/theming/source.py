"""What goes to a typesetter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resumekit.present import ResumeView

    from .design import Design


@dataclass(frozen=True, slots=True)
class Source:
    """A page before it is set: HTML with its style inside, and the theme's folders for what the style names."""

    html: str
    theme_folders: tuple[Path, ...]


def render(view: ResumeView, design: Design) -> Source:
    """Return the page in HTML.

    Raises:
        ThemeError: the template is broken, or uses what the view does not have; with its place.
    """
    from .page import page_html  # late: whoever only asks which themes there are needs no templates

    return Source(page_html(view, design), design.theme.lookup)
