"""The arguments and options of `resumekit build`."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_type_hints

import typer

from resumekit.errors import Problem, UsageError

from .shared_arguments import STANDARD_OUTPUT, Quiet, ResumeArgument, SetOption, Strict, Verbose, check_output

if TYPE_CHECKING:
    from resumekit.pipeline import BuildOptions


@dataclass(frozen=True, slots=True)
class BuildArguments:
    """What was typed after `resumekit build`."""

    resume: ResumeArgument = None
    theme: Annotated[
        str | None, typer.Option("--theme", "-t", metavar="NAME|PATH", help="Theme to use instead of the résumé's own.")
    ] = None
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="Output formats, separated by commas: pdf, html, docx, md, txt, json, png, tex.",
            show_default="pdf",
        ),
    ] = None
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", readable=False, help="Output folder, or - for standard output."),
    ] = Path("dist")
    variant: Annotated[str | None, typer.Option(metavar="NAME", help="Build this variant.")] = None
    lang: Annotated[str | None, typer.Option(metavar="CODE", help="Build in this language.")] = None
    all_: Annotated[bool, typer.Option("--all", help="Build every variant in every language.")] = False
    public: Annotated[bool, typer.Option("--public", help="Omit everything marked private.")] = False
    redacted: Annotated[
        list[str] | None,
        typer.Option(
            "--redact",
            metavar="FIELD",
            help="Redact fields, separated by commas: name, email, phone, url, photo, location, profiles.",
        ),
    ] = None
    dpi: Annotated[
        int, typer.Option(min=30, max=600, metavar="N", help="Resolution of PNG images, in dots per inch.")
    ] = 150
    engine: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Typesetting engine: weasyprint, or LaTeX with xelatex, lualatex, pdflatex or tectonic.",
        ),
    ] = "weasyprint"
    pages: Annotated[
        str | None,
        typer.Option(
            metavar="N|auto|free",
            help="Fit the résumé to N pages; auto: if a slight change is enough; free: not at all.",
            show_default="auto",
        ),
    ] = None
    assignments: SetOption = None
    verify: Annotated[
        bool, typer.Option("--verify/--no-verify", help="Read PDF and HTML back, and fail if text is lost or hidden.")
    ] = True
    watch: Annotated[bool, typer.Option("--watch", help="Rebuild whenever a source file changes.")] = False
    open_: Annotated[bool, typer.Option("--open", help="Open the first file built.")] = False
    strict: Strict = False
    quiet: Quiet = False
    verbose: Verbose = False

    def check(self) -> None:
        """Check that the options go together.

        Raises:
            UsageError: they contradict each other.
            OutputError: the result goes to standard output, which is closed.
        """
        check_output(self.output)
        if (self.watch or self.open_) and self.output == STANDARD_OUTPUT:
            message = f"{'--watch' if self.watch else '--open'} cannot be combined with `-o -`"
            raise UsageError(Problem("contradicting-options", message, hint="write to a folder with `-o DIR`"))
        if self.all_ and (self.variant or self.lang):
            message = f"--all cannot be combined with {'--variant' if self.variant else '--lang'}"
            raise UsageError(Problem("contradicting-options", message, hint="remove one of them"))

    def format_names(self) -> tuple[str, ...]:
        """Return the formats, each once."""
        return _listed(self.formats or ["pdf"])

    def build_options(self) -> BuildOptions:
        """Return the options of the build."""
        from resumekit.load import OptionAssignment
        from resumekit.pipeline import BuildOptions
        from resumekit.tailor import Edition

        pages = () if self.pages is None else (OptionAssignment("--pages", "page.pages", self.pages),)
        return BuildOptions(
            theme=self.theme,
            formats=self.format_names(),
            output=self.output,
            assignments=(*(self.assignments or ()), *pages),
            edition=Edition(self.variant, self.lang, self.public, _listed(self.redacted or [])),
            all=self.all_,
            dpi=self.dpi,
            strict=self.strict,
            verify=self.verify,
            engine=self.engine,
            keep=self.verbose,
        )


def takes_build_arguments(run: Callable[[BuildArguments], None]) -> Callable[..., None]:
    """Return a function with one parameter for each argument, which Typer reads its options from."""
    hints = get_type_hints(BuildArguments, include_extras=True)

    def command(**values: object) -> None:
        run(BuildArguments(**values))  # type: ignore[arg-type]

    command.__name__, command.__doc__, command.__annotations__ = run.__name__, run.__doc__, hints
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [
        inspect.Parameter(field.name, kind, default=field.default, annotation=hints[field.name])
        for field in fields(BuildArguments)
    ]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return command


def _listed(texts: list[str]) -> tuple[str, ...]:
    """Return names that are separated by commas or given one by one, each once."""
    return tuple(dict.fromkeys(name.strip().lower() for text in texts for name in text.split(",")))
