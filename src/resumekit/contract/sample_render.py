"""One sample rendered in one theme, with everything that a rule may inspect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from resumekit.check import check_read_back
from resumekit.errors import Problem
from resumekit.pdfium import PageImage, render_pages
from resumekit.present import ResumeView, picture_files, present
from resumekit.schema import validate
from resumekit.tailor import WHOLE, tailor
from resumekit.theming import Design, Theme, render_html
from resumekit.theming.printed_view import printed_view
from resumekit.typeset import Artifact, Folders, TypesetRequest, layout_limits, typeset_with_boxes

from .boxes import TextRun, boxes_in, text_runs_in
from .extractors import EXTRACTORS
from .samples import Sample

PIXELS_PER_INCH = 96
"""The resolution of page images: one pixel is one CSS pixel, so boxes and images have the same coordinates."""


@dataclass(frozen=True)
class SampleRender:
    """A sample on the page; `html` is what the theme renders, `document` is WeasyPrint's document."""

    design: Design
    sample: Sample
    view: ResumeView
    html: str
    artifact: Artifact
    document: Any

    @property
    def theme(self) -> Theme:
        """The theme of the page."""
        return self.design.theme

    @cached_property
    def pages(self) -> tuple[Any, ...]:
        """The page box of each page."""
        return tuple(page._page_box for page in self.document.pages)

    @property
    def root(self) -> Any:
        """The root element of the page."""
        return self.pages[0].children[0].element

    @cached_property
    def boxes(self) -> tuple[tuple[Any, ...], ...]:
        """The lineage of every box: the boxes around it, then the box itself."""
        return tuple(lineage for _, lineage in boxes_in(self.pages))

    @cached_property
    def text_runs(self) -> tuple[TextRun, ...]:
        """Every run of text on the pages."""
        return tuple(text_runs_in(self.pages))

    @cached_property
    def read_back(self) -> tuple[Problem, ...]:
        """What a build would report when it reads the PDF back."""
        return check_read_back(self.sample.document, self.view, self.artifact.data)

    @cached_property
    def page_images(self) -> tuple[PageImage, ...]:
        """An image of each page; empty without PDFium."""
        return tuple(render_pages(self.artifact.data, PIXELS_PER_INCH))

    @cached_property
    def extracted(self) -> Mapping[str, tuple[str, ...]]:
        """The text of each page, by the name of each installed extractor."""
        found = {name: extractor(self.artifact.data) for name, extractor in EXTRACTORS.items()}
        return {name: pages for name, pages in found.items() if pages is not None}


def render_sample(theme: Theme, sample: Sample) -> SampleRender:
    """Typeset a sample in a theme with default options.

    Raises:
        ThemeError: the template is broken.
        TypesetError: the page cannot be typeset.
    """
    document = sample.document
    resume, _ = tailor(document, validate(document)[0], WHOLE)
    design = Design.of(theme, {}, resume.page, document)
    view = printed_view(present(resume, design.date_format), design)
    html = render_html(view, design)
    folders = Folders(document.folder, theme.lookup, {name: name for name in picture_files(view)})
    artifact, laid_out = typeset_with_boxes(TypesetRequest(html, folders, limits=layout_limits(document)))
    return SampleRender(design, sample, view, html, artifact, laid_out)
