"""The lines of a PDF page, built from its characters in file order, which is nearly always reading order."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from resumekit.pdfium import Character, PageOfCharacters

from .blocks import Span, join
from .font_styles import font_style

_INLINE = {"Span", "Link", "Em", "Strong", "Lbl", "Reference", "Quote", "Code", "NonStruct", "Sub", "Annot"}
_INVISIBLE_CATEGORIES = {"Cc", "Cf", "Cs", "Cn"}
_SECTION_TITLE_LEVEL = 2
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"
_CONTROL_CHARACTERS = {"\x02": "-", "\x88": "•", "\x0b": "ﬀ", "\x0e": "ﬃ", "\x0f": "ﬄ"}
_CONTROL_CHARACTERS |= {"\x10": "“", "\x11": "”", "\x12": "„", "\x13": "«", "\x14": "»", "\x15": "–", "\x16": "—"}
_CONTROL_CHARACTERS |= {"\x1b": "ﬀ", "\x1c": "ﬁ", "\x1d": "ﬂ", "\x1e": "ﬃ", "\x1f": "ﬄ"}
"""What control characters mean: PDFium's hyphen at the end of a line, and TeX's own encodings in bitmap fonts."""


@dataclass(slots=True)
class PdfLine:
    """A line of a page, in points from the top left.

    `elements` are the numbers of the tagged paragraphs that its spans belong to, one per span, 0 for none; `parts` are
    those of the inline elements around their texts, such as an employer; `lists` is the number of lists around it,
    `heading` the level of a heading among its tags; `starts_column` is set on the first line of a column.
    """

    page: int
    y: float
    x: float
    right: float
    size: float
    spans: list[Span] = field(default_factory=list)
    elements: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    lists: int = 0
    heading: int = 0
    starts_column: bool = False

    @property
    def text(self) -> str:
        """The text of its spans."""
        return join(self.spans)


def lines_of(page: PageOfCharacters, number: int) -> list[PdfLine]:
    """Return the lines of a page."""
    return _lines([each for each in _visible(page) if _is_text(each, page, number)], page, number)


def artifact_lines(page: PageOfCharacters, number: int) -> list[PdfLine]:
    """Return the lines of a page that are not tagged as text, such as page numbers and running headers."""
    return _lines([each for each in _visible(page) if not _is_text(each, page, number)], page, number)


def _lines(characters: list[Character], page: PageOfCharacters, number: int) -> list[PdfLine]:
    has_spaces = _file_has_spaces(characters)
    result: list[PdfLine] = []
    for run in _runs(characters, page):
        line = _line(run, page, number, has_spaces)
        if line.spans:
            result.append(line)
    return result


def _visible(page: PageOfCharacters) -> Iterator[Character]:
    """Yield the characters that are drawn on the page, not outside it."""
    for each in page.characters:
        if each.drawn and -5 <= each.x <= page.width + 5 and -5 <= each.y <= page.height + 5:
            yield each


def _is_text(each: Character, page: PageOfCharacters, number: int) -> bool:
    """Return whether a character is text: on a tagged page, only what has a tag.

    Untagged content is the same on each page; but word processors put a résumé's header there as well, so the upper
    half of the first page counts.
    """
    return each.tags >= 0 or not page.is_tagged or (number == 1 and each.y < page.height / 2)


def _file_has_spaces(characters: list[Character]) -> bool:
    """Return whether the file stores spaces as characters; TeX leaves gaps instead."""
    return sum(each.text.isspace() for each in characters) > len(characters) / 30


def _runs(characters: list[Character], page: PageOfCharacters) -> Iterator[list[Character]]:
    """Yield the characters of each line."""
    run: list[Character] = []
    for each in characters:
        if each.text in _CONTROL_CHARACTERS:
            each = replace(each, text=_CONTROL_CHARACTERS[each.text])
        if unicodedata.category(each.text) in _INVISIBLE_CATEGORIES and each.text not in "\u00ad\t":
            continue
        if run and (
            not _continues_line(run, each)
            or _section_title(run[-1], page) != _section_title(each, page)
            or _list_item(run[-1], page) != _list_item(each, page)
        ):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _section_title(each: Character, page: PageOfCharacters) -> int:
    """Return the number of the section title that a character belongs to: a title may be beside its section."""
    if each.tags < 0:
        return 0
    return next((number for kind, number in page.tags[each.tags] if 0 < _level(kind) <= _SECTION_TITLE_LEVEL), 0)


def _list_item(each: Character, page: PageOfCharacters) -> int:
    """Return the number of the list item that a character belongs to: one line may hold several."""
    if each.tags < 0:
        return 0
    return next((number for kind, number in reversed(page.tags[each.tags]) if kind == "LI"), 0)


def _continues_line(run: list[Character], each: Character) -> bool:
    last = run[-1]
    size = max(last.size, each.size, 1.0)
    first = max(run, key=lambda other: other.size) if len(run) < 3 else run[0]
    near = abs(each.y - last.y) <= 0.2 * size or abs(each.y - first.y) <= 0.45 * min(size, max(first.size, 1.0))
    forward = each.x >= last.x - 0.3 * size or each.text.isspace()  # all characters of a ligature are at its start
    backward = unicodedata.bidirectional(each.text) in {"R", "AL", "AN", "NSM"} or unicodedata.bidirectional(
        last.text
    ) in {"R", "AL"}
    return near and (forward or backward)


def _line(run: list[Character], page: PageOfCharacters, number: int, has_spaces: bool) -> PdfLine:
    words = [each for each in run if each.text.strip()]
    if not words:
        return PdfLine(number, run[0].y, run[0].x, run[0].right, run[0].size)
    sizes: dict[float, int] = {}
    for each in words:
        sizes[round(each.size, 1)] = sizes.get(round(each.size, 1), 0) + 1
    size = max(sizes, key=lambda each: sizes[each])
    base = next(each for each in words if round(each.size, 1) == size)
    result = PdfLine(number, base.y, min(each.x for each in words), max(each.right for each in words), size)
    for span, first in _spans(run, page, has_spaces):
        result.spans.append(span)
        result.elements.append(_element(first, page))
        result.parts.append(_part(first, page))
    path = page.tags[words[-1].tags] if words[-1].tags >= 0 else ()
    result.lists = sum(kind == "L" for kind, _ in path)
    result.heading = max(
        (_level(kind) for each in words if each.tags >= 0 for kind, _ in page.tags[each.tags]), default=0
    )
    return result


def _level(kind: str) -> int:
    if kind in {"Title", "H"}:
        return 1
    return int(kind[1]) if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit() else 0


def _element(each: Character, page: PageOfCharacters) -> int:
    """Return the number of the tagged paragraph that a character belongs to, 0 without tags."""
    if each.tags < 0:
        return 0
    for kind, number in reversed(page.tags[each.tags]):
        if kind not in _INLINE:
            return number
    return 0


def _part(each: Character, page: PageOfCharacters) -> int:
    """Return the number of the outermost inline element around a character's own, 0 for none."""
    path = page.tags[each.tags] if each.tags >= 0 else ()
    inline = [number for _, number in itertools.takewhile(lambda tag: tag[0] in _INLINE, reversed(path))]
    return inline[-1] if len(inline) > 1 else 0


def _spans(run: list[Character], page: PageOfCharacters, has_spaces: bool) -> Iterator[tuple[Span, Character]]:
    """Yield each span of one style with its first character; a wide gap, or one without a space, separates spans."""
    spans: list[tuple[Span, Character, list[str]]] = []
    last: Character | None = None
    space = False
    for each in run:
        if each.text.isspace():
            space = True
            continue
        wide = last is not None and _is_separated(last, each, space, has_spaces, page)
        blank = last is not None and not wide and (space or _is_blank(last, each, has_spaces))
        bold, italic = font_style(each.font, each.weight)
        now = Span(
            " " * blank + (unicodedata.normalize("NFKC", each.text) if each.text in _LIGATURES else each.text),
            bold,
            italic,
            round(each.size, 1),
            each.url,
            wide,
        )
        if (
            spans
            and not wide
            and _is_same_style(spans[-1][0], now)
            and _element(spans[-1][1], page) == _element(each, page)
        ):
            spans[-1][2].append(now.text)
        else:
            spans.append((now, each, [now.text]))
        last, space = each, False
    yield from ((replace(span, text="".join(texts)), first) for span, first, texts in spans)


def _is_same_style(one: Span, other: Span) -> bool:
    return (one.bold, one.italic, one.size, one.url) == (other.bold, other.italic, other.size, other.url)


def _is_blank(last: Character, each: Character, has_spaces: bool) -> bool:
    """Return whether a gap represents a space that the file lacks; there is none between wide characters."""
    gap = (each.x - last.right) / max(each.size, 1.0)
    return gap > (0.16 if has_spaces else 0.13) and not (_is_wide(each.text) and _is_wide(last.text))


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text) in "WF"


def _is_separated(last: Character, each: Character, space: bool, has_spaces: bool, page: PageOfCharacters) -> bool:
    """Return whether a gap is too wide for a space."""
    gap = (each.x - last.right) / max(each.size, 1.0)
    if has_spaces and not space:
        return gap > 0.3 or (_heading(last, page) != _heading(each, page) and gap > 0.1)
    return gap > (1.0 if space and has_spaces else 0.9)


def _heading(each: Character, page: PageOfCharacters) -> int:
    return max((_level(kind) for kind, _ in page.tags[each.tags]), default=0) if each.tags >= 0 else 0
