"""Stage 6, typeset: set a page's source, and get the bytes of a file.

Takes  a theming.Source, and a Job: the folders to read from, and the kind of PDF.
Gives  an Artifact: bytes, number of pages, and what the engine noticed.
Raises TypesetError: the engine is missing, or failed.
Never  reaches the network, or reads a file outside the theme's and the résumé's folders and the fonts.
"""

from .ahead import typesetting_ahead
from .artifact import Artifact
from .folders import Folders
from .job import Attachment, Job
from .source_date import source_date
from .typesetting import SHOWING_PAGES, WEASYPRINT, Setting, Typesetter, typeset, typeset_here, typeset_openly
from .web_page import web_page

__all__ = [
    "SHOWING_PAGES",
    "WEASYPRINT",
    "Artifact",
    "Attachment",
    "Folders",
    "Job",
    "Setting",
    "Typesetter",
    "source_date",
    "typeset",
    "typeset_here",
    "typeset_openly",
    "typesetting_ahead",
    "web_page",
]
