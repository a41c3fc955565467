"""What both kinds of Europass have in common: texts with tags in them, levels of languages, embedded files."""

from __future__ import annotations

from resumekit.importing.draft_resume import Loss, Quote
from resumekit.importing.field_reader import Data, Part, made
from resumekit.importing.html_to_markdown import without_html
from resumekit.importing.markdown_lists import summary_or_bullets

_LEVELS = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")


def told(text: Quote | None) -> dict[str, Data]:
    """Return a text as `highlights` or `summary`."""
    return summary_or_bullets(without_html(text))


def fluency(levels: dict[str, Quote]) -> str | None:
    """Return the levels of a language in one text: `B2`, or each with what it is the level of."""
    if len(set(levels.values())) == 1 and len(levels) > 1:
        return next(iter(levels.values()))
    return ", ".join(f"{level} {_words(name)}" for name, level in levels.items()) or None


def levels_of(part: Part) -> dict[str, Quote]:
    """Take the five levels of a language."""
    return {name: level for name in _LEVELS if (level := part.text(name))}


def embedded(part: Part, *keys: str) -> list[Loss]:
    """Take what is embedded in a file, which no text can hold; return it as lost, by its size."""
    lost = []
    for key in keys:
        value = part.take(key)
        if value:
            where = ".".join(map(str, (*part.path, key)))
            lost.append(Loss(where, f"{len(str(value))} characters of data", "a file that is embedded in this one"))
    return lost


def section(title: Quote | str | None, text: Quote | None) -> dict[str, Data]:
    """Return a section of one's own: of bullets, or of running text."""
    found = told(text)
    return made(title=title or "Other", items=found.get("highlights"), text=found.get("summary"))


def _words(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
