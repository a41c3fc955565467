"""Start typesetting the page of an edition, if a format shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resumekit.errors import UsageError
from resumekit.typeset import PAGE_FORMATS, WEASYPRINT, PendingPdf, TypesetRequest, Typesetter, layout_limits
from resumekit.writers import PreparedEdition

from .build_options import BuildOptions
from .page_fit import fit_of, self_fit_of

if TYPE_CHECKING:
    from resumekit.typeset.fit import Fit
    from resumekit.typeset.latex import Engine
    from resumekit.typeset.self_fit import SelfFit


def start_typesetting(content: PreparedEdition, options: BuildOptions, typesetter: Typesetter) -> PendingPdf | None:
    """Start typesetting; return a function that waits for the PDF, or None if no format shows pages.

    Raises:
        ThemeError: the theme's template is broken.
        UsageError: the engine is unknown, or cannot typeset this résumé.
    """
    if not PAGE_FORMATS.intersection(options.formats):
        return None
    engine = latex_engine(options)
    if engine is None:
        return typesetter(page_request(content))
    from resumekit.typeset.latex import Compilation  # late: LaTeX typesets few pages
    from resumekit.writers.latex_writer import latex_files

    _check_ability(engine, content)
    files = latex_files(content)
    return Compilation(engine, files.text, content.document, content.folders, files.pictures, files.refused)


def latex_engine(options: BuildOptions) -> Engine | None:
    """Return the LaTeX engine that typesets the pages, or None if WeasyPrint does.

    Raises:
        UsageError: the engine is unknown.
    """
    if options.engine == WEASYPRINT:
        return None
    from resumekit.typeset.latex import engine_named

    return engine_named(options.engine)


def page_request(content: PreparedEdition) -> TypesetRequest:
    """Return what WeasyPrint typesets: the page, fitted as the résumé asks; a letter is as long as it is.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is not a number.
    """
    request = TypesetRequest(content.html, content.folders, fit=_fit(content), limits=layout_limits(content.document))
    if not (content.resume.output and content.resume.output.pdf == "archive"):
        return request
    from resumekit.writers.archive_attachments import attachments_of  # late: most PDFs have no attachments

    return replace(request, archive=True, attachments=attachments_of(content))


def _fit(content: PreparedEdition) -> Fit | SelfFit | None:
    pages = content.resume.pages
    if isinstance(pages, int):
        return fit_of(content.design, pages)
    return self_fit_of(content.design) if pages == "auto" and not content.is_letter else None


def _check_ability(engine: Engine, content: PreparedEdition) -> None:
    """Check that a LaTeX engine can typeset the résumé.

    Raises:
        UsageError: it cannot.
    """
    document, output = content.document, content.resume.output
    if output and output.pdf == "archive":
        message = f"{engine.name} does not support archive PDFs"
        raise UsageError(document.problem("no-archive-by-latex", message, ("output", "pdf"), hint="leave out --engine"))
    if content.view.direction == "rtl" and not engine.from_right:
        message = f"{engine.name} does not support right-to-left pages"
        hint = "use `--engine xelatex`, or leave out --engine"
        raise UsageError(document.problem("no-right-to-left", message, ("locale",), hint=hint))
