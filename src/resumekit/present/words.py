"""The words that resumekit itself prints: one YAML file per language, in `locales/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from resumekit.schema import parse_locale

if TYPE_CHECKING:
    from babel import Locale

_FOLDER = Path(__file__).parent / "locales"
_FALLBACK = "en"
_PLAIN = {"no": "nb", "zh": "zh-Hans"}
"""The written form that CLDR assumes where a tag names none."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of one language: `present`, `photo`, the titles of `sections`, the `labels` of details."""

    present: str
    photo: str
    photo_of_nobody: str
    sections: dict[str, str]
    labels: dict[str, str]

    def label(self, field: str) -> str:
        """Return the label of a field that an entry prints among its details.

        A new field needs no label: English is the fallback for other languages, and the name of the field for English.
        """
        return self.labels.get(field) or field.replace("_", " ").capitalize()


def languages() -> tuple[str, ...]:
    """Return the tags of all supported languages, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def words(tag: str) -> WordList:
    """Return the words for a language tag: those of the nearest supported language; English fills its gaps."""
    found = _read(_FALLBACK)
    for candidate in reversed(list(_candidates(parse_locale(tag)))):
        if candidate in languages():
            own = _read(candidate)
            found = {
                **found,
                **own,
                "sections": found["sections"] | own.get("sections", {}),
                "labels": found["labels"] | own.get("labels", {}),
            }
    return WordList(**found)


def _candidates(locale: Locale) -> Iterator[str]:
    """Yield the tags to look for, nearest first: CLDR's parents, else ever shorter tags.

    An unusual script is never dropped: words in Cyrillic do not go on a page in Latin script.
    """
    from babel.core import get_global

    parents = get_global("parent_exceptions")  # pt_AO follows pt_PT, nn follows no
    usual = get_global("likely_subtags").get(locale.language, "")  # sr_Cyrl_RS
    name = str(locale)
    while name:
        tag = name.replace("_", "-")
        yield _PLAIN.get(tag, tag)
        shorter, _, last = name.rpartition("_")
        is_unusual_script = len(last) == len("Cyrl") and last not in usual
        name = parents.get(name, "" if is_unusual_script else shorter)


def _read(tag: str) -> dict[str, Any]:
    made = yaml.load((_FOLDER / f"{tag}.yaml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    assert isinstance(made, dict)
    return made
