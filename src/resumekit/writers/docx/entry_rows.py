"""The first rows of an entry, in the layout of the theme: its names, and at the ends of a row its date or its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from resumekit.present import Inlines, plain
from resumekit.present.dates import THIN_SPACE
from resumekit.present.inline import LineBreak, Link, Words, linked
from resumekit.present.view import EntryView
from resumekit.theming.printed_view import named_by_link

from .document_builder import DocumentBuilder, Part
from .estimated_width import estimated_width
from .keywords import keyword_list
from .runs import PLAIN, RunFormat
from .style_names import DETAILS, MUTED_TEXT, ORGANIZATION, ROW
from .styles import BRIEF_GAP

_NO_BREAK = "\N{NARROW NO-BREAK SPACE}"

_ORGANIZATION = RunFormat(ORGANIZATION, bold=False)
_MUTED = RunFormat(MUTED_TEXT, bold=False)
_ADDRESS = RunFormat(bold=False, rtl=False)
_NOTHING: Part = ((), PLAIN)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its texts, the date in the column before them, and what is at the end of the line."""

    texts: Sequence[Part]
    end: Part = _NOTHING
    date: Part = _NOTHING

    @property
    def is_empty(self) -> bool:
        return not (self.end[0] or self.date[0] or any(text for text, _ in self.texts))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of an entry: its names in the order of the theme, with what follows each, and the date in its place."""

    first: Sequence[Part]
    second: Sequence[Part]
    level: Part
    place: Part
    at_start: Part
    inline: Part
    at_end: Part
    date: Part


def write_lead(builder: DocumentBuilder, entry: EntryView, level: int, *, brief: bool = False) -> Iterator[Paragraph]:
    """Write the first rows of an entry, only one if it is `brief`; the first is a heading if there is a name."""
    rows = [row for row in _rows(builder, entry, brief=brief) if not row.is_empty]
    for number, row in enumerate(rows):
        is_heading = not number and bool(entry.title or entry.organization)
        paragraph = _row(builder, f"Heading {level}" if is_heading else ROW if number else DETAILS, row)
        if brief:
            paragraph.paragraph_format.space_before = builder.design.points(BRIEF_GAP)
        yield paragraph


def described_above(builder: DocumentBuilder, entry: EntryView) -> bool:
    """Return whether the description is on the second row of a grid, which would be empty without it."""
    return builder.design.entries == "grid" and not entry.level and not (entry.title and entry.organization)


def linked_name(entry: EntryView, field: str) -> Inlines:
    """Return the title or the organization, as a link if it stands for the link of the entry."""
    name: Inlines = getattr(entry, field)
    if entry.link and not entry.link.text and named_by_link(entry) == field:
        return linked(name, entry.link.url)
    return name


def _rows(builder: DocumentBuilder, entry: EntryView, *, brief: bool) -> list[_Row]:
    parts = _parts(builder, entry)
    layout = "line" if brief else builder.design.entries
    match layout:
        case "stacked":
            return [_Row([*parts.first, parts.level]), _Row(parts.second), _Row([parts.date, parts.place])]
        case "run-in":
            return [_Row([*parts.first, *parts.second, parts.level]), _Row([parts.date, parts.place])]
        case "grid":
            return _grid(builder, entry, parts)
    texts = [*parts.first, *parts.second, parts.level, parts.place, parts.inline]
    return [_Row(texts, parts.at_end, parts.at_start)]


def _grid(builder: DocumentBuilder, entry: EntryView, parts: _Parts) -> list[_Row]:
    description: Part = (entry.description, _MUTED) if described_above(builder, entry) else _NOTHING
    second = [*parts.second, parts.level, description]
    if not any(text for text, _ in second):
        if parts.place[0] and builder.design.place != "line" and not parts.date[0]:
            return [_Row(parts.first, parts.place)]
        return [_Row([*parts.first, parts.place, parts.inline], parts.at_end, parts.at_start)]
    match builder.design.place:
        case "above":
            first = _Row(parts.first, parts.place, parts.at_start)
            return [first, _Row([*second, parts.inline], parts.at_end)]
        case "below":
            first = _Row(parts.first, parts.at_end, parts.at_start)
            return [first, _Row([*second, parts.inline], parts.place)]
    first = _Row(parts.first, parts.at_end, parts.at_start)
    return [first, _Row([*second, parts.place, parts.inline])]


def _parts(builder: DocumentBuilder, entry: EntryView) -> _Parts:
    design = builder.design
    employer_first = design.employer_first and entry.link_on == "organization" and entry.organization
    keywords = keyword_list(builder, entry) if design.keywords == "title" else ()
    if employer_first or not entry.title:
        first = _called(builder, entry, "organization", PLAIN)
        second = _called(builder, entry, "title", RunFormat(bold=False))
    else:
        first = _called(builder, entry, "title", PLAIN)
        second = _called(builder, entry, "organization", _ORGANIZATION)
    date: Part = ((Words(entry.date.replace(THIN_SPACE, _NO_BREAK)),) if entry.date else (), _MUTED)
    at_start = bool(entry.date) and design.fits_date_column(entry.date)
    inline = not at_start and (design.dates_inline or bool(design.date_column))
    return _Parts(
        [*first, (keywords, _MUTED)],
        second,
        (entry.level, _MUTED),
        (entry.place, _MUTED),
        at_start=date if at_start else _NOTHING,
        inline=date if inline else _NOTHING,
        at_end=_NOTHING if at_start or inline else date,
        date=date,
    )


def _called(builder: DocumentBuilder, entry: EntryView, field: str, run_format: RunFormat) -> list[Part]:
    """Return the title or the organization, and its address where the theme prints addresses after names."""
    name = linked_name(entry, field)
    if not (name and entry.link and builder.design.links == "address" and named_by_link(entry) == field):
        return [(name, run_format)]
    address: Inlines = (Link(entry.link.url, (Words(entry.link.text),)),) if entry.link.text else ()
    return [(name, run_format), (address, _ADDRESS)]


def _row(builder: DocumentBuilder, style: str, row: _Row) -> Paragraph:
    """Write a row; if it could be too long, its second text starts a line, and the date is at the end of the first."""
    paragraph = builder.paragraph(style)
    if row.date[0]:
        paragraph.paragraph_format.first_line_indent = Length(-builder.design.date_column)
        builder.runs.write(paragraph, *row.date)
        builder.tab(paragraph)
    (first, first_format), *rest = [part for part in row.texts if part[0]] or [_NOTHING]
    builder.runs.write(paragraph, first, first_format)
    is_split = bool(rest) and not _fits(builder, (*row.texts, row.end))
    ends_first = is_split and _fits(builder, ((first, first_format), row.end))
    if ends_first:
        _write_end(builder, paragraph, row.end)
    if is_split:
        builder.runs.write(paragraph, (LineBreak(),))
    elif rest:
        builder.runs.write(paragraph, builder.separator, rest[0][1])
    builder.separated(paragraph, rest)
    if not ends_first:
        _write_end(builder, paragraph, row.end)
    return paragraph


def _write_end(builder: DocumentBuilder, paragraph: Paragraph, end: Part) -> None:
    if end[0]:
        builder.tab(paragraph)
        builder.runs.write(paragraph, *end)


def _fits(builder: DocumentBuilder, parts: Sequence[Part]) -> bool:
    """Return whether texts fit on one line, whatever the font."""
    return Pt(_width(parts) * builder.design.size) <= builder.design.body_width


def _width(parts: Sequence[Part]) -> float:
    return sum(estimated_width(text if isinstance(text, str) else plain(text)) for text, _ in parts)
