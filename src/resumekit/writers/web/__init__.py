"""HTML: one file that asks for nothing, for screens of all sizes, light and dark, and for paper.

Takes  a Manuscript.
Gives  an Artifact: the theme's page with its pictures and fonts inside, and what search engines read of it.
Raises ThemeError: the page cannot be made.
Never  runs a script, or asks another host for anything.
"""

from .web_writer import write

__all__ = ["write"]
