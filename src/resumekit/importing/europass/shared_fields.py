"""Fields that both Europass formats share: HTML descriptions, language levels, embedded files."""

from __future__ import annotations

from resumekit.importing.draft_resume import TracedText, UnmappedValue
from resumekit.importing.field_reader import Data, FieldReader, compact
from resumekit.importing.html_to_markdown import as_markdown
from resumekit.importing.markdown_lists import summary_or_highlights

_LEVELS = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")


def description_fields(text: TracedText | None) -> dict[str, Data]:
    """Return a description as `highlights` or `summary`."""
    return summary_or_highlights(as_markdown(text))


def fluency(levels: dict[str, TracedText]) -> str | None:
    """Return language levels as one text: `B2` if all are equal, else each level with its skill."""
    if len(set(levels.values())) == 1 and len(levels) > 1:
        return next(iter(levels.values()))
    return ", ".join(f"{level} {_words(name)}" for name, level in levels.items()) or None


def levels_of(fields: FieldReader) -> dict[str, TracedText]:
    """Read the five levels of a language."""
    return {name: level for name in _LEVELS if (level := fields.text(name))}


def embedded_files(fields: FieldReader, *keys: str) -> list[UnmappedValue]:
    """Read embedded files, which cannot be imported, and return them as unmapped values with their sizes."""
    unmapped = []
    for key in keys:
        value = fields.take(key)
        if value:
            where = ".".join(map(str, (*fields.path, key)))
            size = f"{len(str(value))} characters of data"
            unmapped.append(UnmappedValue(where, size, "it is an embedded file"))
    return unmapped


def custom_section(title: TracedText | str | None, text: TracedText | None) -> dict[str, Data]:
    """Return a custom section with a list or a text."""
    text_fields = description_fields(text)
    return compact(title=title or "Other", items=text_fields.get("highlights"), text=text_fields.get("summary"))


def _words(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
