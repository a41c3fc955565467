"""The first rows of an entry, in the layout of the theme: its names, and at the end of a row its date or its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.text.paragraph import Paragraph

from resumekit.present import Inlines, plain
from resumekit.present.dates import THIN_SPACE
from resumekit.present.inline import LineBreak, Words, linked
from resumekit.present.view import EntryView
from resumekit.theming.printed_view import named_by_link

from .document_builder import DocumentBuilder, Part
from .estimated_width import estimated_width
from .runs import PLAIN, RunFormat
from .style_names import DETAILS, MUTED_TEXT, ORGANIZATION, ROW

_NO_BREAK = "\N{NARROW NO-BREAK SPACE}"

_ORGANIZATION = RunFormat(ORGANIZATION, bold=False)
_MUTED = RunFormat(MUTED_TEXT, bold=False)
_NOTHING: Part = ((), PLAIN)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of an entry in the order of the theme: the first is its heading."""

    first: Part
    second: Part
    level: Part
    place: Part
    date: Part


def write_lead(builder: DocumentBuilder, entry: EntryView, level: int) -> Iterator[Paragraph]:
    """Write the first rows of an entry; the first of them is a heading if there is a name."""
    rows = [(texts, end) for texts, end in _rows(builder, entry) if end[0] or any(text for text, _ in texts)]
    for number, (texts, end) in enumerate(rows):
        is_heading = not number and bool(entry.title or entry.organization)
        yield _row(builder, f"Heading {level}" if is_heading else ROW if number else DETAILS, texts, end)


def described_above(builder: DocumentBuilder, entry: EntryView) -> bool:
    """Return whether the description is on the second row of a grid, which would be empty without it."""
    return builder.design.entries == "grid" and not entry.level and not (entry.title and entry.organization)


def _rows(builder: DocumentBuilder, entry: EntryView) -> list[tuple[list[Part], Part]]:
    """Return the texts of each row, and what is at its end."""
    names, design = _names(builder, entry), builder.design
    date_at_end, date_inline = (_NOTHING, names.date) if design.dates_inline else (names.date, _NOTHING)
    match design.entries:
        case "stacked":
            return [
                ([names.first, names.level], _NOTHING),
                ([names.second], _NOTHING),
                ([names.date, names.place], _NOTHING),
            ]
        case "run-in":
            return [([names.first, names.second, names.level], _NOTHING), ([names.date, names.place], _NOTHING)]
        case "grid":
            return _grid(builder, entry, names, date_at_end, date_inline)
    return [([names.first, names.second, names.level, names.place, date_inline], date_at_end)]


def _grid(
    builder: DocumentBuilder, entry: EntryView, names: _Names, date_at_end: Part, date_inline: Part
) -> list[tuple[list[Part], Part]]:
    description: Part = (entry.description, _MUTED) if described_above(builder, entry) else _NOTHING
    second = [names.second, names.level, description]
    if not any(text for text, _ in second):
        apart = names.place if builder.design.place != "line" and not names.date[0] else _NOTHING
        place = _NOTHING if apart[0] else names.place
        return [([names.first, place, date_inline], apart if apart[0] else date_at_end)]
    match builder.design.place:
        case "above":
            return [([names.first], names.place), ([*second, date_inline], date_at_end)]
        case "below":
            return [([names.first], date_at_end), ([*second, date_inline], names.place)]
    return [([names.first], date_at_end), ([*second, names.place, date_inline], _NOTHING)]


def _names(builder: DocumentBuilder, entry: EntryView) -> _Names:
    title, organization = (linked_name(entry, name) for name in ("title", "organization"))
    employer_first = builder.design.employer_first and entry.link_on == "organization" and entry.organization
    if employer_first or not entry.title:
        first, second = organization, (title, RunFormat(bold=False))
    else:
        first, second = title, (organization, _ORGANIZATION)
    return _Names(
        (first, PLAIN),
        second,
        (entry.level, _MUTED),
        (entry.place, _MUTED),
        ((Words(entry.date.replace(THIN_SPACE, _NO_BREAK)),) if entry.date else (), _MUTED),
    )


def linked_name(entry: EntryView, field: str) -> Inlines:
    """Return the title or the organization, as a link if it stands for the link of the entry."""
    name: Inlines = getattr(entry, field)
    if entry.link and not entry.link.text and named_by_link(entry) == field:
        return linked(name, entry.link.url)
    return name


def _row(builder: DocumentBuilder, style: str, texts: Sequence[Part], end: Part) -> Paragraph:
    """Write a row; if it could be too long, its second text starts a line."""
    paragraph = builder.paragraph(style)
    (first, first_format), *rest = [part for part in texts if part[0]] or [_NOTHING]
    builder.runs.write(paragraph, first, first_format)
    if rest and _width((*texts, end)) * builder.design.size > builder.design.page_setup.text_width.pt:
        builder.runs.write(paragraph, (LineBreak(),))
    elif rest:
        builder.runs.write(paragraph, builder.separator, rest[0][1])
    builder.separated(paragraph, rest)
    if end[0]:
        builder.tab(paragraph)
        builder.runs.write(paragraph, *end)
    return paragraph


def _width(parts: Sequence[Part]) -> float:
    return sum(estimated_width(text if isinstance(text, str) else plain(text)) for text, _ in parts)
