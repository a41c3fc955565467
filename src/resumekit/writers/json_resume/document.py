"""A résumé as a JSON Resume file."""

from __future__ import annotations

import json

from resumekit.load import Document, parse
from resumekit.schema import dump
from resumekit.schema.json_resume_conversion import to_json_resume
from resumekit.typeset import Artifact

from ..manuscript import Manuscript
from .likeness import Likeness


def write(manuscript: Manuscript) -> Artifact:
    """Return the résumé as JSON Resume."""
    return Artifact("json", json_resume(manuscript))


def json_resume(manuscript: Manuscript) -> bytes:
    """Return a file that says what the résumé says, and no more.

    One that was read from JSON Resume comes out as it was: in its order and, where nothing is to be left out, with the
    keys that only other programs know.
    """
    source = _source(manuscript.document)
    data = to_json_resume(dump(manuscript.resume), top_level_keys=source.data if source else ())
    if source:
        data = Likeness(source, whole=manuscript.whole).of(data)
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def _source(document: Document) -> Document | None:
    """Return what a JSON document was read from, as it stands there."""
    if document.format != "json":
        return None
    return parse(document.source.original, name=document.source.name, folder=document.folder)
