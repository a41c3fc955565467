"""The approximate width of a text, against the advances of the bundled fonts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import uharfbuzz as hb

from present.resumes import view_of
from resumekit.theming import Design, Theme
from resumekit.theming.page import page_html
from resumekit.theming.text_width import ems, lines

FONTS = Path(__file__).parents[2] / "src" / "resumekit" / "fonts"
SANS = ("inter/Inter-Regular.ttf", "figtree/Figtree-Regular.ttf", "arimo/Arimo-Regular.ttf")


def drawn(font: str, text: str) -> float:
    """Return the width of a text with figures of equal width, in units of its size."""
    face = hb.Face(hb.Blob.from_file_path(FONTS / font))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer, {"tnum": True})
    advances: list[int] = [position.x_advance for position in buffer.glyph_positions]
    return sum(advances) / int(face.upem)


@pytest.mark.parametrize("font", SANS)
@pytest.mark.parametrize(
    "date", ["2021\u2009–\u20092024", "Sep 2020\u2009–\u2009Present", "1. Jan. 2019", "September 2020"]
)
def test_a_date_is_about_as_wide_as_it_is_drawn(font: str, date: str) -> None:
    assert ems(date) == pytest.approx(drawn(font, date), rel=0.11)


def test_east_asian_characters_fill_their_square() -> None:
    assert ems("2019年４月") == drawn("noto-sans-cjk/NotoSansCJK-Regular.otf", "年４月") + ems("2019")


@pytest.mark.parametrize("text", ["\u2060", "\u200f", "\u0301", "\u0650"])
def test_marks_and_joiners_have_no_width(text: str) -> None:
    assert ems(text) == 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("nine lett", 1),
        ("nine letters", 2),
        ("nine lett nine lett", 2),
        ("a letters", 1),
        ("letters letters letters", 3),  # together, two and a half lines
        ("unbreakable" * 2 + "  ", 3),
        ("unbreakable" * 2 + " a", 3),
        ("年" * 12, 3),
    ],
)
def test_lines_break_between_words_and_inside_wide_ones(text: str, number: int) -> None:
    assert lines(text, 5) == number  # in a line of eight or nine letters


def test_templates_can_ask_for_it(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of({"resume.html.j2": "{{ ems('20') }}"})
    assert page_html(view_of("basics: {}"), Design(theme, {}, "A4", "16mm")) == "1.12"


def test_a_page_knows_the_width_of_its_longest_label(theme_of: Callable[..., Theme]) -> None:
    view = view_of(
        "skills: [{name: Short, keywords: [a]}, {name: A longer name, keywords: [b]}, {name: The longest name}]"
    )
    page = page_html(view, Design(theme_of({"resume.html.j2": "{{ style }}"}), {}, "A4", "16mm"))
    assert f"--longest-label: {ems('A longer name'):.1f}rem" in page
