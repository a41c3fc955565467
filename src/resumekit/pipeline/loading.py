"""Load: read the source and apply overrides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from resumekit.errors import Problem
from resumekit.importing import convert_foreign, read_source
from resumekit.load import Document, OptionAssignment, override
from resumekit.schema import named_as_in


def load_source(
    source: Path | Document, assignments: Sequence[str | OptionAssignment]
) -> tuple[Document, tuple[Problem, ...]]:
    """Return the document at a path, or the one given, with `PATH=VALUE` applied; and what importing it reports.

    Raises:
        LoadError: it cannot be read.
        UsageError: an assignment is invalid.
    """
    document, problems = convert_foreign(source) if isinstance(source, Document) else read_source(source)
    return override(document, assignments, named_as_in), problems
