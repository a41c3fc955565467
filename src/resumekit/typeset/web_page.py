"""HTML as one file: what the page reads from folders goes into it."""

from __future__ import annotations

import base64
import mimetypes
import re
from typing import TYPE_CHECKING

from resumekit.addresses import RESUME_HOST, THEME_HOST

from .artifact import Artifact
from .folders import Folders, Refused

if TYPE_CHECKING:
    from resumekit.theming import Source

_ADDRESS = re.compile(rf"(?:{re.escape(RESUME_HOST)}|{re.escape(THEME_HOST)})[^\"'()\s]*")


def web_page(source: Source, folders: Folders) -> Artifact:
    """Return the page as HTML with its pictures inside, so that it can be sent as one file."""
    refused: list[str] = []

    def embed(found: re.Match[str]) -> str:
        url = found.group()
        try:
            data = base64.b64encode(folders.read(url)).decode("ascii")
        except Refused:
            refused.append(url)
            return url
        return f"data:{mimetypes.guess_type(url)[0] or 'application/octet-stream'};base64,{data}"

    text = _ADDRESS.sub(embed, source.html)
    return Artifact("html", text.encode("utf-8"), refused=tuple(refused))
