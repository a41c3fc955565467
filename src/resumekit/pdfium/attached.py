"""The files that a PDF carries."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from .library import Handle, load_library, opened

_NAME_BYTES = 512


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file inside a PDF. `data` is None where it is larger than was asked for, or broken."""

    name: str
    data: bytes | None


def attached_files(data: bytes, *, most: int, largest: int) -> tuple[AttachedFile, ...] | None:
    """Return the first `most` files of a PDF, each of `largest` bytes at most; None where PDFium cannot open it."""
    library = load_library()
    if library is None:
        return None
    with opened(library, data) as document:
        if not document:
            return None
        count = min(most, library.FPDFDoc_GetAttachmentCount(document))
        return tuple(_files(library, document, count, largest))


def _files(library: ctypes.CDLL, document: Handle, count: int, largest: int) -> Iterator[AttachedFile]:
    for index in range(count):
        if file := Handle(library.FPDFDoc_GetAttachment(document, index)):
            yield AttachedFile(_name(library, file), _content(library, file, largest))


def _name(library: ctypes.CDLL, file: Handle) -> str:
    """Return the name of a file, or nothing if no file would be called so."""
    name = ctypes.create_string_buffer(_NAME_BYTES)
    length = library.FPDFAttachment_GetName(file, name, ctypes.c_ulong(_NAME_BYTES))
    return name.raw[: length - 2].decode("utf-16-le", "replace") if 2 <= length <= _NAME_BYTES else ""


def _content(library: ctypes.CDLL, file: Handle, largest: int) -> bytes | None:
    size = ctypes.c_ulong()
    if not library.FPDFAttachment_GetFile(file, None, ctypes.c_ulong(0), ctypes.byref(size)) or size.value > largest:
        return None
    content = ctypes.create_string_buffer(size.value)
    if not library.FPDFAttachment_GetFile(file, content, size, ctypes.byref(size)):
        return None
    return content.raw
