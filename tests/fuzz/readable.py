"""Résumés in which every word is unique, so that a test can check whether it is in the PDF, and in order."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

ALPHABETS = [
    *("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "äöüßéèêñçøåłžšťřğőű", "αβγδεζηθικλμνξοπρστυφχψω"),
    *("абвгдежзийклмнопрстуфхцчшщыьэюя", "漢字仮名交文神經網路", "ひらがなカタカナ", "한국어이력서"),
]
MARKS = [*"&<>#%'\"“—½€@+/~|=$^.:;()", "{{", "}}", *[""] * 20]
MARKUP = ["**{}**", "*{}*", "***{}***", "`{}`", *["{}"] * 6]
IN_MARKDOWN = {
    *("name", "label", "summary", "location", "text", "value", "level", "description", "position", "organization"),
    *("institution", "area", "studyType", "courses", "title", "awarder", "issuer", "publisher", "authors", "inventors"),
    *("status", "keywords", "language", "fluency", "reference", "entity", "type", "roles", "subtitle", "highlights"),
    *("items", "company"),
}
AS_TYPED = {"score", "number", "doi", "username", "address", "city", "region"}
LEFT_OUT = {
    *("image", "images", "hide", "variants", "theme", "output", "private", "tags", "x-own", "meta", "titles", "page"),
    *("locale", "order"),
}
"""Fields that are not printed, or control what is. Pictures and themes have separate tests."""


@dataclass
class Readable:
    """Fills a résumé; its PDF must contain every word of `phrases` and all `links`."""

    chance: random.Random
    phrases: list[list[str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: int = 0

    def resume(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return a résumé of the same shape, with a phrase of its own in each field."""
        made: dict[str, Any] = self._value("", data)
        for section in made.get("sections") or ():
            if not section.get("text"):  # a section that holds nothing is not printed
                section["text"] = self._phrase("{}")
        return made

    def _value(self, key: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._value(key, item) for item in value]
        if isinstance(value, dict) and not is_translated(value):
            return {inner: self._value(inner, item) for inner, item in value.items() if inner not in LEFT_OUT}
        if value in (None, "", {}):
            return value
        if key in {"url", "website"}:
            self.links.append(value)
        if key in IN_MARKDOWN:
            return self._phrase(self.chance.choice(MARKUP))
        return self._phrase("{}") if key in AS_TYPED else value

    def _phrase(self, markup: str) -> str:
        words = [self._word() for _ in range(self.chance.choice([1, 1, 2, 3, 12]))]
        self.phrases.append(words)
        return markup.format(" ".join(words))

    def _word(self) -> str:
        """Return letters of one alphabet, perhaps a mark, and a number that no other word has."""
        self.words += 1
        letters = "".join(self.chance.choices(self.chance.choice(ALPHABETS), k=self.chance.choice([1, 3, 8])))
        return f"{letters}{self.chance.choice(MARKS)}{10_000 + self.words}"


def is_translated(value: dict[str, Any]) -> bool:
    """Return whether a mapping is one text in several languages."""
    return bool(value) and value.keys() <= {"en", "de", "zh-Hant", "pt_BR"}
