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
    theme: Annotated[
        str | None, typer.Option("--theme", "-t", metavar="NAME|PATH", help="Theme to use instead of the résumé's own.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="Output formats, separated by commas: pdf, html, docx, md, txt, json, png, tex.",
            show_default="pdf",
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Output folder, or - for standard output.")
    ] = Path("dist"),
    variant: Annotated[str | None, typer.Option(metavar="NAME", help="Build this variant.")] = None,
    lang: Annotated[str | None, typer.Option(metavar="CODE", help="Build in this language.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Build every variant in every language.")] = False,
    public: Annotated[bool, typer.Option("--public", help="Omit everything marked private.")] = False,
    redacted: Annotated[
        list[str] | None,
        typer.Option(
            "--redact",
            metavar="FIELD",
            help="Redact fields, separated by commas: name, email, phone, url, photo, location, profiles.",
        ),
    ] = None,
    dpi: Annotated[
        int, typer.Option(min=30, max=600, metavar="N", help="Resolution of PNG images, in dots per inch.")
    ] = 150,
    engine: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Typesetting engine: weasyprint, or LaTeX with xelatex, lualatex, pdflatex or tectonic.",
        ),
    ] = "weasyprint",
    pages: Annotated[int | None, typer.Option(metavar="N", help="Fit the résumé to N pages.")] = None,
    assignments: SetOption = None,
    verify: Annotated[
        bool, typer.Option("--verify/--no-verify", help="Read the PDF back and fail if text or a link was lost.")
    ] = True,
    watch: Annotated[bool, typer.Option("--watch", help="Rebuild whenever a source file changes.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the first file built.")] = False,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the résumé: validate it, typeset it and write the files."""
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
    """Build once, report the result, and return the files."""
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
    """Yield errors, warnings unless `quiet`, and remarks only if `verbose`."""
    for problem in problems:
        if problem.severity == "error" or (not quiet and (verbose or problem.severity == "warning")):
            yield problem


def _folders_of_theme(name: str | None) -> Iterable[Path]:
    """Return the folder of a theme given as a path; other themes are beside the résumé or never change."""
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
    from resumekit.tailor import REDACTABLE, Edition

    if all_ and (variant or language):
        problem = Problem("contradicting-options", "--all builds every variant and language", hint="leave one out")
        raise UsageError(problem)
    fields = [field.strip().lower() for text in redacted or () for field in text.split(",")]
    for field in fields:
        if field not in REDACTABLE:
            message = with_suggestion(f"nothing to redact is called '{field}'", field, REDACTABLE)
            raise UsageError(Problem("unknown-field-to-redact", message, hint=available(REDACTABLE)))
    return Edition(variant, language, public, tuple(dict.fromkeys(fields)))


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    from resumekit.writers import FORMATS

    for name in names:
        if name not in FORMATS:
            message = with_suggestion(f"no format '{name}'", name, FORMATS)
            raise UsageError(Problem("unknown-format", message, hint=available(FORMATS)))
    return names
