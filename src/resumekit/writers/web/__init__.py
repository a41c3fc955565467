"""HTML: one self-contained file for screens of all sizes, light and dark, and for printing.

Takes  a PreparedEdition.
Gives  an Artifact: the theme's page with embedded pictures and fonts, and with metadata for search engines.
Raises ThemeError: the page cannot be rendered.
Never  runs a script, or sends a request to another host.
"""

from .web_writer import write

__all__ = ["write"]
