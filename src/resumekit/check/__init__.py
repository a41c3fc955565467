"""Check: compare the finished artifact with the résumé.

Takes  a load.Document, a schema.Resume, a present.ResumeView and a typeset.Artifact.
Gives  problems with their locations in the source.
Raises nothing.
Never  changes the artifact.
"""

from .engine_report import check
from .read_back import check_read_back, check_web_page, load_pdf_reader

__all__ = ["check", "check_read_back", "check_web_page", "load_pdf_reader"]
