"""What the engine reports about an artifact, as problems with their locations in the résumé."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

from resumekit.codes import Code
from resumekit.errors import Problem, Severity, SourceLocation
from resumekit.load import Document, KeyPath
from resumekit.schema import Resume
from resumekit.typeset import Artifact
from resumekit.typeset.fit import Fitting

_PICTURE_MESSAGE = re.compile("Failed to load image|Unknown image mode")

MAX_LOCATIONS = 5
"""The most locations listed for one undrawn character."""


def check(document: Document, resume: Resume, artifact: Artifact) -> tuple[Problem, ...]:
    """Return the problems of an artifact; if any is an error, the artifact must not be written."""
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
        message = f"no font has '{character}' (U+{ord(character):04X} {name})"
        hint = "put a font that has it into the fonts/ folder next to the résumé, or install one on this machine"
        if artifact.engine != "WeasyPrint":  # the only engine that falls back to every available font
            hint = f"{artifact.engine} uses the theme's fonts and a few others; without `--engine`, all fonts are tried"
        locations = list(dict.fromkeys(_locations_of(character, document)))
        for location in locations[:MAX_LOCATIONS] or (None,):
            yield Problem("undrawn-character", message, location, file=document.source.name, hint=hint)


def _locations_of(character: str, document: Document) -> Iterator[SourceLocation]:
    """Yield the locations of a character in the values of the source, one per line."""
    for path, text in document.scalars():
        if character in text:
            yield from document.locations_within(path, character)


def _borrowed(artifact: Artifact) -> Iterator[Problem]:
    if artifact.borrowed:
        names = ", ".join(artifact.borrowed)
        yield Problem(
            "borrowed-font",
            f"some characters use a font installed on this machine: {names}",
            severity="warning",
            hint="the page may look different elsewhere; put the font into the fonts/ folder next to the résumé",
        )


def _refused(document: Document, artifact: Artifact) -> Iterator[Problem]:
    for url in artifact.refused:
        if location := _location_of_picture(url, document):
            yield _lost_picture("missing or unreadable", location, document)
            continue
        yield Problem(
            "refused-address",
            f"the page may not load {url}",
            hint="a page can load the pictures of the résumé, and pictures and fonts in the folder of its theme",
        )


def _remarks(document: Document, artifact: Artifact) -> Iterator[Problem]:
    for remark in artifact.remarks:
        if _PICTURE_MESSAGE.search(remark):
            yield _lost_picture(remark, _location_of_picture(remark, document), document)
        else:
            yield Problem("engine-remark", f"{artifact.engine}: {remark}", severity="warning")


def _lost_picture(reason: str, location: SourceLocation | None, document: Document) -> Problem:
    hint = "save it again as PNG or JPEG with 8 bits per channel"
    return Problem(
        "lost-picture", f"picture is missing from the PDF: {reason}", location, file=document.source.name, hint=hint
    )


def _location_of_picture(message: str, document: Document) -> SourceLocation | None:
    """Locate the picture whose address is in an engine message; without an address, the résumé's only picture."""
    pictures = {text: path for path, text in document.scalars() if text and _names_picture(path)}
    reported = [name for name in pictures if re.search(rf"/{re.escape(quote(name))}(?:'|$)", message)]
    found = reported or ([] if "://" in message else list(pictures))
    return document.location(pictures[found[0]]) if len(found) == 1 else None


def _names_picture(path: KeyPath) -> bool:
    return path[-1] in {"image", "logo", "picture", "file"} or "images" in path[-2:-1]


def _pages(document: Document, resume: Resume, artifact: Artifact) -> Iterator[Problem]:
    """Compare the pages with those requested: a number, or pages that are full."""
    wanted, path = resume.pages, ("page", "pages")
    fitting = artifact.fitting
    if not artifact.pages:
        return
    if not isinstance(wanted, int):
        yield from _unfilled(document, artifact)
        return
    if fitting and artifact.pages > wanted:
        weights = "; ".join(f"{title}: {_counted(lines, 'line')}" for title, lines in fitting.heaviest)
        over = f"{_counted(fitting.lines, 'line')} too many at the smallest setting"
        hint = f"shorten it, or choose a denser theme; the longest entries are {weights}" if weights else None
        yield document.problem(
            "does-not-fit", f"the résumé does not fit on {_counted(wanted, 'page')}: {over}", path, hint=hint
        )
    elif artifact.pages != wanted:
        message = f"the résumé fills {_counted(artifact.pages, 'page')}, not {wanted}"
        yield document.problem(
            "page-count", message, path, severity="warning", hint="add or cut text, or change the number"
        )
    elif fitting and fitting.values:
        yield _fitted(document, artifact.pages, fitting)


def _fitted(document: Document, pages: int, fitting: Fitting) -> Problem:
    message = (
        f"fitted to {_counted(pages, 'page')} with {fitting.changes} (tried {_counted(fitting.layouts, 'layout')})"
    )
    return _about_pages(document, "fitted", message, "info")


def _about_pages(document: Document, code: Code, message: str, severity: Severity, hint: str | None = None) -> Problem:
    """Return a problem with the number of pages, located there if the résumé sets one."""
    path = ("page", "pages")
    location = document.location(path) if path in document.spans else None
    return Problem(code, message, location, severity=severity, hint=hint, file=document.source.name)


def _unfilled(document: Document, artifact: Artifact) -> Iterator[Problem]:
    """Yield what was changed so that the résumé fits by itself, and where it still does not."""
    fitting = artifact.fitting
    if not fitting:
        return
    if fitting.values:
        yield _fitted(document, artifact.pages, fitting)
    if fitting.last is not None:
        fewer = _counted(artifact.pages - 1, "page")
        hint = f"add to it, or shorten the résumé by {_counted(fitting.lines, 'line')} to save a page"
        if fitting.may_save:
            hint = f"`--pages {artifact.pages - 1}` fits it on {fewer} with smaller type and margins"
        message = f"the last of {artifact.pages} pages is only {fitting.last:.0%} full"
        yield _about_pages(document, "nearly-empty-page", message, "warning", hint)
    for hole in fitting.holes:
        message = f"page {hole.page} of {artifact.pages} ends in {hole.height:.0f} mm of white space"
        if hole.next:
            message += f", because '{hole.next}' does not fit below"
        hint = "shorten or lengthen what is above it, or change the order"
        if hole.kept:
            hint = "set `break: allow` on that entry, so that it continues on the next page"
        yield _about_pages(document, "hole-in-page", message, "warning", hint)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
