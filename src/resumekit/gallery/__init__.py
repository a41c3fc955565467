"""Beside the way: one résumé in every theme that there is, to choose from.

Takes  a load.Document, and a typesetter to set the pages with, perhaps several at once.
Gives  Specimens, one a theme, with a picture of each page; and a page of HTML that shows them.
Raises ResumekitError: it is no valid résumé; a theme that fails is a specimen with its problems.
Never  asks the network for anything, nor does the page that it makes.
"""

from .page import gallery_page
from .specimens import Specimen, specimens

__all__ = ["Specimen", "gallery_page", "specimens"]
