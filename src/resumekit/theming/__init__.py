"""Stage 5, theming: turn the words of a page into the source text of an engine.

Takes  a present.ResumeView and a Look: a Theme with values for its options, and the paper.
Gives  a Source: HTML with its style, ready to be typeset.
Raises ThemeError: no such theme, a broken manifest or template, an option that cannot be.
Never  executes a theme: templates are sandboxed and see plain dictionaries, lists and texts only.
"""

from .discovery import Theme, find_theme, list_themes
from .look import Look, choose_look
from .source import Source, render

__all__ = ["Look", "Source", "Theme", "choose_look", "find_theme", "list_themes", "render"]
