"""The gallery page, which shows a résumé in every theme, and its images."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from resumekit.typeset import Artifact

from .previews import ThemePreview

INDEX = "index.html"
_TEMPLATE = "gallery_page.html.j2"


def gallery_files(previews: Sequence[ThemePreview], title: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file of the gallery: the images, and last the page that shows them."""
    from jinja2 import Environment, FileSystemLoader

    for preview in previews:
        for page in preview.pages:
            yield page.file_name(preview.name), page.data
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.get_template(_TEMPLATE)
    data = [_template_data(preview) for preview in previews]
    yield INDEX, template.render(title=title, previews=data).encode()


def _template_data(preview: ThemePreview) -> dict[str, Any]:
    theme = preview.theme
    return {
        "name": preview.name,
        "summary": theme.manifest.summary if theme else "",
        "origin": theme.origin if theme else "",
        "pages": [_image(preview.name, page) for page in preview.pages],
        "problems": [problem.message for problem in preview.problems],
    }


def _image(name: str, page: Artifact) -> dict[str, Any]:
    """Return the file name and size of a page image; the size is at a fixed offset in a PNG."""
    width, height = struct.unpack(">II", page.data[16:24])
    return {"file": page.file_name(name), "number": page.page, "width": width, "height": height}
