"""Columns beside each other are read one after the other, the first one first, on whichever side it is."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from resumekit.typeset import gaps

from .builds import set_html
from .test_gaps import READERS, lines_of

STYLE = """
    @page { size: A4; margin: 15mm } body { font: 9.6pt/1.4 Inter } h1 { font-size: 28pt; margin: 0 }
    h2 { font-size: 12.5pt; margin: 14pt 0 6pt } h3 { font-size: 10.6pt; margin: 9pt 0 0 } p { margin: 0 }
    .columns { display: table; table-layout: fixed; width: 100%; direction: DIRECTION }
    .columns > * { display: table-cell; direction: ltr; vertical-align: top }
    .side { width: 50mm; font-size: 9.2pt } .main { padding: 0 8mm }
"""
MAIN = [
    ("h2", "Experience"),
    *(
        line
        for number in range(5)
        for line in (
            ("h3", f"Engineer of {number}"),
            ("p", f"Made thing {number}, which is used by many people, and by some of them all day long"),
        )
    ),
]
SIDE = [
    line
    for title in ("Skills", "Languages", "Interests", "Contact")
    for line in (("h2", title), ("p", f"{title} one"), ("p", f"{title} two"))
]


def page(direction: str, *, above: bool) -> str:
    """Return a page with a name above its columns, or as the first line of the main one."""
    main, side = ("".join(f"<{tag}>{text}</{tag}>" for tag, text in lines) for lines in (MAIN, SIDE))
    name = "<h1>Ada Lovelace</h1>"
    columns = f"<div class=main>{'' if above else name}{main}</div><div class=side>{side}</div>"
    style = STYLE.replace("DIRECTION", direction)
    return f"<style>{style}</style>{name if above else ''}<div class=columns>{columns}</div>"


@pytest.mark.parametrize("reader", ["pdftotext", "pdftotext -raw", "PDFium"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"], ids=["side column right", "side column left"])
@pytest.mark.parametrize("above", [True, False], ids=["name above", "name in the main column"])
def test_columns_are_read_one_after_the_other(reader: str, direction: str, above: bool) -> None:
    text = " ".join(lines_of(READERS[reader](set_html(page(direction, above=above)).data)))
    assert text == " ".join(["Ada Lovelace", *(text for _, text in MAIN), *(text for _, text in SIDE)])


def test_blanks_do_not_change_what_pdfminer_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    html = page("rtl", above=False)
    text = lines_of(READERS["pdfminer"](set_html(html).data))
    monkeypatch.setattr(gaps, "blanks", lambda *_, **__: ())
    assert lines_of(READERS["pdfminer"](set_html(html).data)) == text


def test_the_blanks_are_artifacts_without_a_glyph_but_the_space() -> None:
    with pikepdf.open(io.BytesIO(set_html(page("rtl", above=True)).data)) as pdf:
        content = b" ".join(pdf.pages[0].Contents.read_bytes().split())
    _, _, drawn = content.rpartition(b"/Artifact BMC")
    assert len(re.findall(rb"<\w+> Tj", drawn)) > 10
    assert len(set(re.findall(rb"<\w+> Tj|\[.*?\] TJ", drawn))) == 1
    assert drawn.endswith(b"ET Q EMC")
