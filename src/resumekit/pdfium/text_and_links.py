"""Text extraction: the text and the links of a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from .library import Handle, load_library, opened, page_of


@dataclass(frozen=True, slots=True)
class TextAndLinks:
    """The text of each page, in the order of the file, and the address of every link."""

    pages: tuple[str, ...]
    links: frozenset[str]


def read_pdf(data: bytes) -> TextAndLinks | None:
    """Return the text and links of a PDF, or None where PDFium is missing or cannot open it."""
    library = load_library()
    if library is None:
        return None
    pages: list[str] = []
    links: set[str] = set()
    with opened(library, data) as document:
        if not document:
            return None
        for number in range(library.FPDF_GetPageCount(document)):
            with page_of(library, document, number) as page:
                pages.append(_text(library, page))
                links.update(_links(library, document, page))
    return TextAndLinks(tuple(pages), frozenset(links))


def _text(library: ctypes.CDLL, page: Handle) -> str:
    """Return the text within the edges of a page; text outside of them is invisible."""
    corners = (0, library.FPDF_GetPageHeightF(page), library.FPDF_GetPageWidthF(page), 0)
    edges = [ctypes.c_double(corner) for corner in corners]  # left, top, right, bottom
    text = Handle(library.FPDFText_LoadPage(page))
    try:
        count = library.FPDFText_CountChars(text)
        units = (ctypes.c_ushort * (2 * count + 1))()  # a character outside the basic plane takes two
        written = library.FPDFText_GetBoundedText(text, *edges, units, len(units))
        return bytes(units)[: 2 * max(0, written)].decode("utf-16-le", "replace").rstrip("\0")
    finally:
        library.FPDFText_ClosePage(text)


def _links(library: ctypes.CDLL, document: Handle, page: Handle) -> Iterator[str]:
    position, link = ctypes.c_int(0), Handle()
    while library.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        action = Handle(library.FPDFLink_GetAction(link))
        length = library.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if length:
            address = ctypes.create_string_buffer(length)
            library.FPDFAction_GetURIPath(document, action, address, length)
            yield address.value.decode("utf-8", "replace")
