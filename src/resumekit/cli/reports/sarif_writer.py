"""Problems as SARIF 2.1.0, the format that code scanning services and editors read."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from resumekit.errors import Problem, Severity
from resumekit.explanations import explain
from resumekit.version import __version__

from .report import Report, file_of, message_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def write(reports: Sequence[Report]) -> str:
    """Return one log with one run for all files; its rules are the codes that occur."""
    problems = [problem for report in reports for problem in report.problems]
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "resumekit", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> dict[str, object]:
    """Return the rule of a code; GitHub's code scanning requires all of these fields."""
    found = explain(code)
    if found is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": found.summary},
        "fullDescription": {"text": found.meaning},
        "help": {"text": found.text, "markdown": found.text},
        "defaultConfiguration": {"level": _LEVELS[found.severity]},
    }


def _result(problem: Problem, rule: int) -> dict[str, object]:
    text = f"{message_of(problem)}\n{problem.hint}" if problem.hint else message_of(problem)
    result: dict[str, object] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        # A single brace would start a placeholder (section 3.11.5).
        "message": {"text": text.replace("{", "{{").replace("}", "}}")},
    }
    file = file_of(problem)
    return {**result, "locations": [{"physicalLocation": _location(file, problem)}]} if file else result


def _location(file: str, problem: Problem) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(Path(file))}}
    if location := problem.location:
        physical["region"] = {
            "startLine": location.line,
            "startColumn": location.column,
            "endColumn": location.column + location.length,
        }
    return physical


def _uri(path: Path) -> str:
    """Return a URI relative to the current folder, or an absolute one for an absolute path outside it."""
    if path.is_absolute() and not path.is_relative_to(Path.cwd()):
        return path.as_uri()
    return quote(os.fsencode(path.relative_to(Path.cwd()) if path.is_absolute() else path))
