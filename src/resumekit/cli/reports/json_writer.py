"""Problems as JSON, in the shape that docs/problems.md describes.

Only ASCII is written: text that could hide in a log or garble a terminal is escaped.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from resumekit.errors import Problem

from .report import Report, file_of, message_of

VERSION = 1
"""Incremented when a field is removed or changes its meaning, but not when one is added."""

_LONGEST_SOURCE = 1000
"""In characters. Otherwise a résumé on a single line would be repeated with each of its problems."""


def write(reports: Sequence[Report]) -> str:
    """Return one JSON object for all files."""
    severities = [problem.severity for report in reports for problem in report.problems]
    document = {
        "version": VERSION,
        "files": [_file(report) for report in reports],
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
    }
    return json.dumps(document, indent=2) + "\n"


def _file(report: Report) -> dict[str, object]:
    return {
        "file": report.file,
        "valid": report.exit_code == 0,
        "problems": [_problem(problem) for problem in report.problems],
    }


def _problem(problem: Problem) -> dict[str, object]:
    location = problem.location
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": message_of(problem),
        "hint": problem.hint,
        "file": file_of(problem),
        "line": location.line if location else None,
        "column": location.column if location else None,
        "endColumn": location.column + location.length if location else None,
        "source": location.source if location and len(location.source) <= _LONGEST_SOURCE else None,
    }
