"""`resumekit themes`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import ThemeError

from .gallery import gallery
from .new_theme import new_theme
from .options import FormatOption
from .report import print_problems
from .reports import Report, in_order, writer_of

if TYPE_CHECKING:
    from resumekit.contract import SampleRender
    from resumekit.theming.manifest import Option

app = typer.Typer(help="Themes: what there is, and what each can be told.", invoke_without_command=True)
app.command()(gallery)
app.command("new")(new_theme)


@app.callback()
def _themes(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        list_()


@app.command("list")
def list_() -> None:
    """List the themes, where each is from, and what it is like."""
    from resumekit.theming import list_themes

    found = list_themes(Path())
    width = max(len(theme.name) for theme in found)
    for theme in found:
        typer.echo(f"{theme.name:<{width}}  {theme.origin:<8}  {theme.manifest.summary}")


@app.command()
def show(name: Annotated[str, typer.Argument(metavar="NAME|PATH", help="The theme.")]) -> None:
    """Show a theme's options with their defaults."""
    from resumekit.theming import find_theme

    theme = find_theme(name, project=Path())
    manifest = theme.manifest
    typer.echo(f"{theme.name} {manifest.version} ({theme.origin}: {theme.folder})\n{manifest.summary}\n")
    typer.echo(f"page: {manifest.page.size}, margin {manifest.page.margin}")
    for option_name, option in manifest.options.items():
        typer.echo(f"\n{option_name}: {option.default}   {_kind(option)}\n    {option.help}")
    typer.echo(
        f"\nIn resume.yaml:  theme: {{name: {theme.name}, OPTION: VALUE}}\nFor one build:   --set theme.OPTION=VALUE"
    )


@app.command("test")
def prove(
    name: Annotated[str, typer.Argument(metavar="NAME|PATH", help="The theme; a path has a slash.")],
    format_: FormatOption = "text",
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="DIR", help="Write the PDF of each sample there, for a look at it.")
    ] = None,
) -> None:
    """Hold a theme against the rules that every theme has to keep; docs/themes.md tells them."""
    from resumekit.contract import RULES, run_contract
    from resumekit.output import write
    from resumekit.theming import find_theme

    def keep_pdf(render: SampleRender) -> None:
        if keep:
            write(render.artifact.data, keep / f"{render.theme.name}-{render.sample.name}.pdf")

    write_report = writer_of(format_)
    theme = find_theme(name, project=Path())
    result = run_contract(theme, on_render=keep_pdf)
    exit_code = ThemeError.exit_code if any(problem.severity == "error" for problem in result.problems) else 0
    if write_report:
        report = Report(str(theme.folder), exit_code, in_order(result.problems))
        typer.echo(write_report([report]).encode("utf-8", "replace"), nl=False)
    else:
        print_problems(result.problems)
        tried = f"{len(result.samples)} samples, {result.pages} pages, {len(RULES)} rules"
        typer.echo(
            f"{theme.name}: {'fails' if exit_code else 'passes'} ({tried}; read by {', '.join(result.extractors)})"
        )
    raise typer.Exit(exit_code)


def _kind(option: Option) -> str:
    from resumekit.theming.manifest import Choice, Length

    if isinstance(option, Length):
        return f"({option.min} to {option.max})"
    return f"({', '.join(option.choices)})" if isinstance(option, Choice) else f"({option.type})"
