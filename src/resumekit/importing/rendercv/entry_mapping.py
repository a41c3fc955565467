"""The nine types of entries that RenderCV has, each as what it is here."""

from __future__ import annotations

import re
from typing import Any

from resumekit.importing.draft_resume import Quote
from resumekit.importing.field_reader import Data, Part, joined, made
from resumekit.importing.input_file import Original
from resumekit.load import KeyPath
from resumekit.load.document import Span

_LINK = re.compile(r"\[([^\[\]]+)\]\((\S+?)\)")
_COMMA = re.compile(r",\s+(?![^()]*\))")


def type_of(entry: Any) -> str:
    """Return the type of an entry, by the keys that only this type needs."""
    if not isinstance(entry, dict):
        return "text"
    signs = {
        "education": {"institution", "area"},
        "experience": {"company", "position"},
        "publication": {"title", "authors"},
        "one line": {"label", "details"},
        "bullet": {"bullet"},
        "number": {"number"},
        "reversed number": {"reversed_number"},
        "normal": {"name"},
    }
    return next((name for name, keys in signs.items() if keys <= entry.keys()), "other")


def experience(part: Part, original: Original) -> dict[str, Data]:
    """Return an employer."""
    named = _linked(part, "company", "name")
    return joined(named, made(position=part.text("position")), _common(part, original))


def volunteering(part: Part, original: Original) -> dict[str, Data]:
    """Return unpaid work."""
    named = _linked(part, "company", "organization")
    return joined(named, made(position=part.text("position")), _common(part, original))


def education(part: Part, original: Original) -> dict[str, Data]:
    """Return a school."""
    named = _linked(part, "institution", "institution")
    studied = made(area=part.text("area"), studyType=part.text("degree"))
    return joined(named, studied, _common(part, original))


def project(part: Part, original: Original) -> dict[str, Data]:
    """Return something made."""
    return joined(_linked(part, "name", "name"), _common(part, original))


def publication(part: Part, original: Original) -> dict[str, Data]:
    """Return a publication."""
    fields = made(
        authors=part.texts("authors"),
        publisher=part.text("journal"),
        releaseDate=part.loose_date("date"),
        doi=part.text("doi"),
        url=part.text("url"),
        summary=part.text("summary"),
    )
    return joined(_linked(part, "title", "name"), fields)


def skill(part: Part, original: Original) -> dict[str, Data]:
    """Return a group of skills: what stands after the label are words with commas between them."""
    name, details = part.text("label"), part.text("details")
    words = [Quote(word.strip(), details.origin) for word in _COMMA.split(details) if word.strip()] if details else []
    return made(name=name, keywords=words)


def language(part: Part, original: Original) -> dict[str, Data]:
    """Return a language."""
    return made(language=part.text("label"), fluency=part.text("details"))


def pair(part: Part, original: Original) -> dict[str, Data]:
    """Return a label and what stands beside it."""
    return made(label=part.text("label"), value=part.text("details"))


def custom(part: Part, original: Original) -> dict[str, Data]:
    """Return an entry of a section of one's own, of whatever type."""
    title = next((key for key in ("name", "title", "company", "institution", "label") if key in part), "name")
    named = _linked(part, title, "title")
    subtitle = ", ".join(text for text in (part.text("position", "degree", "details"), part.text("area")) if text)
    authors, common = part.texts("authors"), _common(part, original, dated=True)
    others = made(subtitle=subtitle), made(subtitle=", ".join(authors)), common, made(summary=part.text("journal"))
    return joined(named, *others)


def item(part: Part, original: Original) -> Any:
    """Return a bullet, of a list or of a numbered one."""
    text = part.text("bullet", "number", "reversed_number")
    return nested(text, original) if text else None


def nested(text: Quote, original: Original) -> Any:
    """Return a bullet with those that stand in it after ` - `, as RenderCV nests them.

    On one line such a dash may as well be meant for one, so that the whole is in doubt.
    """
    first, *others = re.split(r"\s+-\s+", text)
    if not others or not first:
        return text
    doubt = None if _spans_lines(text.origin, original) else str(text)
    return {"text": Quote(first, text.origin, doubt), "highlights": [Quote(other, text.origin) for other in others]}


def _spans_lines(origin: KeyPath | None, original: Original) -> bool:
    spans = original.tree.spans.get(origin or ())
    span: Span | None = spans.value if spans else None
    return span is not None and span.end_line > span.line


def _linked(part: Part, key: str, name: str) -> dict[str, Data]:
    """Return a name, and the address behind it if the whole of it is a link."""
    text = part.text(key)
    found = _LINK.fullmatch(text.strip()) if text else None
    if not text or not found:
        return made(**{name: text})
    return {name: Quote(found[1], text.origin), "url": Quote(found[2], text.origin)}


def _common(part: Part, original: Original, *, dated: bool = False) -> dict[str, Data]:
    """Return the fields that all entries share; only those of one's own sections have a single date."""
    start, end = part.date("start_date"), part.date("end_date")
    date = part.loose_date("date") if dated else part.date("date") if not start else None
    return made(
        startDate=start or (None if dated else date),
        endDate=end or (None if dated else date),
        date=date if dated else None,
        location=part.text("location"),
        url=part.text("url"),
        summary=part.text("summary"),
        highlights=[nested(text, original) for text in part.texts("highlights")],
    )
