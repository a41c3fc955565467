"""The head of the document, and the foot of its pages."""

from __future__ import annotations

from resumekit.present import ResumeView, plain
from resumekit.present.view import ContactView, PairView

from .document_builder import Draft, write_pair
from .picture_placement import end_beside, show_photo
from .runs import PLAIN, Voice
from .style_names import CONTACT, LABEL
from .wordml import text, w

_LEFT_TO_RIGHT = {"email", "phone", "url"}
"""What is read from left to right on any page."""

_UNBROKEN = "\N{NO-BREAK SPACE}"
_LATIN_FOLLOWS = "\N{LEFT-TO-RIGHT MARK}"


def write_head(draft: Draft, view: ResumeView) -> None:
    """Write who this is, and how to reach them; the photo stands beside it."""
    first = draft.paragraph("Title", view.name or view.label or view.title)
    if view.name and view.label:
        draft.paragraph("Subtitle", view.label)
    if view.contacts:
        _contacts(draft, view.contacts)
    if view.facts:
        _facts(draft, view.facts)
    photo = view.photo
    if photo and draft.design.photo.shape != "none":
        show_photo(draft, photo, first)
        end_beside(draft)
        if photo.caption:
            draft.paragraph("Caption", photo.caption)


def write_foot(draft: Draft, view: ResumeView) -> None:
    """Write the name and the number of the page at the foot of each but the first."""
    section = draft.document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.footer.paragraphs[0]
    draft.pen.write(paragraph, plain(view.name))
    draft.tab(paragraph)
    paragraph._p.append(w("fldSimple", w("r", text("2")), instr="PAGE"))


def _contacts(draft: Draft, contacts: tuple[ContactView, ...]) -> None:
    paragraph = draft.paragraph(CONTACT)
    for number, way in enumerate(contacts):
        draft.pen.write(paragraph, draft.separator if number else "")
        draft.pen.write(paragraph, f"{way.label}{_UNBROKEN}" if way.label else "", Voice(LABEL))
        is_latin = way.kind in _LEFT_TO_RIGHT
        if is_latin and draft.design.mirrored:
            draft.pen.write(paragraph, _LATIN_FOLLOWS)
        draft.pen.link(paragraph, way.url, way.text, Voice(mirrored=False) if is_latin else PLAIN)


def _facts(draft: Draft, facts: tuple[PairView, ...]) -> None:
    paragraph = draft.paragraph(CONTACT)
    for number, fact in enumerate(facts):
        draft.pen.write(paragraph, draft.separator if number else "")
        write_pair(draft, paragraph, fact)
