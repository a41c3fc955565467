"""Whether every text and every link of a résumé arrived in its PDF: the PDF is read back and compared."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from resumekit.codes import Code
from resumekit.errors import Problem, SourceLocation
from resumekit.load import Document
from resumekit.pdfium import Reading, read_pdf
from resumekit.present import ResumeView

from .pages import Pages, comparable
from .words import links_of, texts_of


def check_arrival(document: Document, view: ResumeView, pdf: bytes) -> tuple[Problem, ...]:
    """Return an error for each text and each link of the view that a machine does not find in the PDF."""
    reading = read_pdf(pdf)
    if reading is None:
        hint = "pip install pypdfium2"
        return (Problem("not-verified", "the PDF could not be read back: no PDFium", severity="warning", hint=hint),)
    found = {*_lost_texts(document, view, reading), *_lost_links(document, view, reading)}
    return tuple(sorted(found, key=lambda problem: (problem.location.line if problem.location else 0, problem.message)))


def _lost_texts(document: Document, view: ResumeView, reading: Reading) -> Iterator[Problem]:
    pages = Pages(reading.pages, runs_left=view.direction == "rtl")
    for text in pages.without(texts_of(view)):
        shown = text if len(text) <= 60 else f"{text[:57]}…"
        yield _lost(document, "lost-text", f"this text did not arrive in the PDF: '{shown}'", text)


def _lost_links(document: Document, view: ResumeView, reading: Reading) -> Iterator[Problem]:
    arrived = {_target(url) for url in reading.links}
    for url in links_of(view):
        if url and _target(url) not in arrived:
            yield _lost(document, "lost-link", f"this link did not arrive in the PDF: {url}", url)


def _target(url: str) -> str:
    """Return where an address leads: an empty fragment, which LaTeX leaves out, leads nowhere else."""
    return unquote(url).removesuffix("#")


def _lost(document: Document, code: Code, message: str, text: str) -> Problem:
    hint = "the theme leaves it out or spoils it; `--theme modern` tells whether it is the theme"
    return Problem(code, message, _location_of(comparable(text), document), file=document.source.name, hint=hint)


def _location_of(wanted: str, document: Document) -> SourceLocation | None:
    """Return where a text stands in the source: a value that is it, holds it, or is a part of it."""
    values = [(path, comparable(value)) for path, value in document.scalars()]
    for fits in (str.__eq__, str.__contains__, lambda value, text: bool(value) and value in text):
        for path, value in values:
            if fits(value, wanted):
                return document.location(path)
    return None
