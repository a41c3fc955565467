"""Write headings, paragraphs and lists as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from resumekit.present import ResumeView, plain
from resumekit.present.view import PictureView
from resumekit.typeset import Artifact

from ..flow import Heading, ItemList, Lines, ListItem, Part, Row, flow
from ..prepared_edition import PreparedEdition
from .line_wrapping import Unit, columns, fill, wrap
from .plain_text_inline import inline_text

WIDTH = 80
"""In columns; fits into an e-mail and into a form field."""

_MIN_WIDTH = 30
"""A list is not indented if fewer columns would remain for its text."""


def write(edition: PreparedEdition) -> Artifact:
    """Return the résumé as plain text."""
    return Artifact("txt", plain_text(edition.view).encode())


def plain_text(view: ResumeView) -> str:
    """Return a whole view in lines of at most `WIDTH` columns, with right-to-left text in logical order.

    Pictures are replaced by their alternative text, except the photo, which is omitted.
    """
    photo = replace(view.photo, alt="") if view.photo else None
    return "".join(f"{line}\n" for line in _lines_of(flow(replace(view, photo=photo)), WIDTH))


def _lines_of(parts: Iterable[Part], width: int) -> list[str]:
    made: list[str] = []
    before: Part | None = None
    for part in parts:
        if lines := list(_part(part, width)):
            made += [*[""] * _blank_lines(before, part), *lines]
            before = part
    return made


def _blank_lines(before: Part | None, part: Part) -> int:
    match before, part:
        case None, _:
            return 0
        case _, Heading(level=2):
            return 2
        case (Heading(level=1 | 3 | 4), Lines() | ItemList()) | (Lines(), ItemList()):
            return 0
    return 1


def _part(part: Part, width: int) -> Iterator[str]:
    match part:
        case Heading(_, text):
            yield from wrap(inline_text(text), width)
        case Lines(rows):
            for row in rows:
                yield from _row(row, width)
        case ItemList(items):
            for item in items:
                yield from _item(item, width)
        case PictureView(_, alt, caption):
            yield from wrap(f"[{alt}]" if alt not in ("", plain(caption)) else "", width)
            yield from wrap(inline_text(caption), width)


def _row(row: Row, width: int) -> list[str]:
    return fill((unit for inlines in row for unit in _units(inline_text(inlines), width)), width)


def _units(text: str, width: int) -> Iterator[Unit]:
    """Yield the lines of a text: the first may share a line with other texts, the others may not."""
    lines = (line for part in text.split("\n") for line in wrap(part, width))
    for number, line in enumerate(lines):
        yield None if number else " · ", line


def _item(item: ListItem, width: int) -> Iterator[str]:
    """Yield the lines of a list item: its marker, with its text beside it."""
    indent = columns(item.mark) + 1
    if width - indent < _MIN_WIDTH:
        yield item.mark
        yield from _lines_of(item.parts, width)
        return
    for number, line in enumerate(_lines_of(item.parts, width - indent)):
        yield f"{' ' * indent if number else f'{item.mark} '}{line}".rstrip()
