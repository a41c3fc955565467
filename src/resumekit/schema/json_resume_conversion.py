"""Convert a résumé to standard JSON Resume without losing anything.

JSON Resume allows additional keys in every object, so extensions of an entry stay in the entry. Values of a type that
it does not allow are converted (nested highlights to a flat list, several roles to several entries). Their originals
are kept under `meta.resumekit`, with the extensions of the file as a whole. `round_trip` restores them.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Collection, Iterator
from typing import Any
from urllib.parse import quote

from resumekit.load import KeyPath

from .model import keys_of
from .resume import Resume

Data = Any
"""Any JSON value; in a file that is read, any type may occur anywhere."""

Shape = dict[str, Callable[[Data], Data]]
"""The keys of a JSON Resume object, with functions that convert a value to the type of the key, or to None."""

_DAY = re.compile(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?", re.ASCII)
_IN_A_URI = string.punctuation.translate({ord(mark): None for mark in '"<>\\^`{|}'})
_EMPLOYER_KEYS = ("name", "location", "description", "url")
_ROLE_KEYS = ("position", "startDate", "endDate", "summary", "highlights")


def to_json_resume(data: dict[str, Data], top_level_keys: Collection[str] = ()) -> dict[str, Data]:
    """Convert a résumé, as returned by `dump`, to JSON Resume.

    JSON Resume v1.0.0 allows no additional keys at the top level; `top_level_keys` are those the source has there.
    """
    result: dict[str, Data] = {}
    kept: dict[str, Data] = {}
    for key, value in data.items():
        if key in STANDARD:
            result[key], remainder = _standard(key, value)
            kept |= {key: remainder} if remainder else {}
        elif key == "$schema" or key in top_level_keys:
            result[key] = value
        else:
            kept[key] = value
    return result | {"meta": result.get("meta", {}) | {"resumekit": kept}} if kept else result


def _standard(key: str, value: Data) -> tuple[Data, Data]:
    """Return a part of a résumé as JSON Resume, and what that cannot represent."""
    if key in SECTION_SHAPES:
        return _section(key, value)
    standard = standard_object(key, value)
    return standard, _remainder(value, standard)


def _section(name: str, entries: list[Data]) -> tuple[list[Data], list[Data]]:
    """Return the entries of a section as JSON Resume, and what those cannot represent, by their index."""
    result: list[Data] = []
    kept: list[Data] = []
    for entry in entries:
        standard = standard_entries(name, entry)
        if len(standard) == 1 and not entry.get("positions"):
            if remainder := _remainder(entry, standard[0]):
                kept.append({"at": len(result), "fields": remainder})
        else:
            kept.append({"at": len(result), "entry": entry})
        result += standard
    return result, kept


def _remainder(data: dict[str, Data], standard: dict[str, Data]) -> dict[str, Data]:
    return {key: value for key, value in data.items() if key not in standard or standard[key] != value}


def standard_object(name: str, data: dict[str, Data]) -> dict[str, Data]:
    """Return `basics` or `meta` as JSON Resume, without what resumekit's own export already keeps under `meta`."""
    standard = {key: value for key, value in data.items() if (name, key) != ("meta", "resumekit")}
    return conform(standard, OBJECT_SHAPES[name])


def standard_entries(section: str, entry: Data) -> list[Data]:
    """Return an entry as JSON Resume: one object for most, one per role of a job, none for a language of the file."""
    if not isinstance(entry, dict):
        return [entry]
    if section == "languages" and "code" in entry and "language" not in entry:
        return []
    parts = _roles(entry) if section == "work" and isinstance(entry.get("positions"), list) else [entry]
    return [conform(part, SECTION_SHAPES[section]) for part in parts]


def _roles(employer: dict[str, Data]) -> Iterator[dict[str, Data]]:
    """Yield an entry for the job's own role, if it has one, and one for each entry in its `positions`."""
    shared = {key: employer[key] for key in _EMPLOYER_KEYS if key in employer}
    own = {key: value for key, value in employer.items() if key != "positions"}
    if any(key in own for key in _ROLE_KEYS):
        yield own
    for role in employer["positions"]:
        yield shared | role if isinstance(role, dict) else shared


def conform(data: dict[str, Data], shape: Shape) -> dict[str, Data]:
    """Return an object in which every JSON Resume key has a value of the right type or is absent."""
    result = {key: shape[key](value) if key in shape else value for key, value in data.items()}
    return {key: value for key, value in result.items() if value is not None or key not in shape}


# --- single values


def _text(value: Data) -> Data:
    """Return a text; of translations, the first."""
    if isinstance(value, dict):
        value = next(iter(value.values()), None)
    return value if isinstance(value, str) else None


def _texts(value: Data) -> Data:
    return [text for item in value if (text := _text(item))] if isinstance(value, list) else None


def _bullets(value: Data) -> Data:
    """Return highlights without nesting, in reading order."""
    return list(_flattened(value)) if isinstance(value, list) else None


def _flattened(highlights: list[Data]) -> Iterator[str]:
    for highlight in highlights:
        is_nested = isinstance(highlight, dict)
        if text := _text(highlight.get("text") if is_nested else highlight):
            yield text
        if is_nested and isinstance(highlight.get("highlights"), list):
            yield from _flattened(highlight["highlights"])


def _words(value: Data) -> Data:
    """Return keywords as texts: `Python (5/5)`."""
    return [word for item in value if (word := _word(item))] if isinstance(value, list) else None


def _word(keyword: Data) -> Data:
    if not isinstance(keyword, dict):
        return _text(keyword)
    name, level = _text(keyword.get("name")), _text(keyword.get("level"))
    return f"{name} ({level})" if name and level else name or level


def _day(value: Data) -> Data:
    return value if isinstance(value, str) and _DAY.fullmatch(value) else None


def _address(value: Data) -> Data:
    """Return a URL in ASCII, the only form that JSON Resume validators accept."""
    return quote(value, safe=_IN_A_URI) if isinstance(value, str) else None


def _file(value: Data) -> Data:
    return _text(value.get("file") if isinstance(value, dict) else value)


def _location(value: Data) -> Data:
    return conform(value, _LOCATION) if isinstance(value, dict) else None


def _profiles(value: Data) -> Data:
    if not isinstance(value, list):
        return None
    return [conform(profile, _PROFILE) if isinstance(profile, dict) else {} for profile in value]


def _shape(texts: str, **others: Callable[[Data], Data]) -> Shape:
    return {**dict.fromkeys(texts.split(), _text), **others}


_LOCATION = _shape("address postalCode city region countryCode")
_PROFILE = _shape("network username", url=_address)
_PERIOD = {"url": _address, "startDate": _day, "endDate": _day}

OBJECT_SHAPES: dict[str, Shape] = {
    "basics": _shape(
        "name label email phone summary", image=_file, url=_address, location=_location, profiles=_profiles
    ),
    "meta": _shape("version lastModified", canonical=_address),
}
"""The JSON Resume objects."""

SECTION_SHAPES: dict[str, Shape] = {
    "work": _shape("name location description position summary", **_PERIOD, highlights=_bullets),
    "volunteer": _shape("organization position summary", **_PERIOD, highlights=_bullets),
    "education": _shape("institution area studyType score", **_PERIOD, courses=_texts),
    "awards": _shape("title awarder summary", date=_day),
    "certificates": _shape("name issuer", date=_day, url=_address),
    "publications": _shape("name publisher summary", releaseDate=_day, url=_address),
    "skills": _shape("name level", keywords=_words),
    "languages": _shape("language fluency"),
    "interests": _shape("name", keywords=_words),
    "references": _shape("name reference"),
    "projects": _shape("name description entity type", **_PERIOD, highlights=_bullets, keywords=_texts, roles=_texts),
}
"""The JSON Resume sections: each is a list of objects of one shape."""

STANDARD = frozenset({*OBJECT_SHAPES, *SECTION_SHAPES})

ADDITIONS = frozenset(keys_of(Resume)) - STANDARD - {"$schema"}
"""Extensions of the file as a whole: `theme`, `order`, `variants`, `patents`, custom sections."""


def shape_at(path: KeyPath) -> Shape:
    """Return the shape of the object at a JSON Resume path; an empty one if it has none."""
    match path:
        case ():
            return {**dict.fromkeys(SECTION_SHAPES, _list), **dict.fromkeys(OBJECT_SHAPES, _mapping)}
        case (str(key),):
            return OBJECT_SHAPES.get(key, {})
        case ("basics", "location"):
            return _LOCATION
        case ("basics", "profiles", int()):
            return _PROFILE
        case (str(key), int()):
            return SECTION_SHAPES.get(key, {})
    return {}


def _list(value: Data) -> Data:
    return value if isinstance(value, list) else None


def _mapping(value: Data) -> Data:
    return value if isinstance(value, dict) else None
