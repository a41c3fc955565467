"""A document while it is being written."""

from __future__ import annotations

from collections.abc import Iterable

from docx.text.paragraph import Paragraph

from resumekit.present import Inlines, ResumeView
from resumekit.present.view import PairView
from resumekit.typeset import Folders

from .docx_package import empty_document
from .image_parts import Gallery
from .numbering import Numbering
from .runs import PLAIN, Pen, Voice
from .style_names import LABEL, style_id
from .word_design import WordDesign
from .wordml import w

_SEPARATOR = " · "
"""Between things on one line."""

_MIRRORED_SEPARATOR = " ·\N{RIGHT-TO-LEFT MARK} "
"""The same on a page from right to left, which keeps its order between Latin words as well."""

Part = tuple[Inlines | str, Voice]


class Draft:
    """A document while it is being written: where the next paragraph goes, and what it is written with."""

    def __init__(self, view: ResumeView, design: WordDesign, folders: Folders) -> None:
        self.design = design
        self.pen = Pen(design)
        self.separator = _MIRRORED_SEPARATOR if design.mirrored else _SEPARATOR
        self.numbering = Numbering(design.size)
        self.document = empty_document(view, design, self.numbering)
        self.gallery = Gallery(self.document.part, folders)

    def paragraph(self, style: str, inlines: Inlines | str = "", voice: Voice = PLAIN) -> Paragraph:
        """Begin a paragraph at the end of the document, perhaps with a text."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = style_id(style)  # by its name, python-docx would look for it among all styles each time
        self.pen.write(paragraph, inlines, voice)
        return paragraph

    def row(self, paragraph: Paragraph, parts: Iterable[Part]) -> None:
        """Write those parts that there are beside each other."""
        for number, (inlines, voice) in enumerate(part for part in parts if part[0]):
            if number:
                self.pen.write(paragraph, self.separator, voice)
            self.pen.write(paragraph, inlines, voice)

    def tab(self, paragraph: Paragraph) -> None:
        """Go on at the next tab stop of the paragraph."""
        paragraph._p.append(w("r", w("tab")))


def write_pair(draft: Draft, paragraph: Paragraph, pair: PairView) -> None:
    """Write a label and what stands beside it into a paragraph."""
    draft.pen.write(paragraph, pair.label, Voice(LABEL))
    draft.pen.write(paragraph, ": " if pair.label and pair.text else "", Voice(LABEL))
    draft.pen.write(paragraph, pair.text)
