"""Read a Word document independently of resumekit, with zip and XML only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}


def name(short: str) -> str:
    """Return `w:val` in ElementTree's notation."""
    prefix, local = short.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def value(element: Element | None) -> str:
    """Return an element's value, or nothing."""
    return (element.get(name("w:val")) or "") if element is not None else ""


@dataclass(frozen=True)
class Run:
    """A run of text in one style; `bold` is the run's own property, None if it has none."""

    text: str
    style: str
    bold: bool | None
    italic: bool
    rtl: bool
    language: str
    font: str


@dataclass(frozen=True)
class Line:
    """A paragraph: the name of its style, its runs, and the number of its list with the level, if it is an item."""

    style: str
    runs: tuple[Run, ...]
    list: tuple[int, int] | None
    keeps_with_next: bool

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass
class DocxReader:
    """A parsed Word document."""

    data: bytes
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {part: archive.read(part) for part in archive.namelist()}

    def xml(self, part: str) -> Element:
        return ElementTree.fromstring(self.parts[part])

    @cached_property
    def styles(self) -> dict[str, Element]:
        """The styles by id."""
        found = self.xml("word/styles.xml").iterfind("w:style", NAMESPACES)
        return {style.get(name("w:styleId"), ""): style for style in found}

    @cached_property
    def lines(self) -> list[Line]:
        return [self._line(paragraph) for paragraph in self.xml("word/document.xml").iterfind(".//w:p", NAMESPACES)]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """The text and URL of each link."""
        relations = self.xml("word/_rels/document.xml.rels").iterfind("rel:Relationship", NAMESPACES)
        targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
        found = self.xml("word/document.xml").iterfind(".//w:hyperlink", NAMESPACES)
        return [("".join(link.itertext()), targets[link.get(name("r:id"))]) for link in found]

    @property
    def alternatives(self) -> list[str]:
        """The alternative text of each picture."""
        return [found.get("descr", "") for found in self.xml("word/document.xml").iterfind(".//wp:docPr", NAMESPACES)]

    def marks(self) -> list[tuple[str, int, str]]:
        """Return marker, level and text of each list item, counted as Word counts."""
        return [(self._mark(*line.list), line.list[1], line.text) for line in self.lines if line.list]

    def _line(self, paragraph: Element) -> Line:
        style = self.styles[value(paragraph.find("w:pPr/w:pStyle", NAMESPACES)) or "Normal"]
        keeps = [element.find("w:pPr/w:keepNext", NAMESPACES) for element in (paragraph, style)]
        said = next((keep for keep in keeps if keep is not None), None)
        return Line(
            value(style.find("w:name", NAMESPACES)),
            tuple(_run(run) for run in paragraph.iterfind(".//w:r", NAMESPACES)),
            self._list(paragraph, style),
            said is not None and value(said) != "0",
        )

    def _list(self, paragraph: Element, style: Element) -> tuple[int, int] | None:
        for element in (paragraph, style):
            found = element.find("w:pPr/w:numPr", NAMESPACES)
            if found is not None:
                number, level = (value(found.find(part, NAMESPACES)) for part in ("w:numId", "w:ilvl"))
                return int(number), int(level or 0)
        return None

    def _mark(self, number: int, level: int) -> str:
        numbering = self.xml("word/numbering.xml")
        num = numbering.find(f"w:num[@w:numId='{number}']", NAMESPACES)
        assert num is not None
        kind = value(num.find("w:abstractNumId", NAMESPACES))
        override = num.find(f"w:lvlOverride[@w:ilvl='{level}']", NAMESPACES)
        whole = f"w:abstractNum[@w:abstractNumId='{kind}']/w:lvl[@w:ilvl='{level}']"
        own = override.find("w:lvl", NAMESPACES) if override is not None else None
        definition = own if own is not None else numbering.find(whole, NAMESPACES)
        assert definition is not None
        count = self._count(kind, number, level, override)
        mark = value(definition.find("w:lvlText", NAMESPACES))
        return mark.replace(f"%{level + 1}", _counted(value(definition.find("w:numFmt", NAMESPACES)), count))

    def _count(self, kind: str, number: int, level: int, override: Element | None) -> int:
        """Count as Word does: lists of one kind continue each other unless their definition restarts."""
        start = value(override.find("w:startOverride", NAMESPACES)) if override is not None else ""
        if start and (number, level) not in self._begun:
            self._counts[kind, level] = int(start) - 1
        self._begun.add((number, level))
        self._counts[kind, level] = self._counts.get((kind, level), 0) + 1
        for deeper in [key for key in self._counts if key[0] == kind and key[1] > level]:
            del self._counts[deeper]
        return self._counts[kind, level]


def _counted(kind: str, count: int) -> str:
    if kind == "lowerLetter":  # a, b … z, aa, bb … zz, aaa
        return "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26] * ((count - 1) // 26 + 1)
    return str(count)


def _run(run: Element) -> Run:
    properties = run.find("w:rPr", NAMESPACES)
    found = properties if properties is not None else Element("none")
    bold = found.find("w:b", NAMESPACES)
    language, fonts = found.find("w:lang", NAMESPACES), found.find("w:rFonts", NAMESPACES)
    return Run(
        "".join(_text(run)),
        value(found.find("w:rStyle", NAMESPACES)),
        None if bold is None else value(bold) != "0",
        found.find("w:i", NAMESPACES) is not None,
        found.find("w:rtl", NAMESPACES) is not None,
        (language.get(name("w:eastAsia")) or "") if language is not None else "",
        (fonts.get(name("w:eastAsia")) or "") if fonts is not None else "",
    )


def _text(run: Element) -> Iterator[str]:
    for element in run:
        if element.tag == name("w:t"):
            yield element.text or ""
        elif element.tag in {name("w:tab"), name("w:br")}:
            yield "\t" if element.tag == name("w:tab") else "\n"
