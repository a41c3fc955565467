"""JSON Resume 1 and 0, as JSON or YAML, including the additions that our own export keeps in `meta.resumekit`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from resumekit.load import Document, KeyPath, Value
from resumekit.schema import Resume
from resumekit.schema.json_resume_conversion import STANDARD
from resumekit.schema.model_paths import model_at
from resumekit.schema.round_trip import restore_additions

from .draft_resume import DraftResume, TracedText
from .input_file import InputFile


def knows(file: InputFile) -> bool:
    """Return whether a file has a section of JSON Resume at its top level."""
    return not STANDARD.isdisjoint(file.mapping.keys() - {"meta"})


def read(file: InputFile) -> DraftResume:
    """Return the résumé with the current names of renamed keys."""
    document = Document(file.source, Path(), "json", file.mapping, file.tree.spans)
    document, _ = restore_additions(document)
    return DraftResume(_renamed(document.data, ()))


def _renamed(value: Value, path: KeyPath) -> Any:
    match value:
        case dict():
            former = model_at(Resume, path).former_names
            names = {key: former.get(key, key) if former.get(key) not in value else key for key in value}
            return {names[key]: _renamed(item, (*path, key)) for key, item in value.items()}
        case list():
            return [_renamed(item, (*path, at)) for at, item in enumerate(value)]
        case str():
            return TracedText(value, path)
    return None
