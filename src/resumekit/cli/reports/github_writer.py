"""Problems as workflow commands, which GitHub shows as annotations on the lines of a push."""

from __future__ import annotations

from collections.abc import Sequence

from resumekit.errors import Problem

from .report import Report, file_of, message_of
from .text import shown

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def write(reports: Sequence[Report]) -> str:
    """Return one command per problem, each on its own line."""
    return "".join(f"{_command(problem)}\n" for report in reports for problem in report.problems)


def _command(problem: Problem) -> str:
    location = problem.location
    properties: dict[str, object] = {"file": file_of(problem) or ""}
    if location:
        # GitHub's end column is that of the last character, not of the character after it.
        properties |= {
            "line": location.line,
            "col": location.column,
            "endColumn": location.column + location.length - 1,
        }
    properties["title"] = problem.code
    listed = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in properties.items() if value)
    text = f"{message_of(problem)}\n{problem.hint}" if problem.hint else message_of(problem)
    return f"::{_COMMANDS[problem.severity]} {listed}::{_escaped(text, _IN_MESSAGE)}"


def _escaped(text: str, escapes: dict[int, str]) -> str:
    return shown(text.translate(escapes))
