"""`resumekit build`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumekit.errors import Problem, ResumekitError, UsageError, available, with_suggestion

from .options import Quiet, ResumeArgument, SetOption, Strict, Verbose, source_of
from .progress import Progress
from .report import print_problems

if TYPE_CHECKING:
    from resumekit.pipeline import BuildOptions
    from resumekit.tailor import Edition
    from resumekit.typeset import Typesetter


def build(
    resume: ResumeArgument = None,
    theme: Annotated[str | None, typer.Option("--theme", "-t", metavar="NAME|PATH", help="The theme.")] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="pdf, html, docx, md, txt, json, png, tex; several with commas. Default: pdf.",
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go; - for standard output.")
    ] = Path("dist"),
    variant: Annotated[str | None, typer.Option(metavar="NAME", help="Build this variant.")] = None,
    lang: Annotated[str | None, typer.Option(metavar="CODE", help="Build in this language.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Build every variant in every language.")] = False,
    public: Annotated[bool, typer.Option("--public", help="Leave out what is private.")] = False,
    redacted: Annotated[
        list[str] | None,
        typer.Option("--redact", metavar="FIELD", help="Strike out name, email, phone …; several with commas."),
    ] = None,
    dpi: Annotated[
        int, typer.Option(min=30, max=600, metavar="N", help="Dots per inch of pictures (png). Default: 150.")
    ] = 150,
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="weasyprint, or of LaTeX: xelatex, lualatex, pdflatex, tectonic.")
    ] = "weasyprint",
    pages: Annotated[int | None, typer.Option(metavar="N", help="Fill N pages, as small as that takes.")] = None,
    assignments: SetOption = None,
    verify: Annotated[
        bool, typer.Option("--verify/--no-verify", help="Read the PDF back: did every word and link arrive?")
    ] = True,
    watch: Annotated[bool, typer.Option("--watch", help="Build again each time something changes.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open what was built.")] = False,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the résumé: check it, set it, write it."""
    names = _names(formats)
    if (watch or open_) and str(output) == "-":
        message = f"{'--watch' if watch else '--open'} needs a file, and standard output is none"
        raise UsageError(Problem("contradicting-options", message, hint="`-o DIR` names a folder"))
    with _typesetter(names, engine, processes=2 if all_ else 1) as typesetter:
        from resumekit.pipeline import BuildOptions

        options = BuildOptions(
            theme=theme,
            formats=_known(names),
            output=output,
            assignments=(*(assignments or ()), *([f"page.pages={pages}"] if pages is not None else ())),
            edition=_edition(variant, lang, public, redacted, all_),
            all=all_,
            dpi=dpi,
            strict=strict,
            verify=verify,
            engine=engine,
            keep=verbose,
        )
        source = source_of(resume)
        once = partial(_build, source, options, typesetter, quiet=quiet, verbose=verbose)
        if watch:
            from .watching import build_on_change

            build_on_change(source, output, _folders_of_theme(theme), once)
        else:
            files = once()
            if open_ and files:
                typer.launch(str(files[0]))


def _build(
    source: Path, options: BuildOptions, typesetter: Typesetter, *, quiet: bool, verbose: bool
) -> tuple[Path, ...]:
    """Build once, and tell what was built; return the files."""
    from resumekit.pipeline import build as run

    progress = Progress(quiet=quiet, verbose=verbose)
    try:
        result = run(source, options, progress=progress, typesetter=typesetter)
    except ResumekitError as error:
        progress.clear()
        raise type(error)(*_worth_telling(error.problems, quiet=quiet, verbose=verbose)) from None
    count = f" ({result.pages} page{'s' if result.pages > 1 else ''})" if result.pages else ""
    progress.finish(f"{', '.join(map(str, result.files))}{count}")
    print_problems(_worth_telling(result.problems, quiet=quiet, verbose=verbose))
    return result.files


def _worth_telling(problems: Iterable[Problem], *, quiet: bool, verbose: bool) -> Iterator[Problem]:
    """Yield errors; warnings unless it is to be quiet; remarks where many words are wanted."""
    for problem in problems:
        if problem.severity == "error" or (not quiet and (verbose or problem.severity == "warning")):
            yield problem


def _folders_of_theme(name: str | None) -> Iterable[Path]:
    """Return the folders of a theme that is named by a path; others are beside the résumé, or do not change."""
    return [Path(name)] if name and "/" in name else []


def _typesetter(formats: tuple[str, ...], engine: str, processes: int) -> AbstractContextManager[Typesetter]:
    from resumekit.typeset import SHOWING_PAGES, WEASYPRINT, typeset_here, typesetting_ahead

    wanted = engine == WEASYPRINT and SHOWING_PAGES.intersection(formats)
    return typesetting_ahead(processes) if wanted else nullcontext(typeset_here)


def _names(given: list[str] | None) -> tuple[str, ...]:
    names = (name.strip().lower() for text in given or ["pdf"] for name in text.split(","))
    return tuple(dict.fromkeys(names))


def _edition(
    variant: str | None, language: str | None, public: bool, redacted: list[str] | None, all_: bool
) -> Edition:
    from resumekit.tailor import Edition, redactable

    if all_ and (variant or language):
        problem = Problem("contradicting-options", "--all builds every variant and language", hint="leave one out")
        raise UsageError(problem)
    fields = [redactable(field) for text in redacted or () for field in text.split(",")]
    return Edition(variant, language, public, tuple(dict.fromkeys(fields)))


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    from resumekit.writers import FORMATS

    for name in names:
        if name not in FORMATS:
            message = with_suggestion(f"no format '{name}'", name, FORMATS)
            raise UsageError(Problem("unknown-format", message, hint=available(FORMATS)))
    return names
