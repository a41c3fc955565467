"""The application: its commands, and how their failures are reported."""

from __future__ import annotations

import traceback
from typing import Annotated

import typer

from resumekit.errors import ResumekitError
from resumekit.version import __version__

from . import build, diff, doctor, import_, new, schema, themes, validate
from .command import Command
from .problem_output import print_problems

_SUMMARY = "Résumé as code: turn resume.yaml into a PDF you can send."

app = typer.Typer(
    name="resumekit",
    help=_SUMMARY,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(cls=Command)(new.new)
app.command("import", cls=Command)(import_.import_)
for command in (build.build, validate.validate, diff.diff, schema.schema, doctor.doctor):
    app.command(cls=Command)(command)
app.add_typer(themes.app, name="themes")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"resumekit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Handle the options that come before a command."""


def run() -> int:
    """Run the command of `sys.argv` and return its exit code."""
    try:
        app()
    except ResumekitError as error:
        print_problems(error.problems)
        return error.exit_code
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except OSError as error:  # one that no stage expects
        from .unforeseen import unforeseen

        problem, exit_code = unforeseen(error)
        print_problems([problem])
        return exit_code
    except Exception:
        traceback.print_exc()
        typer.echo(
            "\nThis is a bug in resumekit, not in your résumé. Please report it with the traceback above.", err=True
        )
        return 1
    return 0
