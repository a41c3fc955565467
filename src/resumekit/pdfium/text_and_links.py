"""Text extraction: the text and the links of a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from .library import Handle, load_library, opened, page_of, text_of
from .page_objects import page_box
from .suspects import may_hide_text

_HIDDEN = 0xFFFD  # REPLACEMENT CHARACTER
_NEXT_BUT_ONE = 2


@dataclass(frozen=True, slots=True)
class TextAndLinks:
    """The text of each page, in the order of the file, and the address of every link.

    `may_hide_text` is false if people can see all of the text; otherwise, `read_visible_text` tells what they see.
    """

    pages: tuple[str, ...]
    links: frozenset[str]
    may_hide_text: bool = False


def read_pdf(data: bytes) -> TextAndLinks | None:
    """Return the text and links of a PDF, or None where PDFium is missing or cannot open it."""
    library = load_library()
    if library is None:
        return None
    pages: list[str] = []
    links: set[str] = set()
    may_hide = False
    with opened(library, data) as document:
        if not document:
            return None
        for number in range(library.FPDF_GetPageCount(document)):
            with page_of(library, document, number) as page:
                with text_of(library, page) as text:
                    pages.append(_bounded(library, page, text))
                    may_hide = may_hide or may_hide_text(library, page, text)
                links.update(_links(library, document, page))
    return TextAndLinks(tuple(pages), frozenset(links), may_hide)


@dataclass(frozen=True, slots=True)
class VisibleText:
    """The text of each page with U+FFFD for each character that no reader can see, and the texts made of these."""

    pages: tuple[str, ...]
    hidden: tuple[str, ...]


def read_visible_text(data: bytes) -> VisibleText:
    """Return what readers see of the text of a PDF.

    The time that this takes grows with what a theme draws: run it within limits.
    """
    from .hidden_text import hidden_characters  # rarely needed

    library = load_library()
    pages: list[str] = []
    hidden: list[str] = []
    if library is None:
        return VisibleText((), ())
    with opened(library, data) as document:
        for number in range(library.FPDF_GetPageCount(document) if document else 0):
            with page_of(library, document, number) as page, text_of(library, page) as text:
                numbers = hidden_characters(library, page, text)
                pages.append(_without(numbers, library, text) if numbers else _bounded(library, page, text))
                hidden += _texts_made_of(numbers, library, text)
    return VisibleText(tuple(pages), tuple(hidden))


def _bounded(library: ctypes.CDLL, page: Handle, text: Handle) -> str:
    """Return the text within the edges of a page; text outside of them is invisible."""
    left, bottom, right, top = page_box(library, page)
    edges = [ctypes.c_double(edge) for edge in (left, top, right, bottom)]
    count = library.FPDFText_CountChars(text)
    units = (ctypes.c_ushort * (2 * count + 1))()  # a character outside the basic plane takes two
    written = library.FPDFText_GetBoundedText(text, *edges, units, len(units))
    return bytes(units)[: 2 * max(0, written)].decode("utf-16-le", "replace").rstrip("\0")


def _without(hidden: Collection[int], library: ctypes.CDLL, text: Handle) -> str:
    """Return the text of a page with a mark in place of each hidden character."""
    numbers = range(max(0, library.FPDFText_CountChars(text)))
    return _decoded(_HIDDEN if at in hidden else library.FPDFText_GetUnicode(text, at) for at in numbers)


def _texts_made_of(hidden: Collection[int], library: ctypes.CDLL, text: Handle) -> Iterator[str]:
    """Yield the hidden characters of a page in runs, in which at most a space is visible."""
    runs: list[list[int]] = []
    for at in sorted(hidden):
        if runs and at - runs[-1][-1] <= _NEXT_BUT_ONE:
            runs[-1].append(at)
        else:
            runs.append([at])
    for run in runs:
        yield _decoded(library.FPDFText_GetUnicode(text, at) for at in range(run[0], run[-1] + 1))


def _decoded(codes: Iterable[int]) -> str:
    return "".join(map(chr, codes)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _links(library: ctypes.CDLL, document: Handle, page: Handle) -> Iterator[str]:
    position, link = ctypes.c_int(0), Handle()
    while library.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        action = Handle(library.FPDFLink_GetAction(link))
        length = library.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if length:
            address = ctypes.create_string_buffer(length)
            library.FPDFAction_GetURIPath(document, action, address, length)
            yield address.value.decode("utf-8", "replace")
