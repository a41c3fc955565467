"""The style sheet of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal

from docx.shared import Length, Mm, Pt

from .numbering import style_list_number
from .style_names import (
    CONTACT,
    CONTACT_LINK,
    CUSTOM_STYLES,
    DETAILS,
    END_OF_PICTURES,
    INITIALS,
    LABEL,
    LABELLED,
    LIST_LEVELS,
    LISTS,
    MUTED_TEXT,
    ORGANIZATION,
    REFERENCE,
    ROW,
    SIGNATURE,
    TAG,
    list_style,
    style_id,
)
from .word_design import HAIRLINE, MUTED, WordDesign
from .word_fonts import CODE
from .wordml import Element, w

_NAME, _LARGE, _LARGER, _SMALL = 2.5, 1.18, 1.06, 0.9
"""The sizes of the name, section titles, entries and captions, as multiples of the text size."""

SECTION_GAP = 1.15
"""The space above a section, as a multiple of the text size."""

BRIEF_GAP = 0.22
"""The space above an entry of one line, likewise."""

_MIN_SIZE = 8
"""In points."""

_BAR, _BESIDE_BAR = 12, 6
"""The width of the bar before a section title, Word's widest border, and its distance from the title, in points."""


_NONE = Pt(0)

Kind = Literal["paragraph", "character"]


def style_sheet(design: WordDesign) -> Element:
    """Return all styles of the document."""
    return w(
        "styles",
        _defaults(design),
        _style("paragraph", "Normal", w("bidi") if design.rtl else None),
        *_head_styles(design),
        *_heading_styles(design),
        *_text_styles(design),
        *_list_styles(design),
        *_character_styles(design),
    )


def _defaults(design: WordDesign) -> Element:
    tag = design.language
    language = w("lang", val=tag, eastAsia=tag, bidi=tag)
    run = w("rPr", design.text.element(tag), *_size(design.size), language)
    paragraph = w("pPr", w("widowControl"), _spacing(line=Pt(design.leading * design.size)))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph))


def _head_styles(design: WordDesign) -> Iterator[Element]:
    gap = design.points
    weight = [] if design.light_given_names else _bold()
    name = [design.headings.element(design.language), *weight, *_size(_NAME * design.size)]
    label = [_accent(design), *_size(_LARGE * design.size)]
    yield _paragraph("Title", w("keepNext"), _spacing(line=_NONE), _centred(design), run=name)
    yield _paragraph("Subtitle", w("keepNext"), _spacing(gap(0.15)), _centred(design), run=label)
    yield _paragraph(CONTACT, _spacing(gap(0.2)), _centred(design), run=[_muted()])


def _heading_styles(design: WordDesign) -> Iterator[Element]:
    gap, face = design.points, design.headings.element(design.language)
    bar = w("ind", left=(design.date_column or Pt(_BAR + _BESIDE_BAR)).twips) if design.rule == "left" else None
    colour = None if design.initials else _accent(design)
    yield _paragraph(
        "heading 1",
        *(w("keepNext"), w("keepLines")),
        *_rule(design),
        _spacing(gap(SECTION_GAP), gap(0.4)),
        bar,
        w("outlineLvl", val=0),
        run=[face, *_bold(), *_case(design), colour, *_size(_LARGE * design.size)],
    )
    for level, before, size in ((2, gap(0.7), _LARGER), (3, gap(0.42), 1)):
        yield _paragraph(
            f"heading {level}",
            *(w("keepNext"), w("keepLines")),
            _end_tab(design),
            _spacing(before),
            _indent(design),
            w("outlineLvl", val=level - 1),
            run=[*_bold(), *_size(size * design.size)],
        )


def _text_styles(design: WordDesign) -> Iterator[Element]:
    gap, width = design.points, design.page_setup.text_width
    column = (design.date_column or min(Mm(36), Length(int(width * 0.3)))).twips
    yield _paragraph("Body Text", _spacing(gap(0.3)), _indent(design), _justification(design))
    yield _paragraph(DETAILS, _end_tab(design), _spacing(gap(0.08)), _indent(design), run=[_muted()])
    yield _paragraph(ROW, w("keepNext"), w("keepLines"), _end_tab(design), _spacing(), _indent(design))
    yield _paragraph(REFERENCE, _spacing(gap(0.22)), _indent(design), _justification(design))
    if design.skills == "table":
        tab, indent = w("tabs", w("tab", val="left", pos=column)), w("ind", left=column, hanging=column)
        yield _paragraph(LABELLED, tab, _spacing(gap(0.22)), indent)
    else:
        yield _paragraph(LABELLED, _spacing(gap(0.22)), _indent(design))
    yield _paragraph(SIGNATURE, w("keepLines"), _spacing())
    yield _paragraph("caption", _spacing(gap(0.2)), run=[_muted(), *_size(max(_MIN_SIZE, _SMALL * design.size))])
    yield _paragraph(END_OF_PICTURES, _spacing(line=_NONE), run=_size(1))
    yield _paragraph("footer", _end_tab(design), run=[_muted(), *_size(_MIN_SIZE)])


def _list_styles(design: WordDesign) -> Iterator[Element]:
    spacing = partial(_spacing, design.points(0.06))
    for marker in LISTS:
        for level in range(LIST_LEVELS):
            deeper = w("ilvl", val=level) if level else None
            number = w("numId", val=style_list_number(marker))
            yield _paragraph(list_style(marker, level), w("numPr", deeper, number), spacing(), _justification(design))
    yield _paragraph("List Continue", spacing(), _justification(design))


def _character_styles(design: WordDesign) -> Iterator[Element]:
    yield _style("character", "Default Paragraph Font")
    yield _character("Strong", *_bold())
    yield _character("Emphasis", w("i"), w("iCs"))
    yield _character("Hyperlink", *_link(design))
    yield _character(CONTACT_LINK, *([] if design.links == "underline" else _link(design)))
    yield _character("HTML Code", w("rFonts", ascii=CODE, hAnsi=CODE, cs=CODE))
    yield _character(ORGANIZATION)
    yield _character(MUTED_TEXT, _muted(), *_size(design.size))
    yield _character(LABEL, _muted())
    yield _character(TAG, w("bdr", val="single", sz=4, space=0, color=HAIRLINE))
    yield _character(INITIALS, _accent(design))


def _paragraph(name: str, *properties: Element | None, run: Sequence[Element | None] | None = None) -> Element:
    return _style("paragraph", name, *properties, run=run, based_on="Normal")


def _character(name: str, *properties: Element) -> Element:
    return _style("character", name, run=list(properties), based_on="Default Paragraph Font")


def _style(
    kind: Kind, name: str, *properties: Element | None, run: Sequence[Element | None] | None = None, based_on: str = ""
) -> Element:
    attributes = {"type": kind, "styleId": style_id(name)}
    attributes |= {} if based_on else {"default": "1"}
    attributes |= {"customStyle": "1"} if name in CUSTOM_STYLES else {}
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=style_id(based_on)) if based_on else None,
        w("qFormat"),
        w("pPr", *properties) if any(part is not None for part in properties) else None,
        w("rPr", *run) if run else None,
        **attributes,
    )


def _spacing(before: Length = _NONE, after: Length = _NONE, line: Length | None = None) -> Element:
    """Return the space above and below; `line` is the least height of a line, whose font may be a substitute."""
    height: dict[str, str | int] = {} if line is None else {"line": round(line.twips), "lineRule": "atLeast"}
    return w("spacing", before=before.twips, after=after.twips, **height)


def _end_tab(design: WordDesign) -> Element:
    """Return the tab stop at which dates end; in a right-to-left paragraph, `right` means the end of the line too."""
    return w("tabs", w("tab", val="right", pos=design.page_setup.text_width.twips))


def _link(design: WordDesign) -> list[Element]:
    """Return the look of links: underlined or in the accent colour, or as the text around them."""
    match design.links:
        case "plain":
            return []
        case "underline":
            return [w("u", val="single")]
    return [_accent(design)]


def _indent(design: WordDesign) -> Element | None:
    """Return the indent of what is beside a column of dates."""
    return w("ind", left=design.date_column.twips) if design.date_column else None


def _centred(design: WordDesign) -> Element | None:
    return w("jc", val="center") if design.centred else None


def _case(design: WordDesign) -> list[Element]:
    """Return the property that displays a title in capitals; its letters stay as typed."""
    return [w("caps")] if design.capitals else []


def _rule(design: WordDesign) -> list[Element]:
    """Return the border or shading of section titles."""
    if design.rule == "band":
        return [w("shd", val="clear", color="auto", fill=_tint(design.accent))]
    if design.rule == "left":
        side = "right" if design.rtl else "left"
        return [w("pBdr", w(side, val="single", sz=8 * _BAR, space=_BESIDE_BAR, color=design.accent))]
    colour = HAIRLINE if design.rule == "bottom" else design.accent
    return [w("pBdr", w(design.rule, val="single", sz=4, space=2, color=colour))] if design.rule else []


def _tint(colour: str) -> str:
    """Return a colour mixed with seven eighths of white."""
    return "".join(f"{255 - (255 - int(colour[at : at + 2], 16)) // 8:02X}" for at in (0, 2, 4))


def _justification(design: WordDesign) -> Element | None:
    return w("jc", val="both") if design.justified else None


def _bold() -> list[Element]:
    return [w("b"), w("bCs")]


def _accent(design: WordDesign) -> Element:
    return w("color", val=design.accent)


def _muted() -> Element:
    return w("color", val=MUTED)


def _size(points: float) -> list[Element]:
    """Return a size for Latin and for all other scripts, in half points as Word counts."""
    halves = round(2 * points)
    return [w("sz", val=halves), w("szCs", val=halves)]
