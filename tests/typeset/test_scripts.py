"""Line breaks and directions in real PDFs."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from present.resumes import document_of, view_of
from resumekit.check import check_read_back
from resumekit.theming import Design, latex_style, render_html
from resumekit.typeset import Folders, TypesetRequest, typeset
from resumekit.typeset.fontconfig import SERIF_FAMILIES
from theming.themes import built_in

RESUME = """
basics:
  name: Ann-Marie Example
  email: jane-doe-of-the-far-north@example-company.example.org
  summary: {summary}
skills: [{{name: Tools, keywords: [C++, C#, List<T>, Kafka]}}]
locale: {locale}
"""
MAIL = "jane-doe-of-the-far-north@example-company.example.org"


def lines_of(summary: str, locale: str = "en") -> list[str]:
    """Return the lines of a résumé's page as pdftotext reads them, after it was verified."""
    source = RESUME.format(summary=summary, locale=locale)
    view = view_of(source)
    design = Design.of(built_in("plain"), {}, None, document_of(source))
    pdf = typeset(TypesetRequest(render_html(view, design), Folders(Path(), ()))).data
    assert check_read_back(document_of(source), view, pdf) == ()
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize("shift", range(0, 24, 4))
def test_ranges_and_addresses_break_where_they_should(shift: int) -> None:
    text = f"{'m' * shift} pp. 348–446 {'and pp. 348–446 ' * 9} to {MAIL} or https://example.org/a-path/to-a/file-name.html"
    lines = [line.strip() for line in lines_of(text)]
    assert " ".join(lines).count("348–446") == 10
    assert not [line for line in lines if re.search(r"\w-$|–$", line)]
    assert MAIL in "".join(lines)
    assert not set("".join(lines)) & set("\u200b\u2060\u2068\u2069")


def test_latin_words_keep_their_signs_in_right_to_left_text() -> None:
    text = "\n".join(lines_of("أكتب C++ و List<T> و .NET وغيرها.", "ar"))
    assert [word for word in ("C++", "C#", "List<T>", ".NET") if word not in text] == []


@pytest.mark.parametrize(
    "text", ["ผู้ใช้งาน", "ดูแลผู้ใช้งานหนึ่งล้านคน", "พัฒนาระบบที่รองรับผู้ใช้งานมากกว่าหนึ่งล้านคน ประสบการณ์ทำงานกว่าสิบปี ผู้ใช้งาน จำกัด"]
)
def test_thai_marks_are_read_with_their_letters(text: str) -> None:
    assert text in "".join(line.strip() for line in lines_of(text, "th"))


@pytest.mark.parametrize("text", ["צוות C++ ו-C#", "הובלת מעבר ל-C# ו-Azure (2017–2018)", "الرياض C++ و.NET"])
@pytest.mark.parametrize("locale", ["en", "he"])
def test_a_text_of_both_directions_is_found(text: str, locale: str) -> None:
    assert lines_of(text, locale)


def fonts_of(page: str, family: str) -> set[str]:
    """Return the fonts with which a page's text is drawn."""
    html = f'<html lang="ja"><title>a</title><body style=\'font-family: "{family}", "Inter", "Noto Sans CJK"\'>{page}'
    with pikepdf.open(BytesIO(typeset(TypesetRequest(html, Folders(Path(), ()))).data)) as pdf:
        fonts = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing)
        names = [str(font.BaseFont) for font in fonts]
    return {name.partition("+")[2].rstrip(",") for name in names}


@pytest.mark.parametrize(
    ("page", "family", "fonts"),
    [
        ("直す", "Inter", {"Noto-Sans-CJK"}),
        ('<b style="font-weight: 500">直す</b>', "Inter", {"Noto-Sans-CJK"}),
        ('<b style="font-weight: 600">直す</b>', "Inter", {"Noto-Sans-CJK-Bold"}),
        ("<b>直す</b>", "Figtree", {"Noto-Sans-CJK-Bold"}),
        ("直す", "EB Garamond", {"Noto-Serif-CJK"}),
        ("直す", "Source Serif 4", {"Noto-Serif-CJK"}),
        ("<b>直す</b>", "EB Garamond", {"Noto-Sans-CJK-Bold"}),
        ("🇩🇪3\ufe0f⃣", "Inter", {"Noto-Emoji"}),
    ],
)
def test_scripts_have_the_weight_and_the_temper_of_the_text(page: str, family: str, fonts: set[str]) -> None:
    assert fonts_of(page, family) == fonts


def test_the_serif_families_are_the_same_everywhere() -> None:
    assert set(SERIF_FAMILIES) == latex_style._SERIF
