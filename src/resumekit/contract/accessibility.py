"""The requirements of PDF/UA-1 that depend on the theme: headings, alternative texts, title, language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from resumekit.present import plain

from .boxes import selector_of
from .finding import Finding
from .sample_render import SampleRender

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def heading_order(render: SampleRender) -> Iterator[Finding]:
    """Find headings that skip a level, and section titles that are not headings (ISO 14289-1, 7.4)."""
    on_page = {id(box.element) for box in _in_flow(render) if _tag(box) in _HEADINGS}
    levels = [int(element.tag[1]) for element in render.root.iter() if id(element) in on_page]
    if levels[:1] != [1] or levels.count(1) > 1:
        found = ", ".join(f"<h{level}>" for level in levels[:3]) or "none"
        message = f"the first heading has to be the name as <h1>, and the only <h1>; the first headings are: {found}"
        yield Finding("heading-order", message, "print it with the macro `name`", markup="<h1")
    for above, below in pairwise(levels):
        if below > above + 1:
            message = f"an <h{below}> follows an <h{above}>, which skips a level"
            yield Finding("heading-order", message, "go down one level at a time", markup=f"<h{below}")
    titles = {plain(section.title) for section in render.view.sections if render.sample.words}
    for run in render.text_runs:
        if run.text.strip() in titles and not run.in_margin and not _HEADINGS & {_tag(box) for box in run.lineage}:
            message = f"a section title is `{selector_of(run.box)}`, not a heading"
            yield Finding("heading-order", message, "write it as <h2>", run.box)


def missing_alt(render: SampleRender) -> Iterator[Finding]:
    """Find pictures without an alternative text (ISO 14289-1, 7.3)."""
    for box in _in_flow(render):
        if _tag(box) == "img" and not (box.element.get("alt") or "").strip():
            message = f"`{selector_of(box)}` has no alternative text"
            yield Finding("missing-alt", message, 'add alt="{{ picture.alt }}"', box, markup="<img")


def wrong_metadata(render: SampleRender) -> Iterator[Finding]:
    """Find a missing or wrong title or language of the document (ISO 14289-1, 7.1 and 7.2)."""
    metadata = render.document.metadata
    for name, found, wanted in (
        ("title", metadata.title, render.view.title),
        ("language", metadata.lang, render.view.language),
    ):
        if found != wanted:
            message = f"the {name} of the PDF is {found!r} instead of {wanted!r}"
            hint = "extend resumekit/page.html.j2, or set <html lang> and <title> as it does"
            yield Finding("missing-metadata", message, hint, markup="<html")


def margin_only_text(render: SampleRender) -> Iterator[Finding]:
    """Find fields that are printed only in page margins, which screen readers skip (ISO 14289-1, 7.8)."""
    inside = " ".join(run.text.lower() for run in render.text_runs if not run.in_margin)
    for run in render.text_runs:
        for word in render.sample.words if run.in_margin else ():
            if word in run.text.lower() and word not in inside:
                field = render.sample.words[word]
                message = f"`{field}` is printed only in the page margins, which screen readers skip"
                yield Finding("untagged-text", message, "print it in the page body as well", run.box)


def _in_flow(render: SampleRender) -> Iterator[Any]:
    for lineage in render.boxes:
        if not any(type(box).__name__ == "MarginBox" for box in lineage):
            yield lineage[-1]


def _tag(box: Any) -> str:
    """Return the tag of the element that generated a box; an empty string for generated content and margins."""
    element = box.element
    return str(element.tag) if element is not None and box.element_tag == element.tag else ""
