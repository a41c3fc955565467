"""Stage 5, theming: turn the words of a page into the source text of an engine.

Takes  a present.ResumeView and a Look: a Theme with values for its options, and the paper.
Gives  a Source: HTML with its style, ready to be typeset; or the text of a LaTeX document.
Raises ThemeError: no such theme, a broken manifest or template, an option that cannot be.
Never  executes a theme: templates are sandboxed and see plain dictionaries, lists and texts only.
"""

from .choice import chosen_theme
from .design import Design, choose_look
from .discovery import Theme, find_theme, list_themes, theme_names
from .latex_render import render_tex
from .options import shared_options
from .shared_defaults import shared_option
from .source import Source, render

__all__ = [
    "Design",
    "Source",
    "Theme",
    "choose_look",
    "chosen_theme",
    "find_theme",
    "list_themes",
    "render",
    "render_tex",
    "shared_option",
    "shared_options",
    "theme_names",
]
