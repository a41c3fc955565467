"""JSON Resume, version 1 or 0, as JSON or as YAML; and what we write as such, with what `meta.resumekit` keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from resumekit.load import Document, KeyPath, Value
from resumekit.schema import Resume
from resumekit.schema.json_resume_conversion import STANDARD
from resumekit.schema.model_paths import model_at
from resumekit.schema.round_trip import restore_additions

from .draft import Draft, Quote
from .original import Original


def knows(original: Original) -> bool:
    """Tell whether a file has a section of JSON Resume at its top."""
    return not STANDARD.isdisjoint(original.mapping.keys() - {"meta"})


def read(original: Original) -> Draft:
    """Return the résumé with the names that JSON Resume has for its keys now."""
    document = Document(original.source, Path(), "json", original.mapping, original.tree.spans)
    document, _ = restore_additions(document)
    return Draft(_renamed(document.data, ()))


def _renamed(value: Value, path: KeyPath) -> Any:
    match value:
        case dict():
            former = model_at(Resume, path).former_names
            names = {key: former.get(key, key) if former.get(key) not in value else key for key in value}
            return {names[key]: _renamed(item, (*path, key)) for key, item in value.items()}
        case list():
            return [_renamed(item, (*path, at)) for at, item in enumerate(value)]
        case str():
            return Quote(value, path)
    return None
