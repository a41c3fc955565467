"""The head of the document, and the footer of its pages."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from resumekit.present import ResumeView, plain
from resumekit.present.view import ContactView, PairView

from .document_builder import DocumentBuilder, write_pair
from .picture_placement import clear_pictures, place_photo
from .runs import PLAIN, RunFormat
from .style_names import CONTACT, LABEL
from .wordml import text, w

_LEFT_TO_RIGHT = {"email", "phone", "url"}
"""The contacts that are read from left to right on any page."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_LTR_MARK = "\N{LEFT-TO-RIGHT MARK}"


def write_head(builder: DocumentBuilder, view: ResumeView) -> None:
    """Write name, headline, contacts and facts, with the photo beside them."""
    first = builder.paragraph("Title", view.name or view.label or view.title)
    if view.name and view.label:
        builder.paragraph("Subtitle", view.label)
    if view.contacts:
        _contacts(builder, view.contacts)
    if view.facts:
        _facts(builder, view.facts)
    photo = view.photo
    if photo and builder.design.photo.shape != "none":
        place_photo(builder, photo, first)
        clear_pictures(builder)
        if photo.caption:
            builder.paragraph("Caption", photo.caption)


def write_footer(builder: DocumentBuilder, view: ResumeView) -> None:
    """Write the footer that the résumé sets, else the name and the page number on every page except the first."""
    section = builder.document.sections[0]
    if builder.design.footer:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for kind, words in builder.design.footer:
            if kind == "words":
                builder.runs.write(paragraph, words)
            else:
                _field(paragraph, "PAGE" if kind == "page" else "NUMPAGES")
    elif builder.design.page_numbers:
        section.different_first_page_header_footer = True
        paragraph = section.footer.paragraphs[0]
        builder.runs.write(paragraph, plain(view.name))
        builder.tab(paragraph)
        _field(paragraph, "PAGE")


def _field(paragraph: Paragraph, name: str) -> None:
    paragraph._p.append(w("fldSimple", w("r", text("2")), instr=name))


def _contacts(builder: DocumentBuilder, contacts: tuple[ContactView, ...]) -> None:
    paragraph = builder.paragraph(CONTACT)
    for number, contact in enumerate(contacts):
        builder.runs.write(paragraph, builder.separator if number else "")
        builder.runs.write(paragraph, f"{contact.label}{_NO_BREAK}" if contact.label else "", RunFormat(LABEL))
        is_latin = contact.kind in _LEFT_TO_RIGHT
        if is_latin and builder.design.rtl:
            builder.runs.write(paragraph, _LTR_MARK)
        builder.runs.link(paragraph, contact.url, contact.text, RunFormat(rtl=False) if is_latin else PLAIN)


def _facts(builder: DocumentBuilder, facts: tuple[PairView, ...]) -> None:
    paragraph = builder.paragraph(CONTACT)
    for number, fact in enumerate(facts):
        builder.runs.write(paragraph, builder.separator if number else "")
        write_pair(builder, paragraph, fact)
