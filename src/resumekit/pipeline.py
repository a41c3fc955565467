"""The whole of resumekit in one function: `build` is the drawing of docs/architecture.md, one stage a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.errors import Problem, ResumekitError, TypesetError, UsageError
from resumekit.importing import load_any
from resumekit.load import override
from resumekit.output import STANDARD_OUTPUT, write
from resumekit.schema import picture_problems
from resumekit.tailor import WHOLE, Edition, tailor, without_pictures
from resumekit.typeset import SHOWING_PAGES, WEASYPRINT, Artifact, Typesetter, source_date, typeset_here
from resumekit.writers import Manuscript, artifacts_of, begin

from .editions import Proof, Version, look_of, stem_of, versions, views_of

if TYPE_CHECKING:
    from resumekit.load import Document
    from resumekit.present import ResumeView
    from resumekit.schema import Resume
    from resumekit.typeset.latex import Engine

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What `resumekit build` can be told. `theme` overrides the résumé's; `assignments` are `PATH=VALUE`.

    `output` is a folder, or `-`, standard output, which takes one file. `edition` says which version of the résumé is
    built; with `all`, every variant in every language is. `dpi` is the resolution of pictures of pages. With `verify`,
    a PDF is read back, and a text or link that did not arrive stops the build. `engine` is `weasyprint` or one of
    LaTeX's, whose source and log are kept when a build fails, and with `keep` when it does not.
    """

    theme: str | None = None
    formats: tuple[str, ...] = ("pdf",)
    output: Path = Path("dist")
    assignments: tuple[str, ...] = ()
    edition: Edition = WHOLE
    all: bool = False
    dpi: int = 150
    strict: bool = False
    verify: bool = True
    engine: str = WEASYPRINT
    keep: bool = False


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: the written files, the number of pages of all editions, and warnings.

    The files of an edition stand together, in the order of the formats.
    """

    files: tuple[Path, ...]
    pages: int
    problems: tuple[Problem, ...]


def build(
    source: Path,
    options: BuildOptions | None = None,
    *,
    today: date | None = None,
    progress: Progress = lambda stage: None,
    typesetter: Typesetter = typeset_here,
) -> BuildResult:
    """Build a résumé, in one edition or in all: read it, check it, set it, write it.

    Nothing is written unless every format of every edition is ready. What starts after `today` gets a warning; it is
    the `{date}` of a file name too, unless SOURCE_DATE_EPOCH has another. `progress` is called with the name of each
    stage as it begins. `typesetter` sets the pages, perhaps in processes of its own.

    Raises:
        ResumekitError: whatever stops it; the class tells the stage, `problems` why.
    """
    options, today = options or BuildOptions(), today or date.today()
    engine = _latex_engine(options)
    progress("load")
    document, remarks = load_any(source)
    document = override(document, options.assignments)
    progress("validate")
    proofs = [
        proof
        for version in versions(document, options.edition, all_=options.all, today=today)
        for proof in _proofs(version, options, progress, typesetter, engine)
    ]
    from resumekit.check import load_pdfium  # late: pages are being set meanwhile

    load_pdfium()
    stems = [stem_of(source, proof, source_date() or today) for proof in proofs]
    with _latex_kept(proofs, stems, options):
        made = [(proof, artifacts_of(proof.manuscript, options.formats)) for proof in proofs]
        progress("check")
        found = (problem for proof in made for problem in _problems_with(*proof, options))
        problems = tuple(dict.fromkeys((*remarks, *found)))
        _stop_on(problems, options.strict)
    progress("write")
    files = {
        artifact.file_name(stem): artifact
        for stem, (_, artifacts) in zip(stems, made, strict=True)
        for artifact in artifacts
    }
    written = tuple(write(artifact.data, path) for path, artifact in _paths(files, options.output).items())
    pages = sum(max(artifact.pages for artifact in artifacts) for _, artifacts in made)
    return BuildResult(written, pages, problems)


def _paths(files: Mapping[str, Artifact], output: Path) -> dict[Path, Artifact]:
    """Return where each file goes.

    Raises:
        UsageError: there are several, and they would go to standard output.
    """
    if output != STANDARD_OUTPUT:
        return {output / name: artifact for name, artifact in files.items()}
    if len(files) > 1:
        message = f"standard output takes one file, and these are {len(files)}: {', '.join(files)}"
        raise UsageError(Problem("several-files", message, hint="`-o DIR` names a folder"))
    return dict.fromkeys([output], *files.values())


def _proofs(
    version: Version, options: BuildOptions, progress: Progress, typesetter: Typesetter, engine: Engine | None
) -> Iterator[Proof]:
    """Tailor a résumé, and begin to set it; or each of its letters."""
    document = version.designs
    if version.letter and "json" in options.formats:
        hint = "leave it out, or build the résumé as JSON"
        raise UsageError(Problem("not-for-letters", "JSON Resume has no place for a letter", hint=hint))
    progress("tailor")
    resume, odd = tailor(document, version.resume, version.edition)
    printed = without_pictures(resume, picture_problems(document) if version.has_warnings else ())
    progress("theme")
    design, unfit = look_of(version, resume, options.theme)
    progress("present")
    for name, view in views_of(version, printed, design):
        if engine:
            _must_be_able(engine, document, resume, view)
        progress("typeset")
        whole = version.edition.is_whole and not options.assignments and not version.letter
        manuscript = Manuscript(version.document, resume, view, design, typesetter, whole, options.dpi, engine)
        begin(manuscript, options.formats)
        yield Proof(version.edition, name, manuscript, version.problems + odd + unfit)


def _latex_engine(options: BuildOptions) -> Engine | None:
    """Return the engine of LaTeX that sets the pages, if there are any and WeasyPrint does not.

    Raises:
        UsageError: there is none of that name.
    """
    if options.engine == WEASYPRINT:
        return None
    from resumekit.typeset.latex import engine_named

    engine = engine_named(options.engine)
    return engine if SHOWING_PAGES.intersection(options.formats) else None


def _must_be_able(engine: Engine, document: Document, resume: Resume, view: ResumeView) -> None:
    """Go on only if an engine of LaTeX can set what the résumé asks for.

    Raises:
        UsageError: only another engine can.
    """
    if resume.output and resume.output.pdf == "archive":
        message = f"{engine.name} makes no archive PDFs"
        raise UsageError(document.problem("no-archive-by-latex", message, ("output", "pdf"), hint="leave out --engine"))
    if view.direction == "rtl" and not engine.from_right:
        message = f"machines cannot read what {engine.name} sets from right to left"
        hint = "`--engine xelatex` can do it, and so can WeasyPrint: leave out --engine"
        raise UsageError(document.problem("no-right-to-left", message, ("locale",), hint=hint))


@contextmanager
def _latex_kept(proofs: Sequence[Proof], stems: Sequence[str], options: BuildOptions) -> Iterator[None]:
    """Keep the source of each page that LaTeX sets, and what its engine said: if the build fails, or is told to."""
    compilations = [(proof.manuscript.compilation, stem) for proof, stem in zip(proofs, stems, strict=True)]
    folder = Path() if options.output == STANDARD_OUTPUT else options.output
    pages = {folder / f"{stem}.tex": compilation for compilation, stem in compilations if compilation}
    for path, compilation in pages.items():
        compilation.kept = path
    keep = True
    try:
        yield
        keep = options.keep
    finally:
        for path, compilation in pages.items() if keep else ():
            write(compilation.tex.encode(), path)
            if compilation.log:  # else it did not run
                write(compilation.log.encode(), path.with_suffix(".log"))


def _problems_with(proof: Proof, artifacts: Iterable[Artifact], options: BuildOptions) -> tuple[Problem, ...]:
    """Return what is wrong with an edition and its artifacts, as far as `options` wants to know."""
    from resumekit.check import check, check_read_back

    manuscript, problems = proof.manuscript, proof.problems
    for artifact in artifacts:
        problems += check(manuscript.document, manuscript.resume, artifact)
        if options.verify and artifact.format == "pdf":
            problems += check_read_back(manuscript.document, manuscript.view, artifact.data)
    return problems


def _stop_on(problems: tuple[Problem, ...], strict: bool) -> None:
    if any(problem.severity == "error" for problem in problems):
        raise TypesetError(*problems)
    if strict and any(problem.severity == "warning" for problem in problems):
        raise ResumekitError(*problems)
