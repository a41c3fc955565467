"""The page that shows a résumé in every theme, beside its pictures."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from resumekit.typeset import Artifact

from .specimens import Specimen

INDEX = "index.html"
_TEMPLATE = "page.html.j2"


def gallery_page(specimens: Sequence[Specimen], title: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the gallery with their names: the pictures, and last the page that shows them."""
    from jinja2 import Environment, FileSystemLoader

    for specimen in specimens:
        for page in specimen.pages:
            yield page.file_name(specimen.name), page.data
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.get_template(_TEMPLATE)
    shown = [_shown(specimen) for specimen in specimens]
    yield INDEX, template.render(title=title, specimens=shown).encode()


def _shown(specimen: Specimen) -> dict[str, Any]:
    theme = specimen.theme
    return {
        "name": specimen.name,
        "summary": theme.manifest.summary if theme else "",
        "origin": theme.origin if theme else "",
        "pages": [_picture(specimen.name, page) for page in specimen.pages],
        "problems": [problem.message for problem in specimen.problems],
    }


def _picture(name: str, page: Artifact) -> dict[str, Any]:
    """Return the name and the size of a picture, which a PNG has at a fixed place."""
    width, height = struct.unpack(">II", page.data[16:24])
    return {"file": page.file_name(name), "number": page.page, "width": width, "height": height}
