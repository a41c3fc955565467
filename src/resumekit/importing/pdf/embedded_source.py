"""The résumé source that an archive PDF built by resumekit carries."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from resumekit.errors import LoadError, Problem
from resumekit.importing.import_result import ImportResult
from resumekit.importing.isolation import read_isolated
from resumekit.load import parse
from resumekit.load.limits import MAX_BYTES
from resumekit.pdfium import read_embedded_files

SOURCES = {"yaml": "resume.yaml", "json": "source.json"}
"""The name of the embedded source by its format. It is fixed: the original file name might reveal private details."""

JSON_RESUME = "resume.json"
"""The name of the embedded JSON Resume export, which is imported if there is no source."""

_OUTPUT_NAMES = {SOURCES["yaml"]: "resume.yaml", SOURCES["json"]: "resume.json", JSON_RESUME: "resume.json"}
"""Embedded files to look for, in order of preference, and the name of the file that the import writes."""

_MAX_FILES = 20


def read_embedded_source(data: bytes, name: str) -> ImportResult | None:
    """Return the source embedded in a PDF, or None if there is none. `name` is the PDF's name in messages.

    Raises:
        LoadError: the PDF cannot be opened, or its embedded source is broken.
    """
    files = read_isolated(partial(read_embedded_files, data, max_files=_MAX_FILES, max_bytes=MAX_BYTES), name)
    if files is None:
        hint = "check that the file is complete and not password-protected"
        raise LoadError(Problem("broken-pdf", "this PDF cannot be opened", file=name, hint=hint))
    contents = {file.name: file.data for file in reversed(files) if file.data is not None}
    for embedded_name, output_name in _OUTPUT_NAMES.items():
        if embedded_name in contents:
            source = contents[embedded_name]
            # PDFs are untrusted: this raises if the file inside is broken, or not what resumekit attaches.
            parse(source, name=f"{name}: {embedded_name}", folder=Path(), self_contained=True)
            return ImportResult(output_name, source)
    return None
