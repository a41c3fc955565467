"""`resumekit validate`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from resumekit.codes import CODES, find_code
from resumekit.errors import Problem, ResumekitError, UsageError, with_suggestion

from .problem_output import print_count, print_problems
from .reports import Report, counted, in_order, writer_of
from .reports.report import file_of
from .shared_arguments import FormatOption, Quiet, SetOption, Strict, source_of


def validate(
    resumes: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="RESUME",
            readable=False,
            help="Files or folders, or - for standard input.",
            show_default="resume.yaml in this folder",
        ),
    ] = None,
    format_: FormatOption = "text",
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Explain a problem code and exit.")
    ] = None,
    assignments: SetOption = None,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Report every problem in one or more résumés."""
    if explain is not None:
        typer.echo(_explanation(explain), nl=False)
        return
    write = writer_of(format_)
    reports: list[Report] = []
    for resume in resumes or (None,):
        reports.append(_report(resume, assignments or [], strict=strict))
        if not write:
            _print_report(reports[-1], quiet=quiet)
    exit_code = max(report.exit_code for report in reports)
    if write:
        typer.echo(write(reports).encode("utf-8", "replace"), nl=False)
    elif exit_code:
        print_count(problem for report in reports for problem in report.problems)
    raise typer.Exit(exit_code)


def _report(resume: Path | None, assignments: list[str], *, strict: bool) -> Report:
    from resumekit.diagnostics import diagnose
    from resumekit.importing import read_source
    from resumekit.load import override
    from resumekit.schema import named_as_in

    document = None
    try:
        document, remarks = read_source(source_of(resume))
        problems, exit_code = diagnose(override(document, assignments, named_as_in), today=date.today())
        problems = remarks + problems
    except ResumekitError as error:
        problems, exit_code = error.problems, error.exit_code
    if strict and any(problem.severity == "warning" for problem in problems):
        exit_code = exit_code or 1
    file = document.source.name if document else file_of(problems[0]) or "."
    return Report(file, exit_code, in_order(problems))


def _print_report(report: Report, *, quiet: bool) -> None:
    if report.exit_code or not quiet:
        print_problems(report.problems)
    if not report.exit_code and not quiet:
        count = counted(report.problems)
        typer.echo(f"{report.file}: valid{', ' if count else ''}{count}")


def _explanation(code: str) -> str:
    from resumekit.explanations import explain as find

    known = find_code(code)
    if known is None:
        message = with_suggestion(f"unknown problem code '{code}'", code, CODES)
        hint = "the code is in brackets at the end of a problem's first line"
        raise UsageError(Problem("unknown-code", message, hint=hint))
    return find(known).text
