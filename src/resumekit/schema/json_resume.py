"""A résumé as the standard JSON Resume has it, with nothing lost.

JSON Resume lets every object have more keys than it knows, so that an addition to an entry stays in the entry. What it
types otherwise becomes what it asks for (nested highlights a flat list, several roles several entries), and what was
meant is kept under `meta.resumekit`, beside what only resumekit knows of a whole file. `restoring` puts it back.
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
"""What JSON holds; in a file that is read, anything may stand anywhere."""

Shape = dict[str, Callable[[Data], Data]]
"""The keys of an object of JSON Resume, each with what makes a value of its type; None is no place for it."""

_DAY = re.compile(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?", re.ASCII)
_IN_A_URI = string.punctuation.translate({ord(sign): None for sign in '"<>\\^`{|}'})
_OF_THE_EMPLOYER = ("name", "location", "description", "url")
_OF_A_ROLE = ("position", "startDate", "endDate", "summary", "highlights")


def to_json_resume(data: dict[str, Data], at_the_top: Collection[str] = ()) -> dict[str, Data]:
    """Return a résumé, as `dump` gives it, in JSON Resume.

    At the top JSON Resume v1.0.0 takes no keys of others; `at_the_top` are those that stand there in the source.
    """
    made: dict[str, Data] = {}
    kept: dict[str, Data] = {}
    for key, value in data.items():
        if key in STANDARD:
            made[key], otherwise = _standard(key, value)
            kept |= {key: otherwise} if otherwise else {}
        elif key == "$schema" or key in at_the_top:
            made[key] = value
        else:
            kept[key] = value
    return made | {"meta": made.get("meta", {}) | {"resumekit": kept}} if kept else made


def _standard(key: str, value: Data) -> tuple[Data, Data]:
    """Return a part of a résumé in JSON Resume, and what it is else."""
    if key in SECTION_SHAPES:
        return _section(key, value)
    standard = standard_object(key, value)
    return standard, _otherwise(value, standard)


def _section(name: str, entries: list[Data]) -> tuple[list[Data], list[Data]]:
    """Return the entries of a section in JSON Resume, and what each is else, by where it stands among them."""
    made: list[Data] = []
    kept: list[Data] = []
    for entry in entries:
        standard = standard_entries(name, entry)
        if len(standard) == 1 and not entry.get("positions"):
            if otherwise := _otherwise(entry, standard[0]):
                kept.append({"at": len(made), "fields": otherwise})
        else:
            kept.append({"at": len(made), "entry": entry})
        made += standard
    return made, kept


def _otherwise(data: dict[str, Data], standard: dict[str, Data]) -> dict[str, Data]:
    return {key: value for key, value in data.items() if key not in standard or standard[key] != value}


def standard_object(name: str, data: dict[str, Data]) -> dict[str, Data]:
    """Return `basics` or `meta` in JSON Resume; what a file of ours already keeps under `meta` is no part of it."""
    theirs = {key: value for key, value in data.items() if (name, key) != ("meta", "resumekit")}
    return in_shape(theirs, OBJECT_SHAPES[name])


def standard_entries(section: str, entry: Data) -> list[Data]:
    """Return an entry in JSON Resume: one object for most, one a role at an employer, none for a file's language."""
    if not isinstance(entry, dict):
        return [entry]
    if section == "languages" and "code" in entry and "language" not in entry:
        return []
    parts = _roles(entry) if section == "work" and isinstance(entry.get("positions"), list) else [entry]
    return [in_shape(part, SECTION_SHAPES[section]) for part in parts]


def _roles(employer: dict[str, Data]) -> Iterator[dict[str, Data]]:
    """Yield an entry for what is said of the employer's own, if anything is, and one for each role there."""
    shared = {key: employer[key] for key in _OF_THE_EMPLOYER if key in employer}
    own = {key: value for key, value in employer.items() if key != "positions"}
    if any(key in own for key in _OF_A_ROLE):
        yield own
    for role in employer["positions"]:
        yield shared | role if isinstance(role, dict) else shared


def in_shape(data: dict[str, Data], shape: Shape) -> dict[str, Data]:
    """Return an object in which every key that JSON Resume knows has a value of its type, or is absent."""
    made = {key: shape[key](value) if key in shape else value for key, value in data.items()}
    return {key: value for key, value in made.items() if value is not None or key not in shape}


# --- one value


def _text(value: Data) -> Data:
    """Return a text, of translations the first."""
    if isinstance(value, dict):
        value = next(iter(value.values()), None)
    return value if isinstance(value, str) else None


def _texts(value: Data) -> Data:
    return [text for item in value if (text := _text(item))] if isinstance(value, list) else None


def _bullets(value: Data) -> Data:
    """Return highlights without their nesting, in the order in which they are read."""
    return list(_flat(value)) if isinstance(value, list) else None


def _flat(highlights: list[Data]) -> Iterator[str]:
    for highlight in highlights:
        nests = isinstance(highlight, dict)
        if text := _text(highlight.get("text") if nests else highlight):
            yield text
        if nests and isinstance(highlight.get("highlights"), list):
            yield from _flat(highlight["highlights"])


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
    """Return a URL in ASCII: JSON Resume's validators take no other."""
    return quote(value, safe=_IN_A_URI) if isinstance(value, str) else None


def _file(value: Data) -> Data:
    return _text(value.get("file") if isinstance(value, dict) else value)


def _location(value: Data) -> Data:
    return in_shape(value, _LOCATION) if isinstance(value, dict) else None


def _profiles(value: Data) -> Data:
    if not isinstance(value, list):
        return None
    return [in_shape(profile, _PROFILE) if isinstance(profile, dict) else {} for profile in value]


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
"""The objects of JSON Resume."""

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
"""The sections of JSON Resume: lists of objects of one shape each."""

STANDARD = frozenset({*OBJECT_SHAPES, *SECTION_SHAPES})

ADDITIONS = frozenset(keys_of(Resume)) - STANDARD - {"$schema"}
"""What only resumekit knows of a whole file: `theme`, `order`, `variants`, `patents`, sections of one's own."""


def shape_at(path: KeyPath) -> Shape:
    """Return the shape of what stands at a path of JSON Resume; an empty one where that has none."""
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
