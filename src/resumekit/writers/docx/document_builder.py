"""Builds a Word document paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from docx.text.paragraph import Paragraph

from resumekit.present import Inlines, ResumeView, plain
from resumekit.present.view import PairView
from resumekit.theming.html_text import direction_of
from resumekit.typeset import Folders

from .bidi_runs import direction_runs
from .docx_package import empty_document
from .image_parts import ImageParts
from .numbering import Numbering
from .runs import PLAIN, RunFormat, RunWriter
from .style_names import LABEL, style_id
from .word_design import WordDesign
from .wordml import w

_SEPARATOR = " · "
"""Between items on one line."""

_RTL_SEPARATOR = " ·\N{RIGHT-TO-LEFT MARK} "
"""The same on a right-to-left page; the mark keeps the order also between Latin words."""

_AFTER_DIRECTION = ("w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
"""The properties of paragraphs that follow the direction in their fixed order, of those that are used here."""

Part = tuple[Inlines | str, RunFormat]


class DocumentBuilder:
    """A document being written: paragraphs are appended at its end, with its numbering, runs and images."""

    def __init__(self, view: ResumeView, design: WordDesign, folders: Folders) -> None:
        self.design = design
        self.runs = RunWriter(design)
        self.separator = _RTL_SEPARATOR if design.rtl else _SEPARATOR
        self.contact_separator = _contact_separator(design)
        self.comma = view.comma
        self.numbering = Numbering(design.size, design.date_column)
        self.document = empty_document(view, design, self.numbering)
        self.images = ImageParts(self.document.part, folders)

    def paragraph(self, style: str, inlines: Inlines | str = "", run_format: RunFormat = PLAIN) -> Paragraph:
        """Append a paragraph, optionally with a text."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = style_id(style)  # given a name, python-docx would search all styles each time
        self.runs.write(paragraph, inlines, run_format)
        return paragraph

    def text_paragraph(self, style: str, inlines: Inlines, *, in_list: bool = False) -> Paragraph:
        """Append a paragraph in the direction of its text.

        An item of a list has its marker on the same side as the others, unless the order of its words needs its own
        direction, which Word knows for whole paragraphs only.
        """
        words = plain(inlines)
        rtl = direction_of(words, "rtl" if self.design.rtl else "ltr") == "rtl"
        paragraph = self.paragraph(style, inlines, RunFormat(rtl=rtl))
        is_mixed = len({part_rtl for _, part_rtl in direction_runs(words, rtl=rtl)}) > 1
        if rtl != self.design.rtl and (is_mixed or not in_list):
            paragraph._p.get_or_add_pPr().insert_element_before(w("bidi", val=int(rtl)), *_AFTER_DIRECTION)
        return paragraph

    def separated(self, paragraph: Paragraph, parts: Iterable[Part]) -> None:
        """Write the non-empty parts on one line, with separators between them."""
        for number, (inlines, run_format) in enumerate(part for part in parts if part[0]):
            if number:
                self.runs.write(paragraph, self.separator, run_format)
            self.runs.write(paragraph, inlines, run_format)

    def tab(self, paragraph: Paragraph) -> None:
        """Append a tab to the paragraph."""
        paragraph._p.append(w("r", w("tab")))


def _contact_separator(design: WordDesign) -> str:
    """Return what stands between contacts: on a right-to-left page the mark keeps the order also of Latin words."""
    mark = "\N{RIGHT-TO-LEFT MARK}" if design.rtl else ""
    return f" {design.separator}{mark} " if design.separator else f"\N{EM SPACE}{mark}"


def write_pair(builder: DocumentBuilder, paragraph: Paragraph, pair: PairView) -> None:
    """Append a label and its text to a paragraph."""
    builder.runs.write(paragraph, pair.label, RunFormat(LABEL))
    builder.runs.write(paragraph, ": " if pair.label and pair.text else "", RunFormat(LABEL))
    builder.runs.write(paragraph, pair.text)
