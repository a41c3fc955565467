"""The report formats of problems: `text` for people, the others for programs; one format per module.

Takes  a Report for each file.
Gives  one text for standard output, complete even if a file could not be read.
Raises nothing.
Never  imports a format before it is needed, except `text`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resumekit.errors import Problem, UsageError, available, in_order, with_suggestion

from .report import Report, counted

__all__ = ["FORMATS", "Report", "counted", "in_order", "writer_of"]


def _json(reports: Sequence[Report]) -> str:
    from .json_writer import write

    return write(reports)


def _github(reports: Sequence[Report]) -> str:
    from .github_writer import write

    return write(reports)


def _sarif(reports: Sequence[Report]) -> str:
    from .sarif_writer import write

    return write(reports)


FORMATS: dict[str, Callable[[Sequence[Report]], str] | None] = {
    "text": None,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
"""The values of `--format`. `text` has no writer: `print_problems` prints it file by file."""


def writer_of(name: str) -> Callable[[Sequence[Report]], str] | None:
    """Return the writer of a format, or None for text.

    Raises:
        UsageError: the format is unknown.
    """
    if name not in FORMATS:
        message = with_suggestion(f"unknown format '{name}'", name, FORMATS)
        raise UsageError(Problem("unknown-format", message, hint=available(FORMATS)))
    return FORMATS[name]
