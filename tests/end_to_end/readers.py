"""Three independent PDF readers: text that all of them find, others find as well."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from io import StringIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pdfminer.converter import TextConverter
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTContainer, LTTextLine
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage


@cache
def poppler(pdf: Path, *options: str) -> str:
    """Return the text as pdftotext reads it; without pdftotext, skip the test, but fail in CI."""
    command = shutil.which("pdftotext")
    if not command:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("pdftotext is missing; install it with: apt-get install poppler-utils")
    done = subprocess.run([str(command), "-enc", "UTF-8", *options, pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@cache
def pdfminer(pdf: Path) -> str:
    """Return the text as pdfminer.six reads it."""
    return str(extract_text(pdf))


@cache
def pdfium_reader(pdf: Path) -> str:
    """Return the text as PDFium reads it, as in Chromium."""
    return "\n".join(pages_of(pdf))


def pages_of(pdf: Path) -> list[str]:
    """Return the text of each page."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def characters_off_the_page(pdf: bytes) -> str:
    """Return the characters that are partly outside of their page."""
    document = pdfium.PdfDocument(pdf)
    off = ""
    for page in document:
        text, (width, height) = page.get_textpage(), page.get_size()
        characters = text.get_text_range()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index, loose=False)
            if right > left and not (left >= 0 and right <= width and bottom >= 0 and top <= height):
                off += characters[index : index + 1]
    document.close()
    return off


def pdfminer_without_layout(pdf: Path) -> str:
    """Return the characters in the order of the file; pdfminer.six then adds no spaces."""
    text, resources = StringIO(), PDFResourceManager()
    interpreter = PDFPageInterpreter(resources, TextConverter(resources, text, laparams=None))
    with pdf.open("rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
    return str(text.getvalue())


def lines_of(pdf: Path) -> list[tuple[str, float]]:
    """Return each line that pdfminer.six detects, with the position of its right edge in points."""
    lines: list[tuple[str, float]] = []

    def collect(item: object) -> None:
        if isinstance(item, LTTextLine):
            lines.append((item.get_text().strip(), item.x1))
        elif isinstance(item, LTContainer):
            for inner in item:
                collect(inner)

    for page in extract_pages(pdf):
        collect(page)
    return lines


READERS: dict[str, Callable[[Path], str]] = {"poppler": poppler, "pdfminer": pdfminer, "pdfium": pdfium_reader}
"""The readers with default settings. Poppler and pdfminer then guess columns from distances."""

IN_ORDER: dict[str, Callable[[Path], str]] = {
    "poppler": lambda pdf: poppler(pdf, "-raw"),
    "pdfminer": pdfminer_without_layout,
    "pdfium": pdfium_reader,
}
"""The same readers, each in the order of the file."""


# White space and hyphens, and what PDFium and others return for a hyphen at a line end.
_AT_LINE_ENDS = re.compile("[\\s\x02\N{SOFT HYPHEN}\N{HYPHEN}\ufffe-]")


def without_layout(text: str) -> str:
    """Normalize what layout may change: white space, hyphens and letter case."""
    return _AT_LINE_ENDS.sub("", text).casefold()


def out_of_order(text: str, phrases: Iterable[str], reach: int = 300) -> list[str]:
    """Return the phrases that do not follow the previous one within `reach` characters."""
    at, end, missing = 0, reach, []
    for phrase in phrases:
        wanted = without_layout(phrase)
        found = text.find(wanted, at, end)
        if found < 0:
            missing.append(phrase)
            end += reach
        else:
            at = found + len(wanted)
            end = at + reach
    return missing
