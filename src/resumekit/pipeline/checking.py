"""Check: whether the finished artifacts may be saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from resumekit.check import check, check_read_back, check_web_page, load_pdfium
from resumekit.errors import Problem, ResumekitError, TypesetError
from resumekit.theming.printed_view import printed_view
from resumekit.typeset import Artifact

from .build_options import BuildOptions
from .preparation import BuildJob


def get_ready_to_check(jobs: Sequence[BuildJob], options: BuildOptions) -> None:
    """Load what reading a PDF back needs, if one will be read."""
    if options.verify and any(job.pdf for job in jobs):
        load_pdfium()


def check_editions(
    jobs: Sequence[BuildJob],
    artifacts: Sequence[Mapping[str, tuple[Artifact, ...]]],
    options: BuildOptions,
    remarks: Sequence[Problem],
) -> tuple[Problem, ...]:
    """Return the warnings and remarks about the editions and their artifacts, each once, after those about the source.

    Each edition has its artifacts by format. PDFs and HTML pages are read back unless `options` says otherwise.

    Raises:
        TypesetError: there is an error.
        ResumekitError: there are warnings, and `options.strict`.
    """
    pairs = zip(jobs, artifacts, strict=True)
    found = (problem for job, made in pairs for problem in _problems(job, chain(*made.values()), options))
    problems = tuple(dict.fromkeys((*remarks, *found)))
    if any(problem.severity == "error" for problem in problems):
        raise TypesetError(*problems)
    if options.strict and any(problem.severity == "warning" for problem in problems):
        raise ResumekitError(*problems)
    return problems


def _problems(job: BuildJob, artifacts: Iterable[Artifact], options: BuildOptions) -> Iterator[Problem]:
    content = job.content
    yield from job.problems
    for artifact in artifacts:
        yield from check(content.document, content.resume, artifact)
        if options.verify and artifact.format == "pdf":
            yield from check_read_back(content.document, printed_view(content.view, content.design), artifact.data)
        elif options.verify and artifact.format == "html":
            yield from check_web_page(content.document, printed_view(content.view, content.design), artifact.data)
