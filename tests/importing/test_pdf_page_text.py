"""PDFs without an embedded source: scanned, unusual and hostile ones."""

from __future__ import annotations

import io
from contextlib import suppress
from functools import cache

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from resumekit.errors import LoadError
from resumekit.importing import InputFile, import_file
from resumekit.importing.pdf import page_text
from strategies import seldom

from .test_samples import validated

LINES = ["Ada Example", "ada@example.org", "Experience", "Analyst, Example Ltd, 2019 - 2020"]


@cache
def written(*lines: str, size: int = 11) -> bytes:
    """A PDF of some lines, without tags."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    drawn = "".join(f"({line}) Tj 0 -{2 * size} Td " for line in lines)
    page.Contents = pdf.make_stream(f"BT /F {size} Tf 60 760 Td {drawn} ET".encode())
    made = io.BytesIO()
    pdf.save(made, deterministic_id=True)
    return made.getvalue()


def scanned() -> bytes:
    """A picture of a text."""
    picture = Image.new("L", (600, 800), 255)
    ImageDraw.Draw(picture).text((60, 60), "Ada Example")
    made = io.BytesIO()
    picture.save(made, "PDF")
    return made.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(LoadError) as caught:
        import_file(InputFile("given.pdf", data))
    (problem,) = caught.value.problems
    assert problem.file == "given.pdf"
    return problem.code


def test_the_text_of_the_page_is_read() -> None:
    made = import_file(InputFile("given.pdf", written(*LINES))).data.decode()
    assert "name: Ada Example" in made
    assert "email: ada@example.org" in made
    assert "name: Example Ltd\n    position: Analyst\n    startDate: 2019\n    endDate: 2020" in made


def test_a_scan_is_rejected() -> None:
    assert refusal(scanned()) == "no-text"


def test_a_page_without_anything_is_rejected() -> None:
    assert refusal(written()) == "no-text"


@pytest.mark.parametrize(("limit", "most"), [("MAX_CHARACTERS", 40), ("MAX_PAGES", 0)])
def test_a_long_document_is_rejected(limit: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_text, limit, most)
    assert refusal(WRITTEN) == "too-large"


WRITTEN = written(*LINES)
CHANGES = st.lists(st.tuples(st.integers(0, len(WRITTEN) - 1), st.binary(max_size=8)), min_size=1, max_size=8)


@seldom
@given(CHANGES)
def test_a_pdf_with_some_bytes_changed_gives_a_résumé_or_a_problem(changes: list[tuple[int, bytes]]) -> None:
    changed = bytearray(WRITTEN)
    for location, data in changes:
        changed[location : location + len(data)] = data
    with suppress(LoadError):
        validated(import_file(InputFile("given.pdf", bytes(changed)), "pdf"))
