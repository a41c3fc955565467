"""Host names that resumekit itself uses inside a page, in the addresses of a résumé or a letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urlsplit

from resumekit.addresses import RESUME_HOST, THEME_HOST
from resumekit.errors import Problem
from resumekit.load import Document

_HOSTS = "|".join(re.escape(urlsplit(url).netloc) for url in (RESUME_HOST, THEME_HOST))
_ADDRESS = re.compile(rf"(?:https?:|(?<![\\/])//|^)\s*+[\\/]*+(?:[^\\/?#\s]{{0,200}}@)?({_HOSTS})(?![\w-]|\.\w)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_IGNORED = re.compile("[\u00ad\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Characters that are dropped from host names (UTS 46)."""


def reserved_host_problems(document: Document) -> Iterator[Problem]:
    """Yield an error for each text with such an address, in any of the ways in which browsers and Markdown read it."""
    for path, text in document.scalars():
        if found := _ADDRESS.search(_as_read(text)):
            message = f"the host name '{found[1]}' is reserved for resumekit"
            yield document.problem("reserved-host", message, path, hint="no such host exists; remove the address")


def _as_read(text: str) -> str:
    """Return a text without escapes, and with the characters of its host names as they are looked up."""
    plain = unquote(unescape(_ESCAPE.sub("", text)))
    return unicodedata.normalize("NFKC", _IGNORED.sub("", plain)).replace("\u3002", ".").casefold()
