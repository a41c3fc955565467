"""What PDF/UA-1 asks of a page, as far as a theme decides it: headings, descriptions, title, language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from resumekit.present import plain

from .boxes import named
from .finding import Finding
from .trial import Trial

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def headings(trial: Trial) -> Iterator[Finding]:
    """Find headings that skip a level, and titles of sections that are none (ISO 14289-1, 7.4)."""
    on_page = {id(box.element) for box in _in_flow(trial) if _tag(box) in _HEADINGS}
    levels = [int(element.tag[1]) for element in trial.root.iter() if id(element) in on_page]
    if levels[:1] != [1] or levels.count(1) > 1:
        said = ", ".join(f"<h{level}>" for level in levels[:3]) or "none"
        message = f"a page begins with one <h1>, the name, and has no other; here the headings are {said} …"
        yield Finding("heading-order", message, "the macro `name` writes it", markup="<h1")
    for above, below in pairwise(levels):
        if below > above + 1:
            message = f"an <h{below}> follows an <h{above}>: a level is skipped"
            yield Finding("heading-order", message, "let levels step down one at a time", markup=f"<h{below}")
    titles = {plain(section.title) for section in trial.view.sections if trial.sample.words}
    for piece in trial.pieces:
        if (
            piece.text.strip() in titles
            and not piece.in_margin
            and not _HEADINGS & {_tag(box) for box in piece.lineage}
        ):
            message = f"the title of a section is no heading, but `{named(piece.box)}`"
            yield Finding("heading-order", message, "write it as <h2>", piece.box)


def descriptions(trial: Trial) -> Iterator[Finding]:
    """Find pictures that do not say what they show (ISO 14289-1, 7.3)."""
    for box in _in_flow(trial):
        if _tag(box) == "img" and not (box.element.get("alt") or "").strip():
            message = f"a picture has no description: `{named(box)}`"
            yield Finding("missing-alt", message, 'write alt="{{ picture.alt }}"', box, markup="<img")


def metadata(trial: Trial) -> Iterator[Finding]:
    """Find a page that does not say its title or its language (ISO 14289-1, 7.1 and 7.2)."""
    said = trial.document.metadata
    for name, there, wanted in (
        ("title", said.title, trial.view.title),
        ("language", said.lang, trial.view.language),
    ):
        if there != wanted:
            message = f"the {name} of the PDF is {there!r}, and should be {wanted!r}"
            hint = "extend resumekit/page.html.j2, or write <html lang> and <title> as it does"
            yield Finding("missing-metadata", message, hint, markup="<html")


def margins(trial: Trial) -> Iterator[Finding]:
    """Find fields that are in the head or foot of pages alone, which screen readers pass over (ISO 14289-1, 7.8)."""
    inside = " ".join(piece.text.lower() for piece in trial.pieces if not piece.in_margin)
    for piece in trial.pieces:
        for word in trial.sample.words if piece.in_margin else ():
            if word in piece.text.lower() and word not in inside:
                field = trial.sample.words[word]
                message = f"`{field}` stands in the margin of pages alone, which screen readers pass over"
                yield Finding("untagged-text", message, "print it on the page as well", piece.box)


def _in_flow(trial: Trial) -> Iterator[Any]:
    for lineage in trial.boxes:
        if not any(type(box).__name__ == "MarginBox" for box in lineage):
            yield lineage[-1]


def _tag(box: Any) -> str:
    """Return the tag of the element that a box was made of; none for what style adds, and for margins."""
    element = box.element
    return str(element.tag) if element is not None and box.element_tag == element.tag else ""
