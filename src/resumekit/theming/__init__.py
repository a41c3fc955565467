"""Theming: render a view to the source of a page.

Takes  a present.ResumeView and a Design: a Theme, values for its options, and the paper.
Gives  HTML with its style inside, ready to be typeset; or the text of a LaTeX document.
Raises ThemeError: an unknown theme, a broken manifest or template, an invalid option.
Never  executes code of a theme: templates run in a sandbox and see only plain dictionaries, lists and texts.
"""

from .design import Design, resolve_design, theme_problems
from .discovery import Theme, find_theme, list_themes, theme_names
from .rendering import render_html, render_tex
from .shared_defaults import shared_option

__all__ = [
    "Design",
    "Theme",
    "find_theme",
    "list_themes",
    "render_html",
    "render_tex",
    "resolve_design",
    "shared_option",
    "theme_names",
    "theme_problems",
]
