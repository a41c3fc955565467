"""The files embedded in a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from .library import Handle, load_library, opened

_NAME_BYTES = 512


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file embedded in a PDF. `data` is None if it is over the size limit, or broken."""

    name: str
    data: bytes | None


def read_embedded_files(data: bytes, *, max_files: int, max_bytes: int) -> tuple[EmbeddedFile, ...] | None:
    """Return the first `max_files` files of a PDF, up to `max_bytes` each; None where PDFium cannot open it."""
    library = load_library()
    if library is None:
        return None
    with opened(library, data) as document:
        if not document:
            return None
        count = min(max_files, library.FPDFDoc_GetAttachmentCount(document))
        return tuple(_files(library, document, count, max_bytes))


def _files(library: ctypes.CDLL, document: Handle, count: int, max_bytes: int) -> Iterator[EmbeddedFile]:
    for index in range(count):
        if file := Handle(library.FPDFDoc_GetAttachment(document, index)):
            yield EmbeddedFile(_name(library, file), _content(library, file, max_bytes))


def _name(library: ctypes.CDLL, file: Handle) -> str:
    """Return the name of a file, or an empty string if it is missing or too long."""
    name = ctypes.create_string_buffer(_NAME_BYTES)
    length = library.FPDFAttachment_GetName(file, name, ctypes.c_ulong(_NAME_BYTES))
    return name.raw[: length - 2].decode("utf-16-le", "replace") if 2 <= length <= _NAME_BYTES else ""


def _content(library: ctypes.CDLL, file: Handle, max_bytes: int) -> bytes | None:
    size = ctypes.c_ulong()
    if not library.FPDFAttachment_GetFile(file, None, ctypes.c_ulong(0), ctypes.byref(size)) or size.value > max_bytes:
        return None
    content = ctypes.create_string_buffer(size.value)
    if not library.FPDFAttachment_GetFile(file, content, size, ctypes.byref(size)):
        return None
    return content.raw
