"""Fills every field of a résumé with a unique word; derived from the schema, so it covers new fields automatically."""

from __future__ import annotations

import re
import types
from collections.abc import Collection
from typing import Any, Union, get_args, get_origin, get_type_hints

from resumekit.schema import SECTIONS, Image, Model, Resume
from resumekit.schema.model import keys_of
from resumekit.schema.partial_date import Date, EndDate
from resumekit.schema.scalar_types import Email, Url

NEVER_PRINTED = {
    *("tags", "private", "code", "list", "$schema", "meta", "variants"),
    *("theme", "locale", "page", "order", "titles", "hide", "break", "output"),
}
"""The keys that are not content: they control how and when something is printed, or belong to the user."""

_FIRST_YEAR = 1001
_LONG_TEXT = re.compile(r"\.(summary|highlights\[\d*\]\.text)$")
_PROSE = (
    "is the first of a few words that fill more than one line of any page, so that they are set as a paragraph is, and "
    "read as one"
)
_MAX_COPIED_DEPTH = 2
"""Lists nested this deep have one item, such as the bullets of a role at an employer."""


class Filler:
    """Fills models with one word per field; `words` maps each word to its field, `hidden` those that must not show.

    Lists get `copies` items each. If `picture` is given, every picture field has that file name, with a usual width.
    `without` lists keys to omit. With `prose`, summaries and bullets have a realistic length.
    """

    def __init__(
        self, *, copies: int = 1, picture: str = "", without: Collection[str] = (), prose: bool = False
    ) -> None:
        self.words: dict[str, str] = {}
        self.hidden: dict[str, str] = {}
        self._copies, self._picture, self._prose = copies, picture, prose
        self._omitted = {*NEVER_PRINTED, *without}
        self._years = 0

    def data(self) -> dict[str, Any]:
        """Return the data of a résumé with a word in every field."""
        data = self._model(Resume, "", 0)
        return data | {"titles": {name: self._word(f"titles.{name}") for name in SECTIONS}}

    def _model(self, model: type[Model], path: str, depth: int) -> dict[str, Any]:
        """Return a mapping with every printed key of a model, and some that must not be printed."""
        hints = get_type_hints(model, include_extras=True)
        data = {
            key: self._value(hints[name], f"{path}.{key}".lstrip("."), depth)
            for key, name in keys_of(model).items()
            if key not in self._omitted and not (key == "highlights" and depth > 1)
        }
        if "tags" in keys_of(model):
            data["tags"] = [self._secret(f"{path}.tags")]
        return data | {"x-note": self._secret(f"{path}.x-note")}

    def _value(self, hint: Any, path: str, depth: int) -> Any:
        if get_origin(hint) is tuple:
            item = get_args(hint)[0]
            repeated = _is_model(item) and item is not Image and path.count("[") < _MAX_COPIED_DEPTH
            if not repeated or self._copies == 1:
                return [self._value(item, f"{path}[]", depth)]
            return [self._value(item, f"{path}[{at}]", depth) for at in range(self._copies)]
        if _is_model(hint):
            return self._model(hint, path, depth + (".highlights[" in path))
        if get_origin(hint) in (Union, types.UnionType):
            inner = [argument for argument in get_args(hint) if argument is not type(None)]
            if len(inner) == 1:  # an optional value
                return self._value(inner[0], path, depth)
        return self._leaf(hint, path)

    def _leaf(self, hint: Any, path: str) -> str:
        if hint in (Date, EndDate):
            self._years += 1
            return self._record(str(_FIRST_YEAR + self._years), path)
        if path.endswith(".width"):
            return "24mm" if self._picture else self._record(f"{len(self.words):03}", path) + ".5pt"
        if path.endswith(".file"):
            return self._picture or f"{self._word(path)}.png"
        word = self._word(path)
        if self._prose and _LONG_TEXT.search(path):
            return f"{word} {_PROSE}"
        return {Url: f"https://{word}.example.org", Email: f"{word}@example.org"}.get(hint, word)

    def _word(self, path: str) -> str:
        return self._record(f"word{len(self.words):03}", path)

    def _record(self, word: str, path: str) -> str:
        self.words[word] = path
        return word

    def _secret(self, path: str) -> str:
        word = f"secret{len(self.hidden):03}"
        self.hidden[word] = path
        return word


def _is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Model)
