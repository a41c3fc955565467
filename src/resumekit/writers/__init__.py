"""Writers: an edition in the requested formats, one module per format.

Takes  a PreparedEdition, and its typeset page for the formats that show it.
Gives  Artifacts: one for most formats, one per page for pictures.
Raises TypesetError, ThemeError: the page cannot be typeset or rendered.
Never  adds or changes words: each format has the words of the view, in their order.
"""

from .formats import FORMATS, check_formats, write_content, write_pages
from .prepared_edition import PreparedEdition

__all__ = ["FORMATS", "PreparedEdition", "check_formats", "write_content", "write_pages"]
