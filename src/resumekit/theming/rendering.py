"""A view in a theme's templates, rendered in a process of its own: a template is a program, which may never end.

Jinja and the tables of LaTeX are imported only when a page is rendered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from resumekit.errors import ThemeError

from .design import Design

if TYPE_CHECKING:
    from resumekit.present import ResumeView


def render_html(view: ResumeView, design: Design) -> str:
    """Return the page in HTML, with its style inside.

    Raises:
        ThemeError: the template is broken, or uses a name that the view does not have; with its location.
    """
    from .page import TEMPLATE, page_html
    from .printed_view import printed_view

    return _rendered(partial(page_html, printed_view(view, design), design), design, TEMPLATE)


def render_tex(view: ResumeView, design: Design, pictures: Mapping[str, str] | None = None) -> str:
    """Return the LaTeX document.

    `pictures` maps each picture's file in the résumé to its name beside the document; a picture without a name shows
    only its caption.

    Raises:
        ThemeError: the template is broken, or uses a name that the view does not have; with its location.
    """
    from .latex_render import TEMPLATE
    from .latex_render import render_tex as latex_document

    return _rendered(partial(latex_document, view, design, pictures), design, TEMPLATE)


def _rendered(render: Callable[[], str], design: Design, template: str) -> str:
    """Render within limits.

    Raises:
        ThemeError: as `render` does, or because of a limit. The location is the template's as a whole if the process
            had to be ended, because C code was running.
    """
    from resumekit.processes import Unfinished, run_isolated

    from .broken_template import limit_problem
    from .template_limits import LIMITS

    try:
        page = run_isolated(partial(_limited_in_size, render), LIMITS)
    except Unfinished as ended:
        raise ThemeError(limit_problem(ended.reason, design.theme, template)) from None
    if page is None:
        raise ThemeError(limit_problem("memory", design.theme, template))
    return page


def _limited_in_size(render: Callable[[], str]) -> str | None:
    """Return the page, or None if it is too large to leave the process."""
    from .template_limits import MAX_CHARACTERS

    page = render()
    return page if len(page) <= MAX_CHARACTERS else None
