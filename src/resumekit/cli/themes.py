"""`resumekit themes`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import ResumekitError, ThemeError

from .command import Command
from .gallery import gallery
from .new_theme import new_theme
from .problem_output import print_problems
from .reports import Report, in_order, writer_of
from .reports.report import file_of
from .shared_arguments import FormatOption

if TYPE_CHECKING:
    from resumekit.contract import SampleRender
    from resumekit.theming.manifest import Option

app = typer.Typer(help="List, inspect, create and test themes.", invoke_without_command=True)


@app.callback()
def _themes(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        list_()


@app.command("list", cls=Command)
def list_() -> None:
    """List the available themes and where each comes from."""
    from resumekit.theming import list_themes

    found = list_themes(Path())
    width = max(len(theme.name) for theme in found)
    for theme in found:
        typer.echo(f"{theme.name:<{width}}  {theme.origin:<8}  {theme.manifest.summary}")


@app.command(cls=Command)
def show(name: Annotated[str, typer.Argument(metavar="NAME|PATH", help="Theme; a path contains a slash.")]) -> None:
    """Show the options of a theme and their defaults."""
    from resumekit.theming import find_theme

    theme = find_theme(name, project=Path())
    manifest = theme.manifest
    typer.echo(f"{theme.name} {manifest.version} ({theme.origin}: {theme.folder})\n{manifest.summary}\n")
    typer.echo(f"page: {manifest.page.size}, margin {manifest.page.margin}")
    for option_name, option in manifest.options.items():
        typer.echo(f"\n{option_name}: {option.default}   {_accepted(option)}\n    {option.help}")
    typer.echo(
        f"\nIn resume.yaml:  theme: {{name: {theme.name}, OPTION: VALUE}}\nFor one build:   --set theme.OPTION=VALUE"
    )


app.command(cls=Command)(gallery)
app.command("new", cls=Command)(new_theme)


@app.command("test", cls=Command)
def check(
    name: Annotated[str, typer.Argument(metavar="NAME|PATH", help="Theme; a path contains a slash.")],
    format_: FormatOption = "text",
    keep: Annotated[
        Path | None,
        typer.Option("--keep", metavar="DIR", readable=False, help="Save the PDF of each sample in this folder."),
    ] = None,
) -> None:
    """Check a theme against the rules that every theme must follow."""
    from resumekit.contract import RULES, run_isolated_contract
    from resumekit.theming import find_theme

    write_report = writer_of(format_)
    try:
        theme = find_theme(name, project=Path())
        result = run_isolated_contract(theme, partial(_keep_pdf, keep))
    except ResumekitError as error:
        if write_report:
            _echo(write_report([Report(file_of(error.problems[0]) or name, error.exit_code, error.problems)]))
            raise typer.Exit(error.exit_code) from None
        raise
    exit_code = ThemeError.exit_code if any(problem.severity == "error" for problem in result.problems) else 0
    if write_report:
        _echo(write_report([Report(str(theme.folder), exit_code, in_order(result.problems))]))
    else:
        print_problems(result.problems)
        tried = f"{len(result.samples)} samples, {result.pages} pages, {len(RULES)} rules"
        typer.echo(
            f"{theme.name}: {'fails' if exit_code else 'passes'} ({tried}; read by {', '.join(result.extractors)})"
        )
    raise typer.Exit(exit_code)


def _echo(report: str) -> None:
    typer.echo(report.encode("utf-8", "replace"), nl=False)


def _keep_pdf(folder: Path | None, render: SampleRender) -> None:
    from resumekit.output import write

    if folder:
        write(render.artifact.data, folder / f"{render.theme.name}-{render.sample.name}.pdf")


def _accepted(option: Option) -> str:
    from resumekit.theming.manifest import Choice, Length

    if isinstance(option, Length):
        return f"({option.min} to {option.max})"
    return f"({', '.join(option.choices)})" if isinstance(option, Choice) else f"({option.type})"
