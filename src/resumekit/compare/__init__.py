"""Compares two résumés field by field.

Takes  two schema.Resume.
Gives  Changes, in the order of the second résumé; and a report of them as text, JSON or HTML.
Raises nothing.
Never  depends on where the two come from: files, variants, languages and revisions are treated alike.
"""

from .changes import Change, compare
from .diff_reports import REPORTS

__all__ = ["REPORTS", "Change", "compare"]
