"""RenderCV's sections: those that say what ours say become ours, in their order and with their titles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from resumekit.importing.draft_resume import Quote
from resumekit.importing.field_reader import Data, Part, made
from resumekit.importing.input_file import Original
from resumekit.schema import SECTIONS

from . import entry_mapping as entries

Maker = Callable[[Part, Original], Any]

_SMALL = {"a", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "like", "near", "nor", "of", "off"}
_SMALL |= {"on", "onto", "or", "over", "so", "than", "that", "the", "to", "upon", "when", "with", "yet"}

_OURS: tuple[tuple[str, str, str, Maker], ...] = (
    ("experience", "volunteer", "volunteer", entries.volunteering),
    ("experience", "", "work", entries.experience),
    ("education", "", "education", entries.education),
    ("publication", "", "publications", entries.publication),
    ("normal", "project", "projects", entries.project),
    ("one line", "skill", "skills", entries.skill),
    ("one line", "technolog", "skills", entries.skill),
    ("one line", "language", "languages", entries.language),
)
"""The type of the entries, what stands in the title, the section here that says the same, and who makes its entries."""


def sections(part: Part, original: Original) -> tuple[dict[str, Data], Data]:
    """Return what the sections say, with `order` and `titles`; and the summary of the person."""
    maker = _Sections(original)
    for key in part.left():
        maker.add(key, part)
    return maker.resume(), maker.summary


class _Sections:
    """The sections of the résumé so far."""

    def __init__(self, original: Original) -> None:
        self._original = original
        self._ours: dict[str, Data] = {}
        self._custom: list[dict[str, Data]] = []
        self._titles: dict[str, str] = {}
        self._order: list[str] = []
        self.summary: Data = None

    def resume(self) -> dict[str, Data]:
        return self._ours | made(sections=self._custom, titles=self._titles, order=self._order)

    def add(self, key: str, part: Part) -> None:
        """Take a section, of which no entry may be of a type that is not known."""
        inside = part.peek(key)
        kinds = {entries.type_of(entry) for entry in inside} if isinstance(inside, list) else set()
        kind = kinds.pop() if len(kinds) == 1 else "mixed" if kinds else ""
        name, make = next(
            (
                (name, make)
                for type_, word, name, make in _OURS
                if type_ == kind and word in key.lower() and name not in self._ours
            ),
            ("", entries.custom),
        )
        if name:
            self._ours[name] = [make(entry, self._original) | entry.aside() for entry in part.parts(key)]
            self._location(name, key)
        elif kind == "text" and key.lower() in {"summary", "profile", "about", "about_me"} and not self.summary:
            self.summary = _paragraphs(part.texts(key))
            self._location("summary", key)
        elif kind:
            self._add_custom(key, kind, part)

    def _location(self, name: str, key: str) -> None:
        self._order.append(name)
        if title_of(key).lower() != name:
            self._titles[name] = title_of(key)

    def _add_custom(self, key: str, kind: str, part: Part) -> None:
        section: dict[str, Data] = {"title": title_of(key)}
        if kind == "text":
            section["text"] = _paragraphs(part.texts(key))
        elif kind in {"bullet", "number", "reversed number"}:
            section["items"] = [_with_aside(entries.item(each, self._original), each) for each in part.parts(key)]
        elif kind == "one line":
            section["pairs"] = [entries.pair(each, self._original) | each.aside() for each in part.parts(key)]
        else:
            section |= made(
                text=_paragraphs(part.texts(key)),
                entries=[entries.custom(each, self._original) | each.aside() for each in part.parts(key)],
            )
        name = _name_of(section["title"])
        if name in {*SECTIONS, *self._order}:
            name = next(f"{name}-{number}" for number in range(2, 1000) if f"{name}-{number}" not in self._order)
            section["id"] = name
        self._custom.append(section)
        self._order.append(name)


def title_of(key: str) -> str:
    """Return the title that RenderCV prints for a section's key: as typed, if it has a space or a capital."""
    if " " in key or key != key.lower():
        return key
    words = key.split("_")
    return " ".join(word if word in _SMALL and at else word.capitalize() for at, word in enumerate(words)) or key


def _name_of(title: str) -> str:
    from resumekit.schema.custom import CustomSection

    return CustomSection(title=title).key


def _paragraphs(texts: Iterable[Quote]) -> Data:
    every = list(texts)
    return every[0] if len(every) == 1 else "\n\n".join(every)


def _with_aside(item: Any, part: Part) -> Any:
    """Return a bullet with what else its entry says."""
    aside = part.aside()
    return (item if isinstance(item, dict) else {"text": item}) | aside if aside else item
