"""The head of the document, and the footer of its pages."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from resumekit.present import ResumeView, plain
from resumekit.present.view import ContactView, PairView

from .document_builder import DocumentBuilder, write_pair
from .picture_placement import clear_pictures, place_photo
from .runs import RunFormat
from .shared_lines import between
from .style_names import CONTACT, CONTACT_LINK, LABEL
from .wordml import text, w

_LEFT_TO_RIGHT = {"email", "phone", "url"}
"""The contacts that are read from left to right on any page."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_BESIDE_PHOTO = 12
"""The space kept between the contacts and the photo, in points."""

_LTR_MARK = "\N{LEFT-TO-RIGHT MARK}"


def write_head(builder: DocumentBuilder, view: ResumeView) -> None:
    """Write name, headline, contacts and facts, with the photo beside them."""
    first = _name(builder, view)
    if view.name and view.label:
        builder.paragraph("Subtitle", view.label)
    photo = view.photo
    room = builder.design.page_setup.text_width.pt
    if photo:
        room -= builder.design.photo.width.pt + _BESIDE_PHOTO
    room /= builder.design.size
    if view.contacts:
        _contacts(builder, view.contacts, room)
    if view.facts:
        _facts(builder, view.facts, room)
    if photo:
        place_photo(builder, photo, first)
        clear_pictures(builder)
        if photo.caption:
            builder.text_paragraph("Caption", photo.caption)


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


def _name(builder: DocumentBuilder, view: ResumeView) -> Paragraph:
    if not (builder.design.light_given_names and view.name):
        return builder.paragraph("Title", view.name or view.label or view.title)
    paragraph = builder.paragraph("Title", view.given_name)
    builder.runs.write(paragraph, " " if view.given_name else "")
    builder.runs.write(paragraph, view.family_name, RunFormat(bold=True))
    return paragraph


def _contacts(builder: DocumentBuilder, contacts: tuple[ContactView, ...], room: float) -> None:
    paragraph = builder.paragraph(CONTACT)
    texts = [f"{contact.label} {contact.text}" for contact in contacts]
    for contact, before in zip(contacts, between(texts, builder.contact_separator, room), strict=True):
        builder.runs.write(paragraph, before)
        builder.runs.write(paragraph, f"{contact.label}{_NO_BREAK}" if contact.label else "", RunFormat(LABEL))
        is_latin = contact.kind in _LEFT_TO_RIGHT
        if is_latin and builder.design.rtl:
            builder.runs.write(paragraph, _LTR_MARK)
        builder.runs.link(
            paragraph, contact.url, contact.text, RunFormat(CONTACT_LINK, rtl=False if is_latin else None)
        )


def _facts(builder: DocumentBuilder, facts: tuple[PairView, ...], room: float) -> None:
    paragraph = builder.paragraph(CONTACT)
    texts = [f"{plain(fact.label)}: {plain(fact.text)}" for fact in facts]
    for fact, before in zip(facts, between(texts, builder.contact_separator, room), strict=True):
        builder.runs.write(paragraph, before)
        write_pair(builder, paragraph, fact)
