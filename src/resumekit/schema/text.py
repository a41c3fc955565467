"""The leaves of a résumé: texts, translations, links, switches."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import PydanticCustomError

from .language import parse_locale
from .leaf import Leaf

MAX_TEXT = 20_000
"""Characters in one text: ten pages. Longer ones are a mistake, and Markdown parsers are not linear in all of them."""

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"']+\.[^@\s<>\"'.]+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
_LINK = re.compile(r"(?i)(?:https?://[^\s/?#]+|mailto:[^\s@]+@|tel:[\d+(])\S*")
_HOST = re.compile(r"[^\s/@:?#]+\.[^\s/@:?#.]{2,}(?::\d+)?(?:[/?#]\S*)?")

LINK_SCHEMES = ("http", "https", "mailto", "tel")


class Translations(dict[str, str]):
    """One text in several languages, by language tag; `tailor` picks the one to print."""


def _text(value: Any) -> str | Translations:
    if isinstance(value, str) or value is None:
        return _short_enough(value or "")
    if isinstance(value, dict) and value and all(map(_is_translation, value.items())):
        return Translations({key: _short_enough(text) for key, text in value.items()})
    raise PydanticCustomError("text-expected", "a text was expected")


def _is_translation(item: tuple[str, Any]) -> bool:
    return bool(LANGUAGE_TAG.fullmatch(item[0])) and isinstance(item[1], str)


def _short_enough(value: str) -> str:
    if len(value) > MAX_TEXT:
        raise PydanticCustomError("text-too-long", "longer than {limit} characters", {"limit": MAX_TEXT})
    return value


def _url(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "a text was expected")
    text = value.strip()
    if _LINK.fullmatch(text):
        return text
    if not _SCHEME.match(text) and _HOST.fullmatch(text):
        return f"https://{text}"
    raise PydanticCustomError("bad-url", "'{value}' is not a web address", {"value": value})


def _email(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "a text was expected")
    if not _EMAIL.fullmatch(value.strip()):
        raise PydanticCustomError("bad-email", "'{value}' is not an e-mail address", {"value": value})
    return value.strip()


def _switch(value: Any) -> bool:
    known = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if isinstance(value, str) and value.lower() in known:
        return known[value.lower()]
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("bad-switch", "true or false was expected")


def _plain(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "a text was expected")
    return _short_enough(value)


def _language(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "a text was expected")
    if not LANGUAGE_TAG.fullmatch(value):
        message = "'{value}' is not a language tag such as en, en-GB or zh-Hant"
        raise PydanticCustomError("bad-locale", message, {"value": value})
    tag = value.replace("_", "-")
    try:
        parse_locale(tag)
    except ValueError:
        raise PydanticCustomError("bad-locale", "no language '{value}' is known", {"value": value}) from None
    return tag


_TEXT_SCHEMA = {
    "anyOf": [
        {"type": ["string", "number", "boolean", "null"]},
        {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
    ]
}

Text = Annotated[str | dict[str, str], Leaf(_text, _TEXT_SCHEMA)]
"""Markdown inline (emphasis, strong, code, links), or a map of languages to such texts."""

Blocks = Text
"""Markdown with paragraphs and lists, or a map of languages to such texts."""

Plain = Annotated[str, Leaf(_plain, {"type": ["string", "number", "boolean"]})]
"""A text that is not Markdown: a name of something, a code, a number."""

_LENGTH = r"[0-9]{1,3}(\.[0-9]+)?(mm|cm|in|pt)"
_ONE, _FOUR = f"^{_LENGTH}$", f"^{_LENGTH}( {_LENGTH}){{0,3}}$"

Length = Annotated[str, Leaf(_plain, {"type": "string", "pattern": _ONE}), Field(pattern=_ONE)]
"""A length on paper."""

Lengths = Annotated[str, Leaf(_plain, {"type": "string", "pattern": _FOUR}), Field(pattern=_FOUR)]
"""One to four lengths, in the order of CSS."""

Url = Annotated[str, Leaf(_url, {"type": "string"})]
"""A web address; a bare host gets `https://`. Only http, https, mailto and tel may become links in a page."""

Email = Annotated[str, Leaf(_email, {"type": "string"})]

Locale = Annotated[str, Leaf(_language, {"type": "string", "examples": ["en-GB", "de"]})]
"""A language tag, perhaps with script and region."""

_SWITCH_SCHEMA = {
    "type": ["boolean", "string"],
    "pattern": "^([Tt]rue|[Ff]alse|[Yy]es|[Nn]o|[Oo]n|[Oo]ff)$",
}

Switch = Annotated[bool, Leaf(_switch, _SWITCH_SCHEMA)]
"""`true` or `false`; `yes`, `no`, `on` and `off` as well."""

Tags = Annotated[tuple[Plain, ...], Field(description="Names that variants include or exclude by.")]
