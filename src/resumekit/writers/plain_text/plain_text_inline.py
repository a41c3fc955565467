"""Inline text without markup."""

from __future__ import annotations

import re
from urllib.parse import unquote

from resumekit.present import Inline, Inlines
from resumekit.present.inline import Code, Emphasis, Foreign, LineBreak, Link, Strong, Words

_BEGINNING = re.compile(r"https?://(?:www\.)?|mailto:|tel:", re.IGNORECASE)
_DIGITS_OF_A_PHONE = 4
"""So many at the end tell that a text is the number itself, however it is grouped."""


def inline_text(inlines: Inlines) -> str:
    """Return inline text; a line feed is a break that the author asked for. A URL follows the text that leads there."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Words(text) | Code(text) | Foreign(_, text):
            return text.replace("\n", " ")
        case LineBreak():
            return "\n"
        case Strong(children) | Emphasis(children):
            return inline_text(children)
        case Link(url, children):
            return _with_address(inline_text(children), url)


def _with_address(text: str, url: str) -> str:
    address = unquote(url.partition(":")[2].partition("?")[0]) if url.lower().startswith(("mailto:", "tel:")) else url
    if not text.strip():
        return address
    return text if _says(text, url) else f"{text} ({address})"


def _says(text: str, url: str) -> bool:
    """Tell whether a text is the URL itself, or what people write for it."""
    if url.lower().startswith("tel:"):
        return _digits(url)[-_DIGITS_OF_A_PHONE:] in _digits(text)
    return _bare(text) == _bare(url)


def _bare(url: str) -> str:
    return unquote(_BEGINNING.sub("", url.strip(), count=1)).rstrip("/").casefold()


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
