"""Problems printed for people, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import typer

from resumekit.errors import Problem

from .reports import counted, in_order
from .reports.text import format_problem

_MOST_PROBLEMS = 100


def print_problems(problems: Iterable[Problem]) -> None:
    """Print each problem once, in order, in colour on a terminal; print at most the first 100."""
    found = in_order(problems)
    for problem in found[:_MOST_PROBLEMS]:
        typer.echo(format_problem(problem, colour=sys.stderr.isatty()), err=True)
    if len(found) > _MOST_PROBLEMS:
        typer.echo(f"… and {len(found) - _MOST_PROBLEMS} more", err=True)


def print_count(problems: Iterable[Problem]) -> None:
    """Print the number of problems on a terminal; print nothing in a pipe."""
    if sys.stderr.isatty():
        typer.echo(counted(problems), err=True)
