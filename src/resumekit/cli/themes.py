"""`resumekit themes`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .gallery import gallery

if TYPE_CHECKING:
    from resumekit.theming.manifest import Option

app = typer.Typer(help="Themes: what there is, and what each can be told.", invoke_without_command=True)
app.command()(gallery)


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


def _kind(option: Option) -> str:
    from resumekit.theming.manifest import Choice, Length

    if isinstance(option, Length):
        return f"({option.min} to {option.max})"
    return f"({', '.join(option.choices)})" if isinstance(option, Choice) else f"({option.type})"
