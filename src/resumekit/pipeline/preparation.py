"""Prepare: tailor an edition, resolve its design, and present its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from resumekit.errors import Problem, UsageError
from resumekit.present import ResumeView, present, present_letter
from resumekit.schema import Resume, picture_problems
from resumekit.tailor import Edition, ReadyLetter, number_pictures, ready_letters, tailor, without_pictures
from resumekit.theming import Design, render_html, resolve_design
from resumekit.typeset import PAGE_FORMATS, WEASYPRINT, PendingPdf, source_date
from resumekit.writers import PreparedEdition

from .build_options import BuildOptions
from .naming import Naming, edition_stem
from .planning import PlannedEdition

if TYPE_CHECKING:
    from resumekit.tailor.still_there import OmissionSearch


@dataclass(frozen=True, slots=True)
class BuildJob:
    """One edition on its way through the build: its content, and what else the build knows about it.

    That is the stem of its file names, the problems found so far, and the files it was read from. `pdf` waits for its
    page, once it is being typeset.
    """

    content: PreparedEdition
    stem: str
    problems: tuple[Problem, ...]
    sources: frozenset[str]
    pdf: PendingPdf | None = None


def prepare(planned: PlannedEdition, options: BuildOptions, stem: str, today: date) -> Iterator[BuildJob]:
    """Yield the edition ready to be typeset and written, or each of its letters. `stem` is the source's.

    Raises:
        UsageError: a letter is requested in a format that does not support letters.
        ThemeError: no such theme, invalid options, or a broken template.
        SchemaError: the résumé is not written in the language.
    """
    if planned.letter and "json" in options.formats:
        hint = "remove json from the formats, or build the résumé instead"
        raise UsageError(Problem("not-for-letters", "JSON Resume does not support letters", hint=hint))
    resume, tailoring = tailor(planned.settings, planned.resume, planned.edition)
    design, left_out = resolve_design(planned.settings, resume, options.theme, planned.edition.variant)
    search = _search_for_omissions(planned.resume, planned.edition)
    remains = tuple(search.in_resume(planned.settings, resume)) if search else ()
    resume, pictures = number_pictures(resume) if planned.edition.is_discreet else (resume, {})
    is_complete = planned.edition.is_whole and not options.assignments and not planned.letter
    for letter, view in _views(planned, resume, pictures, design, today):
        said = tuple(search.in_letter(planned.document, letter)) if search and letter else ()
        html = render_html(view, design) if _needs_html(options) else ""
        is_letter = letter is not None
        content = PreparedEdition(planned.document, resume, view, design, is_complete, html, pictures, is_letter)
        naming = Naming(stem, planned.edition, letter, search)
        file_name = edition_stem(naming, content, source_date() or today)
        problems = planned.problems + tailoring + left_out + remains + said
        yield BuildJob(content, file_name, problems, planned.document.files | planned.settings.files)


def check_theme(content: PreparedEdition) -> None:
    """Check what the theme renders. No page is written before, though it may be typeset meanwhile.

    Raises:
        ThemeError: the page contains what no page may contain.
    """
    if content.html:
        from resumekit.theming.page_safety import check_page  # late, with Jinja: not every format needs a page

        check_page(content.html, content.view, content.design.theme)


def _views(
    planned: PlannedEdition, resume: Resume, pictures: Mapping[str, str], design: Design, today: date
) -> Iterator[tuple[ReadyLetter | None, ResumeView]]:
    """Yield the view of an edition, or each of its letters with its view."""
    printed = _without_broken_pictures(planned, resume, pictures)
    if planned.letter is None:
        yield None, present(printed, design.date_format, design.order, source_date() or today)
        return
    for letter in ready_letters(planned.document, planned.letter, printed):
        yield letter, present_letter(letter, printed, today)


def _search_for_omissions(resume: Resume, edition: Edition) -> OmissionSearch | None:
    """Return the search for what an edition omits, or None if it omits nothing."""
    if not edition.is_discreet:
        return None
    from resumekit.tailor.still_there import OmissionSearch  # late: most builds omit nothing

    return OmissionSearch(resume, edition)


def _needs_html(options: BuildOptions) -> bool:
    shown = PAGE_FORMATS if options.engine == WEASYPRINT else frozenset[str]()
    return not (shown | {"html"}).isdisjoint(options.formats)


def _without_broken_pictures(planned: PlannedEdition, resume: Resume, pictures: Mapping[str, str]) -> Resume:
    """Return the résumé without pictures that cannot be printed, each of which has been reported with a warning."""
    if not any(problem.severity == "warning" for problem in planned.problems):
        return resume
    broken = picture_problems(planned.settings)
    return without_pictures(resume, {*broken, *(name for name, file in pictures.items() if file in broken)})
