"""CSL-JSON, the export format of Zotero, Mendeley and Crossref: a list of publications."""

from __future__ import annotations

from resumekit.load import Value

from .draft_resume import DraftResume, TracedText
from .field_reader import Data, FieldReader, compact
from .foreign_dates import parse_date
from .input_file import InputFile


def knows(file: InputFile) -> bool:
    """Return whether a file is a list of CSL items, which have a title, and a type, date or author."""
    items = file.values if isinstance(file.values, list) else file.mapping.get("items")
    first = items[0] if isinstance(items, list) and items else None
    return isinstance(first, dict) and "title" in first and not {"type", "issued", "author"}.isdisjoint(first)


def read(file: InputFile) -> DraftResume:
    """Return the publications and patents."""
    if isinstance(file.values, list):
        top = FieldReader(None)
        items = [FieldReader(value, (at,)) for at, value in enumerate(file.values) if isinstance(value, dict)]
        others = [value for value in file.values if not isinstance(value, dict)]
    else:
        top, others = FieldReader(file.mapping), []
        items = top.nested_list("items")
    patents = [item for item in items if item.peek("type") == "patent"]
    resume: dict[str, Data] = {
        "publications": [_publication(item) for item in items if item not in patents],
        "patents": [_patent(item) for item in patents],
    }
    return DraftResume(resume | top.extensions() | compact(**{"x-items": [str(value) for value in others if value]}))


def _publication(item: FieldReader) -> dict[str, Data]:
    return {
        **compact(
            name=item.text("title"),
            publisher=item.text("container-title", "publisher", "event"),
            releaseDate=_date(item, "issued"),
            url=item.text("URL"),
            authors=_names(item, "author") or _names(item, "editor"),
            doi=item.text("DOI"),
            summary=item.text("abstract"),
        ),
        **item.extensions(),
    }


def _patent(item: FieldReader) -> dict[str, Data]:
    return {
        **compact(
            title=item.text("title"),
            number=item.text("number"),
            status=item.text("status"),
            date=_date(item, "issued") or _date(item, "submitted"),
            url=item.text("URL"),
            inventors=_names(item, "author"),
            summary=item.text("abstract"),
        ),
        **item.extensions(),
    }


def _names(item: FieldReader, key: str) -> list[Data]:
    """Return full names, given name first."""
    names: list[Data] = []
    for person in item.nested_list(key):
        parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
        words = [text for part in parts if (text := person.text(part))]
        literal = person.text("literal")
        if words or literal:
            names.append(TracedText(" ".join(words) or str(literal), (*person.path,)))
    return names


def _date(item: FieldReader, key: str) -> TracedText | None:
    """Return a date from its parts, such as `[[2018, 8]]`. The parts of a date range stay unread."""
    date = item.nested(key)
    parts: Value = date.peek("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    words = "-".join(part.zfill(2) for part in first if isinstance(part, str)) if isinstance(first, list) else ""
    if words and isinstance(parts, list) and len(parts) == 1 and (parsed := parse_date(words)) and parsed.doubt is None:
        date.take("date-parts")
        return TracedText(parsed, (*date.path, "date-parts"))
    return date.date_or_text("raw") or date.date_or_text("literal")
