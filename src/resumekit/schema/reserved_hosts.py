"""Host names that resumekit itself uses inside a page, in the addresses of a résumé or a letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

from resumekit.addresses import RESUME_HOST, THEME_HOST
from resumekit.errors import Problem
from resumekit.load import Document

_HOSTS = tuple(urlsplit(url).netloc for url in (RESUME_HOST, THEME_HOST))
_IGNORED = "[\u00ad\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff]"
"""Characters that are dropped from host names (UTS 46)."""


def reserved_host_problems(document: Document) -> Iterator[Problem]:
    """Yield an error for each text with such an address, in any of the ways in which browsers and Markdown read it."""
    for path, text in document.scalars():
        if host := _reserved_host_in(text):
            message = f"the host name '{host}' is reserved for resumekit"
            yield document.problem("reserved-host", message, path, hint="no such host exists; remove the address")


def _reserved_host_in(text: str) -> str | None:
    shown = _as_read(text)
    if not any(host in shown for host in _HOSTS):
        return None  # as nearly every text: the pattern takes its time
    found = _address().search(shown)
    return found[1] if found else None


@cache
def _address() -> re.Pattern[str]:
    hosts = "|".join(map(re.escape, _HOSTS))
    return re.compile(rf"(?:https?:|(?<![\\/])//|^)\s*+[\\/]*+(?:[^\\/?#\s]{{0,200}}@)?({hosts})(?![\w-]|\.\w)")


def _as_read(text: str) -> str:
    """Return a text without escapes, and with the characters of its host names as they are looked up."""
    if "\\" in text:
        text = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", text)
    if "&" in text:
        from html import unescape  # late: its table of entities is large

        text = unescape(text)
    text = unquote(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", re.sub(_IGNORED, "", text)).replace("\u3002", ".")
    return text.casefold()
