"""The entries for inputs. Each function takes an input through its stages, and returns the problems reported."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from docx.shared import Mm
from PIL import Image, ImageFile

from resumekit.diagnostics import diagnose
from resumekit.errors import Problem, ResumekitError
from resumekit.importing import READERS, InputFile, convert_foreign, import_file
from resumekit.importing.readers import detect_format
from resumekit.load import Document, PictureDecodeError, PictureError, find_picture, parse, strip_metadata
from resumekit.load.pillow_warnings import without_pillow_warnings
from resumekit.pipeline import BuildOptions, build
from resumekit.schema import validate
from resumekit.tailor import WHOLE, Edition
from resumekit.writers.docx.word_pictures import picture_of

TODAY = date(2026, 1, 1)
WIDTH = Mm(40)
TEXT_FORMATS = ("md", "txt", "json", "html", "tex")


@dataclass(frozen=True)
class Source:
    """The bytes of a résumé, and its file name."""

    data: bytes
    name: str

    @classmethod
    def of(cls, values: Any) -> Source:
        """Return plain data as JSON, to be read as YAML."""
        return cls(json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass"), "resume.yaml")

    def document(self, folder: Path) -> Document:
        """Read it, with its files in a folder."""
        return parse(self.data, name=self.name, folder=folder)


@dataclass(frozen=True)
class Tailoring:
    """A résumé, an edition of it, and values of the command line."""

    source: Source
    edition: Edition = WHOLE
    assignments: tuple[str, ...] = ()


@dataclass(frozen=True)
class ThemedSource:
    """A résumé and the files of its own theme, `mine`; `format` is what to make of them."""

    source: Source
    files: Mapping[str, bytes] = field(default_factory=dict)
    format: str = "html"


@dataclass(frozen=True)
class PictureFile:
    """The bytes of a picture, and its file name."""

    data: bytes
    name: str


Problems = tuple[Problem, ...]


def read(given: Source, folder: Path) -> Problems:
    """Validate a source."""
    try:
        return diagnose(given.document(folder), today=TODAY)[0]
    except ResumekitError as error:
        return error.problems


def write(given: Source, folder: Path) -> Problems:
    """Validate a source, and write it in the formats that are quick to make."""
    return read(given, folder) + _built(given, folder, TEXT_FORMATS)


def write_docx(given: Source, folder: Path) -> Problems:
    """Write a source as a Word document."""
    return _built(given, folder, ("docx",))


def write_pdf(given: Source, folder: Path) -> Problems:
    """Typeset a source."""
    return _built(given, folder, ("pdf",))


def tailor(given: Tailoring, folder: Path) -> Problems:
    """Validate a source and make an edition of it."""
    problems = read(given.source, folder)
    options = BuildOptions(formats=("txt",), output=None, assignments=given.assignments, edition=given.edition)
    return problems + _built(given.source, folder, options=options)


def import_(given: InputFile, folder: Path) -> Problems:
    """Import a file in the format detected, or else in that of its name, and as `build` does."""
    problems = _imported(given)
    if given.name.endswith((".json", ".yaml", ".yml")):
        try:
            problems += convert_foreign(parse(given.data, name=given.name, folder=folder))[1]
        except ResumekitError as error:
            problems += error.problems
    return problems


def _imported(given: InputFile) -> Problems:
    try:
        made = import_file(given, detect_format(given) or _format_of(given.name))
    except ResumekitError as error:
        return error.problems
    if made.name == "resume.yaml":
        validate(parse(made.data, name=made.name, folder=Path("no-such-folder")), today=TODAY)
    return made.problems


_FORMATS = {".bib": "bibtex", ".txt": "text", ".md": "text", ".docx": "docx", ".xml": "europass", ".zip": "linkedin"}


def _format_of(name: str) -> str | None:
    stem, suffix = Path(name).stem, Path(name).suffix
    return _FORMATS.get(suffix) or (stem if stem in READERS else None)


def check_picture(given: PictureFile, folder: Path) -> Problems:
    """Check a picture and remove its metadata; one that is accepted can be decoded to its end, and shown in Word."""
    path = folder / given.name
    path.write_bytes(given.data)
    try:
        found = find_picture(folder, given.name)
    except PictureError as error:
        if error.code != "picture-too-large":  # a picture that is too large is never read again
            with suppress(PictureDecodeError):
                strip_metadata(given.data)
        return (Problem(error.code, error.message, file=given.name, hint=error.hint),)
    finally:
        path.unlink()
    assert found == path.resolve()
    _decode(given.data)
    with suppress(PictureDecodeError):  # the writer leaves it out with a problem
        shown = picture_of(strip_metadata(given.data), WIDTH)
        assert shown.height_at(WIDTH) >= 0
    return ()


def _decode(data: bytes) -> None:
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with without_pillow_warnings(), Image.open(io.BytesIO(data)) as picture:
            picture.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def show_picture(given: PictureFile, folder: Path) -> Problems:
    """Build a résumé with a picture, as a photo and at an entry, in every format without pages."""
    return _pictured(given, folder, ("docx", "html", "md", "tex"))


def typeset_picture(given: PictureFile, folder: Path) -> Problems:
    """Typeset a résumé with a picture."""
    return _pictured(given, folder, ("pdf",))


def _pictured(given: PictureFile, folder: Path, formats: tuple[str, ...]) -> Problems:
    path = folder / given.name
    path.write_bytes(given.data)
    work = [{"name": "Example Hospital", "images": [given.name, {"file": given.name, "alt": "A", "caption": "B"}]}]
    values = {"basics": {"name": "Jane Quillfeather", "image": given.name}, "work": work}
    try:
        return _built(Source.of(values), folder, formats)
    finally:
        path.unlink()


def render(given: ThemedSource, folder: Path) -> Problems:
    """Build a résumé in a theme of its own, or check the options that it sets."""
    theme = folder / "themes" / "mine"
    theme.mkdir(parents=True, exist_ok=True)
    for name, data in given.files.items():
        (theme / name).write_bytes(data)
    try:
        return read(given.source, folder) + _built(given.source, folder, (given.format,))
    finally:
        for name in given.files:
            (theme / name).unlink()


def _built(
    given: Source, folder: Path, formats: tuple[str, ...] = (), *, options: BuildOptions | None = None
) -> Problems:
    options = options or BuildOptions(formats=formats, output=None)
    try:
        return build(given.document(folder), options, today=TODAY).problems
    except ResumekitError as error:
        return error.problems
