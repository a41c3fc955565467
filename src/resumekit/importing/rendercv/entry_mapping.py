"""Map RenderCV's nine entry types to entries of résumé sections."""

from __future__ import annotations

import re
from typing import Any

from resumekit.importing.draft_resume import TracedText
from resumekit.importing.field_reader import Data, FieldReader, compact, merged
from resumekit.importing.input_file import InputFile
from resumekit.load import KeyPath
from resumekit.load.document import Span

_LINK = re.compile(r"\[([^\[\]]+)\]\((\S+?)\)")
_COMMA = re.compile(r",\s+(?![^()]*\))")


def type_of(entry: Any) -> str:
    """Return the type of an entry, going by the keys that only this type requires."""
    if not isinstance(entry, dict):
        return "text"
    required_keys = {
        "education": {"institution", "area"},
        "experience": {"company", "position"},
        "publication": {"title", "authors"},
        "one line": {"label", "details"},
        "bullet": {"bullet"},
        "number": {"number"},
        "reversed number": {"reversed_number"},
        "normal": {"name"},
    }
    return next((name for name, keys in required_keys.items() if keys <= entry.keys()), "other")


def experience(fields: FieldReader, file: InputFile) -> dict[str, Data]:
    """Return an entry of `work`."""
    named = _linked(fields, "company", "name")
    return merged(named, compact(position=fields.text("position")), _common(fields, file))


def volunteering(fields: FieldReader, file: InputFile) -> dict[str, Data]:
    """Return an entry of `volunteer`."""
    named = _linked(fields, "company", "organization")
    return merged(named, compact(position=fields.text("position")), _common(fields, file))


def education(fields: FieldReader, file: InputFile) -> dict[str, Data]:
    """Return an entry of `education`."""
    named = _linked(fields, "institution", "institution")
    studied = compact(area=fields.text("area"), studyType=fields.text("degree"))
    return merged(named, studied, _common(fields, file))


def project(fields: FieldReader, file: InputFile) -> dict[str, Data]:
    """Return an entry of `projects`."""
    return merged(_linked(fields, "name", "name"), _common(fields, file))


def publication(fields: FieldReader, file: InputFile) -> dict[str, Data]:
    """Return an entry of `publications`."""
    entry = compact(
        authors=fields.texts("authors"),
        publisher=fields.text("journal"),
        releaseDate=fields.date_or_text("date"),
        doi=fields.text("doi"),
        url=fields.text("url"),
        summary=fields.text("summary"),
    )
    return merged(_linked(fields, "title", "name"), entry)


def skill(fields: FieldReader, file: InputFile) -> dict[str, Data]:
    """Return an entry of `skills`, with the comma-separated details as keywords."""
    name, details = fields.text("label"), fields.text("details")
    words = (
        [TracedText(word.strip(), details.origin) for word in _COMMA.split(details) if word.strip()] if details else []
    )
    return compact(name=name, keywords=words)


def language(fields: FieldReader, file: InputFile) -> dict[str, Data]:
    """Return an entry of `languages`."""
    return compact(language=fields.text("label"), fluency=fields.text("details"))


def pair(fields: FieldReader, file: InputFile) -> dict[str, Data]:
    """Return a pair of a label and a value for a custom section."""
    return compact(label=fields.text("label"), value=fields.text("details"))


def custom(fields: FieldReader, file: InputFile) -> dict[str, Data]:
    """Return an entry of a custom section from an entry of any type."""
    title = next((key for key in ("name", "title", "company", "institution", "label") if key in fields), "name")
    named = _linked(fields, title, "title")
    subtitle = ", ".join(text for text in (fields.text("position", "degree", "details"), fields.text("area")) if text)
    authors, common = fields.texts("authors"), _common(fields, file, dated=True)
    others = (
        compact(subtitle=subtitle),
        compact(subtitle=", ".join(authors)),
        common,
        compact(summary=fields.text("journal")),
    )
    return merged(named, *others)


def item(fields: FieldReader, file: InputFile) -> Any:
    """Return a list item from a bulleted or numbered entry."""
    text = fields.text("bullet", "number", "reversed_number")
    return nested(text, file) if text else None


def nested(text: TracedText, file: InputFile) -> Any:
    """Return a list item with its nested items, which RenderCV separates by ` - ` in the same text.

    If the text is on one line, ` - ` may also be a dash, so that the item is marked as a guess.
    """
    first, *others = re.split(r"\s+-\s+", text)
    if not others or not first:
        return text
    doubt = None if _spans_lines(text.origin, file) else str(text)
    return {
        "text": TracedText(first, text.origin, doubt),
        "highlights": [TracedText(other, text.origin) for other in others],
    }


def _spans_lines(origin: KeyPath | None, file: InputFile) -> bool:
    spans = file.tree.spans.get(origin or ())
    span: Span | None = spans.value if spans else None
    return span is not None and span.end_line > span.line


def _linked(fields: FieldReader, key: str, name: str) -> dict[str, Data]:
    """Return a name, and a URL if the whole name is a Markdown link."""
    text = fields.text(key)
    found = _LINK.fullmatch(text.strip()) if text else None
    if not text or not found:
        return compact(**{name: text})
    return {name: TracedText(found[1], text.origin), "url": TracedText(found[2], text.origin)}


def _common(fields: FieldReader, file: InputFile, *, dated: bool = False) -> dict[str, Data]:
    """Return the fields that all entries share. `dated` is for custom sections, whose entries have a single `date`."""
    start, end = fields.date("start_date"), fields.date("end_date")
    date = fields.date_or_text("date") if dated else fields.date("date") if not start else None
    return compact(
        startDate=start or (None if dated else date),
        endDate=end or (None if dated else date),
        date=date if dated else None,
        location=fields.text("location"),
        url=fields.text("url"),
        summary=fields.text("summary"),
        highlights=[nested(text, file) for text in fields.texts("highlights")],
    )
