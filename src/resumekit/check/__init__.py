"""Check: compare the finished artifact with the résumé.

Takes  a load.Document, a schema.Resume, a present.ResumeView and a typeset.Artifact.
Gives  problems with their locations in the source.
Raises nothing.
Never  changes the artifact.
"""

from resumekit.pdfium import load_pdfium

from .engine_report import check
from .read_back import check_read_back, check_web_page

__all__ = ["check", "check_read_back", "check_web_page", "load_pdfium"]
