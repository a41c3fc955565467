"""Problems told to people, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import typer

from resumekit.errors import Problem

from .reports import counted, in_order
from .reports.text import format_problem

_MOST_PROBLEMS = 100


def print_problems(problems: Iterable[Problem]) -> None:
    """Print each problem once, in order, in colour on a terminal; of very many, the first ones."""
    found = in_order(problems)
    for problem in found[:_MOST_PROBLEMS]:
        typer.echo(format_problem(problem, colour=sys.stderr.isatty()), err=True)
    if len(found) > _MOST_PROBLEMS:
        typer.echo(f"… and {len(found) - _MOST_PROBLEMS} more", err=True)


def print_count(problems: Iterable[Problem]) -> None:
    """Print how many problems there were, on a terminal; in a pipe, problems stand alone."""
    if sys.stderr.isatty():
        typer.echo(counted(problems), err=True)
