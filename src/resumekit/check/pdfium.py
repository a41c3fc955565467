"""What a machine reads in a PDF: its text and its links, through PDFium.

PDFium reads PDFs in Chromium, so this is what a great many readers see. The library comes with pypdfium2; its Python
bindings for a thousand functions take longer to import than a page takes to read, so the ten that are needed are
called directly.
"""

from __future__ import annotations

import ctypes
import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LIBRARY_NAMES = ("libpdfium.so", "libpdfium.dylib", "pdfium.dll")
_RETURN_HANDLES = (
    "FPDF_LoadMemDocument64",
    "FPDF_LoadPage",
    "FPDFText_LoadPage",
    "FPDFLink_GetAction",
)
_Handle = ctypes.c_void_p


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of each page, in the order in which a machine reads it, and every address that a link leads to."""

    pages: tuple[str, ...]
    links: frozenset[str]


def read_pdf(data: bytes) -> Reading | None:
    """Return what a PDF says, or None where PDFium is not to be had or cannot open it."""
    library = load_library()
    if library is None:
        return None
    buffer = ctypes.create_string_buffer(data, len(data))
    document = _Handle(library.FPDF_LoadMemDocument64(buffer, ctypes.c_size_t(len(data)), None))
    if not document:
        return None
    pages: list[str] = []
    links: set[str] = set()
    for number in range(library.FPDF_GetPageCount(document)):
        with _page(library, document, number) as page:
            pages.append(_text(library, page))
            links.update(_links(library, document, page))
    library.FPDF_CloseDocument(document)
    return Reading(tuple(pages), frozenset(links))


def get_ready() -> None:
    """Load PDFium, so that it is there when the PDF is."""
    load_library()


@cache
def load_library() -> ctypes.CDLL | None:
    """Return PDFium, or None where it is not to be had."""
    package = importlib.util.find_spec("pypdfium2_raw")
    if not package or not package.origin:
        return None
    for name in _LIBRARY_NAMES:
        path = Path(package.origin).parent / name
        if path.is_file():
            library = ctypes.CDLL(str(path))
            for function in _RETURN_HANDLES:
                getattr(library, function).restype = _Handle
            library.FPDF_InitLibrary()
            return library
    return None


@contextmanager
def _page(library: ctypes.CDLL, document: _Handle, number: int) -> Iterator[_Handle]:
    page = _Handle(library.FPDF_LoadPage(document, number))
    try:
        yield page
    finally:
        library.FPDF_ClosePage(page)


def _text(library: ctypes.CDLL, page: _Handle) -> str:
    text = _Handle(library.FPDFText_LoadPage(page))
    try:
        count = library.FPDFText_CountChars(text)
        # A character outside the basic plane takes two units, and a zero ends the text.
        units = (ctypes.c_ushort * (2 * count + 1))()
        written = library.FPDFText_GetText(text, 0, count, units)
        return bytes(units)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    finally:
        library.FPDFText_ClosePage(text)


def _links(library: ctypes.CDLL, document: _Handle, page: _Handle) -> Iterator[str]:
    position, link = ctypes.c_int(0), _Handle()
    while library.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        action = _Handle(library.FPDFLink_GetAction(link))
        length = library.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if length:
            address = ctypes.create_string_buffer(length)
            library.FPDFAction_GetURIPath(document, action, address, length)
            yield address.value.decode("utf-8", "replace")
