"""Blocks out of a Word document: by its styles, its numbering and the tables that hold its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .blocks import Block, Span, cut, join
from .markers import begins, marker_of

if TYPE_CHECKING:
    from docx.document import Document

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|見出し|标题|標題)\s*(\d)", re.IGNORECASE)
_WIDE = re.compile(r"[ \u3000]{3,}")
_SHORT = 60
_MOST_DEPTH = 30


def blocks_of(data: bytes) -> list[Block]:
    """Return the blocks of a document: its page header, its body, its text boxes where they are anchored."""
    import io

    import docx

    reader = _Reader(docx.Document(io.BytesIO(data)))
    return reader.blocks()


class _Reader:
    """Walks one document."""

    def __init__(self, document: Document) -> None:
        from docx.oxml.ns import qn

        self._document, self._qn = document, qn
        self._styles = {style.style_id: style for style in document.styles}
        self._number = 0

    def blocks(self) -> list[Block]:
        """Return all blocks."""
        section = next(iter(self._document.sections), None)
        headers = [section.first_page_header, section.header] if section else []
        made: list[Block] = []
        for header in headers:
            if not header.is_linked_to_previous:
                made += self._walk(header._element, header.part)
        made += self._walk(self._document.element.body, self._document.part)
        return [block for block in made if block.text]

    def _walk(self, holder: Any, part: Any, depth: int = 0) -> Iterator[Block]:
        gap = True
        for child in holder.iterchildren() if depth < _MOST_DEPTH else ():
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
        """Yield what stands in text boxes; of the two forms that Word writes of each, the newer one."""
        for box in paragraph.iter(self._qn("w:txbxContent")):
            old = any(each.tag.endswith("}Fallback") for each in box.iterancestors())
            if not old:
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
        """Tell whether a cell is the lower part of the one above it."""
        merge = cell.find(f"{self._qn('w:tcPr')}/{self._qn('w:vMerge')}")
        return merge is not None and merge.get(self._qn("w:val")) != "restart"

    def _paragraph(self, paragraph: Any, part: Any) -> Iterator[Block]:
        """Yield a paragraph; each of its lines is a block of its own where they are more than the wrapping of one."""
        self._number += 1
        style = self._style_of(paragraph)
        lines: list[list[Span]] = [[]]
        apart = False
        for run, url in self._runs(paragraph, part):
            design = self._look(run, style)
            for piece in self._pieces(run):
                if piece == "\n":
                    lines.append([])
                elif piece == "\t":
                    apart = True
                elif piece:
                    lines[-1].append(Span(piece, *design, url, apart and bool(lines[-1])))
                    apart = False
        level = self._heading(style, paragraph)
        marker, depth = self._list(paragraph, style)
        yield from self._blocks(
            [tuple(line) for line in lines if join(line)], level, marker, depth, self._spaced(paragraph, style)
        )

    def _blocks(self, lines: list[tuple[Span, ...]], level: int, marker: str, depth: int, gap: bool) -> Iterator[Block]:
        where = f"paragraph {self._number}"
        if level or depth:
            spans = [replace(span, apart=True) if at == 0 and line is not lines[0] and level else span
                     for line in lines for at, span in enumerate(_after_break(line, line is not lines[0]))]  # fmt: skip
            if spans:
                yield Block(tuple(spans), where, level, marker, depth, gap)
            return
        for at, line in enumerate(lines):
            sign, rest = marker_of(join(line))
            if sign and rest and begins(sign):
                yield Block(tuple(cut(line, len(join(line)) - len(rest), 10**9)), where, 0, sign, 1, gap and not at)
            else:
                yield Block(line, where, 0, "", 0, gap and not at)

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
                first, *more = _WIDE.split(child.text or "")
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

    def _style_of(self, paragraph: Any) -> Any:
        found = paragraph.find(f"{self._qn('w:pPr')}/{self._qn('w:pStyle')}")
        name = found.get(self._qn("w:val")) if found is not None else "Normal"
        return self._styles.get(name)

    def _chain(self, style: Any) -> Iterator[Any]:
        for _ in range(10):
            if style is None:
                return
            yield style
            style = getattr(style, "base_style", None)

    def _heading(self, style: Any, paragraph: Any) -> int:
        for each in self._chain(style):
            name = (each.name or "").casefold()
            if name in {"title", "titel", "titre"}:
                return 1
            if found := _HEADING.match(name):
                return int(found[1]) + 1
        outline = paragraph.find(f"{self._qn('w:pPr')}/{self._qn('w:outlineLvl')}")
        level = outline.get(self._qn("w:val")) if outline is not None else None
        return int(level) + 2 if level and level.isdigit() and int(level) < 9 else 0

    def _list(self, paragraph: Any, style: Any) -> tuple[str, int]:
        """Return the sign of a bullet as far as its kind goes, and its depth; nothing for what is in no list."""
        number = paragraph.find(f"{self._qn('w:pPr')}/{self._qn('w:numPr')}")
        name = next(
            (each.name for each in self._chain(style) if re.match("(?i)list (bullet|number)", each.name or "")), ""
        )
        if number is None:
            number = next(
                (
                    found
                    for each in self._chain(style)
                    if (found := each.element.find(f"{self._qn('w:pPr')}/{self._qn('w:numPr')}")) is not None
                ),
                None,
            )
        if number is None and not name:
            return "", 0
        identity, level = self._value(number, "w:numId"), self._value(number, "w:ilvl") or 0
        if identity == 0:
            return "", 0
        digits = re.search(r"\d", name)
        depth = max(int(digits[0]) if digits else 1, level + 1)
        return {"decimal": "1.", "lowerLetter": "a.", "upperLetter": "a."}.get(
            self._format(identity, level), "•"
        ), depth

    def _value(self, number: Any, key: str) -> int | None:
        found = number.find(self._qn(key)) if number is not None else None
        text = found.get(self._qn("w:val")) if found is not None else None
        return int(text) if text and text.isdigit() else None

    def _format(self, identity: int | None, level: int) -> str:
        """Return how a list is numbered."""
        try:
            numbering = self._document.part.numbering_part.element
            abstract = numbering.xpath(f"w:num[@w:numId='{identity}']/w:abstractNumId/@w:val")
            found = numbering.xpath(
                f"w:abstractNum[@w:abstractNumId='{abstract[0]}']/w:lvl[@w:ilvl='{level}']/w:numFmt/@w:val"
            )
            return str(found[0]) if found else ""
        except (KeyError, IndexError, NotImplementedError):
            return ""

    def _look(self, run: Any, style: Any) -> tuple[bool, bool, float]:
        own = run.find(self._qn("w:rPr"))
        named = self._named(own)
        sources = [own, *(each.element.find(self._qn("w:rPr")) for each in (*self._chain(named), *self._chain(style)))]
        sources = [each for each in sources if each is not None]
        bold = self._switch(sources, "w:b")
        italic = self._switch(sources, "w:i")
        size = next(
            (found.get(self._qn("w:val")) for each in sources if (found := each.find(self._qn("w:sz"))) is not None),
            None,
        )
        return bold, italic, int(size) / 2 if size and size.isdigit() else self._usual_size

    def _named(self, own: Any) -> Any:
        found = own.find(self._qn("w:rStyle")) if own is not None else None
        return self._styles.get(found.get(self._qn("w:val"))) if found is not None else None

    def _switch(self, sources: list[Any], key: str) -> bool:
        for each in sources:
            if (found := each.find(self._qn(key))) is not None:
                return found.get(self._qn("w:val"), "1") not in {"0", "false", "off"}
        return False

    @property
    def _usual_size(self) -> float:
        found = self._document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
        return int(found[0]) / 2 if found and str(found[0]).isdigit() else 10.0

    def _spaced(self, paragraph: Any, style: Any) -> bool:
        """Tell whether there is room above a paragraph."""
        for each in (paragraph, *(one.element for one in self._chain(style))):
            found = each.find(f"{self._qn('w:pPr')}/{self._qn('w:spacing')}")
            before = found.get(self._qn("w:before")) if found is not None else None
            if before is not None:
                return before.isdigit() and int(before) >= 80
        return False


def _after_break(line: tuple[Span, ...], broken: bool) -> tuple[Span, ...]:
    return (replace(line[0], text=f" {line[0].text}"), *line[1:]) if broken and line else line


def _row(cells: list[list[Block]]) -> Iterator[Block]:
    """Yield the blocks of a row: short cells stand on one line with the first block of the next, others in turn."""
    cells = [cell for cell in cells if cell]
    short = [len(cell) == 1 and not cell[0].depth and len(cell[0].text) <= _SHORT for cell in cells]
    waiting: tuple[Span, ...] = ()
    for at, cell in enumerate(cells):
        last = at == len(cells) - 1
        if (short[at] and not last) or (waiting and last and short[at]):
            waiting = (*waiting, *_apart(cell[0].spans, bool(waiting)))
            if last:
                yield replace(
                    cell[0], spans=waiting, heading=max(cells[0][0].heading, cell[0].heading), gap=cells[0][0].gap
                )
        elif waiting and not cell[0].depth:
            yield replace(cell[0], spans=(*waiting, *_apart(cell[0].spans, True)), gap=True)
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


def _apart(spans: tuple[Span, ...], apart: bool) -> tuple[Span, ...]:
    return (replace(spans[0], apart=True), *spans[1:]) if apart and spans else spans
