"""CSL-JSON, which Zotero, Mendeley and Crossref write: a list of publications."""

from __future__ import annotations

from resumekit.load import Value

from .draft_resume import Draft, Quote
from .field_reader import Data, Part, made
from .foreign_dates import when
from .input_file import Original


def knows(original: Original) -> bool:
    """Tell whether a file is a list of items with a type and a title, as CSL has them."""
    items = original.values if isinstance(original.values, list) else original.mapping.get("items")
    first = items[0] if isinstance(items, list) and items else None
    return isinstance(first, dict) and "title" in first and not {"type", "issued", "author"}.isdisjoint(first)


def read(original: Original) -> Draft:
    """Return the publications, patents among them."""
    if isinstance(original.values, list):
        top = Part(None)
        items = [Part(value, (at,)) for at, value in enumerate(original.values) if isinstance(value, dict)]
        others = [value for value in original.values if not isinstance(value, dict)]
    else:
        top, others = Part(original.mapping), []
        items = top.parts("items")
    patents = [item for item in items if item.peek("type") == "patent"]
    resume: dict[str, Data] = {
        "publications": [_publication(item) for item in items if item not in patents],
        "patents": [_patent(item) for item in patents],
    }
    return Draft(resume | top.aside() | made(**{"x-items": [str(value) for value in others if value]}))


def _publication(item: Part) -> dict[str, Data]:
    return {
        **made(
            name=item.text("title"),
            publisher=item.text("container-title", "publisher", "event"),
            releaseDate=_date(item, "issued"),
            url=item.text("URL"),
            authors=_names(item, "author") or _names(item, "editor"),
            doi=item.text("DOI"),
            summary=item.text("abstract"),
        ),
        **item.aside(),
    }


def _patent(item: Part) -> dict[str, Data]:
    return {
        **made(
            title=item.text("title"),
            number=item.text("number"),
            status=item.text("status"),
            date=_date(item, "issued") or _date(item, "submitted"),
            url=item.text("URL"),
            inventors=_names(item, "author"),
            summary=item.text("abstract"),
        ),
        **item.aside(),
    }


def _names(item: Part, key: str) -> list[Data]:
    """Return names as they stand on a title page."""
    found: list[Data] = []
    for person in item.parts(key):
        parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
        words = [text for part in parts if (text := person.text(part))]
        literal = person.text("literal")
        if words or literal:
            found.append(Quote(" ".join(words) or str(literal), (*person.path,)))
    return found


def _date(item: Part, key: str) -> Quote | None:
    """Return the first of a date's parts: `[[2018, 8]]`; of a period the end is left."""
    date = item.part(key)
    parts: Value = date.peek("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    words = "-".join(part.zfill(2) for part in first if isinstance(part, str)) if isinstance(first, list) else ""
    if words and isinstance(parts, list) and len(parts) == 1 and (found := when(words)) and found.doubt is None:
        date.take("date-parts")
        return Quote(found, (*date.path, "date-parts"))
    return date.loose_date("raw") or date.loose_date("literal")
