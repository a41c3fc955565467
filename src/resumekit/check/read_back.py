"""Read a PDF or an HTML page back, and report each text and link of the résumé that it lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from resumekit.codes import Code
from resumekit.errors import Problem, SourceLocation
from resumekit.load import Document
from resumekit.pdfium import read_pdf
from resumekit.present import ResumeView
from resumekit.theming.markup import text_and_links

from .comparison import comparable
from .extracted_text import ExtractedText
from .view_text import links_of, texts_of


def check_read_back(document: Document, view: ResumeView, pdf: bytes) -> tuple[Problem, ...]:
    """Return an error for each text and each link of the view that cannot be extracted from the PDF."""
    extracted = read_pdf(pdf)
    if extracted is None:
        message = "the PDF was not verified: PDFium is missing or cannot open it"
        return (Problem("not-verified", message, severity="warning", hint="pip install pypdfium2"),)
    text_of_pages = ExtractedText(extracted.pages, right_to_left=view.direction == "rtl")
    return _lost_from("PDF", document, view, text_of_pages, extracted.links)


def check_web_page(document: Document, view: ResumeView, page: bytes) -> tuple[Problem, ...]:
    """Return an error for each text and each link of the view that an HTML page does not contain."""
    text, links = text_and_links(page.decode("utf-8"))
    return _lost_from("HTML page", document, view, ExtractedText([text]), links)


def _lost_from(
    file: str, document: Document, view: ResumeView, extracted: ExtractedText, links: Iterable[str]
) -> tuple[Problem, ...]:
    found = {*_lost_texts(file, document, view, extracted), *_lost_links(file, document, view, links)}
    return tuple(sorted(found, key=lambda problem: (problem.location.line if problem.location else 0, problem.message)))


def _lost_texts(file: str, document: Document, view: ResumeView, extracted: ExtractedText) -> Iterator[Problem]:
    for text in extracted.find_missing(texts_of(view)):
        shown = text if len(text) <= 60 else f"{text[:57]}…"
        yield _lost(document, "lost-text", f"text is missing from the {file}: '{shown}'", text)


def _lost_links(file: str, document: Document, view: ResumeView, links: Iterable[str]) -> Iterator[Problem]:
    present = {_target(url) for url in links}
    for url in links_of(view):
        if url and _target(url) not in present:
            yield _lost(document, "lost-link", f"link is missing from the {file}: {url}", url)


def _target(url: str) -> str:
    """Normalize an address for comparison; LaTeX drops an empty fragment, which does not change the target."""
    return unquote(url).removesuffix("#")


def _lost(document: Document, code: Code, message: str, text: str) -> Problem:
    hint = "the theme omits or garbles it; build with `--theme modern` to find out whether the theme is the cause"
    return Problem(code, message, _location_of(comparable(text), document), file=document.source.name, hint=hint)


def _location_of(wanted: str, document: Document) -> SourceLocation | None:
    """Locate a text in the source: a value equal to it, else one that contains it, else one that is part of it."""
    values = [(path, comparable(value)) for path, value in document.scalars()]
    for matches in (str.__eq__, str.__contains__, lambda value, text: bool(value) and value in text):
        for path, value in values:
            if matches(value, wanted):
                return document.location(path)
    return None
