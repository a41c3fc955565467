"""`resumekit validate`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import Problem, ResumekitError, SchemaError, UsageError, with_suggestion

from .options import FormatOption, Quiet, SetOption, Strict, source_of
from .report import print_count, print_problems
from .reports import Report, counted, in_order, writer_of
from .reports.report import file_of
from .theme_choice import theme_problems

if TYPE_CHECKING:
    from resumekit.load import Document


def validate(
    resumes: Annotated[
        list[Path] | None, typer.Argument(metavar="[RESUME...]", help="Files; - for standard input.")
    ] = None,
    format_: FormatOption = "text",
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Explain the problem with this code, and end.")
    ] = None,
    assignments: SetOption = None,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Check résumés, and print what is wrong with them, with its place."""
    if explain is not None:
        typer.echo(_explanation(explain), nl=False)
        return
    write = writer_of(format_)
    reports: list[Report] = []
    for resume in resumes or (None,):
        reports.append(_report(resume, assignments or [], strict=strict))
        if not write:
            _tell(reports[-1], quiet=quiet)
    exit_code = max(report.exit_code for report in reports)
    if write:
        typer.echo(write(reports).encode("utf-8", "replace"), nl=False)
    elif exit_code:
        print_count(problem for report in reports for problem in report.problems)
    raise typer.Exit(exit_code)


def _report(resume: Path | None, assignments: list[str], *, strict: bool) -> Report:
    from resumekit.importing import load_any
    from resumekit.load import override
    from resumekit.schema import named_as_in

    document = None
    try:
        document, remarks = load_any(source_of(resume))
        problems, exit_code = _verdict(override(document, assignments, named_as_in))
        problems = remarks + problems
    except ResumekitError as error:
        problems, exit_code = error.problems, error.exit_code
    if strict and any(problem.severity == "warning" for problem in problems):
        exit_code = exit_code or 1
    file = document.source.name if document else file_of(problems[0]) or "."
    return Report(file, exit_code, in_order(problems))


def _verdict(document: Document) -> tuple[tuple[Problem, ...], int]:
    """Return what is wrong with a document and with its choice of a theme, and the exit code of the worst."""
    from resumekit.tailor import examine

    problems, exit_code = theme_problems(document)
    try:
        others = examine(document, today=date.today())
    except SchemaError as error:
        others, exit_code = error.problems, error.exit_code
    return problems + others, exit_code


def _tell(report: Report, *, quiet: bool) -> None:
    if report.exit_code or not quiet:
        print_problems(report.problems)
    if not report.exit_code and not quiet:
        count = counted(report.problems)
        typer.echo(f"{report.file}: valid{', ' if count else ''}{count}")


def _explanation(code: str) -> str:
    from resumekit.explanations import codes
    from resumekit.explanations import explain as find

    found = find(code)
    if found is None:
        message = with_suggestion(f"no problem has the code '{code}'", code, codes())
        hint = "the code of a problem stands in brackets at the end of its first line"
        raise UsageError(Problem("unknown-code", message, hint=hint))
    return found.text
