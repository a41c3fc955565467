"""Whether all of a sample arrives in the PDF, and whether the engine had something to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.check import check_arrival
from resumekit.check.words import texts_of

from .finding import Finding
from .trial import Trial

_INDEX = re.compile(r"\[\d*\]")
_HINT = "print every field of the view, or use the macro `content`, which does"


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
                yield Finding("lost-text", f"{reader} does not find what `{field}` says", _HINT)


def texts(trial: Trial) -> Iterator[Finding]:
    """Find texts and links of the view that are not in the PDF."""
    for problem in check_arrival(trial.sample.document, trial.view, trial.artifact.data):
        if problem.code == "lost-link":
            hint = "a link may not itself be an item of a flex or grid box: put a <span> around it"
            yield Finding("lost-link", problem.message, hint, markup="<a ")
        elif problem.code == "lost-text" and not trial.sample.words:  # of which `fields` can say more
            yield Finding("lost-text", problem.message, _HINT)


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
