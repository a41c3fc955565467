"""Problems printed for people, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import typer

from resumekit.errors import Problem

from .reports import counted, in_order
from .reports.text import format_problem

_MOST_PROBLEMS = 100
_SEVERITIES = ("error", "warning", "info")


def print_problems(problems: Iterable[Problem]) -> None:
    """Print each problem once, in order, in colour on a terminal; of more than 100, the most severe ones."""
    found = in_order(problems)
    shown = in_order(sorted(found, key=lambda problem: _SEVERITIES.index(problem.severity))[:_MOST_PROBLEMS])
    for problem in shown:
        typer.echo(format_problem(problem, colour=sys.stderr.isatty()), err=True)
    if len(found) > _MOST_PROBLEMS:
        typer.echo(f"… and {len(found) - _MOST_PROBLEMS} more", err=True)


def print_count(problems: Iterable[Problem]) -> None:
    """Print the number of problems on a terminal; print nothing in a pipe."""
    if sys.stderr.isatty():
        typer.echo(counted(problems), err=True)
