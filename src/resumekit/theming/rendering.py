"""A view in a theme's templates. Jinja and the tables of LaTeX are imported only when a page is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .design import Design

if TYPE_CHECKING:
    from resumekit.present import ResumeView


def render_html(view: ResumeView, design: Design) -> str:
    """Return the page in HTML, with its style inside.

    Raises:
        ThemeError: the template is broken, or uses a name that the view does not have; with its location.
    """
    from .page import page_html

    return page_html(view, design)


def render_tex(view: ResumeView, design: Design, pictures: Mapping[str, str] | None = None) -> str:
    """Return the LaTeX document.

    `pictures` maps each picture's file in the résumé to its name beside the document; a picture without a name shows
    only its caption.

    Raises:
        ThemeError: the template is broken, or uses a name that the view does not have; with its location.
    """
    from .latex_render import render_tex as latex_document

    return latex_document(view, design, pictures)
