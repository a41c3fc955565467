"""Build blocks from a Word document: by its styles, its numbering and the tables that make its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from ..lexicon.word_lists import alternatives, word_groups
from .blocks import Block, Span, cut, join
from .docx_styles import Styles, with_bases
from .list_markers import marker_of, starts_list

if TYPE_CHECKING:
    from docx.document import Document

_WIDE_SPACE = re.compile(r"[ \u3000]{3,}")
_MAX_SHORT_CELL = 60
_MAX_DEPTH = 30


@cache
def _heading_style() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('word_styles', 'headings')})\s*(\d)", re.IGNORECASE)


def blocks_of(data: bytes) -> list[Block]:
    """Return the blocks of a document: its page header, then its body, with text boxes where they are anchored."""
    import io

    import docx

    reader = _Reader(docx.Document(io.BytesIO(data)))
    return reader.blocks()


class _Reader:
    """Reads one document."""

    def __init__(self, document: Document) -> None:
        from docx.oxml.ns import qn

        self._document, self._qn = document, cache(qn)
        self._styles = {style.style_id: with_bases(style) for style in document.styles}
        self._number = 0

    def blocks(self) -> list[Block]:
        """Return all blocks."""
        section = next(iter(self._document.sections), None)
        headers = [section.first_page_header, section.header] if section else []
        result: list[Block] = []
        for header in headers:
            if not header.is_linked_to_previous:
                result += self._walk(header._element, header.part)
        result += self._walk(self._document.element.body, self._document.part)
        return [block for block in result if block.text]

    def _walk(self, holder: Any, part: Any, depth: int = 0) -> Iterator[Block]:
        gap = True
        for child in holder.iterchildren() if depth < _MAX_DEPTH else ():
            if child.tag == self._qn("w:p"):
                blocks = list(self._paragraph(child, part))
                yield from (replace(block, gap=block.gap or (gap and at == 0)) for at, block in enumerate(blocks))
                gap = not blocks
                yield from self._boxes(child, part, depth)
            elif child.tag == self._qn("w:tbl"):
                yield from self._table(child, part, depth)
                gap = True
            elif child.tag in (self._qn("w:sdt"), self._qn("w:sdtContent"), self._qn("w:ins"), self._qn("w:smartTag")):
                yield from self._walk(child, part, depth + 1)

    def _boxes(self, paragraph: Any, part: Any, depth: int) -> Iterator[Block]:
        """Yield the blocks in text boxes; Word writes each box in two forms, of which the newer counts."""
        for box in paragraph.iter(self._qn("w:txbxContent")):
            is_old = any(each.tag.endswith("}Fallback") for each in box.iterancestors())
            is_nested = next(box.iterancestors(self._qn("w:p"))) is not paragraph
            if not is_old and not is_nested:
                yield from self._walk(box, part, depth + 1)

    def _table(self, table: Any, part: Any, depth: int) -> Iterator[Block]:
        for row in table.iterchildren(self._qn("w:tr")):
            cells = [list(self._walk(cell, part, depth + 1)) for cell in self._cells(row)]
            yield from _row([[block for block in cell if block.text] for cell in cells])

    def _cells(self, row: Any) -> Iterator[Any]:
        for cell in row.iter(self._qn("w:tc")):
            if next(cell.iterancestors(self._qn("w:tr"))) is row and not self._continues(cell):
                yield cell

    def _continues(self, cell: Any) -> bool:
        """Return whether a cell is merged with the one above it."""
        merge = cell.find(f"{self._qn('w:tcPr')}/{self._qn('w:vMerge')}")
        return merge is not None and merge.get(self._qn("w:val")) != "restart"

    def _paragraph(self, paragraph: Any, part: Any) -> Iterator[Block]:
        """Yield the blocks of a paragraph: one per line; one in all for headings and list items."""
        self._number += 1
        styles = self._styles_of(paragraph)
        lines: list[list[Span]] = [[]]
        separated = False
        for run, url in self._runs(paragraph, part):
            text_style = self._text_style(run, styles)
            for piece in self._pieces(run):
                if piece == "\n":
                    lines.append([])
                elif piece == "\t":
                    separated = True
                elif piece:
                    lines[-1].append(Span(piece, *text_style, url, separated and bool(lines[-1])))
                    separated = False
        level = self._heading(styles, paragraph)
        marker, depth = self._list(paragraph, styles)
        gap = self._has_space_above(paragraph, styles)
        yield from self._blocks([tuple(line) for line in lines if join(line)], level, marker, depth, gap)

    def _blocks(self, lines: list[tuple[Span, ...]], level: int, marker: str, depth: int, gap: bool) -> Iterator[Block]:
        source_label = f"paragraph {self._number}"
        if level or depth:
            spans = [replace(span, separated=True) if at == 0 and line is not lines[0] and level else span
                     for line in lines for at, span in enumerate(_after_break(line, line is not lines[0]))]  # fmt: skip
            if spans:
                yield Block(tuple(spans), source_label, level, marker, depth, gap)
            return
        for at, line in enumerate(lines):
            symbol, rest = marker_of(join(line))
            if symbol and rest and starts_list(symbol):
                spans = cut(line, len(join(line)) - len(rest), 10**9)
                yield Block(tuple(spans), source_label, 0, symbol, 1, gap and not at)
            else:
                yield Block(line, source_label, 0, "", 0, gap and not at)

    def _runs(self, paragraph: Any, part: Any) -> Iterator[tuple[Any, str]]:
        for run in paragraph.iter(self._qn("w:r")):
            if next(run.iterancestors(self._qn("w:p"))) is not paragraph:
                continue  # of a text box in it
            link = next(run.iterancestors(self._qn("w:hyperlink")), None)
            yield run, self._target(link, part) if link is not None else ""

    def _target(self, link: Any, part: Any) -> str:
        relation = part.rels.get(link.get(self._qn("r:id")))
        return str(relation.target_ref) if relation is not None and relation.is_external else ""

    def _pieces(self, run: Any) -> Iterator[str]:
        for child in run.iterchildren():
            if child.tag == self._qn("w:t"):
                first, *more = _WIDE_SPACE.split(child.text or "")
                yield first
                for text in more:
                    yield "\t"
                    yield text
            elif child.tag in (self._qn("w:br"), self._qn("w:cr")):
                yield "\n"
            elif child.tag in (self._qn("w:tab"), self._qn("w:ptab")):
                yield "\t"
            elif child.tag == self._qn("w:noBreakHyphen"):
                yield "-"
            elif child.tag == self._qn("w:sym"):
                yield " "

    def _styles_of(self, paragraph: Any) -> Styles:
        found = paragraph.find(f"{self._qn('w:pPr')}/{self._qn('w:pStyle')}")
        name = found.get(self._qn("w:val")) if found is not None else "Normal"
        return self._styles.get(name, ())

    def _heading(self, styles: Styles, paragraph: Any) -> int:
        for each in styles:
            name = each.name.casefold()
            if name in word_groups("word_styles")["titles"]:
                return 1
            if found := _heading_style().match(name):
                return int(found[1]) + 1
        outline = paragraph.find(f"{self._qn('w:pPr')}/{self._qn('w:outlineLvl')}")
        level = outline.get(self._qn("w:val")) if outline is not None else None
        return int(level) + 2 if level and level.isdigit() and int(level) < 9 else 0

    def _list(self, paragraph: Any, styles: Styles) -> tuple[str, int]:
        """Return a marker of the same kind as a list item's own, and its depth; empty and 0 outside lists."""
        number = paragraph.find(f"{self._qn('w:pPr')}/{self._qn('w:numPr')}")
        name = next((each.name for each in styles if re.match("(?i)list (bullet|number)", each.name)), "")
        if number is None:
            numbers = (each.element.find(f"{self._qn('w:pPr')}/{self._qn('w:numPr')}") for each in styles)
            number = next((found for found in numbers if found is not None), None)
        if number is None and not name:
            return "", 0
        identity, level = self._value(number, "w:numId"), self._value(number, "w:ilvl") or 0
        if identity == 0:
            return "", 0
        digits = re.search(r"\d", name)
        depth = max(int(digits[0]) if digits else 1, level + 1)
        number_format = self._number_formats.get((str(identity), str(level)), "")
        return {"decimal": "1.", "lowerLetter": "a.", "upperLetter": "a."}.get(number_format, "•"), depth

    def _value(self, number: Any, key: str) -> int | None:
        found = number.find(self._qn(key)) if number is not None else None
        text = found.get(self._qn("w:val")) if found is not None else None
        return int(text) if text and text.isdigit() else None

    @cached_property
    def _number_formats(self) -> dict[tuple[str, str], str]:
        """The number format of each list by its number and level, as the file writes them."""
        try:
            numbering = self._document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return {}
        levels: dict[str, dict[str, str]] = {}
        for level in numbering.xpath("w:abstractNum/w:lvl[w:numFmt]"):
            definition = level.getparent().get(self._qn("w:abstractNumId"))
            number_format = level.find(self._qn("w:numFmt")).get(self._qn("w:val"), "")
            levels.setdefault(definition, {}).setdefault(level.get(self._qn("w:ilvl")), number_format)
        lists = (
            (each.get(self._qn("w:numId")), each.find(self._qn("w:abstractNumId")).get(self._qn("w:val")))
            for each in numbering.xpath("w:num[w:abstractNumId]")
        )
        return {(number, at): found for number, definition in lists for at, found in levels.get(definition, {}).items()}

    def _text_style(self, run: Any, styles: Styles) -> tuple[bool, bool, float]:
        own = run.find(self._qn("w:rPr"))
        sources = [own, *(each.element.find(self._qn("w:rPr")) for each in (*self._character_styles(own), *styles))]
        sources = [each for each in sources if each is not None]
        bold = self._is_on(sources, "w:b")
        italic = self._is_on(sources, "w:i")
        size = next(
            (found.get(self._qn("w:val")) for each in sources if (found := each.find(self._qn("w:sz"))) is not None),
            None,
        )
        return bold, italic, int(size) / 2 if size and size.isdigit() else self._default_size

    def _character_styles(self, own: Any) -> Styles:
        found = own.find(self._qn("w:rStyle")) if own is not None else None
        return self._styles.get(found.get(self._qn("w:val")), ()) if found is not None else ()

    def _is_on(self, sources: list[Any], key: str) -> bool:
        for each in sources:
            if (found := each.find(self._qn(key))) is not None:
                return found.get(self._qn("w:val"), "1") not in {"0", "false", "off"}
        return False

    @cached_property
    def _default_size(self) -> float:
        found = self._document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
        return int(found[0]) / 2 if found and str(found[0]).isdigit() else 10.0

    def _has_space_above(self, paragraph: Any, styles: Styles) -> bool:
        """Return whether a paragraph has space above it."""
        for each in (paragraph, *(style.element for style in styles)):
            found = each.find(f"{self._qn('w:pPr')}/{self._qn('w:spacing')}")
            before = found.get(self._qn("w:before")) if found is not None else None
            if before is not None:
                return before.isdigit() and int(before) >= 80
        return False


def _after_break(line: tuple[Span, ...], broken: bool) -> tuple[Span, ...]:
    return (replace(line[0], text=f" {line[0].text}"), *line[1:]) if broken and line else line


def _row(cells: list[list[Block]]) -> Iterator[Block]:
    """Yield the blocks of a row: short cells share a line with the first block of the next, others follow in turn."""
    cells = [cell for cell in cells if cell]
    short = [len(cell) == 1 and not cell[0].depth and len(cell[0].text) <= _MAX_SHORT_CELL for cell in cells]
    waiting: tuple[Span, ...] = ()
    for at, cell in enumerate(cells):
        last = at == len(cells) - 1
        if (short[at] and not last) or (waiting and last and short[at]):
            waiting = (*waiting, *_separated(cell[0].spans, bool(waiting)))
            if last:
                yield replace(
                    cell[0], spans=waiting, heading=max(cells[0][0].heading, cell[0].heading), gap=cells[0][0].gap
                )
        elif waiting and not cell[0].depth:
            yield replace(cell[0], spans=(*waiting, *_separated(cell[0].spans, True)), gap=True)
            yield from cell[1:]
            waiting = ()
        else:
            if waiting:
                yield replace(cell[0], spans=waiting, marker="", depth=0)
                waiting = ()
            if at and short[at] and not cells[at - 1][-1].depth and len(cells[at - 1]) == 1:
                yield cell[0]
            else:
                yield from cell


def _separated(spans: tuple[Span, ...], separated: bool) -> tuple[Span, ...]:
    return (replace(spans[0], separated=True), *spans[1:]) if separated and spans else spans
