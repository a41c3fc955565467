"""A résumé as a JSON Resume file."""

from __future__ import annotations

import json

from resumekit.load import Document, parse
from resumekit.schema import dump
from resumekit.schema.json_resume_conversion import to_json_resume
from resumekit.typeset import Artifact

from ..prepared_edition import PreparedEdition
from .source_order import in_source_order


def write(edition: PreparedEdition) -> Artifact:
    """Return the résumé as JSON Resume."""
    return Artifact("json", json_resume(edition))


def json_resume(edition: PreparedEdition) -> bytes:
    """Return a file that says exactly what the edition says.

    One that was read from JSON Resume keeps its order and, where nothing is omitted, keys that only other programs
    know.
    """
    source = _source(edition.document)
    data = to_json_resume(dump(edition.resume), top_level_keys=source.data if source else ())
    if source:
        data = in_source_order(data, source, is_complete=edition.is_complete)
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def _source(document: Document) -> Document | None:
    """Return the JSON file that a document was read from, before overrides and variants."""
    if document.format != "json":
        return None
    return parse(document.source.original, name=document.source.name, folder=document.folder)
