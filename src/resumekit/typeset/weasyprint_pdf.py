"""PDF through WeasyPrint: tagged, at least PDF/UA-1, reading nothing but the request's folders."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from resumekit.addresses import THEME_HOST
from resumekit.errors import Problem, TypesetError
from resumekit.processes import OutOfTime, limited

from . import archive
from .artifact import Artifact
from .content_streams import write_pdf
from .counter_styles import counter_styles
from .fit import Fit, Fitting, fit
from .folders import Folders, Refused
from .fontconfig import only_fonts_in, system_fonts_for
from .page_limits import unfinished
from .request import TypesetRequest
from .self_fit import SelfFit, fit_itself
from .weasyprint_import import import_weasyprint

_ACCESSIBLE = "pdf/ua-1"
_PICTURE_DPI = 300
"""Pictures are scaled down to what paper shows: a 3.6 MB photo becomes 27 KB."""

_ONE_AT_A_TIME = threading.Lock()
"""Pango and fontconfig keep caches of the process that they do not protect from threads."""


def warm_up() -> None:
    """Typeset one word, so that everything the first page needs is loaded. Problems are reported with that page."""
    html = '<html lang="en"><title>a</title><body style="font-family: Inter"><h1>a</h1>'
    with suppress(TypesetError):
        typeset_page(TypesetRequest(html, Folders(Path(), ())))


def typeset_page(request: TypesetRequest) -> tuple[Artifact, Any]:
    """Return a page as a PDF, with WeasyPrint's document: the boxes it was drawn from, with their computed style.

    Characters that no bundled font has are drawn with a font of this machine, if one has them, in a second layout.

    Raises:
        TypesetError: WeasyPrint is missing or failed.
    """
    with _ONE_AT_A_TIME:
        made, document = _typeset(request)
        if not made.undrawn or not (helpers := system_fonts_for(made.undrawn)):
            return made, document
        again, document = _typeset(request, tuple(font.file for font in helpers))
        return replace(again, borrowed=tuple(sorted({font.family for font in helpers}))), document


def _typeset(request: TypesetRequest, borrowed: tuple[Path, ...] = ()) -> tuple[Artifact, Any]:
    with only_fonts_in(request.folders.fonts()):  # importing WeasyPrint looks for fonts
        weasyprint = import_weasyprint()
    fetcher = _fetcher(weasyprint, request)
    options = {"pdf_variant": archive.VARIANT if request.archive else _ACCESSIBLE, "dpi": _PICTURE_DPI}
    extras = archive.extras(weasyprint, request.attachments, fetcher) if request.archive else {}
    with only_fonts_in(request.folders.fonts(), borrowed), _captured_log() as log:
        from weasyprint.text.fonts import FontConfiguration

        fonts = FontConfiguration()

        def render(style: str) -> Any:
            text = _in_characters(request.html).replace("</style>", f"{style}</style>", 1)
            with limited(request.limits):
                page = weasyprint.HTML(string=text, base_url=THEME_HOST, url_fetcher=fetcher)
                _attach_nothing(page)
                return page.render(font_config=fonts, counter_style=counter_styles(), **options)

        try:
            document, fitting = _lay_out(render, request.fit)
            with limited(request.limits):
                data = write_pdf(document, request.html, **options, **extras)
        except OutOfTime:
            raise unfinished("time", request) from None
        except MemoryError:
            raise unfinished("memory", request) from None
        except Exception as error:
            what = f"{type(error).__name__}: {error}".rstrip(": ")
            hint = "try `--theme modern`: if that works, the theme uses something that WeasyPrint does not support"
            raise TypesetError(Problem("engine-failed", f"WeasyPrint failed: {what}", hint=hint)) from error
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


def _lay_out(render: Callable[[str], Any], wanted: Fit | SelfFit | None) -> tuple[Any, Fitting | None]:
    if wanted is None:
        return render(""), None
    return fit_itself(render, wanted) if isinstance(wanted, SelfFit) else fit(render, wanted)


def _in_characters(html: str) -> str:
    """Return a page with characters for two elements that WeasyPrint 70 ignores, or draws as boxes of their own.

    The characters have no glyphs, so they are not in the PDF.
    """
    for element, character in (("<wbr>", "&#x200b;"), ("<bdi>", "&#x2068;"), ("</bdi>", "&#x2069;")):
        html = html.replace(element, character)
    return html


def _attach_nothing(page: Any) -> None:
    """Make plain links of those that WeasyPrint would replace with the file they lead to: attachments are ours."""
    for element in page.etree_element.iter():
        if "attachment" in (element.get("rel") or "").lower():
            del element.attrib["rel"]


def _fetcher(weasyprint: Any, request: TypesetRequest) -> Any:
    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        """Reads the files that the request allows and data URLs, nothing else."""

        refused: list[str]

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            try:
                data = request.folders.read(url)
            except Refused:
                self.refused.append(url)
                raise
            return weasyprint.urls.URLFetcherResponse(url, archive.in_screen_colours(data) if request.archive else data)

    fetcher = Fetcher(allowed_protocols={"data"}, allow_redirects=False)
    fetcher.refused = []
    return fetcher


class _Log(logging.Handler):
    """Keeps what WeasyPrint logs in this thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:  # another thread may use WeasyPrint for itself
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
def _captured_log() -> Iterator[_Log]:
    logger, log = logging.getLogger("weasyprint"), _Log()
    logger.addHandler(log)
    try:
        yield log
    finally:
        logger.removeHandler(log)
