"""The résumé at the root of the project: every reader extracts every fact from the PDF, in every theme."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pikepdf
import pytest
import yaml

from theming.page_reader import PageReader
from theming.themes import BUILT_IN
from turns import in_turn

from .conftest import ROOT, Made
from .readers import IN_ORDER, READERS, lines_of, out_of_order, without_layout

FACTS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "seed_facts.yaml").read_text(encoding="utf-8"))
PHRASES = list(chain.from_iterable(FACTS.values()))

DATE = re.compile(r"(?:[A-Z][a-z]{2} )?\d{4}|Present")

each_theme = pytest.mark.parametrize("theme", BUILT_IN)
# The facts are in the order of entries that begin with one line, and with the dates that these themes print.
each_plain_theme = pytest.mark.parametrize("theme", ["modern", "classic", "compact"])
each_reader = pytest.mark.parametrize("reader", READERS)

BuiltRésumé = Callable[[str], Made]


def text_of(pdf: Path, reader: str) -> str:
    return without_layout(READERS[reader](pdf))


@each_theme
def test_it_builds_without_a_warning(built_résumé: BuiltRésumé, theme: str) -> None:
    made = built_résumé(theme)
    assert made.exit_code == 0, made.said
    assert "warning" not in made.said
    assert sorted(path.name for path in made.folder.iterdir()) == ["resume.html", "resume.pdf"]


@each_theme
def test_the_pdf_is_well_formed(built_résumé: BuiltRésumé, theme: str) -> None:
    with pikepdf.open(built_résumé(theme).pdf) as pdf:
        assert pdf.check_pdf_syntax() == []


@each_plain_theme
@each_reader
def test_every_fact_is_read(built_in_lines: BuiltRésumé, theme: str, reader: str) -> None:
    text = text_of(built_in_lines(theme).pdf, reader)
    assert [fact for fact in PHRASES if without_layout(fact) not in text] == []


@each_plain_theme
@each_reader
def test_the_facts_are_read_in_the_order_of_the_page(built_in_lines: BuiltRésumé, theme: str, reader: str) -> None:
    assert out_of_order(without_layout(IN_ORDER[reader](built_in_lines(theme).pdf)), PHRASES) == []


@each_plain_theme
@each_reader
def test_all_but_the_dates_are_in_order_even_for_readers_that_guess_columns(
    built_in_lines: BuiltRésumé, theme: str, reader: str
) -> None:
    undated = [phrase for phrase in PHRASES if not DATE.fullmatch(phrase)]
    assert out_of_order(text_of(built_in_lines(theme).pdf, reader), undated) == []


@pytest.mark.parametrize(("theme", "reader"), list(in_turn(BUILT_IN, [*READERS])))
def test_the_chinese_title_is_read_as_it_is_written(built_résumé: BuiltRésumé, theme: str, reader: str) -> None:
    assert "神經網路的混合精度量化方法" in text_of(built_résumé(theme).pdf, reader)


@each_plain_theme
def test_every_text_of_the_source_is_in_the_web_page(built_in_lines: BuiltRésumé, theme: str) -> None:
    text = without_layout(
        PageReader(built_in_lines(theme).html.read_text(encoding="utf-8").partition("</head>")[2]).text
    )
    assert out_of_order(text, PHRASES) == []


@each_theme
def test_every_picture_is_drawn(built_résumé: BuiltRésumé, theme: str) -> None:
    with pikepdf.open(built_résumé(theme).pdf) as pdf:
        drawn = {image.objgen for page in pdf.pages for image in page.get_images().values()}
    assert len(drawn) >= len(list((ROOT / "images").glob("*.png")))


@each_plain_theme
def test_it_takes_two_pages_at_most(built_in_lines: BuiltRésumé, theme: str) -> None:
    with pikepdf.open(built_in_lines(theme).pdf) as pdf:
        assert len(pdf.pages) <= 2


@each_plain_theme
def test_dates_end_at_one_edge(built_in_lines: BuiltRésumé, theme: str) -> None:
    dated = re.compile(r"\d{4}\u2009–\u2009(?:[A-Z][a-z]{2} \d{4}|\d{4}|Present)$")
    edges = {round(x, 0) for text, x in lines_of(built_in_lines(theme).pdf) if dated.search(text)}
    assert len(edges) == 1
