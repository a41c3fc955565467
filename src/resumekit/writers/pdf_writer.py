"""PDF: the typeset page as it is."""

from __future__ import annotations

from resumekit.typeset import Artifact


def write(pdf: Artifact, dpi: int) -> Artifact:
    """Return the PDF; `dpi` is for pictures of pages."""
    return pdf
