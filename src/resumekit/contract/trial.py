"""One sample, set in one theme, and everything that a rule may want to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from resumekit.pdfium import Drawing, draw_pages
from resumekit.present import ResumeView, present
from resumekit.schema import validate
from resumekit.tailor import WHOLE, tailor
from resumekit.theming import Design, Theme, render_html
from resumekit.typeset import Artifact, Folders, TypesetRequest, typeset_with_boxes

from .boxes import Piece, boxes_of, pieces_of
from .readers import READERS
from .samples import Sample

PIXELS_PER_INCH = 96
"""The resolution of the pictures of pages: one pixel is one of CSS, so that boxes and pictures have one measure."""


@dataclass(frozen=True)
class Trial:
    """A sample on the page: `document` is WeasyPrint's."""

    theme: Theme
    sample: Sample
    view: ResumeView
    artifact: Artifact
    document: Any

    @cached_property
    def pages(self) -> tuple[Any, ...]:
        """The box of each page."""
        return tuple(page._page_box for page in self.document.pages)

    @property
    def root(self) -> Any:
        """The element of the whole page."""
        return self.pages[0].children[0].element

    @cached_property
    def boxes(self) -> tuple[tuple[Any, ...], ...]:
        """Every box, as the last one of those that it is in."""
        return tuple(lineage for _, lineage in boxes_of(self.pages))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Every text on the pages."""
        return tuple(pieces_of(self.pages))

    @cached_property
    def drawings(self) -> tuple[Drawing, ...]:
        """How each page looks; nothing where there is no PDFium."""
        return tuple(draw_pages(self.artifact.data, PIXELS_PER_INCH))

    @cached_property
    def readings(self) -> Mapping[str, tuple[str, ...]]:
        """What each reader that is installed makes of the PDF, page by page."""
        found = {name: reader(self.artifact.data) for name, reader in READERS.items()}
        return {name: pages for name, pages in found.items() if pages is not None}


def attempt(theme: Theme, sample: Sample) -> Trial:
    """Set a sample in a theme, as the theme is without any option.

    Raises:
        ThemeError: the template is broken.
        TypesetError: the page cannot be set.
    """
    document = sample.document
    resume, _ = tailor(document, validate(document)[0], WHOLE)
    design = Design.of(theme, {}, resume.page, document)
    view = present(resume, design.date_format)
    artifact, laid_out = typeset_with_boxes(
        TypesetRequest(render_html(view, design), Folders(document.folder, theme.lookup))
    )
    return Trial(theme, sample, view, artifact, laid_out)
