"""Pages typeset for tests, each once per test run."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
from PIL import Image

from present.resumes import Filler, document_of
from resumekit.load import Document
from resumekit.present import ResumeView, picture_files, present
from resumekit.schema import Resume, validate
from resumekit.tailor import translate
from resumekit.theming import Design, render_html
from resumekit.theming.printed_view import printed_view
from resumekit.typeset import Artifact, Folders, TypesetRequest, typeset
from theming.themes import BUILT_IN, built_in

RESUMES = Path(__file__).parent / "resumes"
FILLER = Filler()
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(RESUMES.glob("*.yaml"))}
TEXTS["full"] = FILLER.resume()
CASES = [(theme, name) for theme in BUILT_IN for name in TEXTS]


@dataclass(frozen=True)
class Build:
    """A résumé built in a theme: its input, and the finished file."""

    document: Document
    resume: Resume
    view: ResumeView
    artifact: Artifact

    def pdf(self) -> pikepdf.Pdf:
        """Open the PDF to inspect its structure."""
        return pikepdf.open(io.BytesIO(self.artifact.data))

    def text(self) -> str:
        """Return the text of the PDF, without white space."""
        return squeezed("".join(texts_of(self.artifact.data)))


def built(theme: str, text: str, folder: Path = Path("no-such-folder"), **options: str) -> Build:
    """Typeset a résumé in a built-in theme with some of its options; the view is what the design prints."""
    document = document_of(text, folder)
    resume, _ = validate(document)
    resume = translate(resume)
    chosen = built_in(theme)
    design = Design.of(chosen, options, resume.page, document)
    view = printed_view(present(resume), design)
    html = render_html(view, design)
    folders = Folders(folder, chosen.lookup, {name: name for name in picture_files(view)})
    artifact = typeset(TypesetRequest(html, folders))
    return Build(document, resume, view, artifact)


def set_html(html: str, folder: Path = Path("no-such-folder"), *themes: Path) -> Artifact:
    """Typeset a page without a theme."""
    page = f"<!doctype html><html lang=en><title>A page</title>{html}</html>"
    return typeset(TypesetRequest(page, Folders(folder, themes)))


def draw_pictures(folder: Path) -> None:
    """Put the pictures of the full résumé into a folder."""
    for word, path in FILLER.words.items():
        if path.endswith(".file"):
            Image.new("RGB", (30, 20), "#1d4f91").save(folder / f"{word}.png")


def texts_of(data: bytes) -> list[str]:
    """Return the text of each page, as PDFium reads it."""
    document = pdfium.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Return a text without white space, since lines of a page can break anywhere."""
    return "".join(text.split())


@cache
def _cached(theme: str, name: str, folder: Path) -> Build:
    return built(theme, TEXTS[name], folder)


@dataclass(frozen=True)
class Builds:
    """The builds of one test run."""

    folder: Path

    def __call__(self, theme: str, name: str) -> Build:
        """Return one of the résumés of these tests in a theme."""
        return _cached(theme, name, self.folder)
