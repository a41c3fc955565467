"""Stage 7, writers: a résumé in the formats that it is asked for, one module a format.

Takes  a Manuscript: the résumé, its view, its look, and its page, set once for all formats that show it.
Gives  Artifacts: one for most formats, one a page for pictures.
Raises TypesetError, ThemeError: the page cannot be made.
Never  words anything itself: each format has the words of the view, in their order.
"""

from .formats import FORMATS, artifacts_of, begin
from .manuscript import Manuscript

__all__ = ["FORMATS", "Manuscript", "artifacts_of", "begin"]
