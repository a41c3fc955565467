"""What the engine could not do, as problems with their places in the résumé."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

from resumekit.errors import Problem, SourceLocation
from resumekit.load import Document, KeyPath
from resumekit.schema import Resume
from resumekit.typeset import Artifact

_OF_A_PICTURE = re.compile("Failed to load image|Unknown image mode")

MAX_PLACES = 5
"""How many places of one missing character are worth listing."""


def check(document: Document, resume: Resume, artifact: Artifact) -> tuple[Problem, ...]:
    """Return what is wrong with an artifact; an error means that it must not be written."""
    return (
        *_undrawn(document, artifact),
        *_borrowed(artifact),
        *_refused(document, artifact),
        *_pages(document, resume, artifact),
        *_remarks(document, artifact),
    )


def _undrawn(document: Document, artifact: Artifact) -> Iterator[Problem]:
    for character in artifact.undrawn:
        name = unicodedata.name(character, "unnamed").lower()
        message = f"no font here can draw '{character}' (U+{ord(character):04X} {name})"
        hint = "put a font that has it into the folder fonts/ beside the résumé, or install one on this machine"
        if artifact.engine != "WeasyPrint":  # which alone looks through all fonts of itself
            hint = f"{artifact.engine} draws with the theme's fonts and few others; without `--engine` all are asked"
        locations = list(dict.fromkeys(_locations_of(character, document)))
        for location in locations[:MAX_PLACES] or (None,):
            yield Problem("undrawn-character", message, location, file=document.source.name, hint=hint)


def _locations_of(character: str, document: Document) -> Iterator[SourceLocation]:
    """Yield where a character stands in the values of the source, once for each line."""
    for path, text in document.scalars():
        if character in text:
            yield from document.locations_within(path, character)


def _borrowed(artifact: Artifact) -> Iterator[Problem]:
    if artifact.borrowed:
        names = ", ".join(artifact.borrowed)
        yield Problem(
            "borrowed-font",
            f"drawn in part with a font of this machine: {names}",
            severity="warning",
            hint="elsewhere the page may look different; put the font into the folder fonts/ beside the résumé",
        )


def _refused(document: Document, artifact: Artifact) -> Iterator[Problem]:
    for url in artifact.refused:
        if location := _location_of_picture(url, document):
            yield _lost_picture("it is not there, or not to be read", location, document)
            continue
        yield Problem(
            "refused-address",
            f"the page asks for {url}, which it may not read",
            hint="a page reads the folders of its theme and of the résumé only",
        )


def _remarks(document: Document, artifact: Artifact) -> Iterator[Problem]:
    for remark in artifact.remarks:
        if _OF_A_PICTURE.search(remark):
            yield _lost_picture(remark, _location_of_picture(remark, document), document)
        else:
            yield Problem("engine-remark", f"{artifact.engine}: {remark}", severity="warning")


def _lost_picture(reason: str, location: SourceLocation | None, document: Document) -> Problem:
    hint = "save it anew as PNG or JPEG, with 8 bits a colour"
    return Problem(
        "lost-picture", f"a picture is not in the PDF: {reason}", location, file=document.source.name, hint=hint
    )


def _location_of_picture(report: str, document: Document) -> SourceLocation | None:
    """Return where the picture is named whose address is in a report; if there is none in it, of the only picture."""
    pictures = {text: path for path, text in document.scalars() if text and _names_picture(path)}
    reported = [name for name in pictures if re.search(rf"/{re.escape(quote(name))}(?:'|$)", report)]
    found = reported or ([] if "://" in report else list(pictures))
    return document.location(pictures[found[0]]) if len(found) == 1 else None


def _names_picture(path: KeyPath) -> bool:
    return path[-1] in {"image", "picture", "file"} or "images" in path[-2:-1]


def _pages(document: Document, resume: Resume, artifact: Artifact) -> Iterator[Problem]:
    """Yield what became of the number of pages that was asked for."""
    wanted, path = resume.page.pages if resume.page else None, ("page", "pages")
    fitting = artifact.fitting
    if not wanted or not artifact.pages:
        return
    if fitting and artifact.pages > wanted:
        weights = "; ".join(f"{title}: {_counted(lines, 'line')}" for title, lines in fitting.heaviest)
        over = f"{_counted(fitting.lines, 'line')} over at its smallest"
        hint = f"say less, or choose a denser theme; most is taken by {weights}" if weights else None
        yield document.problem(
            "does-not-fit", f"this does not fit on {_counted(wanted, 'page')}: {over}", path, hint=hint
        )
    elif artifact.pages != wanted:
        message = f"this makes {_counted(artifact.pages, 'page')}, not {wanted}"
        yield document.problem(
            "page-count", message, path, severity="warning", hint="say more or less, or ask for others"
        )
    elif fitting and fitting.values:
        values = ", ".join(f"{name} {value}" for name, value in fitting.values)
        message = f"set with {values} to fill {_counted(wanted, 'page')} ({_counted(fitting.layouts, 'layout')})"
        yield document.problem("fitted", message, path, severity="info")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
