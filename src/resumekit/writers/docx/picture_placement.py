"""Where pictures stand: beside the text as on the page, or below it where they have a caption or take too much room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from resumekit.present.view import PictureView

from .document_builder import Draft
from .drawingml import Frame, beside_text, in_line
from .page_setup import length
from .style_names import END_OF_PICTURES
from .word_pictures import Picture
from .wordml import w

_BESIDE = 0.4
"""How much of the text's width pictures beside it may take."""

_GAP = Mm(2)
_TOP = Length(0)


@dataclass(frozen=True, slots=True)
class _Print:
    """A picture of the résumé, ready to be hung."""

    view: PictureView
    picture: Picture
    frame: Frame


def show_photo(draft: Draft, photo: PictureView, paragraph: Paragraph) -> None:
    """Put the photo beside the paragraph where it begins, at the side that the theme wants it on."""
    design = draft.design.photo
    made = _print(draft, photo, design.width, None if photo.width else design.shape)
    if made:
        _hang_beside(draft, made, paragraph, at_start=design.at_start)


def show_pictures(draft: Draft, pictures: Sequence[PictureView], text: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Show pictures beside paragraphs, or else in new ones below, which are yielded."""
    width = draft.design.picture_width
    prints = [made for picture in pictures if (made := _print(draft, picture, width))]
    if text and prints and all(_fits_beside(draft, made) for made in prints):
        _hang_all_beside(draft, prints, text[0])
        return
    for made in prints:
        yield from _hang_below(draft, made)


def end_beside(draft: Draft) -> None:
    """Let what follows begin below all pictures that stand beside the text.

    The break that does it begins a line, so it has a paragraph of its own, which takes a point or two.
    """
    paragraph = draft.paragraph(END_OF_PICTURES)
    paragraph._p.append(w("r", w("br", type="textWrapping", clear="all")))


def _print(draft: Draft, view: PictureView, width: Length, cut: str | None = None) -> _Print | None:
    """Return a picture as wide as it is to be, if it can be shown; `cut` is the shape to cut a square of it to."""
    paper = draft.design.paper
    width = min(length(view.width) if view.width else width, paper.text_width)
    picture = draft.gallery.fetch(view, width)
    if not picture:
        return None
    if cut:
        shorter = min(picture.width, picture.height)
        x, y = ((side - shorter) / side / 2 for side in (picture.width, picture.height))
        return _Print(view, picture, Frame(width, width, cut, x, y))
    scale = min(1.0, paper.text_height / picture.height_at(width))
    return _Print(view, picture, Frame(Length(int(width * scale)), Length(int(picture.height_at(width) * scale))))


def _fits_beside(draft: Draft, made: _Print) -> bool:
    return not made.view.caption and made.frame.width <= draft.design.paper.text_width * _BESIDE


def _hang_all_beside(draft: Draft, prints: Sequence[_Print], paragraph: Paragraph) -> None:
    """Hang pictures below one another."""
    below = _TOP
    for made in prints:
        _hang_beside(draft, made, paragraph, below=below)
        below = Length(below + made.frame.height + _GAP)
    end_beside(draft)


def _hang_beside(
    draft: Draft, made: _Print, paragraph: Paragraph, *, at_start: bool = False, below: Length = _TOP
) -> None:
    relation, number = draft.gallery.hang(made.picture)
    side = "left" if at_start != draft.design.mirrored else "right"
    paragraph._p.append(beside_text(relation, number, made.view.alt, made.frame, side, below))


def _hang_below(draft: Draft, made: _Print) -> Iterator[Paragraph]:
    relation, number = draft.gallery.hang(made.picture)
    paragraph = draft.paragraph("Body Text")
    paragraph.paragraph_format.keep_with_next = bool(made.view.caption)
    paragraph._p.append(in_line(relation, number, made.view.alt, made.frame))
    yield paragraph
    if made.view.caption:
        yield draft.paragraph("Caption", made.view.caption)
