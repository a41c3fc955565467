"""Check: whether the finished artifacts may be saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resumekit.check import check, check_read_back, check_web_page
from resumekit.errors import Problem, ResumekitError, TypesetError
from resumekit.typeset import Artifact

from .build_options import BuildOptions
from .preparation import Prepared


def check_editions(
    prepared: Sequence[Prepared],
    artifacts: Sequence[Sequence[Artifact]],
    options: BuildOptions,
    remarks: Sequence[Problem],
) -> tuple[Problem, ...]:
    """Return the warnings and remarks about the editions and their artifacts, each once, after those about the source.

    PDFs and HTML pages are read back unless `options` says otherwise.

    Raises:
        TypesetError: there is an error.
        ResumekitError: there are warnings, and `options.strict`.
    """
    pairs = zip(prepared, artifacts, strict=True)
    found = (problem for pair in pairs for problem in _problems(*pair, options))
    problems = tuple(dict.fromkeys((*remarks, *found)))
    if any(problem.severity == "error" for problem in problems):
        raise TypesetError(*problems)
    if options.strict and any(problem.severity == "warning" for problem in problems):
        raise ResumekitError(*problems)
    return problems


def _problems(prepared: Prepared, artifacts: Sequence[Artifact], options: BuildOptions) -> Iterator[Problem]:
    content = prepared.content
    yield from prepared.problems
    for artifact in artifacts:
        yield from check(content.document, content.resume, artifact)
        if options.verify and artifact.format == "pdf":
            yield from check_read_back(content.document, content.view, artifact.data)
        elif options.verify and artifact.format == "html":
            yield from check_web_page(content.document, content.view, artifact.data)
