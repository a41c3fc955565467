"""`resumekit themes gallery`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .problem_output import print_problems
from .progress import Progress
from .shared_arguments import Quiet, ResumeArgument, source_of


def gallery(
    resume: ResumeArgument = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", readable=False, help="Output folder.")
    ] = Path("dist/gallery"),
    open_: Annotated[bool, typer.Option("--open", help="Open the page.")] = False,
    quiet: Quiet = False,
) -> None:
    """Render the résumé in every theme, as one HTML page."""
    from resumekit.typeset import command_typesetter

    with command_typesetter(workers=2) as typesetter:
        from datetime import date

        from resumekit.gallery import gallery_files, preview_themes
        from resumekit.load import load
        from resumekit.output import write

        progress = Progress(quiet=quiet, verbose=False)
        progress("load")
        document = load(source_of(resume))
        progress("typeset")
        found = preview_themes(document, today=date.today(), typesetter=typesetter)
        progress("write")
        files = [write(data, output / name) for name, data in gallery_files(found, document.source.name)]
    progress.finish(f"{files[-1]} ({len(found)} themes)")
    print_problems(problem for preview in found for problem in preview.problems)
    if open_:
        typer.launch(str(files[-1]))
    if any(preview.problems for preview in found):
        raise typer.Exit(1)
