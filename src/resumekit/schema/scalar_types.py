"""Types of scalar fields: texts, translations, links, switches."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field
from pydantic_core import PydanticCustomError

from .language import parse_locale
from .markup_depth import MAX_EMPHASIS, emphasis_depth
from .scalar import Scalar, in_any_case

MAX_TEXT = 20_000
"""Characters in one text: ten pages. Longer texts are a mistake, and Markdown parsers are not linear in all of them."""

MAX_WORD = 3_000
"""Characters in one word: more than any address has. Lines are broken in quadratic time inside a word."""

UNSPACED_SCRIPTS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
"""Scripts in which lines break between any two words, written without spaces: Thai to Khmer, and East Asian ones."""

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")

# Models and JSON Schema share these patterns, so they use no flags and only syntax that ECMAScript has as well.
_EMAIL = r"""[^@\s<>"]+@[^@\s<>"']+\.[^@\s<>"'.]+"""
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]*:(?![0-9])"
_WEB, _MAIL, _PHONE = in_any_case("http", "https"), in_any_case("mailto"), in_any_case("tel")
_PATH = r"(?:[/?#]\S*)?"
_LINK = rf"(?:{_WEB}://[^\s/?#\[\]]+{_PATH}|{_MAIL}:[^\s@]+@\S*|{_PHONE}:[0-9+(]\S*)"
_HOST = rf"(?!{_SCHEME})[^\s/@:?#\[\]]+\.[^\s/@:?#\[\].0-9][^\s/@:?#\[\].]+(?::[0-9]+)?{_PATH}"

LINK_SCHEMES = ("http", "https", "mailto", "tel")


class Translations(dict[str, str]):
    """One text in several languages, by language tag; `tailor` selects the one to print."""


def _text(value: Any) -> str | Translations:
    if isinstance(value, str) or value is None:
        return _flat_enough(_short_enough(value or ""))
    if isinstance(value, dict) and value and all(map(_is_translation, value.items())):
        return Translations({key: _flat_enough(_short_enough(text)) for key, text in value.items()})
    raise PydanticCustomError("text-expected", "expected text")


def _is_translation(item: tuple[str, Any]) -> bool:
    return bool(LANGUAGE_TAG.fullmatch(item[0])) and isinstance(item[1], str)


def _short_enough(value: str) -> str:
    if len(value) > MAX_TEXT:
        raise PydanticCustomError("text-too-long", "longer than {limit} characters", {"limit": MAX_TEXT})
    if len(value) > MAX_WORD and _has_long_word(value):
        raise PydanticCustomError("word-too-long", "a word of more than {limit} characters", {"limit": MAX_WORD})
    return value


def _has_long_word(text: str) -> bool:
    return re.search(rf"[^\s{UNSPACED_SCRIPTS}]{{{MAX_WORD + 1}}}", text) is not None


def _flat_enough(value: str) -> str:
    if emphasis_depth(value) > MAX_EMPHASIS:
        message = "emphasis is nested more than {limit} levels deep"
        raise PydanticCustomError("too-deep", message, {"limit": MAX_EMPHASIS})
    return value


def _url(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "expected text")
    text = _short_enough(value.strip())
    for form, url in ((_LINK, text), (_HOST, f"https://{text}")):
        if re.fullmatch(form, text) and _has_a_host(url):
            return url
    raise PydanticCustomError("bad-url", "'{value}' is not a valid web address", {"value": value})


def _has_a_host(url: str) -> bool:
    """Return whether the host of an address can be parsed: some characters hide a slash, as `℀` does (a/c)."""
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _email(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "expected text")
    if not re.fullmatch(_EMAIL, _short_enough(value.strip())):
        raise PydanticCustomError("bad-email", "'{value}' is not a valid e-mail address", {"value": value})
    return value.strip()


_SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def _switch(value: Any) -> bool:
    if isinstance(value, str) and value.lower() in _SWITCHES:
        return _SWITCHES[value.lower()]
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("bad-switch", "expected true or false")


def _plain(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "expected text")
    return _short_enough(value)


def _language(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "expected text")
    if not LANGUAGE_TAG.fullmatch(value):
        message = "'{value}' is not a language tag such as en, en-GB or zh-Hant"
        raise PydanticCustomError("bad-locale", message, {"value": value})
    tag = value.replace("_", "-")
    try:
        parse_locale(tag)
    except ValueError:
        raise PydanticCustomError("bad-locale", "unknown language '{value}'", {"value": value}) from None
    return tag


_PLAIN_SCHEMA = {
    "type": ["string", "number", "boolean"],
    "maxLength": MAX_TEXT,
    "description": "Text that is printed as it is.",
}
_TEXT_SCHEMA = {
    "description": "Text that may contain **strong**, *emphasis*, `code` and [links](https://example.org); "
    "or a mapping of language tags to such texts.",
    "type": ["string", "number", "boolean", "null", "object"],
    "maxLength": MAX_TEXT,
    "minProperties": 1,
    "propertyNames": {"pattern": f"^{LANGUAGE_TAG.pattern}$"},
    "additionalProperties": _PLAIN_SCHEMA,
}

Text = Annotated[str | dict[str, str], Scalar(_text, _TEXT_SCHEMA)]
"""Inline Markdown (emphasis, strong, code, links), or a mapping of language tags to such texts."""

Blocks = Text
"""Markdown with paragraphs and lists, or a mapping of language tags to such texts."""

Plain = Annotated[str, Scalar(_plain, _PLAIN_SCHEMA)]
"""A text without Markdown: a name, a code, a number."""

_LENGTH = r"[0-9]{1,3}(\.[0-9]+)?(mm|cm|in|pt)"


def _matching(pattern: str, expected: str, **also: Any) -> Scalar:
    """Return the type of texts that match a pattern; `expected` is its name in messages, `also` extends its schema."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise PydanticCustomError("bad-value", "expected {expected}", {"expected": expected})
        return value

    return Scalar(read, {"type": "string", "pattern": pattern, **also})


Length = Annotated[str, _matching(f"^{_LENGTH}$", "a length in mm, cm, in or pt")]
"""A length on paper."""

Lengths = Annotated[str, _matching(f"^{_LENGTH}( {_LENGTH}){{0,3}}$", "one to four lengths in mm, cm, in or pt")]
"""One to four lengths, in CSS order."""

_LETTER = r"\w\u00a1-\uffff"  # for ECMAScript, `\w` is ASCII

Identifier = Annotated[
    str,
    _matching(
        f"^[{_LETTER}][{_LETTER}-]*$",
        "a name made of letters, digits, '_' and '-'",
        type=["string", "integer", "boolean"],
        minimum=0,
    ),
]
"""A name that other parts of the file can refer to."""

_URL_SCHEMA = {
    "type": "string",
    "pattern": rf"^\s*(?:{_LINK}|{_HOST})\s*$",
    "description": "Web address; `https://` may be omitted.",
    "examples": ["https://example.org"],
}

Url = Annotated[str, Scalar(_url, _URL_SCHEMA)]
"""A web address; a bare host gets `https://`. Only http, https, mailto and tel URLs can become links in a page."""

_EMAIL_SCHEMA = {
    "type": "string",
    "pattern": rf"^\s*{_EMAIL}\s*$",
    "description": "E-mail address.",
    "examples": ["ada@example.org"],
}

Email = Annotated[str, Scalar(_email, _EMAIL_SCHEMA)]

_LOCALE_SCHEMA = {
    "description": "Language tag, optionally with script and region.",
    "type": "string",
    "pattern": f"^{LANGUAGE_TAG.pattern}$",
    "examples": ["en-GB", "de"],
}

Locale = Annotated[str, Scalar(_language, _LOCALE_SCHEMA)]
"""A language tag, optionally with script and region."""

Break = Literal["before", "avoid", "allow"]
"""A page break: `before` the item; `avoid` one inside it, where possible; or `allow` one even if it is short."""

_SWITCH_SCHEMA = {
    "type": ["boolean", "string"],
    "pattern": f"^{in_any_case(*_SWITCHES)}$",
    "description": "Omit from public builds.",
}

Switch = Annotated[bool, Scalar(_switch, _SWITCH_SCHEMA)]
"""`true` or `false`; also `yes`, `no`, `on` and `off`."""

Tags = Annotated[tuple[Plain, ...], Field(description="Tags that variants include or exclude.")]
