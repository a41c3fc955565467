"""PDF through WeasyPrint: tagged, PDF/UA-1 at least, with nothing read that was not meant to be."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from resumekit.addresses import THEME_HOST
from resumekit.errors import Problem, TypesetError

from . import archive
from .artifact import Artifact
from .engine import load_engine
from .fit import fit
from .folders import Folders, Refused
from .fontconfig import only_fonts_in, system_fonts_for
from .job import Job
from .read_as_written import read_as_written

_ACCESSIBLE = "pdf/ua-1"
_PICTURE_DPI = 300
"""Pictures are scaled down to what paper shows: a 3.6 MB photo leaves 27 KB."""


def prepare() -> None:
    """Set a word, so that all that the first page needs is there when it comes. What is missing is told then."""
    with suppress(TypesetError):
        _set('<html lang="en"><title>a</title><body style="font-family: Inter"><h1>a</h1>', Job(Folders(Path(), ())))


def pdf(html: str, job: Job) -> Artifact:
    """Return the page as a PDF.

    A character that no bundled font has is drawn by a font of this machine, if there is one, in a second layout.

    Raises:
        TypesetError: WeasyPrint is missing or failed.
    """
    return pdf_and_boxes(html, job)[0]


def pdf_and_boxes(html: str, job: Job) -> tuple[Artifact, Any]:
    """Return the same, with WeasyPrint's document: the boxes that it was drawn from, with their computed style.

    Raises:
        TypesetError: WeasyPrint is missing or failed.
    """
    made, document = _set(html, job)
    if not made.undrawn or not (helpers := system_fonts_for(made.undrawn)):
        return made, document
    again, document = _set(html, job, tuple(font.file for font in helpers))
    return replace(again, borrowed=tuple(sorted({font.family for font in helpers}))), document


def _set(html: str, job: Job, borrowed: tuple[Path, ...] = ()) -> tuple[Artifact, Any]:
    folders = job.folders
    with only_fonts_in(folders.fonts(), borrowed), _listening() as log:
        weasyprint = load_engine()
        from weasyprint.text.fonts import FontConfiguration

        fetcher = _fetcher(weasyprint, job)
        options = {"pdf_variant": archive.VARIANT if job.archive else _ACCESSIBLE, "dpi": _PICTURE_DPI}
        extras = archive.extras(weasyprint, job.attachments, fetcher) if job.archive else {}
        try:

            def render(style: str) -> Any:
                text = html.replace("</style>", f"{style}</style>", 1)
                page = weasyprint.HTML(string=text, base_url=THEME_HOST, url_fetcher=fetcher)
                return page.render(font_config=fonts, **options)

            fonts = FontConfiguration()
            document, fitting = fit(render, job.fit) if job.fit else (render(""), None)
            with archive.quietly(), read_as_written(html):
                data = document.write_pdf(**options, **extras)
        except (Exception, RecursionError) as error:
            what = f"{type(error).__name__}: {error}".rstrip(": ")
            raise TypesetError(
                Problem(
                    "engine-failed",
                    f"WeasyPrint gave up: {what}",
                    hint="`--theme modern` tells whether the theme asks for something that it cannot do",
                )
            ) from error
    artifact = Artifact(
        "pdf",
        data,
        len(document.pages),
        undrawn=log.undrawn(),
        refused=tuple(fetcher.refused),
        fitting=fitting,
        remarks=tuple(remark for remark in log.remarks() if not any(url in remark for url in fetcher.refused)),
    )
    return artifact, document


def _fetcher(weasyprint: Any, job: Job) -> Any:
    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        """Reads the theme's and the résumé's folders, and data addresses; nothing else."""

        refused: list[str]

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            try:
                data = job.folders.read(url)
            except Refused:
                self.refused.append(url)
                raise
            return weasyprint.urls.URLFetcherResponse(url, archive.in_screen_colours(data) if job.archive else data)

    fetcher = Fetcher(allowed_protocols={"data"}, allow_redirects=False)
    fetcher.refused = []
    return fetcher


class _Log(logging.Handler):
    """Keeps what WeasyPrint says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def undrawn(self) -> tuple[str, ...]:
        """Return the characters that no font had, each once."""
        points = [record.args[1] for record in self.records if _is_notdef(record) and isinstance(record.args, tuple)]
        return tuple(dict.fromkeys(chr(point) for point in points if isinstance(point, int)))

    def remarks(self) -> tuple[str, ...]:
        """Return everything else, each once."""
        return tuple(dict.fromkeys(record.getMessage() for record in self.records if not _is_notdef(record)))


def _is_notdef(record: logging.LogRecord) -> bool:
    return str(record.msg).startswith(".notdef")


@contextmanager
def _listening() -> Iterator[_Log]:
    logger, log = logging.getLogger("weasyprint"), _Log()
    logger.addHandler(log)
    try:
        yield log
    finally:
        logger.removeHandler(log)
