"""Where pages break inside entries and lists, by the rules that all themes share."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from present.resumes import document_of
from resumekit.present import present
from resumekit.schema import validate
from resumekit.theming import Design, render_html
from resumekit.theming.environment import PARTS
from resumekit.typeset import Folders, TypesetRequest, typeset
from typeset.builds import texts_of

from .themes import built_in

STYLE = (PARTS / "base.css").read_text(encoding="utf-8") + (
    "@page { size: 100mm 100mm; margin: 10mm } html { font: 10pt/1.4 Inter }"  # 16 lines
)


def classes_of(text: str) -> list[set[str]]:
    """Return the classes of each entry."""
    document = document_of(text)
    html = render_html(present(validate(document)[0]), Design.of(built_in("modern"), {}, None, document))
    return [set(found.split()) for found in re.findall(r'<article class="([^"]*)"', html)]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("position: a, highlights: [b, c]", {"short"}),  # with the employer, four lines
        ("position: a, highlights: [b, c, d]", set()),
        ("position: a, highlights: [b, c, d], break: avoid", {"break-avoid"}),
        ("position: a, highlights: [b, c], break: allow", {"short", "break-allow"}),
        ("position: a", {"short", "line"}),
        ("position: a, url: 'https://example.org'", {"short"}),
        ("position: a, summary: b", {"short"}),
    ],
)
def test_entries_of_four_lines_stay_whole_and_those_of_one_are_lines(entry: str, expected: set[str]) -> None:
    (classes,) = classes_of(f"work: [{{name: Example, {entry}}}]")
    assert classes & {"short", "line", "break-avoid", "break-allow"} == expected


def lines_on_pages(body: str) -> list[int]:
    """Return how many lines `x` each page has."""
    html = f"<!doctype html><html lang=en><title>A page</title><style>{STYLE}</style><body>{body}</html>"
    made = typeset(TypesetRequest(html, Folders(Path("none"), ())))
    return [text.count("x") for text in texts_of(made.data)]


FILLER = "<p>filler</p>"


def article(classes: str, lines: int = 6) -> str:
    return f'<article class="{classes}"><p>{"x<br>" * (lines - 1)}x</p></article>'


@pytest.mark.parametrize(
    ("classes", "pages"),
    [
        ("entry", [4, 2]),
        ("entry short", [0, 6]),
        ("entry short break-allow", [4, 2]),
        ("group", [0, 6]),
        ("group break-allow", [4, 2]),
        ("entry break-avoid", [0, 6]),
    ],
)
def test_an_entry_breaks_if_the_résumé_allows_it(classes: str, pages: list[int]) -> None:
    assert lines_on_pages(FILLER * 12 + article(classes)) == pages


def test_a_section_allows_it_for_its_entries_except_those_that_avoid_it() -> None:
    section = '<section class="break-allow"><div>{}</div></section>'
    assert lines_on_pages(FILLER * 12 + section.format(article("entry short"))) == [4, 2]
    assert lines_on_pages(FILLER * 12 + section.format(article("entry short break-avoid"))) == [0, 6]


@pytest.mark.parametrize(
    ("classes", "pages"),
    [(["line", "line", "line"], [1, 2]), (["line", "line", ""], [2, 1]), (["", "", "line"], [2, 1])],
)
def test_the_last_two_entries_of_one_line_stay_together(classes: list[str], pages: list[int]) -> None:
    entries = "".join(article(f"entry {name}", 1) for name in classes)
    assert lines_on_pages(FILLER * 14 + f"<section>{entries}</section>") == pages
