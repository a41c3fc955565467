"""Every character of a PDF, as it is drawn: where, how large, in which font, under which tags, leading where."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .library import Handle, load_library, opened, page_of

_NAME_BYTES = 256
_MOST_DEPTH = 60
_LINK_BYTES = 4096
_MOSTLY = 0.8
_MOST_TAGS = 20_000


@dataclass(frozen=True, slots=True)
class Character:
    """A character, in points from the top left of its page; `y` is the line that it stands on.

    `drawn` is False for a space or the end of a line that PDFium adds. `tags` is the index of a path in the page's
    `tags`, -1 for none; `url` where a link over it leads.
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
    """A page: its characters in the order of the file, and the paths of tags that they stand under."""

    width: float
    height: float
    characters: tuple[Character, ...]
    tags: tuple[tuple[tuple[str, int], ...], ...]

    @cached_property
    def is_tagged(self) -> bool:
        """Whether most of what is drawn stands under tags."""
        drawn = [each for each in self.characters if each.drawn and each.text.strip()]
        return sum(each.tags >= 0 for each in drawn) >= _MOSTLY * len(drawn) > 0


@dataclass(frozen=True)
class Characters:
    """The pages, whether these are all, and the program that made the file."""

    pages: tuple[PageOfCharacters, ...]
    producer: str
    whole: bool

    @cached_property
    def count(self) -> int:
        """How many characters are drawn."""
        return sum(character.drawn for page in self.pages for character in page.characters)


def read_characters(data: bytes, *, most_pages: int, most: int) -> Characters | None:
    """Return the characters of a PDF's first pages; None where PDFium is not to be had or cannot open it.

    What is over `most` characters is left out.
    """
    library = load_library()
    if library is None:
        return None
    pages: list[PageOfCharacters] = []
    left = most
    with opened(library, data) as document:
        if not document:
            return None
        count = library.FPDF_GetPageCount(document)
        for number in range(min(most_pages, count)):
            with page_of(library, document, number) as page:
                if page and left > 0:
                    pages.append(_page(library, document, page, left))
                    left -= len(pages[-1].characters)
        return Characters(tuple(pages), _said(library, document, b"Producer"), left > 0 and count <= most_pages)


def _said(library: ctypes.CDLL, document: Handle, key: bytes) -> str:
    length = library.FPDF_GetMetaText(document, key, None, ctypes.c_ulong(0))
    if not 2 <= length <= _LINK_BYTES:
        return ""
    text = ctypes.create_string_buffer(length)
    library.FPDF_GetMetaText(document, key, text, ctypes.c_ulong(length))
    return text.raw[: length - 2].decode("utf-16-le", "replace")


def _page(library: ctypes.CDLL, document: Handle, page: Handle, most: int) -> PageOfCharacters:
    height = library.FPDF_GetPageHeightF(page)
    locations, paths = _tags(library, page)
    links = list(_links(library, document, page))
    text = Handle(library.FPDFText_LoadPage(page))
    try:
        count = min(most, max(0, library.FPDFText_CountChars(text)))
        characters = tuple(_Reader(library, text, height, locations, links).characters(count))
    finally:
        library.FPDFText_ClosePage(text)
    return PageOfCharacters(library.FPDF_GetPageWidthF(page), height, characters, tuple(paths))


class _Reader:
    """Reads the characters of one page; what holds for a whole piece of text is asked for once."""

    def __init__(
        self,
        library: ctypes.CDLL,
        text: Handle,
        height: float,
        locations: dict[int, int],
        links: list[tuple[tuple[float, float, float, float], str]],
    ) -> None:
        self._library, self._text, self._height = library, text, height
        self._locations, self._links = locations, links
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = (ctypes.c_float * 4)()  # left, top, right, bottom
        self._matrix = (ctypes.c_float * 6)()  # a, b, c, d, e, f
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._piece: tuple[int | None, tuple[float, str, int, int]] = (None, (0.0, "", 0, -1))

    def characters(self, count: int) -> Iterator[Character]:
        """Yield the first characters."""
        library, text = self._library, self._text
        waiting = ""
        for index in range(count):
            code = library.FPDFText_GetUnicode(text, index)
            if 0xD800 <= code < 0xDC00:  # half of a character outside the basic plane
                waiting = chr(code)
                continue
            sign = _whole(waiting, chr(code)) if waiting else chr(code) if not 0xDC00 <= code < 0xE000 else "�"
            waiting = ""
            yield self._character(index, sign)

    def _character(self, index: int, sign: str) -> Character:
        library, text = self._library, self._text
        drawn = library.FPDFText_IsGenerated(text, index) != 1
        library.FPDFText_GetCharOrigin(text, index, ctypes.byref(self._x), ctypes.byref(self._y))
        library.FPDFText_GetLooseCharBox(text, index, self._box)
        size, font, weight, tags = self._of_piece(index)
        x, y, right = self._x.value, self._height - self._y.value, self._box[2]
        left = min(x, self._box[0]) if drawn else x
        return Character(sign, left, y, right, size, font, weight, drawn, tags, self._url(x, self._y.value, size))

    def _of_piece(self, index: int) -> tuple[float, str, int, int]:
        library, text = self._library, self._text
        piece = library.FPDFText_GetTextObject(text, index)
        if piece != self._piece[0] or piece is None:
            flags = ctypes.c_int()
            length = library.FPDFText_GetFontInfo(
                text, index, self._name, ctypes.c_ulong(_NAME_BYTES), ctypes.byref(flags)
            )
            name = self._name.value.decode("utf-8", "replace") if 0 < length <= _NAME_BYTES else ""
            size = library.FPDFText_GetFontSize(text, index) * self._scale(index)
            location = library.FPDFPageObj_GetMarkedContentID(Handle(piece)) if piece else -1
            weight = library.FPDFText_GetFontWeight(text, index)
            self._piece = piece, (size, name, weight, self._locations.get(location, -1))
        return self._piece[1]

    def _scale(self, index: int) -> float:
        """Return how much larger a character is drawn than its font says."""
        found = self._library.FPDFText_GetMatrix(self._text, index, self._matrix)
        return math.hypot(self._matrix[2], self._matrix[3]) or 1.0 if found else 1.0

    def _url(self, x: float, y: float, size: float) -> str:
        for (left, bottom, right, top), url in self._links:
            if left - 0.5 <= x + size / 10 <= right and bottom - size / 2 <= y <= top:
                return url
        return ""


def _whole(high: str, low: str) -> str:
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
    """Return which path each piece of marked content stands under, and the paths: types, each with its own number."""
    tree = Handle(library.FPDF_StructTree_GetForPage(page))
    locations: dict[int, int] = {}
    paths: list[tuple[tuple[str, int], ...]] = []
    if not tree:
        return locations, paths
    number = 0

    def walk(element: Handle, path: tuple[tuple[str, int], ...]) -> None:
        nonlocal number
        number += 1
        path = (*path, (_type(library, element), number))
        paths.append(path)
        own = len(paths) - 1
        for at in range(max(0, library.FPDF_StructElement_CountChildren(element))):
            location = library.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if location >= 0:
                locations.setdefault(location, own)
            child = Handle(library.FPDF_StructElement_GetChildAtIndex(element, at))
            if child and len(path) < _MOST_DEPTH and number < _MOST_TAGS:
                walk(child, path)

    try:
        for at in range(max(0, library.FPDF_StructTree_CountChildren(tree))):
            walk(Handle(library.FPDF_StructTree_GetChildAtIndex(tree, at)), ())
    finally:
        library.FPDF_StructTree_Close(tree)
    return locations, paths


def _type(library: ctypes.CDLL, element: Handle) -> str:
    length = library.FPDF_StructElement_GetType(element, None, ctypes.c_ulong(0))
    if not 2 <= length <= _NAME_BYTES:
        return ""
    name = ctypes.create_string_buffer(length)
    library.FPDF_StructElement_GetType(element, name, ctypes.c_ulong(length))
    return name.raw[: length - 2].decode("utf-16-le", "replace")
