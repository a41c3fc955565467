"""Whether all of a sample arrives in the PDF, and whether the engine had something to say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from resumekit.check import check_arrival
from resumekit.check.words import texts_of
from resumekit.present.view import PictureView, SectionView

from .finding import Finding
from .trial import Trial

_INDEX = re.compile(r"\[\d*\]")
_MARK = re.compile(r"\w+\.")
_HINT = "print every field of the view; of a section, the macro `content` prints all"


def fields(trial: Trial) -> Iterator[Finding]:
    """Find fields of the schema whose text a reader does not find."""
    if not trial.sample.words:
        return
    wanted = " ".join(texts_of(trial.view))
    printed = [word for word in trial.sample.words if word in wanted]
    for reader, pages in trial.readings.items():
        read = "".join(pages).lower()
        for word in printed:
            if word not in read:
                field = _INDEX.sub("[]", trial.sample.words[word])
                yield Finding("lost-text", f"what `{field}` says is not found", _HINT, reader=reader)


def texts(trial: Trial) -> Iterator[Finding]:
    """Find texts and links of the view that are not in the PDF."""
    for problem in check_arrival(trial.sample.document, trial.view, trial.artifact.data):
        if problem.code == "lost-link":
            hint = "a link may not itself be an item of a flex or grid box: put a <span> around it"
            yield Finding("lost-link", problem.message, hint, markup="<a ")
        elif problem.code == "lost-text" and not trial.sample.words:  # of which `fields` can say more
            yield Finding("lost-text", problem.message, _HINT)


def marks(trial: Trial) -> Iterator[Finding]:
    """Find numbers and letters of lists that are not on the page: people refer to them."""
    there = Counter(found[0] for piece in trial.pieces if (found := _MARK.match(piece.text.strip())))
    wanted = Counter(mark for section in trial.view.sections for mark in _marks_of(section))
    for mark in wanted - there:
        yield Finding(
            "lost-text", f"the mark '{mark}' of a list is not on the page", "write bullet.mark before its text"
        )


def _marks_of(section: SectionView) -> Iterator[str]:
    entries = [item for entry in section.entries for item in (entry, *entry.roles)]
    waiting = [section.bullets, *(entry.highlights for entry in entries)]
    while waiting:
        for bullet in waiting.pop().bullets:
            waiting.append(bullet.bullets)
            if _MARK.fullmatch(bullet.mark):
                yield bullet.mark


def pictures(trial: Trial) -> Iterator[Finding]:
    """Find pictures of the view that are not on the page; but for the photo of a theme that has none by itself."""
    shown = [(box.element.get("src") or "", box.element.get("alt") or "") for box in _images(trial)]
    for name, picture in _pictures(trial):
        if not any(src.endswith(quote(picture.file)) and picture.alt in alt for src, alt in shown):
            hint = "the macros `portrait` and `pictures` print it"
            yield Finding("picture-left-out", f"{name} is not on the page", hint)


def _pictures(trial: Trial) -> Iterator[tuple[str, PictureView]]:
    photo = trial.theme.manifest.options.get("photo")
    if trial.view.photo and not (photo and photo.default == "none"):
        yield "the photo", trial.view.photo
    for section in trial.view.sections:
        for entry in section.entries:
            for item in (entry, *entry.roles):
                yield from ((f"a picture of an entry in `{section.id}`", picture) for picture in item.pictures)


def _images(trial: Trial) -> Iterator[Any]:
    """Yield the boxes of images that take room on a page."""
    for *_, box in trial.boxes:
        if getattr(box, "replacement", None) is not None and box.element.tag == "img" and box.width and box.height:
            yield box


def remarks(trial: Trial) -> Iterator[Finding]:
    """Find whatever WeasyPrint was not content with."""
    artifact = trial.artifact
    for remark in artifact.remarks:
        if "alt" not in remark.split():  # of which `descriptions` tells
            yield Finding("engine-remark", f"WeasyPrint: {remark}", "leave out what it does not know", css=remark)
    for url in artifact.refused:
        hint = "a page reads the folders of its theme and of the résumé only"
        yield Finding("refused-address", f"the page asks for {url}, which it may not read", hint)
    for character in artifact.undrawn:
        hint = "name a family that has it"
        yield Finding("undrawn-character", f"no font draws '{character}' (U+{ord(character):04X})", hint)
