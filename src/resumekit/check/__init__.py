"""Stage 7, check: what came out, held against what was meant.

Takes  a load.Document, a schema.Resume, a present.ResumeView and a typeset.Artifact.
Gives  problems with places in the source.
Raises nothing.
Never  changes the artifact.
"""

from resumekit.pdfium import get_ready

from .arrival import check_arrival
from .result import check

__all__ = ["check", "check_arrival", "get_ready"]
