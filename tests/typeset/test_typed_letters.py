"""Text in capitals, or in another case that a style sheet sets, is read in the letters that were typed."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import ImageChops

from .builds import set_html
from .test_gaps import READERS, lines_of

STYLE = "@page { size: A4; margin: 15mm } body { font: 10pt/1.4 Inter } h2, p { margin: 0 }"

each_reader = pytest.mark.parametrize("read", READERS.values(), ids=READERS)
Reader = Callable[[bytes], str]


def pdf_of(html: str) -> bytes:
    return set_html(f"<style>{STYLE}</style>{html}").data


@each_reader
@pytest.mark.parametrize("case", ["uppercase", "lowercase", "capitalize"])
@pytest.mark.parametrize("text", ["Work Experience at eBay, Oslo", "ÉCOLE Žižek déjà", "Ünïcode e\u0301te\u0301"])
def test_a_text_is_read_as_it_was_typed(read: Reader, case: str, text: str) -> None:
    title = f"<h2 style='text-transform: {case}'>{text}</h2>"
    lines = lines_of(read(pdf_of(f"<p>{text}</p>{title}<p>{text}</p>{title}")))
    assert lines == lines[:1] * 4


@each_reader
def test_a_text_that_wraps_is_read_as_it_was_typed(read: Reader) -> None:
    text = "Of Of of OF Things That of Of OF are MADE of Of OF Things and So On and On"
    style = "text-transform: uppercase; width: 40mm"
    assert " ".join(lines_of(read(pdf_of(f"<h2 style='{style}'>{text}</h2>")))) == text


@each_reader
def test_letters_that_are_spaced_are_read_as_words(read: Reader) -> None:
    text = "Backend Developer Intern"
    style = "font: 8.231pt Inter; text-transform: uppercase; letter-spacing: 0.06em"
    assert lines_of(read(pdf_of(f"<h2 style='{style}'>{text}</h2>"))) == [text]


@each_reader
def test_the_parts_of_an_element_are_read_as_they_were_typed(read: Reader) -> None:
    title = "<h2 style='text-transform: uppercase'>\n  Work   at\n <b>Old <i>Oslo</i> Ltd</b>\n  and Home</h2>"
    assert lines_of(read(pdf_of(title))) == ["Work at Old Oslo Ltd and Home"]


@each_reader
def test_a_letter_that_becomes_two_is_read_in_the_case_that_was_typed(read: Reader) -> None:
    title = "<h2 style='text-transform: uppercase'>Straße nach Gießen</h2>"
    assert lines_of(read(pdf_of(title))) == ["Strasse nach Giessen"]


@each_reader
def test_one_glyph_may_stand_for_several_letters(read: Reader) -> None:
    text = "Σοφός σοφος"
    title = f"<h2 style='text-transform: uppercase; font-family: EB Garamond'>{text}</h2>"
    assert lines_of(read(pdf_of(title))) == [text]


@each_reader
def test_words_that_a_style_sheet_adds_are_read_as_they_are_drawn(read: Reader) -> None:
    style = "<style>h2 { text-transform: uppercase } h2::before { content: 'No ' }</style>"
    assert lines_of(read(pdf_of(f"{style}<h2>no Know</h2>"))) == ["NO no Know"]


def test_a_page_looks_the_same() -> None:
    style = "letter-spacing: .4pt; font-size: 14pt"
    typed, drawn = "AV Work Experience, to AVAIL", "AV WORK EXPERIENCE, TO AVAIL"
    pages = [
        f"<h2 style='{style}; text-transform: {case}'>{text}" for case, text in (("uppercase", typed), ("none", drawn))
    ]
    one, other = (pdfium.PdfDocument(pdf_of(page))[0].render(scale=2).to_pil() for page in pages)
    assert ImageChops.difference(one, other).getbbox() is None
    assert ImageChops.invert(one).getbbox()


def test_a_font_and_its_twin_share_a_file() -> None:
    with pikepdf.open(io.BytesIO(pdf_of("<h2 style='text-transform: uppercase'>Work</h2>"))) as pdf:
        fonts = [*pdf.pages[0].Resources.Font.values()]
        assert len(fonts) == 2
        assert len({font.DescendantFonts[0].objgen for font in fonts}) == 1


def test_a_space_is_drawn_with_the_letters_beside_it() -> None:
    """Some readers lose a space between two fonts."""
    title = pdf_of("<h2 style='text-transform: uppercase'>Junior Developer</h2>")
    with pikepdf.open(io.BytesIO(title)) as pdf:
        drawn = [each.operands for each in pikepdf.parse_content_stream(pdf.pages[0]) if str(each.operator) == "TJ"]
    strings = [[part for part in array if isinstance(part, pikepdf.String)] for (array,) in drawn]
    assert len([parts for parts in strings if parts]) == 2  # the capital, and all the rest
