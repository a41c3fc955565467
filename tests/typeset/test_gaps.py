"""Extractors that guess columns read a line whole, however wide the gaps in it are."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTChar, LTComponent

from resumekit.pdfium import read_pdf
from resumekit.typeset import Folders, TypesetRequest, typeset

from .builds import set_html

STYLE = """
    @page { size: A4; margin: 15mm } body { font: 10pt/1.4 Inter }
    .line { display: table; width: 100%; margin-top: 8pt } .line > * { display: table-cell } .end { text-align: end }
    ul { margin: 0; padding-left: 12pt; list-style: none }
"""
ENTRY = """
    <div class=line><div><b>Engineer of {0}</b> Example {0} Ltd</div><div class=end>Mar 201{0} – Present</div></div>
    <ul><li>Built the first thing of {0}<li>Built another thing of {0}, which everybody uses</ul>
"""
PAGE = f"<style>{STYLE}</style><h2>Experience</h2>{''.join(ENTRY.format(number) for number in range(5))}<h2>Skills</h2>"
LINES = [
    "Experience",
    *(
        line
        for number in range(5)
        for line in (
            f"Engineer of {number} Example {number} Ltd Mar 201{number} – Present",
            f"Built the first thing of {number}",
            f"Built another thing of {number}, which everybody uses",
        )
    ),
    "Skills",
]


def pdftotext(pdf: bytes, *options: str) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing")
    command = ["pdftotext", "-enc", "UTF-8", *options, "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def pdfium(pdf: bytes) -> str:
    read = read_pdf(pdf)
    assert read
    return "\n".join(read.pages)


READERS: dict[str, Callable[[bytes], str]] = {
    "pdftotext": pdftotext,
    "pdftotext -raw": lambda pdf: pdftotext(pdf, "-raw"),
    "pdfminer": lambda pdf: extract_text(io.BytesIO(pdf)),
    "PDFium": pdfium,
}
each_reader = pytest.mark.parametrize("reader", READERS)


def lines_of(text: str) -> list[str]:
    """Return the lines that are not empty, with one space between two words."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@each_reader
def test_the_end_of_a_line_follows_its_beginning(reader: str) -> None:
    assert lines_of(READERS[reader](set_html(PAGE).data)) == LINES


@each_reader
def test_a_line_may_have_several_gaps_and_fonts(reader: str) -> None:
    line = (
        "<div class=line><div><b>One</b></div><div><i>two</i></div><div style='font-size: 14pt'>three four</div></div>"
    )
    text = READERS[reader](set_html(f"<style>{STYLE}</style><p>Some words before</p>{line}<p>Some words after").data)
    assert lines_of(text) == ["Some words before", "One two three four", "Some words after"]


@each_reader
def test_a_date_at_the_start_is_read_with_its_title(reader: str) -> None:
    style = f"{STYLE} .line {{ direction: rtl }} .line > * {{ direction: ltr; padding-inline-end: 9mm }}"
    html = f"<style>{style}</style>{ENTRY.format(1) * 3}"
    *entries, _ = READERS[reader](set_html(html).data).split("everybody uses")
    assert len(entries) == 3
    for entry in entries:
        head, _, _ = entry.partition("Built the first")
        assert {"Engineer", "Mar", "2011", "Ltd"} <= {*head.split()}
        assert head.count("Mar") == head.count("Ltd") == 1


@each_reader
def test_a_date_at_the_start_is_read_with_the_title_that_is_drawn_first(reader: str) -> None:
    style = """.line { direction: rtl } .line > * { direction: ltr } .line > .end { width: 120pt; text-align: start }
        ul { padding-left: 120pt }"""
    text = " ".join(READERS[reader](set_html(PAGE.replace("</style>", f"{style}</style>")).data).split())
    *entries, _ = text.removeprefix("Experience ").split("everybody uses")
    assert len(entries) == 5
    for number, read in enumerate(entries):
        head, _, _ = read.partition("Built the first")
        assert sorted(head.split()) == sorted(LINES[3 * number + 1].split())


@each_reader
def test_a_long_date_at_the_start_is_read_with_its_title_across_a_narrow_gap(reader: str) -> None:
    style = """.line { direction: rtl } .line > * { direction: ltr } ul { padding-left: 130pt }
        .line > .end { width: 130pt; text-align: start }"""
    head = "<div class=line><div>Title{0}</div><div class=end>From{0}, 101{0} – Present</div></div>"
    page = "".join(
        f"{head}<ul><li>First{{0}} of the many things<li>Second{{0}} of them</ul>".format(at) for at in range(5)
    )
    words = READERS[reader](set_html(f"<style>{STYLE}{style}</style>{page}").data).split()
    for at in range(5):
        assert max(words.index(f"Title{at}"), words.index(f"From{at},")) < words.index(f"First{at}")


LONG_TITLE = "Engineer of things whose names are so long that no line has the room for all of them at once"


@each_reader
def test_a_date_is_read_with_its_title_when_the_title_wraps(reader: str) -> None:
    head = (
        f"<div class=line><div>{LONG_TITLE} {{0}}</div><div class=end>Mar&nbsp;201{{0}}&nbsp;–&nbsp;Present</div></div>"
    )
    entry = f"{head}<ul><li>Built the first thing of {{0}}, which everybody uses<li>Built another</ul>"
    text = READERS[reader](set_html(f"<style>{STYLE}</style>{''.join(map(entry.format, range(5)))}").data)
    *entries, rest = " ".join(text.split()).split("Built another")
    assert len(entries) == 5
    assert not rest.split()
    for number, read in enumerate(entries):
        head, _, _ = read.partition("Built")
        assert sorted(head.split()) == sorted([*LONG_TITLE.split(), f"{number}", "Mar", f"201{number}", "–", "Present"])


@each_reader
@pytest.mark.parametrize("display", ["table", "grid"])
def test_labels_are_read_before_values_that_wrap(reader: str, display: str) -> None:
    style = f".pair {{ display: {display}; grid-template-columns: 38mm 1fr }} .pair > * {{ display: {display}-cell }}"
    words = [f"word{number}" for number in range(300, 318)]
    values = [words[:14], words[14:16], words[16:]]
    pairs = [
        f"<div class=pair><b style='width: 38mm'>Label{at}</b><div>{' '.join(value)}</div></div>"
        for at, value in enumerate(values)
    ]
    text = READERS[reader](set_html(f"<style>{STYLE}{style}</style>{''.join(pairs)}").data)
    assert text.split() == [word for at, value in enumerate(values) for word in (f"Label{at}", *value)]


@each_reader
def test_a_caption_is_read_with_the_text_beside_its_picture(reader: str) -> None:
    style = ".line > * { vertical-align: top } figure { margin: 0 } .picture { height: 25mm; background: #ccc }"
    entries = [
        f"<h3>The Title{at}</h3><div class=line><div><p>Text{at}<p>More{at}</div>"
        f"<figure style='width: 30mm'><div class=picture></div><figcaption>Caption{at}</figcaption></figure></div>"
        for at in range(5)
    ]
    text = READERS[reader](set_html(f"<style>{STYLE}{style}</style>{''.join(entries)}").data)
    assert text.split() == [
        word for at in range(5) for word in ("The", f"Title{at}", f"Text{at}", f"More{at}", f"Caption{at}")
    ]


@each_reader
def test_a_text_beside_a_picture_is_read_with_the_title_above_it_if_both_are_right_of_a_date(reader: str) -> None:
    style = """.entry { padding-left: 110pt } .line { margin: 0 } .line > * { vertical-align: top }
        .head { width: calc(100% + 110pt); margin: 1pt 0 0 -110pt; direction: rtl } .head > * { direction: ltr }
        .head > .end { width: 110pt; text-align: start } figure { margin: 0; width: 26mm } .picture { height: 18mm }"""
    entries = [
        f"<div class=entry><div class='line head'><div>The Title{at}</div><div class=end>10{at} – 11{at}</div></div>"
        f"<div class=line><div>Text{at}<p>More{at}<p>And{at}</div>"
        f"<figure><div class=picture></div><figcaption>Caption{at}</figcaption></figure></div></div>"
        for at in range(5)
    ]
    text = READERS[reader](set_html(f"<style>{STYLE}{style} p {{ margin: 0 }}</style>{''.join(entries)}").data)
    below = [word for word in text.split() if word[:3] in {"Tit", "Tex", "Mor", "And", "Cap"}]
    assert below == [f"{word}{at}" for at in range(5) for word in ("Title", "Text", "More", "And", "Caption")]


@each_reader
@pytest.mark.parametrize("style", ["text-align: center", "text-align: end", "display: flex; justify-content: center"])
def test_a_title_in_the_middle_is_read_before_the_line_below(reader: str, style: str) -> None:
    head = "<div class=line><div>The work{0}</div><div class=end>201{0}</div></div>"
    entry = f"<h2 style='{{1}}'><span>Title{{0}}</span></h2>{head}"
    page = "<div style='break-before: page'>" + "".join(entry.format(at, style) for at in range(5)) + "</div>"
    text = READERS[reader](set_html(f"<style>{STYLE} h2 {{ margin: 0 }}</style><p>A name</p>{page}").data)
    words = [word for at in range(5) for word in (f"Title{at}", "The", f"work{at}", f"201{at}")]
    assert text.split() == ["A", "name", *words]


@each_reader
def test_columns_are_read_one_after_the_other(reader: str) -> None:
    columns = [[f"word{column}{line}" for line in range(10)] for column in range(2)]
    cells = ["".join(f"<p>{word} and more words" for word in column) for column in columns]
    text = READERS[reader](
        set_html(
            f"<style>{STYLE} p {{ margin: 0 6mm 0 0 }}</style><div class=line style='table-layout: fixed'>"
            f"<div>{cells[0]}</div><div>{cells[1]}</div></div>"
        ).data
    )
    assert [word for word in text.split() if word[-1].isdigit()] == [*columns[0], *columns[1]]


@pytest.mark.parametrize("reader", [name for name in READERS if name != "pdfminer"])  # it reads letters left to right
def test_a_right_to_left_line_is_read_whole(reader: str) -> None:
    line = "<div class=line><div>مبرمجة</div><div class=end>يناير</div></div><p>كتبت"
    page = f"<!doctype html><html lang=ar dir=rtl><title>A</title><style>{STYLE}</style>{line * 3}"
    pdf = typeset(TypesetRequest(page, Folders(Path("no-such-folder"), ()))).data
    words = [word.strip("\u202b\u202c") for word in READERS[reader](pdf).split()]
    assert [len({*words[at : at + 3]}) for at in (0, 3, 6)] == [3, 3, 3]


def characters(html: str) -> list[LTChar]:
    found: list[LTChar] = []

    def walk(item: LTComponent) -> None:
        if isinstance(item, LTChar):
            found.append(item)
        for inner in item if hasattr(item, "__iter__") else ():
            walk(inner)

    for page in extract_pages(io.BytesIO(set_html(html).data)):
        walk(page)
    return found


@pytest.mark.parametrize("spacing", ["0", ".5pt", "-.2pt"])
@pytest.mark.parametrize("family", ["Inter", "EB Garamond", "IBM Plex Sans Condensed"])
def test_a_bridge_is_as_wide_as_its_gap(family: str, spacing: str) -> None:
    style = f"{STYLE} .line {{ font-family: {family}; letter-spacing: {spacing}; font-kerning: normal }}"
    line = "<div class=line><div>To AVAIL VA.</div><div class=end>March</div></div>"
    all_characters = characters(f"<style>{style}</style>{line}")
    bridge = next(each for each in all_characters if each.get_text() == " " and each.width > 100)
    before = max(each.x1 for each in all_characters if each.x1 <= bridge.x0 + 1 and each is not bridge)
    after = min(each.x0 for each in all_characters if each.x0 >= bridge.x1 - 1)
    assert bridge.x0 == pytest.approx(before, abs=0.6)
    assert bridge.x1 == pytest.approx(after, abs=0.05)


@pytest.mark.parametrize(
    "html",
    [
        "<p>one two</p><p>three four</p>",
        "<div style='columns: 2'><p>one two</p><p style='break-before: column; padding-top: 7pt'>three</p></div>",
        "<p>one <span>two</span> three</p>",
        "<p style='text-align: end'>one two</p>",
        "<p dir=rtl><span>one two</span>",
    ],
)
def test_without_a_gap_there_is_no_bridge(html: str) -> None:
    assert not bridges(html)


def test_with_a_gap_there_is_one_that_reads_as_two_spaces() -> None:
    assert bridges("<p>one <span style='margin-left: 20mm'>two</span></p>") == ["  "]


def bridges(html: str) -> list[str]:
    """Return what each bridge of a page reads as."""
    with pikepdf.open(io.BytesIO(set_html(f"<style>{STYLE}</style>{html}").data)) as pdf:
        marks = [each.operands for each in pikepdf.parse_content_stream(pdf.pages[0], "BDC")]
    return [str(mark[1].ActualText) for mark in marks if mark[0] == "/Span" and "/ActualText" in mark[1]]
