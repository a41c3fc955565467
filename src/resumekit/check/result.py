"""What the engine could not do, as problems with their places in the résumé."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from resumekit.errors import Place, Problem
from resumekit.load import Document, KeyPath
from resumekit.schema import Resume
from resumekit.typeset import Artifact

MAX_PLACES = 5
"""How many places of one missing character are worth listing."""


def check(document: Document, resume: Resume, artifact: Artifact) -> tuple[Problem, ...]:
    """Return what is wrong with an artifact; an error means that it must not be written."""
    return (
        *_undrawn(document, artifact),
        *_borrowed(artifact),
        *_refused(artifact),
        *_pages(document, resume, artifact),
        *(Problem("engine-remark", remark, severity="warning") for remark in artifact.remarks),
    )


def _undrawn(document: Document, artifact: Artifact) -> Iterator[Problem]:
    for character in artifact.undrawn:
        name = unicodedata.name(character, "unnamed").lower()
        message = f"no font here can draw '{character}' (U+{ord(character):04X} {name})"
        hint = "put a font that has it into the folder fonts/ beside the résumé, or install one on this machine"
        places = list(dict.fromkeys(_places_of(character, document)))
        for place in places[:MAX_PLACES] or (None,):
            yield Problem("undrawn-character", message, place, file=document.source.name, hint=hint)


def _places_of(character: str, document: Document) -> Iterator[Place]:
    """Yield where a character stands in the values of the source, once for each line."""
    for path, text in document.scalars():
        if character in text:
            yield from document.places_within(path, character)


def _borrowed(artifact: Artifact) -> Iterator[Problem]:
    if artifact.borrowed:
        names = ", ".join(artifact.borrowed)
        yield Problem(
            "borrowed-font",
            f"drawn in part with a font of this machine: {names}",
            severity="warning",
            hint="elsewhere the page may look different; put the font into the folder fonts/ beside the résumé",
        )


def _refused(artifact: Artifact) -> Iterator[Problem]:
    for url in artifact.refused:
        yield Problem(
            "refused-address",
            f"the page asks for {url}, which it may not read",
            hint="a page reads the folders of its theme and of the résumé only",
        )


def _pages(document: Document, resume: Resume, artifact: Artifact) -> Iterator[Problem]:
    wanted = resume.page.pages if resume.page else None
    if wanted and artifact.pages and artifact.pages != wanted:
        path: KeyPath = ("page", "pages")
        yield document.problem(
            "page-count",
            f"this makes {artifact.pages} pages, not {wanted}",
            path,
            severity="warning",
            hint="another theme, `page.margin` or a smaller `theme.size` may help",
        )
