"""JSON Resume v1.0.0, as its page of documentation has it: every key, and the type of what stands there."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft7Validator

from .sources import CORPUS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_DATE: Schema = {"type": "string", "pattern": "^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$"}
_URI: Schema = {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-Z\\[\\]_a-z~%]+$"}


def _mapping(texts: str, /, **others: Schema) -> Schema:
    return {"type": "object", "properties": {**dict.fromkeys(texts.split(), _TEXT), **others}}


def _list(texts: str, /, **others: Schema) -> Schema:
    return {"type": "array", "items": _mapping(texts, **others)}


_PERIOD = {"url": _URI, "startDate": _DATE, "endDate": _DATE}

SECTIONS: dict[str, Schema] = {
    "work": _list("name location description position summary", **_PERIOD, highlights=_TEXTS),
    "volunteer": _list("organization position summary", **_PERIOD, highlights=_TEXTS),
    "education": _list("institution area studyType score", **_PERIOD, courses=_TEXTS),
    "awards": _list("title awarder summary", date=_DATE),
    "certificates": _list("name issuer", date=_DATE, url=_URI),
    "publications": _list("name publisher summary", releaseDate=_DATE, url=_URI),
    "skills": _list("name level", keywords=_TEXTS),
    "languages": _list("language fluency"),
    "interests": _list("name", keywords=_TEXTS),
    "references": _list("name reference"),
    "projects": _list("name description entity type", **_PERIOD, highlights=_TEXTS, keywords=_TEXTS, roles=_TEXTS),
}

_SCHEMA: Schema = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "$schema": _TEXT,
        "basics": _mapping(
            "name label image email phone summary",
            url=_URI,
            location=_mapping("address postalCode city countryCode region"),
            profiles=_list("network username", url=_URI),
        ),
        **SECTIONS,
        "meta": _mapping("version lastModified", canonical=_TEXT),
    },
}

STANDARD = Draft7Validator(_SCHEMA)
"""At the top stands nothing else; everywhere below, other keys may stand as well."""

OFFICIAL = CORPUS / "schema.json"
"""The standard's own schema, where it is at hand."""
