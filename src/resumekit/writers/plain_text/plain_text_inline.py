"""Write inline text without markup."""

from __future__ import annotations

import re
from urllib.parse import unquote

from resumekit.present import Inline, Inlines
from resumekit.present.inline import Code, Emphasis, Foreign, LineBreak, Link, Strong, Words

_SCHEME = re.compile(r"https?://(?:www\.)?|mailto:|tel:", re.IGNORECASE)
_PHONE_DIGITS = 4
"""A link text with the same final digits is taken for the number itself, however it is grouped."""


def inline_text(inlines: Inlines) -> str:
    """Return inline text; a line feed is a line break by the author. A URL follows its link text in parentheses."""
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
            return _with_url(inline_text(children), url)


def _with_url(text: str, url: str) -> str:
    address = unquote(url.partition(":")[2].partition("?")[0]) if url.lower().startswith(("mailto:", "tel:")) else url
    if not text.strip():
        return address
    return text if _shows_url(text, url) else f"{text} ({address})"


def _shows_url(text: str, url: str) -> bool:
    """Return whether a text is the URL itself, or a usual short form of it."""
    if url.lower().startswith("tel:"):
        return _digits(url)[-_PHONE_DIGITS:] in _digits(text)
    return _bare(text) == _bare(url)


def _bare(url: str) -> str:
    return unquote(_SCHEME.sub("", url.strip(), count=1)).rstrip("/").casefold()


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
