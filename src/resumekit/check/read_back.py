"""Read a PDF or an HTML page back, and report each text and link of the résumé that it lost or hides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from urllib.parse import unquote

from resumekit.codes import Code
from resumekit.errors import Problem, SourceLocation
from resumekit.load import Document
from resumekit.pdfium import read_pdf, read_visible_text
from resumekit.present import ResumeView
from resumekit.processes import Limits, Unfinished, run_isolated
from resumekit.theming.markup import text_and_links

from .comparison import comparable
from .extracted_text import ExtractedText
from .view_text import links_of, ranges_of, texts_of

_LIMITS = Limits(seconds=8, memory=1_000_000_000)
_ENDED = {
    "time": f"takes more than {_LIMITS.seconds:g} seconds",
    "memory": f"takes more than {_LIMITS.memory // 1_000_000_000} GB of memory",
    "crash": "crashes PDFium",
}

_LOST = "the theme omits or garbles it; build with `--theme modern` to find out whether the theme is the cause"
_HIDDEN = "it is covered, cut off, transparent, tiny or in its background's colour; change the theme or its options"

_FEWEST_LETTERS = 3


def check_read_back(document: Document, view: ResumeView, pdf: bytes) -> tuple[Problem, ...]:
    """Return an error for each text and each link of the view that machines cannot read or people cannot see."""
    extracted = read_pdf(pdf)
    if extracted is None:
        message = "the PDF was not verified: PDFium is missing or cannot open it"
        return (Problem("not-verified", message, severity="warning", hint="pip install pypdfium2"),)
    texts = tuple(texts_of(view))
    lost = _missing(texts, _extracted(extracted.pages, view), view)
    problems = {*_lost_texts("PDF", document, lost), *_lost_links("PDF", document, view, extracted.links)}
    if extracted.may_hide_text:
        problems.update(_hidden_texts(document, view, pdf, texts, lost))
    return _in_order(problems)


def check_web_page(document: Document, view: ResumeView, page: bytes) -> tuple[Problem, ...]:
    """Return an error for each text and each link of the view that an HTML page does not contain."""
    text, links = text_and_links(page.decode("utf-8"))
    lost = _missing(texts_of(view), ExtractedText([text]), view)
    return _in_order({*_lost_texts("HTML page", document, lost), *_lost_links("HTML page", document, view, links)})


def _extracted(pages: Sequence[str], view: ResumeView) -> ExtractedText:
    return ExtractedText(pages, right_to_left=view.direction == "rtl")


def _missing(texts: Iterable[str], extracted: ExtractedText, view: ResumeView) -> list[str]:
    """Return the texts that are not there; instead of a range of dates, its dates may be, in rows of a form."""
    bounds = dict(ranges_of(view))
    wanted: list[str] = []
    ranges = Counter[str]()
    for text in texts:
        if text in bounds:
            ranges[text] += 1
        wanted += bounds[text] if text in bounds and ranges[text] > extracted.count(text) else (text,)
    return extracted.find_missing(wanted)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        sorted(problems, key=lambda problem: (problem.location.line if problem.location else 0, problem.message))
    )


def _lost_texts(file: str, document: Document, texts: Iterable[str]) -> Iterator[Problem]:
    for text in texts:
        yield _lost(document, "lost-text", f"text is missing from the {file}: '{_shortened(text)}'", text, _LOST)


def _hidden_texts(
    document: Document, view: ResumeView, pdf: bytes, texts: Iterable[str], lost: Sequence[str]
) -> Iterator[Problem]:
    """Yield an error for each text that can be extracted, but not seen."""
    try:
        visible = run_isolated(partial(read_visible_text, pdf), _LIMITS)
    except Unfinished as ended:
        message = f"searching the PDF for hidden text {_ENDED[ended.reason]}"
        hint = "use a simpler theme; `--no-verify` skips the search"
        yield Problem("page-too-complex", message, hint=hint)
        return
    unseen = tuple((Counter(_missing(texts, _extracted(visible.pages, view), view)) - Counter(lost)).elements())
    for text in unseen:
        yield _lost(document, "hidden-text", f"text is invisible in the PDF: '{_shortened(text)}'", text, _HIDDEN)
    if not (unseen or lost):  # else these may be parts of them
        for text in filter(_says_something, visible.hidden):
            message = f"the theme adds text that is invisible in the PDF: '{_shortened(text)}'"
            yield Problem("hidden-text", message, file=document.source.name, hint="use another theme")


def _says_something(text: str) -> bool:
    """Return whether a text is more than a letter or two, which a theme may use as signs."""
    return sum(character.isalnum() for character in text) >= _FEWEST_LETTERS


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def _lost_links(file: str, document: Document, view: ResumeView, links: Iterable[str]) -> Iterator[Problem]:
    present = {_target(url) for url in links}
    for url in links_of(view):
        if url and _target(url) not in present:
            yield _lost(document, "lost-link", f"link is missing from the {file}: {url}", url, _LOST)


def _target(url: str) -> str:
    """Normalize an address for comparison; LaTeX drops an empty fragment, which does not change the target."""
    return unquote(url).removesuffix("#")


def _lost(document: Document, code: Code, message: str, text: str, hint: str) -> Problem:
    return Problem(code, message, _location_of(comparable(text), document), file=document.source.name, hint=hint)


def _location_of(wanted: str, document: Document) -> SourceLocation | None:
    """Locate a text in the source: a value equal to it, else one that contains it, else one that is part of it."""
    values = [(path, comparable(value)) for path, value in document.scalars()]
    for matches in (str.__eq__, str.__contains__, lambda value, text: bool(value) and value in text):
        for path, value in values:
            if matches(value, wanted):
                return document.location(path)
    return None
