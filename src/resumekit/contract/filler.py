"""A résumé with a word of its own in every field, derived from the schema, so that a new field is in it by itself."""

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
"""The keys that say how and when something is printed, or are the user's own, rather than what."""

_FIRST_YEAR = 1001
_LONG_TEXT = re.compile(r"\.(summary|highlights\[\d*\]\.text)$")
_PROSE = (
    "is the first of a few words that fill more than one line of any page, so that they are set as a paragraph is, and "
    "read as one"
)
_DEEPEST_COPIES = 2
"""Lists inside so many others have one item, such as the bullets of a role at an employer."""


class Filler:
    """Fills models with one word a field; `words` tells where each word went, `hidden` those that must not show.

    Lists get as many items as there are `copies`. With the name of a `picture` every field for one holds that, at a
    usual width; `without` names keys to leave out. As `prose`, summaries and bullets are as long as usual ones.
    """

    def __init__(
        self, *, copies: int = 1, picture: str = "", without: Collection[str] = (), prose: bool = False
    ) -> None:
        self.words: dict[str, str] = {}
        self.hidden: dict[str, str] = {}
        self._copies, self._picture, self._prose = copies, picture, prose
        self._left_out = {*NEVER_PRINTED, *without}
        self._years = 0

    def data(self) -> dict[str, Any]:
        """Return a résumé with a word in every field."""
        made = self._model(Resume, "", 0)
        return made | {"titles": {name: self._word(f"titles.{name}") for name in SECTIONS}}

    def _model(self, model: type[Model], path: str, depth: int) -> dict[str, Any]:
        """Return a mapping with every key of a model that is printed, and some that are not."""
        hints = get_type_hints(model, include_extras=True)
        made = {
            key: self._value(hints[name], f"{path}.{key}".lstrip("."), depth)
            for key, name in keys_of(model).items()
            if key not in self._left_out and not (key == "highlights" and depth > 1)
        }
        if "tags" in keys_of(model):
            made["tags"] = [self._secret(f"{path}.tags")]
        return made | {"x-note": self._secret(f"{path}.x-note")}

    def _value(self, hint: Any, path: str, depth: int) -> Any:
        if get_origin(hint) is tuple:
            item = get_args(hint)[0]
            repeated = _is_model(item) and item is not Image and path.count("[") < _DEEPEST_COPIES
            if not repeated or self._copies == 1:
                return [self._value(item, f"{path}[]", depth)]
            return [self._value(item, f"{path}[{at}]", depth) for at in range(self._copies)]
        if _is_model(hint):
            return self._model(hint, path, depth + (".highlights[" in path))
        if get_origin(hint) in (Union, types.UnionType):
            inner = [argument for argument in get_args(hint) if argument is not type(None)]
            if len(inner) == 1:  # something or nothing
                return self._value(inner[0], path, depth)
        return self._leaf(hint, path)

    def _leaf(self, hint: Any, path: str) -> str:
        if hint in (Date, EndDate):
            self._years += 1
            return self._kept(str(_FIRST_YEAR + self._years), path)
        if path.endswith(".width"):
            return "24mm" if self._picture else self._kept(f"{len(self.words):03}", path) + ".5pt"
        if path.endswith(".file"):
            return self._picture or f"{self._word(path)}.png"
        word = self._word(path)
        if self._prose and _LONG_TEXT.search(path):
            return f"{word} {_PROSE}"
        return {Url: f"https://{word}.example.org", Email: f"{word}@example.org"}.get(hint, word)

    def _word(self, path: str) -> str:
        return self._kept(f"word{len(self.words):03}", path)

    def _kept(self, word: str, path: str) -> str:
        self.words[word] = path
        return word

    def _secret(self, path: str) -> str:
        word = f"secret{len(self.hidden):03}"
        self.hidden[word] = path
        return word


def _is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Model)
