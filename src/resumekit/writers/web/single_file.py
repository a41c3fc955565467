"""HTML as a single file, with every picture and font that the page loads embedded."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Iterator
from html import escape
from urllib.parse import urljoin

from resumekit.addresses import THEME_HOST
from resumekit.errors import Problem, TypesetError
from resumekit.theming.markup import Token, tokens_of
from resumekit.theming.style_addresses import with_style_addresses
from resumekit.typeset import Artifact, Folders, Refused

_MAX_EMBEDDED = 50_000_000
_TOO_LARGE = f"the page would embed more than {_MAX_EMBEDDED // 1_000_000} MB of pictures and fonts"
_SMALLER = "does the theme load one of them again and again?"

_SIGNATURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}


def single_file(html: str, folders: Folders) -> Artifact:
    """Return the page as HTML with its pictures and fonts embedded, so that it can be sent as a single file.

    Only what the page loads is embedded: the sources of its pictures and the addresses in its style. Texts and links
    stay as they are, whatever they say.

    Raises:
        TypesetError: that would be too much.
    """
    page = _WebPage(html, folders)
    data = "".join(page.parts()).encode("utf-8")
    return Artifact("html", data, refused=tuple(dict.fromkeys(page.refused)))


class _WebPage:
    def __init__(self, html: str, folders: Folders) -> None:
        self._html = html
        self._folders = folders
        self.refused: list[str] = []
        self._left = _MAX_EMBEDDED

    def parts(self) -> Iterator[str]:
        """Yield the page in parts, those that load something changed."""
        for token in tokens_of(self._html):
            if token.kind == "start":
                yield from self._tag(token)
            else:
                text = self._html[token.start : token.end]
                is_style = token.kind == "raw" and token.name == "style"
                yield with_style_addresses(text, self._embedded) if is_style else text

    def _tag(self, tag: Token) -> Iterator[str]:
        at = tag.start
        for attribute in tag.attributes:
            value = attribute.value
            if attribute.name == "src":
                value = self._embedded(value)
            elif attribute.name == "style":
                value = with_style_addresses(value, self._embedded)
            if value != attribute.value:
                yield f'{self._html[at : attribute.start]}"{escape(value)}"'
                at = attribute.end
        yield self._html[at : tag.end]

    def _embedded(self, address: str) -> str:
        """Return an address as a data URL; one that is a part of the page, or may not be read, stays as it is."""
        if address[:5].lower() == "data:" or address.startswith("#"):
            return address
        url = urljoin(THEME_HOST, address)
        try:
            data = self._folders.read(url)
        except Refused:
            self.refused.append(url)
            return address
        self._left -= len(data)
        if self._left < 0:
            raise TypesetError(Problem("page-too-large", _TOO_LARGE, hint=_SMALLER))
        return f"data:{_media_type(data, url)};base64,{base64.b64encode(data).decode('ascii')}"


def _media_type(data: bytes, url: str) -> str:
    """Return the media type by signature, else by file name: some pictures have the wrong extension."""
    known = (kind for signature, kind in _SIGNATURES.items() if data.startswith(signature))
    return next(known, mimetypes.guess_type(url)[0] or "application/octet-stream")
