"""Font subsetting with HarfBuzz; fontTools takes two hundred times as long."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from functools import cache

_NAMES = (
    ("libharfbuzz.so.0", "libharfbuzz-subset.so.0"),
    ("libharfbuzz.0.dylib", "libharfbuzz-subset.0.dylib"),
    ("libharfbuzz-0.dll", "libharfbuzz-subset-0.dll"),
)
_READ_ONLY = 1
_POINTERS = (
    *("hb_blob_create", "hb_face_create", "hb_set_create", "hb_face_reference_blob", "hb_blob_get_data"),
    *("hb_subset_input_create_or_fail", "hb_subset_input_unicode_set", "hb_subset_or_fail"),
)


class Subsetter:
    """A font that can be queried for characters, and subset.

    It holds memory of HarfBuzz until `close` is called.
    """

    def __init__(self, libraries: Libraries, data: bytes) -> None:
        self._text, self._subset = libraries
        self._data = data  # keeps the bytes alive: HarfBuzz does not copy them
        blob = self._text.hb_blob_create(data, len(data), _READ_ONLY, None, None)
        self._face = ctypes.c_void_p(self._text.hb_face_create(ctypes.c_void_p(blob), 0))
        self._text.hb_blob_destroy(ctypes.c_void_p(blob))

    def close(self) -> None:
        """Free the memory of HarfBuzz."""
        self._text.hb_face_destroy(self._face)

    def has(self, characters: Iterable[str]) -> set[str]:
        """Return those of the characters that the font has."""
        covered = ctypes.c_void_p(self._text.hb_set_create())
        self._text.hb_face_collect_unicodes(self._face, covered)
        found = {character for character in characters if self._text.hb_set_has(covered, ord(character))}
        self._text.hb_set_destroy(covered)
        return found

    def cut(self, characters: Iterable[str]) -> bytes:
        """Return the font with only these characters; empty if HarfBuzz fails."""
        plan = ctypes.c_void_p(self._subset.hb_subset_input_create_or_fail())
        code_points = ctypes.c_void_p(self._subset.hb_subset_input_unicode_set(plan))
        for character in sorted(characters):
            self._text.hb_set_add(code_points, ord(character))
        face = ctypes.c_void_p(self._subset.hb_subset_or_fail(self._face, plan))
        self._subset.hb_subset_input_destroy(plan)
        return self._bytes_of(face) if face else b""

    def _bytes_of(self, face: ctypes.c_void_p) -> bytes:
        blob = ctypes.c_void_p(self._text.hb_face_reference_blob(face))
        length = ctypes.c_uint()
        start = self._text.hb_blob_get_data(blob, ctypes.byref(length))
        data = ctypes.string_at(start, length.value)
        self._text.hb_blob_destroy(blob)
        self._text.hb_face_destroy(face)
        return data


Libraries = tuple[ctypes.CDLL, ctypes.CDLL]


@cache
def harfbuzz() -> Libraries | None:
    """Return HarfBuzz and its subset library, which WeasyPrint uses as well, or None if they are missing."""
    for names in _NAMES:
        try:
            text, subset = (ctypes.CDLL(name) for name in names)
        except OSError:
            continue
        for name in _POINTERS:
            getattr(subset if "subset" in name else text, name).restype = ctypes.c_void_p
        return text, subset
    return None
