"""Map RenderCV's sections to standard and custom sections, keeping their order and titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from resumekit.importing.draft_resume import TracedText
from resumekit.importing.field_reader import Data, FieldReader, compact
from resumekit.importing.input_file import InputFile
from resumekit.schema import SECTIONS

from . import entry_mapping as entries

EntryMapper = Callable[[FieldReader, InputFile], Any]

_LOWERCASE_WORDS = {"a", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "like", "near", "nor"}
_LOWERCASE_WORDS |= {"of", "off", "on", "onto", "or", "over", "so", "than", "that", "the", "to", "upon", "when"}
_LOWERCASE_WORDS |= {"with", "yet"}
"""Words that RenderCV does not capitalize in titles, except at the start."""

_UNTITLED = "Section"
"""The title of a section whose key is empty."""

_STANDARD_SECTIONS: tuple[tuple[str, str, str, EntryMapper], ...] = (
    ("experience", "volunteer", "volunteer", entries.volunteering),
    ("experience", "", "work", entries.experience),
    ("education", "", "education", entries.education),
    ("publication", "", "publications", entries.publication),
    ("normal", "project", "projects", entries.project),
    ("one line", "skill", "skills", entries.skill),
    ("one line", "technolog", "skills", entries.skill),
    ("one line", "language", "languages", entries.language),
)
"""Entry type, a word of the section's name, the standard section, and the function that maps an entry."""


def map_sections(fields: FieldReader, file: InputFile) -> tuple[dict[str, Data], Data]:
    """Return the sections with their `order` and `titles`, and the summary of the person."""
    collector = _Sections(file)
    for key in fields.remaining():
        collector.add(key, fields)
    return collector.resume(), collector.summary


class _Sections:
    """Collects the sections of the résumé."""

    def __init__(self, file: InputFile) -> None:
        self._file = file
        self._standard: dict[str, Data] = {}
        self._custom: list[dict[str, Data]] = []
        self._titles: dict[str, str] = {}
        self._order: dict[str, None] = {}
        self._numbers: Counter[str] = Counter()
        self.summary: Data = None

    def resume(self) -> dict[str, Data]:
        return self._standard | compact(sections=self._custom, titles=self._titles, order=list(self._order))

    def add(self, key: str, fields: FieldReader) -> None:
        """Add a section, whose entries may be of any type."""
        values = fields.peek(key)
        types = {entries.type_of(entry) for entry in values} if isinstance(values, list) else set()
        entry_type = types.pop() if len(types) == 1 else "mixed" if types else ""
        name, map_entry = next(
            (
                (name, map_entry)
                for type_, word, name, map_entry in _STANDARD_SECTIONS
                if type_ == entry_type and word in key.lower() and name not in self._standard
            ),
            ("", entries.custom),
        )
        if name:
            self._standard[name] = [
                map_entry(entry, self._file) | entry.extensions() for entry in fields.nested_list(key)
            ]
            self._add_to_order(name, key)
        elif entry_type == "text" and key.lower() in {"summary", "profile", "about", "about_me"} and not self.summary:
            self.summary = _paragraphs(fields.texts(key))
            self._add_to_order("summary", key)
        elif entry_type:
            self._add_custom(key, entry_type, fields)

    def _add_to_order(self, name: str, key: str) -> None:
        self._order[name] = None
        if title_of(key).lower() != name:
            self._titles[name] = title_of(key)

    def _add_custom(self, key: str, entry_type: str, fields: FieldReader) -> None:
        section: dict[str, Data] = {"title": title_of(key) or _UNTITLED}
        if entry_type == "text":
            section["text"] = _paragraphs(fields.texts(key))
        elif entry_type in {"bullet", "number", "reversed number"}:
            section["items"] = [
                _with_extensions(entries.item(each, self._file), each) for each in fields.nested_list(key)
            ]
        elif entry_type == "one line":
            section["pairs"] = [entries.pair(each, self._file) | each.extensions() for each in fields.nested_list(key)]
        else:
            section |= compact(
                text=_paragraphs(fields.texts(key)),
                entries=[entries.custom(each, self._file) | each.extensions() for each in fields.nested_list(key)],
            )
        wanted = _name_of(section["title"])
        if (name := self._unused(wanted)) != wanted:
            section["id"] = name
        self._custom.append(section)
        self._order[name] = None

    def _unused(self, name: str) -> str:
        """Return a name that no other section has: with the next free number if the name itself is taken."""
        numbered = name
        while numbered in SECTIONS or numbered in self._order:
            self._numbers[name] += 1
            numbered = f"{name}-{self._numbers[name] + 1}"
        return numbered


def title_of(key: str) -> str:
    """Return the title that RenderCV prints for a section key; keys with spaces or capitals are printed as typed."""
    if " " in key or key != key.lower():
        return key
    words = key.split("_")
    capitalized = [word if word in _LOWERCASE_WORDS and at else word.capitalize() for at, word in enumerate(words)]
    return " ".join(capitalized) or key


def _name_of(title: str) -> str:
    from resumekit.schema.custom import CustomSection

    return CustomSection(title=title).key


def _paragraphs(texts: Iterable[TracedText]) -> Data:
    every = list(texts)
    return every[0] if len(every) == 1 else "\n\n".join(every)


def _with_extensions(item: Any, fields: FieldReader) -> Any:
    """Return a list item with the extension keys of its entry."""
    extensions = fields.extensions()
    return (item if isinstance(item, dict) else {"text": item}) | extensions if extensions else item
