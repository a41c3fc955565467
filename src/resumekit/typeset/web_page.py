"""HTML as a single file, with everything that the page reads from folders embedded."""

from __future__ import annotations

import base64
import mimetypes
import re

from resumekit.addresses import RESUME_HOST, THEME_HOST

from .artifact import Artifact
from .folders import Folders, Refused

_ADDRESS = re.compile(rf"(?:{re.escape(RESUME_HOST)}|{re.escape(THEME_HOST)})[^\"'()\s]*")

_SIGNATURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}


def web_page(html: str, folders: Folders) -> Artifact:
    """Return the page as HTML with its pictures embedded, so that it can be sent as a single file."""
    refused: list[str] = []

    def embed(found: re.Match[str]) -> str:
        url = found.group()
        try:
            data = folders.read(url)
        except Refused:
            refused.append(url)
            return url
        return f"data:{_media_type(data, url)};base64,{base64.b64encode(data).decode('ascii')}"

    text = _ADDRESS.sub(embed, html)
    return Artifact("html", text.encode("utf-8"), refused=tuple(refused))


def _media_type(data: bytes, url: str) -> str:
    """Return the media type by signature, else by file name: some pictures have the wrong extension."""
    known = (kind for signature, kind in _SIGNATURES.items() if data.startswith(signature))
    return next(known, mimetypes.guess_type(url)[0] or "application/octet-stream")
