"""The lines of a PDF's page, out of its characters: in the order of the file, nearly always that of reading."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from resumekit.pdfium import Character, PageOfCharacters

from .blocks import Span
from .fonts import look_of

_INLINE = {"Span", "Link", "Em", "Strong", "Lbl", "Reference", "Quote", "Code", "NonStruct", "Sub", "Annot"}
_UNSEEN = {"Cc", "Cf", "Cs", "Cn"}
_LEVEL_OF_TITLES = 2
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"
_MEANT = {"\x02": "-", "\x88": "•", "\x0b": "ﬀ", "\x0e": "ﬃ", "\x0f": "ﬄ"}
_MEANT |= {"\x10": "“", "\x11": "”", "\x12": "„", "\x13": "«", "\x14": "»", "\x15": "–", "\x16": "—"}
_MEANT |= {"\x1b": "ﬀ", "\x1c": "ﬁ", "\x1d": "ﬂ", "\x1e": "ﬃ", "\x1f": "ﬄ"}
"""What stands for control characters: PDFium's hyphen at the end of a line, and TeX's own encodings in bitmap fonts."""


@dataclass(slots=True)
class PdfLine:
    """A line of a page, in points from its top left.

    `elements` are the tags of the paragraphs that its spans stand in, one a span, 0 for none; `lists` says how many
    lists it stands in, `heading` the level of a heading among its tags; `column` whether it begins a column.
    """

    page: int
    y: float
    x: float
    right: float
    size: float
    spans: list[Span] = field(default_factory=list)
    elements: list[int] = field(default_factory=list)
    lists: int = 0
    heading: int = 0
    column: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        from .blocks import join

        return join(self.spans)


def lines_of(page: PageOfCharacters, number: int) -> list[PdfLine]:
    """Return the lines of a page."""
    return _lines([each for each in _seen(page) if _is_told(each, page, number)], page, number)


def lines_beside(page: PageOfCharacters, number: int) -> list[PdfLine]:
    """Return what a page shows and does not count as its text, as numbers of pages and running titles."""
    return _lines([each for each in _seen(page) if not _is_told(each, page, number)], page, number)


def _lines(characters: list[Character], page: PageOfCharacters, number: int) -> list[PdfLine]:
    solid = _has_spaces(characters)
    made: list[PdfLine] = []
    for run in _runs(characters, page):
        line = _line(run, page, number, solid)
        if line.spans:
            made.append(line)
    return made


def _seen(page: PageOfCharacters) -> Iterator[Character]:
    """Yield what is drawn on a page, and not beside it."""
    for each in page.characters:
        if each.drawn and -5 <= each.x <= page.width + 5 and -5 <= each.y <= page.height + 5:
            yield each


def _is_told(each: Character, page: PageOfCharacters, number: int) -> bool:
    """Tell whether a character is to be read: in a page with tags, only what stands under one.

    What stands under none is the same on each page; but a word processor has put the head of a résumé there as well.
    """
    return each.tags >= 0 or not page.is_tagged or (number == 1 and each.y < page.height / 2)


def _has_spaces(characters: list[Character]) -> bool:
    """Tell whether the file has its spaces as characters; TeX has gaps instead."""
    return sum(each.text.isspace() for each in characters) > len(characters) / 30


def _runs(characters: list[Character], page: PageOfCharacters) -> Iterator[list[Character]]:
    """Yield the characters of each line."""
    run: list[Character] = []
    for each in characters:
        if each.text in _MEANT:
            each = replace(each, text=_MEANT[each.text])
        if unicodedata.category(each.text) in _UNSEEN and each.text not in "\u00ad\t":
            continue
        if run and (
            not _goes_on(run, each)
            or _title(run[-1], page) != _title(each, page)
            or _item(run[-1], page) != _item(each, page)
        ):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _title(each: Character, page: PageOfCharacters) -> int:
    """Return the number of the title of a section that a character stands in: it may stand beside the section."""
    if each.tags < 0:
        return 0
    return next((number for kind, number in page.tags[each.tags] if 0 < _level(kind) <= _LEVEL_OF_TITLES), 0)


def _item(each: Character, page: PageOfCharacters) -> int:
    """Return the number of the item of a list that a character stands in: several may stand on one line."""
    if each.tags < 0:
        return 0
    return next((number for kind, number in reversed(page.tags[each.tags]) if kind == "LI"), 0)


def _goes_on(run: list[Character], each: Character) -> bool:
    last = run[-1]
    size = max(last.size, each.size, 1.0)
    first = max(run, key=lambda other: other.size) if len(run) < 3 else run[0]
    near = abs(each.y - last.y) <= 0.2 * size or abs(each.y - first.y) <= 0.45 * min(size, max(first.size, 1.0))
    forward = each.x >= last.x - 0.3 * size or each.text.isspace()  # all of a ligature stands where it begins
    backward = unicodedata.bidirectional(each.text) in {"R", "AL", "AN", "NSM"} or unicodedata.bidirectional(
        last.text
    ) in {"R", "AL"}
    return near and (forward or backward)


def _line(run: list[Character], page: PageOfCharacters, number: int, solid: bool) -> PdfLine:
    words = [each for each in run if each.text.strip()]
    if not words:
        return PdfLine(number, run[0].y, run[0].x, run[0].right, run[0].size)
    sizes: dict[float, int] = {}
    for each in words:
        sizes[round(each.size, 1)] = sizes.get(round(each.size, 1), 0) + 1
    size = max(sizes, key=lambda each: sizes[each])
    base = next(each for each in words if round(each.size, 1) == size)
    made = PdfLine(number, base.y, min(each.x for each in words), max(each.right for each in words), size)
    for span, first in _spans(run, page, solid):
        made.spans.append(span)
        made.elements.append(_element(first, page))
    path = page.tags[words[-1].tags] if words[-1].tags >= 0 else ()
    made.lists = sum(kind == "L" for kind, _ in path)
    made.heading = max(
        (_level(kind) for each in words if each.tags >= 0 for kind, _ in page.tags[each.tags]), default=0
    )
    return made


def _level(kind: str) -> int:
    if kind in {"Title", "H"}:
        return 1
    return int(kind[1]) if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit() else 0


def _element(each: Character, page: PageOfCharacters) -> int:
    """Return the number of the paragraph that a character stands in, 0 without tags."""
    if each.tags < 0:
        return 0
    for kind, number in reversed(page.tags[each.tags]):
        if kind not in _INLINE:
            return number
    return 0


def _spans(run: list[Character], page: PageOfCharacters, solid: bool) -> Iterator[tuple[Span, Character]]:
    """Yield what looks alike, and its first character; a gap that no space fills, or too wide for one, parts spans."""
    made: list[tuple[Span, Character]] = []
    last: Character | None = None
    space = False
    for each in run:
        if each.text.isspace():
            space = True
            continue
        wide = last is not None and _is_apart(last, each, space, solid, page)
        blank = last is not None and not wide and (space or _is_blank(last, each, solid))
        bold, italic = look_of(each.font, each.weight)
        now = Span(
            " " * blank + (unicodedata.normalize("NFKC", each.text) if each.text in _LIGATURES else each.text),
            bold,
            italic,
            round(each.size, 1),
            each.url,
            wide,
        )
        if made and not wide and _alike(made[-1][0], now) and _element(made[-1][1], page) == _element(each, page):
            made[-1] = replace(made[-1][0], text=made[-1][0].text + now.text), made[-1][1]
        else:
            made.append((now, each))
        last, space = each, False
    yield from made


def _alike(one: Span, other: Span) -> bool:
    return (one.bold, one.italic, one.size, one.url) == (other.bold, other.italic, other.size, other.url)


def _is_blank(last: Character, each: Character, solid: bool) -> bool:
    """Tell whether a gap is a space that the file does not have; between wide characters there is none."""
    gap = (each.x - last.right) / max(each.size, 1.0)
    return gap > (0.16 if solid else 0.13) and not (_is_wide(each.text) and _is_wide(last.text))


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text) in "WF"


def _is_apart(last: Character, each: Character, space: bool, solid: bool, page: PageOfCharacters) -> bool:
    gap = (each.x - last.right) / max(each.size, 1.0)
    if solid and not space:
        return gap > 0.3 or (_heading(last, page) != _heading(each, page) and gap > 0.1)
    return gap > (1.0 if space and solid else 0.9)


def _heading(each: Character, page: PageOfCharacters) -> int:
    return max((_level(kind) for kind, _ in page.tags[each.tags]), default=0) if each.tags >= 0 else 0
