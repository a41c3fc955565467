"""Every character of a PDF with its position, size, font, tags and link."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .library import Handle, load_library, opened, page_of, text_of

_NAME_BYTES = 256
_MAX_DEPTH = 60
_LINK_BYTES = 4096
_MOSTLY = 0.8  # share of drawn characters
_MAX_TAGS = 20_000


@dataclass(frozen=True, slots=True)
class Character:
    """A character, measured in points from the top left of its page; `y` is its baseline.

    `drawn` is False for a space or line end that PDFium inserts. `tags` is the index of a path in the page's `tags`, or
    -1; `url` is the target of a link over the character.
    """

    text: str
    x: float
    y: float
    right: float
    size: float
    font: str
    weight: int
    drawn: bool
    tags: int
    url: str


@dataclass(frozen=True)
class PageOfCharacters:
    """A page: its characters in the order of the file, and the tag paths that they refer to."""

    width: float
    height: float
    characters: tuple[Character, ...]
    tags: tuple[tuple[tuple[str, int], ...], ...]

    @cached_property
    def is_tagged(self) -> bool:
        """Whether most drawn characters are tagged."""
        drawn = [each for each in self.characters if each.drawn and each.text.strip()]
        return sum(each.tags >= 0 for each in drawn) >= _MOSTLY * len(drawn) > 0


@dataclass(frozen=True)
class Characters:
    """The pages, the program that made the file, and whether these are all of its characters (`whole`)."""

    pages: tuple[PageOfCharacters, ...]
    producer: str
    whole: bool

    @cached_property
    def count(self) -> int:
        """The number of drawn characters."""
        return sum(character.drawn for page in self.pages for character in page.characters)


def read_characters(data: bytes, *, max_pages: int, max_characters: int) -> Characters | None:
    """Return the first `max_characters` characters of the first `max_pages` pages of a PDF.

    None where PDFium is missing or cannot open the PDF.
    """
    library = load_library()
    if library is None:
        return None
    pages: list[PageOfCharacters] = []
    left = max_characters
    with opened(library, data) as document:
        if not document:
            return None
        count = library.FPDF_GetPageCount(document)
        for number in range(min(max_pages, count)):
            with page_of(library, document, number) as page:
                if page and left > 0:
                    pages.append(_page(library, document, page, left))
                    left -= len(pages[-1].characters)
        return Characters(tuple(pages), _metadata(library, document, b"Producer"), left > 0 and count <= max_pages)


def _metadata(library: ctypes.CDLL, document: Handle, key: bytes) -> str:
    length = library.FPDF_GetMetaText(document, key, None, ctypes.c_ulong(0))
    if not 2 <= length <= _LINK_BYTES:
        return ""
    text = ctypes.create_string_buffer(length)
    library.FPDF_GetMetaText(document, key, text, ctypes.c_ulong(length))
    return text.raw[: length - 2].decode("utf-16-le", "replace")


def _page(library: ctypes.CDLL, document: Handle, page: Handle, limit: int) -> PageOfCharacters:
    height = library.FPDF_GetPageHeightF(page)
    path_by_content, paths = _tags(library, page)
    links = list(_links(library, document, page))
    with text_of(library, page) as text:
        count = min(limit, max(0, library.FPDFText_CountChars(text)))
        characters = tuple(_CharacterReader(library, text, height, path_by_content, links).characters(count))
    return PageOfCharacters(library.FPDF_GetPageWidthF(page), height, characters, tuple(paths))


class _CharacterReader:
    """Reads the characters of one page; properties of a whole text object are queried once."""

    def __init__(
        self,
        library: ctypes.CDLL,
        text: Handle,
        height: float,
        path_by_content: dict[int, int],
        links: list[tuple[tuple[float, float, float, float], str]],
    ) -> None:
        self._library, self._text, self._height = library, text, height
        self._path_by_content, self._links = path_by_content, links
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = (ctypes.c_float * 4)()  # left, top, right, bottom
        self._matrix = (ctypes.c_float * 6)()  # a, b, c, d, e, f
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._object: tuple[int | None, tuple[float, str, int, int]] = (None, (0.0, "", 0, -1))

    def characters(self, count: int) -> Iterator[Character]:
        """Yield the first `count` characters."""
        library, text = self._library, self._text
        high = ""
        for index in range(count):
            code = library.FPDFText_GetUnicode(text, index)
            if 0xD800 <= code < 0xDC00:  # the high surrogate of a character outside the basic plane
                high = chr(code)
                continue
            low = 0xDC00 <= code < 0xE000
            character = _join_surrogates(high, chr(code)) if high else "�" if low else chr(code)
            high = ""
            yield self._character(index, character)

    def _character(self, index: int, text: str) -> Character:
        library, page_text = self._library, self._text
        drawn = library.FPDFText_IsGenerated(page_text, index) != 1
        library.FPDFText_GetCharOrigin(page_text, index, ctypes.byref(self._x), ctypes.byref(self._y))
        library.FPDFText_GetLooseCharBox(page_text, index, self._box)
        size, font, weight, tags = self._of_object(index)
        x, y, right = self._x.value, self._height - self._y.value, self._box[2]
        left = min(x, self._box[0]) if drawn else x
        return Character(text, left, y, right, size, font, weight, drawn, tags, self._url(x, self._y.value, size))

    def _of_object(self, index: int) -> tuple[float, str, int, int]:
        library, text = self._library, self._text
        text_object = library.FPDFText_GetTextObject(text, index)
        if text_object != self._object[0] or text_object is None:
            flags = ctypes.c_int()
            length = library.FPDFText_GetFontInfo(
                text, index, self._name, ctypes.c_ulong(_NAME_BYTES), ctypes.byref(flags)
            )
            name = self._name.value.decode("utf-8", "replace") if 0 < length <= _NAME_BYTES else ""
            size = library.FPDFText_GetFontSize(text, index) * self._scale(index)
            content_id = library.FPDFPageObj_GetMarkedContentID(Handle(text_object)) if text_object else -1
            weight = library.FPDFText_GetFontWeight(text, index)
            self._object = text_object, (size, name, weight, self._path_by_content.get(content_id, -1))
        return self._object[1]

    def _scale(self, index: int) -> float:
        """Return the scale at which a character of the font is drawn."""
        found = self._library.FPDFText_GetMatrix(self._text, index, self._matrix)
        return math.hypot(self._matrix[2], self._matrix[3]) or 1.0 if found else 1.0

    def _url(self, x: float, y: float, size: float) -> str:
        for (left, bottom, right, top), url in self._links:
            if left - 0.5 <= x + size / 10 <= right and bottom - size / 2 <= y <= top:
                return url
        return ""


def _join_surrogates(high: str, low: str) -> str:
    try:
        return (high + low).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return "�"


def _links(
    library: ctypes.CDLL, document: Handle, page: Handle
) -> Iterator[tuple[tuple[float, float, float, float], str]]:
    position, link = ctypes.c_int(0), Handle()
    box = (ctypes.c_float * 4)()  # left, top, right, bottom
    while library.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        action = Handle(library.FPDFLink_GetAction(link))
        length = library.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if 0 < length <= _LINK_BYTES and library.FPDFLink_GetAnnotRect(link, box):
            address = ctypes.create_string_buffer(length)
            library.FPDFAction_GetURIPath(document, action, address, length)
            left, top, right, bottom = box
            yield (left, min(top, bottom), right, max(top, bottom)), address.value.decode("utf-8", "replace")


def _tags(library: ctypes.CDLL, page: Handle) -> tuple[dict[int, int], list[tuple[tuple[str, int], ...]]]:
    """Return the index of the path of each marked-content ID, and the paths: tag types, each with a unique number."""
    tree = Handle(library.FPDF_StructTree_GetForPage(page))
    path_by_content: dict[int, int] = {}
    paths: list[tuple[tuple[str, int], ...]] = []
    if not tree:
        return path_by_content, paths
    number = 0

    def walk(element: Handle, path: tuple[tuple[str, int], ...]) -> None:
        nonlocal number
        number += 1
        path = (*path, (_type(library, element), number))
        paths.append(path)
        own = len(paths) - 1
        for at in range(max(0, library.FPDF_StructElement_CountChildren(element))):
            content_id = library.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if content_id >= 0:
                path_by_content.setdefault(content_id, own)
            child = Handle(library.FPDF_StructElement_GetChildAtIndex(element, at))
            if child and len(path) < _MAX_DEPTH and number < _MAX_TAGS:
                walk(child, path)

    try:
        for at in range(max(0, library.FPDF_StructTree_CountChildren(tree))):
            walk(Handle(library.FPDF_StructTree_GetChildAtIndex(tree, at)), ())
    finally:
        library.FPDF_StructTree_Close(tree)
    return path_by_content, paths


def _type(library: ctypes.CDLL, element: Handle) -> str:
    length = library.FPDF_StructElement_GetType(element, None, ctypes.c_ulong(0))
    if not 2 <= length <= _NAME_BYTES:
        return ""
    name = ctypes.create_string_buffer(length)
    library.FPDF_StructElement_GetType(element, name, ctypes.c_ulong(length))
    return name.raw[: length - 2].decode("utf-16-le", "replace")
