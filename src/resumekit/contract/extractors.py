"""Text extractors, as applicant tracking systems use them: each returns the text of each page, or None if missing.

An extractor that cannot read a PDF finds no text in it.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping

from resumekit.pdfium import read_pdf
from resumekit.processes import OutOfTime, program_named

_SECONDS = 10

Extractor = Callable[[bytes], tuple[str, ...] | None]


def _pdfium(pdf: bytes) -> tuple[str, ...] | None:
    extracted = read_pdf(pdf)
    return extracted.pages if extracted else None


def _pdftotext(pdf: bytes, *options: str) -> tuple[str, ...] | None:
    if not (program := program_named("pdftotext")):
        return None
    command = [program, "-enc", "UTF-8", *options, "-", "-"]
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise OutOfTime(_SECONDS) from None
    return tuple(done.stdout.decode("utf-8", "replace").split("\f")[:-1])


def _pdfminer(pdf: bytes) -> tuple[str, ...] | None:
    try:
        from pdfminer.high_level import extract_text
    except ImportError:
        return None
    try:
        return tuple(extract_text(io.BytesIO(pdf)).split("\f")[:-1])
    except (OutOfTime, MemoryError):
        raise
    except Exception:  # pdfminer raises errors of any kind for a PDF it cannot read
        return ()


EXTRACTORS: Mapping[str, Extractor] = {
    "PDFium": _pdfium,
    "pdftotext -raw": lambda pdf: _pdftotext(pdf, "-raw"),
    "pdftotext": _pdftotext,
    "pdfminer": _pdfminer,
}

INSTALL_COMMANDS = {"pdftotext": "apt-get install poppler-utils", "pdfminer": "pip install pdfminer.six"}
"""The command that installs an optional extractor."""
