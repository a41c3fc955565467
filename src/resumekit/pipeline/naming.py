"""The names of the files of an edition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.load import STANDARD_INPUT, Document
from resumekit.output import file_stem
from resumekit.present import plain
from resumekit.tailor import Edition, ReadyLetter, variants_of
from resumekit.writers import PreparedEdition

if TYPE_CHECKING:
    from resumekit.tailor.still_there import OmissionSearch


def source_stem(source: Path | Document) -> str:
    """Return the stem of the file names: `cv` for `cv.yaml`, `resume` if the source is not a file."""
    if isinstance(source, Document) or source == STANDARD_INPUT or source.is_dir():
        return "resume"
    return source.stem


@dataclass(frozen=True, slots=True)
class Naming:
    """What the name of a file is made of: the stem of the source, the edition, one of several letters.

    Where one of them says what the edition omits, as `search` finds, a neutral name or a number takes its place.
    """

    source: str
    edition: Edition
    letter: ReadyLetter | None = None
    search: OmissionSearch | None = None

    def discreet(self, name: str, neutral: str) -> str:
        """Return a name, or the neutral one if the name says what is omitted."""
        return neutral if self.search and self.search.is_told_by(name) else name


def edition_stem(naming: Naming, content: PreparedEdition, today: date) -> str:
    """Return the file name of an edition without its ending: `resume`, `resume-backend.de`, `letter-1`.

    A pattern in `output.name` that does not mention the variant or the language gets them appended.
    """
    output, view = content.resume.output, content.view
    pattern = output.name if output else None
    variant = naming.edition.variant or ""
    if naming.search and naming.search.is_told_by(variant):
        variant = str(variants_of(content.document).index(variant) + 1)
    stem = naming.source
    if pattern:
        values = {
            "name": plain(view.name),
            "label": plain(view.label),
            "lang": view.language,
            "theme": content.design.theme.name,
            "date": f"{today:%Y-%m-%d}",
            "variant": variant,
        }
        stem = file_stem(pattern, values)
    stem = naming.discreet(stem, "letter" if naming.letter else "resume")
    if naming.letter and (letter := naming.letter.name or naming.letter.number):
        stem += f"-{file_stem('{name}', {'name': naming.discreet(letter, naming.letter.number)})}"
    if variant and "{variant}" not in (pattern or ""):
        stem += f"-{file_stem('{variant}', {'variant': variant})}"
    if naming.edition.language and "{lang}" not in (pattern or ""):
        stem += f".{view.language}"
    return stem
