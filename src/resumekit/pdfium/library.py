"""The PDFium library: load it, open a document, open a page and its text."""

from __future__ import annotations

import ctypes
import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

Handle = ctypes.c_void_p

_LIBRARY_NAMES = ("libpdfium.so", "libpdfium.dylib", "pdfium.dll")
_RETURNED = {
    "FPDF_LoadMemDocument64": Handle,
    "FPDF_LoadPage": Handle,
    "FPDF_GetPageWidthF": ctypes.c_float,
    "FPDF_GetPageHeightF": ctypes.c_float,
    "FPDFBitmap_CreateEx": Handle,
    "FPDFText_LoadPage": Handle,
    "FPDFLink_GetAction": Handle,
    "FPDFDoc_GetAttachment": Handle,
    "FPDFAttachment_GetName": ctypes.c_ulong,
    "FPDF_GetMetaText": ctypes.c_ulong,
    "FPDFText_GetUnicode": ctypes.c_uint,
    "FPDFText_GetFontSize": ctypes.c_double,
    "FPDFText_GetFontInfo": ctypes.c_ulong,
    "FPDFText_GetTextObject": Handle,
    "FPDFPage_GetObject": Handle,
    "FPDFFormObj_GetObject": Handle,
    "FPDFPageObj_GetClipPath": Handle,
    "FPDF_StructTree_GetForPage": Handle,
    "FPDF_StructTree_GetChildAtIndex": Handle,
    "FPDF_StructElement_GetChildAtIndex": Handle,
    "FPDF_StructElement_GetType": ctypes.c_ulong,
}
"""The return types of the functions that do not return an int."""


@cache
def load_library() -> ctypes.CDLL | None:
    """Return the library, or None where it is not installed."""
    package = importlib.util.find_spec("pypdfium2_raw")
    if not package or not package.origin:
        return None
    for name in _LIBRARY_NAMES:
        path = Path(package.origin).parent / name
        if path.is_file():
            library = ctypes.CDLL(str(path))
            for function, returned in _RETURNED.items():
                getattr(library, function).restype = returned
            library.FPDF_InitLibrary()
            return library
    return None


def load_pdfium() -> bool:
    """Load PDFium ahead of its first use; return whether it is installed."""
    return load_library() is not None


@contextmanager
def opened(library: ctypes.CDLL, data: bytes) -> Iterator[Handle]:
    """Open a document; the handle is null where PDFium cannot."""
    buffer = ctypes.create_string_buffer(data, len(data))  # PDFium reads from it while the document is open
    document = Handle(library.FPDF_LoadMemDocument64(buffer, ctypes.c_size_t(len(data)), None))
    try:
        yield document
    finally:
        library.FPDF_CloseDocument(document)


@contextmanager
def page_of(library: ctypes.CDLL, document: Handle, number: int) -> Iterator[Handle]:
    """Open a page, counted from 0."""
    page = Handle(library.FPDF_LoadPage(document, number))
    try:
        yield page
    finally:
        library.FPDF_ClosePage(page)


@contextmanager
def text_of(library: ctypes.CDLL, page: Handle) -> Iterator[Handle]:
    """Open the text of a page."""
    text = Handle(library.FPDFText_LoadPage(page))
    try:
        yield text
    finally:
        library.FPDFText_ClosePage(text)
