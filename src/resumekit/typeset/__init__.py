"""Stage 6, typeset: set a page's source, and get the bytes of a file.

Takes  a theming.Source, the format, and the résumé's folder.
Gives  an Artifact: bytes, number of pages, and what the engine noticed.
Raises TypesetError: the engine is missing, or failed.
Never  reaches the network, or reads a file outside the theme's and the résumé's folders and the fonts.
"""

from .ahead import typesetting_ahead
from .artifact import Artifact
from .folders import Folders
from .formats import FORMATS, Typesetter, typeset

__all__ = ["FORMATS", "Artifact", "Folders", "Typesetter", "typeset", "typesetting_ahead"]
