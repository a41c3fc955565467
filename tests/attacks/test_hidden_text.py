"""Text that machines read and people cannot see is an error of the build, however it is hidden."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from PIL import Image

import resumekit
from present.resumes import document_of
from resumekit.check import check_read_back, read_back
from resumekit.errors import Problem
from resumekit.pdfium import read_visible_text
from resumekit.present import present
from resumekit.processes import Limits
from resumekit.schema import validate
from typeset.builds import set_html

FONTS = Path(resumekit.__file__).parent / "fonts"
SECRET = "Kubernetes, Terraform and twelve other words"
RESUME = f"basics: {{name: Jane Quillfeather, summary: '{SECRET}'}}"

LAYOUT = "@page { size: A5; margin: 10mm } body { font: 10pt/1.4 Inter; margin: 0 } #s { margin: 40mm 0 0 }"


def picture(colour: str) -> str:
    """Return the address of a picture of one colour."""
    data = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(data, "PNG")
    return f"data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page with a name and a summary: `style` is that of the summary, `before` and `after` markup."""

    style: str = ""
    before: str = ""
    after: str = ""
    markup: str = SECRET
    css: str = ""

    @property
    def html(self) -> str:
        """The page; everything on it may be positioned from its top left corner."""
        css = f"{LAYOUT} {self.css}"
        summary = f'<p id="s" style="{self.style}">{self.markup}</p>'
        return f"<style>{css}</style><h1>Jane Quillfeather: Summary</h1>{self.before}{summary}{self.after}"


def over(style: str, element: str = "div") -> str:
    """Return a box that covers the page."""
    style = f"position: absolute; left: 0; top: 30mm; width: 120mm; height: 60mm; {style}"
    return f'<{element} style="{style}"></{element.split()[0]}>'


def stripes(style: str, *, upright: bool = False) -> str:
    """Return stripes over the summary that leave a fifth of it visible."""
    if upright:
        return "".join(over(f"left: {2 * at}pt; width: 1.6pt; {style}") for at in range(140))
    return "".join(over(f"top: {150 + 1.5 * at}pt; height: 1.2pt; {style}") for at in range(30))


OTHERS = "".join(f'<i>{at}</i><b style="margin: 0 4pt 0 -4pt">{at}</b> ' for at in range(300))

HIDDEN = {
    "white": Page("color: #fff"),
    "nearly white": Page("color: #fefcfd"),
    "cream": Page("color: #ffffc0"),
    "navy on black": Page("background: #000; color: #000050"),
    "transparent": Page("color: transparent"),
    "nearly transparent": Page("color: rgba(0, 0, 0, .02)"),
    "CMYK white": Page("color: device-cmyk(0 0 0 0)"),
    "opacity 0": Page("opacity: 0"),
    "opacity 2 %": Page("opacity: .02"),
    "opacity of what is around it": Page(before='<div style="opacity: .01">', after="</div>"),
    "black on black": Page("background: #000; color: #000"),
    "nearly black on black": Page("background: #000; color: #0a0a0a"),
    "blue on the same blue": Page("background: #1d4f91; color: #1d4f91"),
    "on a rounded box of its colour": Page("background: #1d4f91; color: #1d4f91; border-radius: 6pt"),
    "on a page of its colour": Page("color: #222", css="@page { background: #222 } h1 { color: #fff }"),
    "on a gradient of its colour": Page("color: #222; background: linear-gradient(#222, #232323)"),
    "on a gradient behind the body": Page(
        "color: #1d4f91", css="body { background: linear-gradient(#1d4f91, #1d5090) } h1 { color: #fff }"
    ),
    "on a tiled gradient of its colour": Page("color: #222; background: linear-gradient(#222, #222) 0 0 / 9pt 9pt"),
    "on a picture of its colour": Page(f"color: #a33; background: url({picture('#aa3333')})"),
    "on a positioned picture of its colour": Page(
        "position: relative; color: #a33", before=over(f"background: url({picture('#aa3333')})")
    ),
    "on a table cell of its colour": Page(
        before='<table><tr><td style="background: #eee; color: #eee">', after="</td></tr></table>"
    ),
    "one point": Page("font-size: 1pt"),
    "half a pixel": Page("font-size: .5px"),
    "scaled down": Page("transform: scale(.05)"),
    "flat": Page("transform: scaleY(.01)"),
    "narrow": Page("transform: scaleX(.01)"),
    "covered by a white box": Page(after=over("background: #fff")),
    "covered by a box of another colour": Page(after=over("background: #1d4f91")),
    "covered by a nearly opaque box": Page(after=over("background: rgba(255, 255, 255, .99)")),
    "covered by a picture": Page(after=over("", f'img alt="" src="{picture("#fff")}"')),
    "covered by a gradient": Page(after=over("background: linear-gradient(#fff, #eee)")),
    "covered by a border": Page(after=over("border: 40mm solid #fff; height: 0; width: 40mm")),
    "covered by a transformed box": Page(after=over("background: #fff; transform: rotate(1deg)")),
    "covered by a following box": Page(
        after='<div style="height: 40pt; margin-top: -30pt; position: relative; background: #fff"></div>'
    ),
    "covered by strips": Page(
        after="".join(over(f"top: {100 + 2 * at}pt; height: 2.2pt; background: #fff") for at in range(40))
    ),
    "cut off by a box without height": Page("height: 0; overflow: hidden"),
    "cut off by a flat box": Page("height: 3pt; overflow: hidden"),
    "cut off by a clip": Page("position: absolute; clip: rect(0, 0, 0, 0)"),
    "moved out of its box": Page("text-indent: -120mm; overflow: hidden; white-space: nowrap"),
    "half out of its box": Page("line-height: 0; overflow: hidden; padding-top: 2pt"),
    "half off the top of the page": Page("transform: translateY(-192pt)"),
    "half off the bottom of the page": Page("transform: translateY(403pt)"),
    "a letter off the left of the page": Page("transform: translateX(-33pt)"),
    "upright, half off the right of the page": Page("width: 100mm; transform: translateX(249pt) rotate(90deg)"),
    "half off the bleed": Page("transform: translateY(-206pt)", css="@page { bleed: 14pt }"),
    "white on a page with a bleed": Page("color: #fff", css="@page { bleed: 20mm; marks: crop }"),
    "covered by stripes": Page(after=stripes("background: #fff")),
    "covered by stripes of its colour": Page(after=stripes("background: #000")),
    "covered by upright stripes": Page(after=stripes("background: #fff", upright=True)),
    "covered by stripes in its group": Page(
        before='<div style="opacity: .99">', after=f"{stripes('background: #fff')}</div>"
    ),
    "covered by a tiled gradient": Page(
        after=over("background: linear-gradient(#fff 90%, transparent 90%) 0 0 / 2pt 2pt")
    ),
    "covered to the middle": Page(after=over("top: 150pt; height: 13pt; background: #fff")),
    "its letters on each other": Page("letter-spacing: -.6em"),
    "its lines on each other": Page("line-height: .01; width: 20mm"),
    "another text on it": Page(after='<p style="margin: -14pt 0 0">Something else entirely is written there'),
    "a large dark text on it": Page(
        after='<p style="font: 900 90pt/.8 Inter; position: absolute; left: 0; top: 37mm; margin: 0">MMMMM'
    ),
    "blocks on it, on a page of overlapping texts": Page(
        "position: relative",
        before=f'<div style="position: absolute; top: 250pt; width: 110mm; font-size: 4pt">{OTHERS}</div>',
        after=f'<p style="font: 30pt/1 JetBrains Mono; position: absolute; left: 0; top: 142pt; margin: 0">{"█" * 19}',
    ),
    "one white word": Page(markup=SECRET.replace("Terraform", '<span style="color: #fff">Terraform</span>')),
    "one tiny word": Page(markup=SECRET.replace("Terraform", '<span style="font-size: 1pt">Terraform</span>')),
    "one covered word": Page(
        markup=SECRET.replace(
            "Terraform",
            "Terraform<span style='display: inline-block; background: #fff; width: 50pt;"
            " margin-left: -50pt; height: 9pt; position: relative'></span>",
        )
    ),
    "one white letter": Page(css="#s::first-letter { color: #fff }"),
    "a white line": Page("width: 30mm", css="#s::first-line { color: #fff }"),
    "in a drawing": Page(
        markup="", after=f'<svg width="450" height="30"><text y="20" fill="white">{SECRET}</text></svg>'
    ),
    "an outline without width": Page(
        markup="", after=f'<svg width="450" height="30"><text y="20" fill="none">{SECRET}</text></svg>'
    ),
    "transparent in a drawing": Page(
        markup="", after=f'<svg width="450" height="30"><text y="20" fill-opacity=".01">{SECRET}</text></svg>'
    ),
}

VISIBLE = {
    "beside signs that a theme hides": Page(after='<p style="color: #fff">• x'),
    "dark on white": Page(),
    "grey": Page("color: #767676"),
    "pale grey": Page("color: #bbb"),
    "yellow": Page("color: #e0b000"),
    "pure yellow": Page("color: #ff0"),
    "blue on black": Page("background: #000; color: #33f"),
    "half transparent": Page("opacity: .6"),
    "of a transparent colour": Page("color: rgba(0, 0, 0, .5)"),
    "white on blue": Page("background: #1d4f91; color: #fff"),
    "white on a rounded box": Page("background: #1d4f91; color: #fff; border-radius: 9pt; padding: 1pt 6pt"),
    "white on black paper": Page(css="@page { background: #000 } body { color: #fff }"),
    "white on a gradient": Page("background: linear-gradient(to right, #102030, #7090b0); color: #fff"),
    "white on a picture": Page(f"background: url({picture('#223344')}); color: #fff"),
    "red on green of the same brightness": Page("background: #00b000; color: #f00000"),
    "across two colours": Page("background: linear-gradient(to right, #fff 50%, #9cf 50%)"),
    "underlined": Page("text-decoration: underline"),
    "underlined thickly": Page("text-decoration: underline 2pt"),
    "struck through": Page("text-decoration: line-through"),
    "struck through thickly": Page("text-decoration: line-through 3pt"),
    "behind a few stripes": Page(
        after="".join(over(f"top: {4 * at}pt; height: .8pt; background: #fff") for at in range(60))
    ),
    "behind a dark veil": Page(after=over("background: rgba(0, 0, 0, .5)")),
    "at the edge of the page": Page("transform: translateX(-29pt)"),
    "white on blue, with a bleed": Page("background: #1d4f91; color: #fff", css="@page { bleed: 20mm; marks: crop }"),
    "grey in the bleed": Page("transform: translate(-30mm, -70mm); color: #888", css="@page { bleed: 25mm }"),
    "strokes that lie, in a group": Page("opacity: .8", markup=f"{SECRET} 三二一"),
    "in a frame": Page("border: 1pt solid #000"),
    "in a frame that touches it": Page("border: .5pt solid #000; line-height: 1"),
    "with stripes around it": Page(before="<hr>", after="<hr>"),
    "on a line": Page("position: relative", before=over("border-left: 2pt solid #000; left: 30pt")),
    "small": Page("font-size: 5pt"),
    "large": Page("font-size: 30pt"),
    "thin": Page("font-weight: 100"),
    "upright": Page("transform: rotate(-90deg); margin-top: 60mm"),
    "turned a little": Page("transform: rotate(3deg)"),
    "scaled": Page("transform: scale(.8)"),
    "in tight lines": Page("line-height: .9; width: 30mm"),
    "tightly spaced": Page("letter-spacing: -.03em"),
    "in a cut box that it fits": Page("overflow: hidden"),
    "in columns": Page("columns: 2"),
    "on a pale text": Page(before='<p style="font: 900 90pt/.8 Inter; margin: 0 0 -72pt; color: #eee">CV'),
    "printed twice at the same place": Page(after=f'<p style="margin: -14pt 0 0">{SECRET}'),
    "behind a nearly transparent box": Page(after=over("background: rgba(0, 0, 255, .1)")),
    "beside a box": Page("width: 60mm; position: relative", after=over("background: #fff; top: 120mm")),
    "with a letter of another colour": Page(css="#s::first-letter { color: #c00; font-size: 25pt }"),
    "with emphasis": Page(markup=SECRET.replace("Terraform", "<b>Terra</b><i>form</i>")),
    "marked": Page(markup=SECRET.replace("Terraform", '<span style="background: #fe9">Terraform</span>')),
    "in a list": Page(before="<ul><li>", after="</ul>"),
    "in a drawing": Page(markup="", after=f'<svg width="450" height="30"><text y="20">{SECRET}</text></svg>'),
    "with a halo in a drawing": Page(
        markup="",
        after='<svg width="450" height="30">'
        f'<text y="20" stroke="#fff" stroke-width="3">{SECRET}</text><text y="20">{SECRET}</text></svg>',
    ),
    "outlined in a drawing": Page(
        markup="",
        after=f'<svg width="450" height="40"><text y="30" fill="none" stroke="#000">{SECRET}</text></svg>',
    ),
}


def problems_of(page: Page, folder: Path = Path("no-such-folder")) -> list[Problem]:
    """Return what reading back finds on the PDF of a page."""
    document = document_of(RESUME)
    return list(check_read_back(document, present(validate(document)[0]), set_html(page.html, folder).data))


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_text_is_an_error(name: str) -> None:
    assert [problem.code for problem in problems_of(HIDDEN[name])] in (["hidden-text"], ["lost-text"])


@pytest.mark.parametrize("style", ["color: #fff", "font-size: 1pt", "opacity: 0"])
def test_text_that_a_theme_hides_is_an_error(style: str) -> None:
    (problem,) = problems_of(Page(after=f'<p style="{style}">Ten years of <b>leadership</b></p><p>References'))
    assert problem.code == "hidden-text"
    assert "'Ten years of leadership'" in problem.message


@pytest.mark.parametrize("name", VISIBLE)
def test_visible_text_is_not(name: str) -> None:
    assert problems_of(VISIBLE[name]) == []


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_may_be_shown_turned(angle: int) -> None:
    for page, is_visible in ((VISIBLE["white on blue"], True), (HIDDEN["white"], False)):
        data = io.BytesIO()
        with pikepdf.open(io.BytesIO(set_html(page.html).data)) as pdf:
            pdf.pages[0].rotate(angle, relative=False)
            pdf.save(data)
        (text,) = read_visible_text(data.getvalue()).pages
        assert (SECRET in text) == is_visible


@pytest.mark.parametrize("outline", [None, (0, 0, 1, 1)], ids=["empty", "a speck"])
def test_letters_without_an_outline_are_hidden(tmp_path: Path, outline: tuple[int, int, int, int] | None) -> None:
    (tmp_path / "fonts").mkdir()
    font = TTFont(FONTS / "arimo" / "Arimo-Regular.ttf")
    pen = TTGlyphPen(None)
    if outline:
        left, bottom, right, top = outline
        pen.moveTo((left, bottom))
        for corner in ((left, top), (right, top), (right, bottom)):
            pen.lineTo(corner)
        pen.closePath()
    glyph = pen.glyph()
    for name in font.getGlyphOrder():
        font["glyf"][name] = glyph
    for record in font["name"].names:
        record.string = record.toUnicode().replace("Arimo", "Blank")
    font.save(tmp_path / "fonts" / "Blank.ttf")
    problems = problems_of(Page(css="#s { font-family: Blank }"), tmp_path)
    assert [problem.code for problem in problems] == ["hidden-text"]


def test_a_page_that_takes_too_long_to_search_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_back, "read_visible_text", lambda pdf: sum(range(10**12)))
    monkeypatch.setattr(read_back, "_LIMITS", Limits(seconds=0.1, memory=1_000_000_000))
    (problem,) = problems_of(HIDDEN["white"])
    assert (problem.code, problem.severity) == ("page-too-complex", "error")
