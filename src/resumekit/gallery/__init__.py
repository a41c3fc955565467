"""The theme gallery: one résumé in every available theme, to choose from.

Takes  a load.Document, and a typesetter for the pages, which may typeset several at once.
Gives  ThemePreviews, one per theme, with an image of each page; and an HTML page that shows them.
Raises ResumekitError: the résumé is invalid; a theme that fails gives a preview with its problems.
Never  accesses the network, and neither does the page.
"""

from .gallery_page import gallery_files
from .previews import ThemePreview, preview_themes

__all__ = ["ThemePreview", "gallery_files", "preview_themes"]
