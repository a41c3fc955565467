"""PDFs to import: our own, and others with arbitrary embedded files."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from typing import Any

import pikepdf

from writers.manuscripts import manuscript_of, pdf_of


@cache
def our_pdf(source: bytes, name: str = "resume.yaml") -> bytes:
    """Return the archive PDF of a source."""
    return pdf_of(manuscript_of(source, name=name, is_complete=True))


def strange_pdf(files: Mapping[str, bytes], **saved: Any) -> bytes:
    """Return a PDF with one empty page and embedded files."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for name, data in files.items():
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data, filename=name)
    made = io.BytesIO()
    pdf.save(made, deterministic_id=not saved, **saved)
    return made.getvalue()
