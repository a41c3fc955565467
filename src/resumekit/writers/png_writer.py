"""PNG: each page of the PDF as a picture."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image

from resumekit.errors import Problem, TypesetError
from resumekit.pdfium import PageImage, TooManyPixels, load_pdfium, render_pages
from resumekit.typeset import Artifact

_COMPRESSION = 3
"""Of zlib's nine levels. For pages, higher ones take up to five times as long and save one per cent."""

_MOST_PIXELS = 1_000_000_000
"""Of all pages together: five hundred of A4 at 150 dots per inch, or thirty at 600."""


def write(pdf: Artifact, dpi: int) -> Iterator[Artifact]:
    """Yield a picture of each page of a PDF.

    Raises:
        TypesetError: PDFium, which draws the pages, is missing, or they are too large or too many.
    """
    if not load_pdfium():
        raise TypesetError(Problem("no-pdfium", "PDFium, which draws pages, is missing", hint="pip install pypdfium2"))
    pixels = 0
    try:
        for number, page in enumerate(render_pages(pdf.data, dpi), start=1):
            pixels += page.width * page.height
            if pixels > _MOST_PIXELS:
                raise _too_large(f"the images of the pages have more than {_MOST_PIXELS // 1_000_000:,} million pixels")
            yield replace(pdf, format="png", data=_png(page, dpi), page=number)
    except TooManyPixels as size:
        raise _too_large(f"an image of the page has {size}") from None


def _too_large(message: str) -> TypesetError:
    hint = "choose smaller paper (`page.size`), or fewer dots per inch (`--dpi`)"
    return TypesetError(Problem("page-too-large", message, hint=hint))


def _png(page: PageImage, dpi: int) -> bytes:
    picture = Image.frombytes("RGB", (page.width, page.height), page.pixels)
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=_COMPRESSION, dpi=(dpi, dpi))
    return file.getvalue()
