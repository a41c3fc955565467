"""The names of the files of an edition."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from resumekit.load import STANDARD_INPUT, Document
from resumekit.output import file_stem
from resumekit.present import plain
from resumekit.tailor import Edition
from resumekit.writers import PreparedEdition


def source_stem(source: Path | Document) -> str:
    """Return the stem of the file names: `cv` for `cv.yaml`, `resume` if the source is not a file."""
    if isinstance(source, Document) or source == STANDARD_INPUT or source.is_dir():
        return "resume"
    return source.stem


def edition_stem(stem: str, edition: Edition, letter: str, content: PreparedEdition, today: date) -> str:
    """Return the file name of an edition without its ending: `resume`, `resume-backend.de`, `letter-1`.

    `letter` names one of several letters. A pattern in `output.name` that does not mention the variant or the language
    gets them appended.
    """
    output, view = content.resume.output, content.view
    pattern = output.name if output else None
    if pattern:
        values = {
            "name": plain(view.name),
            "label": plain(view.label),
            "lang": view.language,
            "theme": content.design.theme.name,
            "date": f"{today:%Y-%m-%d}",
            "variant": edition.variant or "",
        }
        stem = file_stem(pattern, values)
    if letter:
        stem += f"-{file_stem('{name}', {'name': letter})}"
    if edition.variant and "{variant}" not in (pattern or ""):
        stem += f"-{file_stem('{variant}', {'variant': edition.variant})}"
    if edition.language and "{lang}" not in (pattern or ""):
        stem += f".{view.language}"
    return stem
