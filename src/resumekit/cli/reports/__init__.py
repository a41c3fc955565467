"""The forms in which problems are told: `text` to people, the others to programs; one form a module.

Takes  a Report for each file.
Gives  one text for standard output, whole even where a file could not be read.
Raises nothing.
Never  is imported before it is needed, other than `text`.
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
"""What `--format` knows. `text` has no writer: it is told file by file, as `print_problems` does."""


def writer_of(name: str) -> Callable[[Sequence[Report]], str] | None:
    """Return what writes a format, or None for text.

    Raises:
        UsageError: there is no such format.
    """
    if name not in FORMATS:
        message = with_suggestion(f"no format '{name}'", name, FORMATS)
        raise UsageError(Problem("unknown-format", message, hint=available(FORMATS)))
    return FORMATS[name]
