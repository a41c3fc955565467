"""Completeness: the PDF has every text, link and picture of a sample, and the engine reports nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from resumekit.addresses import THEME_HOST
from resumekit.check.view_text import texts_of
from resumekit.present.view import PictureView, SectionView

from .finding import Finding
from .sample_render import SampleRender

_INDEX = re.compile(r"\[\d*\]")
_LIST_MARKER = re.compile(r"\w+\.")
_HINT = "print every field of the view; the macro `content` prints all fields of a section"


def missing_fields(render: SampleRender) -> Iterator[Finding]:
    """Find fields of the schema whose text an extractor does not find."""
    if not render.sample.words:
        return
    wanted = " ".join(texts_of(render.view))
    printed = [word for word in render.sample.words if word in wanted]
    for extractor, pages in render.extracted.items():
        text = "".join(pages).lower()
        for word in printed:
            if word not in text:
                field = _INDEX.sub("[]", render.sample.words[word])
                yield Finding("lost-text", f"the text of `{field}` is not found", _HINT, extractor=extractor)


def missing_texts(render: SampleRender) -> Iterator[Finding]:
    """Find texts and links of the view that are not in the PDF."""
    for problem in render.read_back:
        if problem.code == "lost-link":
            hint = "a link cannot be a flex or grid item itself; wrap it in a <span>"
            yield Finding("lost-link", problem.message, hint, markup="<a ")
        elif problem.code == "lost-text" and not render.sample.words:  # `missing_fields` reports these in more detail
            yield Finding("lost-text", problem.message, _HINT)


def missing_list_markers(render: SampleRender) -> Iterator[Finding]:
    """Find numbers and letters of lists that are not on the page; people refer to them."""
    present = Counter(found[0] for run in render.text_runs if (found := _LIST_MARKER.match(run.text.strip())))
    wanted = Counter(marker for section in render.view.sections for marker in _markers_of(section))
    for marker in wanted - present:
        message = f"the list marker '{marker}' is not on the page"
        yield Finding("lost-text", message, "print bullet.mark before the text of the bullet")


def _markers_of(section: SectionView) -> Iterator[str]:
    entries = [item for entry in section.entries for item in (entry, *entry.roles)]
    waiting = [section.bullets, *(entry.highlights for entry in entries)]
    while waiting:
        for bullet in waiting.pop().bullets:
            waiting.append(bullet.bullets)
            if _LIST_MARKER.fullmatch(bullet.mark):
                yield bullet.mark


def missing_pictures(render: SampleRender) -> Iterator[Finding]:
    """Find pictures of the view that are not on the page, except the photo if the theme's default is to have none."""
    shown = [(box.element.get("src") or "", box.element.get("alt") or "") for box in _images(render)]
    for name, picture in _pictures(render):
        if not any(src.endswith(quote(picture.file)) and picture.alt in alt for src, alt in shown):
            hint = "print it with the macro `portrait` or `pictures`"
            yield Finding("picture-left-out", f"{name} is not on the page", hint)


def _pictures(render: SampleRender) -> Iterator[tuple[str, PictureView]]:
    photo = render.theme.manifest.options.get("photo")
    if render.view.photo and not (photo and photo.default == "none"):
        yield "the photo", render.view.photo
    for section in render.view.sections:
        for entry in section.entries:
            for item in (entry, *entry.roles):
                yield from ((f"a picture of an entry in `{section.id}`", picture) for picture in item.pictures)


def _images(render: SampleRender) -> Iterator[Any]:
    """Yield the image boxes that take up space on a page."""
    for *_, box in render.boxes:
        if getattr(box, "replacement", None) is not None and box.element.tag == "img" and box.width and box.height:
            yield box


def engine_messages(render: SampleRender) -> Iterator[Finding]:
    """Find everything that WeasyPrint warns about."""
    artifact = render.artifact
    for warning in artifact.remarks:
        if "alt" not in warning.split():  # the rule `missing_alt` reports that
            hint = "remove what WeasyPrint does not support"
            yield Finding("engine-remark", f"WeasyPrint: {warning}", hint, engine_message=warning)
    for url in artifact.refused:
        if url.startswith(THEME_HOST):  # the rule `unsafe_page` reports the others
            hint = "put the picture or font into the theme's folder"
            yield Finding("refused-address", f"the page may not load {url}", hint)
    for character in artifact.undrawn:
        hint = "name a font family that has it"
        yield Finding("undrawn-character", f"no font has '{character}' (U+{ord(character):04X})", hint)
