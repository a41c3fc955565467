"""Place pictures beside the text as on the page, or below it if they have a caption or are too wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from resumekit.present.view import PictureView
from resumekit.theming.photo_shapes import PHOTO_FOCUS, photo_shape

from .document_builder import DocumentBuilder
from .drawingml import Frame, anchored_picture, inline_picture
from .page_setup import length
from .style_names import END_OF_PICTURES
from .word_pictures import Picture
from .wordml import w

_MAX_BESIDE = 0.4
"""The largest width of pictures beside text, as a fraction of the text width."""

_GAP = Mm(2)
_NO_OFFSET = Length(0)


@dataclass(frozen=True, slots=True)
class _SizedPicture:
    """A picture of the résumé with its final size."""

    view: PictureView
    picture: Picture
    frame: Frame


def place_photo(builder: DocumentBuilder, photo: PictureView, paragraph: Paragraph) -> None:
    """Place the photo beside the start of the paragraph, on the side set by the theme."""
    design = builder.design.photo
    sized = _fitted(builder, photo, design.width, None if photo.width else design.shape)
    if sized:
        _place_beside(builder, sized, paragraph, at_start=design.at_start)


def place_pictures(
    builder: DocumentBuilder, pictures: Sequence[PictureView], text: Sequence[Paragraph]
) -> Iterator[Paragraph]:
    """Place pictures beside paragraphs, or in new paragraphs below, which are yielded."""
    width = builder.design.picture_width
    sized_pictures = [sized for picture in pictures if (sized := _fitted(builder, picture, width))]
    if text and sized_pictures and all(_fits_beside(builder, sized) for sized in sized_pictures):
        _place_all_beside(builder, sized_pictures, text[0])
        return
    for sized in sized_pictures:
        yield from _place_below(builder, sized)


def clear_pictures(builder: DocumentBuilder) -> None:
    """Make the following paragraphs start below all pictures beside the text.

    The break that does this starts a line, so it needs a paragraph of its own, which is a point or two high.
    """
    paragraph = builder.paragraph(END_OF_PICTURES)
    paragraph._p.append(w("r", w("br", type="textWrapping", clear="all")))


def _fitted(builder: DocumentBuilder, view: PictureView, width: Length, cut: str | None = None) -> _SizedPicture | None:
    """Return a picture in its final size, or None if it cannot be read; `cut` crops it to that shape."""
    page_setup = builder.design.page_setup
    width = min(length(view.width) if view.width else width, builder.design.body_width)
    picture = builder.images.load(view, width)
    if not picture:
        return None
    if cut:
        wide, high = photo_shape(cut)
        shown = min(picture.width, picture.height * wide / high)
        x, y = 1 - shown / picture.width, 1 - shown * high / wide / picture.height
        crop = (x / 2, y * PHOTO_FOCUS, x / 2, y * (1 - PHOTO_FOCUS))
        return _SizedPicture(view, picture, Frame(width, Length(int(width * high / wide)), cut, crop))
    scale = min(1.0, page_setup.text_height / picture.height_at(width))
    return _SizedPicture(
        view, picture, Frame(Length(int(width * scale)), Length(int(picture.height_at(width) * scale)))
    )


def _fits_beside(builder: DocumentBuilder, sized: _SizedPicture) -> bool:
    return not sized.view.caption and sized.frame.width <= builder.design.body_width * _MAX_BESIDE


def _place_all_beside(builder: DocumentBuilder, sized_pictures: Sequence[_SizedPicture], paragraph: Paragraph) -> None:
    """Place pictures below one another."""
    below = _NO_OFFSET
    for sized in sized_pictures:
        _place_beside(builder, sized, paragraph, below=below)
        below = Length(below + sized.frame.height + _GAP)
    clear_pictures(builder)


def _place_beside(
    builder: DocumentBuilder,
    sized: _SizedPicture,
    paragraph: Paragraph,
    *,
    at_start: bool = False,
    below: Length = _NO_OFFSET,
) -> None:
    relation, number = builder.images.add(sized.picture)
    side = "left" if at_start != builder.design.rtl else "right"
    paragraph._p.append(anchored_picture(relation, number, sized.view.alt, sized.frame, side, below))


def _place_below(builder: DocumentBuilder, sized: _SizedPicture) -> Iterator[Paragraph]:
    relation, number = builder.images.add(sized.picture)
    paragraph = builder.paragraph("Body Text")
    paragraph.paragraph_format.keep_with_next = bool(sized.view.caption)
    paragraph._p.append(inline_picture(relation, number, sized.view.alt, sized.frame))
    yield paragraph
    if sized.view.caption:
        caption = builder.text_paragraph("Caption", sized.view.caption)
        caption.paragraph_format.left_indent = builder.design.date_column
        yield caption
