"""Stage 7, check: what came out, held against what was meant.

Takes  a load.Document, a schema.Resume and a typeset.Artifact.
Gives  problems with places in the source.
Raises nothing.
Never  changes the artifact.
"""

from .result import check

__all__ = ["check"]
