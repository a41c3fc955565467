"""Programs that read PDFs as applicant systems do: each gives the text of each page, or None if it is not here."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping

from resumekit.pdfium import read_pdf

_SECONDS = 60

Reader = Callable[[bytes], tuple[str, ...] | None]


def _pdfium(pdf: bytes) -> tuple[str, ...] | None:
    reading = read_pdf(pdf)
    return reading.pages if reading else None


def _pdftotext(pdf: bytes, *options: str) -> tuple[str, ...] | None:
    command = ["pdftotext", "-enc", "UTF-8", *options, "-", "-"]
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603
    except FileNotFoundError:
        return None
    return tuple(done.stdout.decode("utf-8", "replace").split("\f")[:-1])


def _pdfminer(pdf: bytes) -> tuple[str, ...] | None:
    try:
        from pdfminer.high_level import extract_text
    except ImportError:
        return None
    return tuple(extract_text(io.BytesIO(pdf)).split("\f")[:-1])


READERS: Mapping[str, Reader] = {
    "PDFium": _pdfium,
    "pdftotext -raw": lambda pdf: _pdftotext(pdf, "-raw"),
    "pdftotext": _pdftotext,
    "pdfminer": _pdfminer,
}

EXACT = frozenset({"PDFium", "pdftotext -raw"})
"""Those that read in the order of the file. The others guess columns from distances, and read some dates late."""

INSTALL = {"pdftotext": "apt-get install poppler-utils", "pdfminer": "pip install pdfminer.six"}
"""The line that installs a reader that may be missing."""
