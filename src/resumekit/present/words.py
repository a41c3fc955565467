"""The few words that resumekit itself prints: one YAML file a language, in `locales/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from babel import Locale

_FOLDER = Path(__file__).parent / "locales"
_FALLBACK = "en"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of one language: `present`, `photo`, the titles of `sections`, the `labels` of details."""

    present: str
    photo: str
    photo_of_nobody: str
    sections: dict[str, str]
    labels: dict[str, str]


def languages() -> tuple[str, ...]:
    """Return the tags of all languages that there are words for, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def has_words(tag: str) -> bool:
    """Tell whether a page in this language would have its own words, rather than English ones."""
    return any(candidate in languages() for candidate in _candidates(parse_locale(tag)))


@cache
def words(tag: str) -> WordList:
    """Return the words for a language tag: of the nearest language there is, English filling what it lacks."""
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


def parse_locale(tag: str) -> Locale:
    """Return CLDR's locale for a tag.

    Raises:
        ValueError: CLDR does not know the language.
    """
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-")
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from None


def _candidates(locale: Locale) -> Iterator[str]:
    script = locale.script or {"TW": "Hant", "HK": "Hant", "MO": "Hant"}.get(locale.territory or "", "Hans")
    if locale.language == "zh":
        yield f"zh-{script}"
    yield locale.language


def _read(tag: str) -> dict[str, Any]:
    made = yaml.load((_FOLDER / f"{tag}.yaml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    assert isinstance(made, dict)
    return made
