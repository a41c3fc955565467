"""The commands, and what becomes of whatever stops them."""

from __future__ import annotations

import sys
import traceback
from typing import Annotated

import typer

from resumekit.errors import ResumekitError
from resumekit.version import __version__

from . import build, diff, doctor, import_, new, schema, themes, validate
from .report import print_problems

app = typer.Typer(
    name="resumekit",
    help="Résumé as code: resume.yaml in, a PDF one would send out.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (new.new, build.build, validate.validate, diff.diff, schema.schema, doctor.doctor):
    app.command()(command)
app.command("import")(import_.import_)
app.add_typer(themes.app, name="themes")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"resumekit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")] = False,
) -> None:
    """Résumé as code: resume.yaml in, a PDF one would send out."""


def run() -> int:
    """Run the command of `sys.argv` and return its exit code.

    Raises:
        OSError: standard output is gone or full.
    """
    try:
        app()
    except ResumekitError as error:
        print_problems(error.problems)
        return error.exit_code
    except SystemExit as ended:
        if type(sys.stdout).__name__ == "PacifyFlushWrapper":  # what Typer puts in the place of a broken pipe
            raise BrokenPipeError from None
        return ended.code if isinstance(ended.code, int) else 0
    except OSError:  # the stages turn theirs into problems; what is left is standard output's
        raise
    except Exception:
        traceback.print_exc()
        typer.echo("\nThis is a bug in resumekit, not in your résumé. Please report it with the lines above.", err=True)
        return 1
    return 0
