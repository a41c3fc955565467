"""The whole of resumekit in one function: `build` follows the diagram in docs/architecture.md, one stage per line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from resumekit.load import Document
from resumekit.typeset import Artifact, Typesetter, typeset_here
from resumekit.writers import check_formats, write_content, write_pages

from .build_options import BuildOptions, BuildResult
from .loading import load_source
from .naming import source_stem
from .page_requests import latex_engine, start_typesetting
from .planning import plan
from .preparation import check_theme, prepare
from .saving import latex_kept, save

Progress = Callable[[str], None]


def build(
    source: Path | Document,
    options: BuildOptions | None = None,
    *,
    today: date | None = None,
    progress: Progress = lambda stage: None,
    typesetter: Typesetter = typeset_here,
) -> BuildResult:
    """Build a résumé, in one edition or in all.

    Nothing is saved unless every format of every edition is ready. Entries that start after `today` get a warning;
    `{date}` in file names is `today` too, unless SOURCE_DATE_EPOCH sets another date. `progress` is called with the
    name of each stage as it begins. `typesetter` typesets the pages, perhaps in other processes.

    Raises:
        ResumekitError: the build failed; the class says at which stage, `problems` why.
    """
    options, today = options or BuildOptions(), today or date.today()
    check_formats(options.formats)
    latex_engine(options)  # an unknown one is reported before anything is read

    progress("load")
    document, remarks = load_source(source, options.assignments)

    progress("plan")
    planned = tuple(plan(document, options.edition, every=options.all, today=today))

    progress("prepare")  # one page is typeset while the next is prepared
    editions = (each for edition in planned for each in prepare(edition, options, source_stem(source), today))
    jobs = [replace(each, pdf=start_typesetting(each.content, options, typesetter)) for each in editions]

    with latex_kept(jobs, options):
        progress("write")  # pages are checked, and formats without pages written, while pages are typeset
        for each in jobs:
            check_theme(each.content)
        written = [write_content(each.content, options.formats) for each in jobs]

        from .checking import check_editions, get_ready_to_check  # loaded while pages are typeset

        get_ready_to_check(jobs, options)

        progress("typeset")
        typeset = [write_pages(each.pdf, options.formats, options.dpi) for each in jobs]

        progress("check")
        made = [{**one, **other} for one, other in zip(written, typeset, strict=True)]
        problems = check_editions(jobs, made, options, remarks)

    progress("save")
    artifacts = [_requested(each, options) for each in made]
    files = {file.file_name(job.stem): file for job, wanted in zip(jobs, artifacts, strict=True) for file in wanted}
    paths = save(files, jobs, options.output)
    pages = sum(max(file.pages for file in wanted) for wanted in artifacts)
    fitted = {job.stem: changes for job, wanted in zip(jobs, made, strict=True) if (changes := _changes_in(wanted))}
    return BuildResult({name: file.data for name, file in files.items()}, paths, pages, problems, fitted)


def _changes_in(artifacts: Mapping[str, tuple[Artifact, ...]]) -> str:
    """Return what was changed so that the pages of an edition fit."""
    return next((file.fitting.changes for file in artifacts.get("pdf", ()) if file.fitting), "")


def _requested(artifacts: Mapping[str, tuple[Artifact, ...]], options: BuildOptions) -> tuple[Artifact, ...]:
    """Return the artifacts in the formats requested, in their order."""
    return tuple(artifact for name in options.formats for artifact in artifacts[name])
