"""Stage 5, theming: turn the words of a page into the source text of an engine.

Takes  a present.ResumeView, a Theme, and values for the theme's options.
Gives  a Source: HTML with its style, ready to be typeset.
Raises ThemeError: no such theme, a broken manifest or template, an option that cannot be.
Never  executes a theme: templates are sandboxed and see plain dictionaries, lists and texts only.
"""

from .discovery import Theme, find_theme, list_themes
from .options import choose_options
from .source import Source, render

__all__ = ["Source", "Theme", "choose_options", "find_theme", "list_themes", "render"]
