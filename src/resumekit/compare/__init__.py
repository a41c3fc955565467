"""Comparing: what changed between two résumés, field by field.

Takes  two schema.Resume.
Gives  Changes, in the order of the second one; and a report of them as text, JSON or HTML.
Raises nothing.
Never  knows where the two came from: files, variants, languages and revisions are all the same to it.
"""

from .changes import Change, compare
from .reports import REPORTS

__all__ = ["REPORTS", "Change", "compare"]
