"""Markdown, as résumés have it: the cases of `markdown.txt`, and that no word gets lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.present import plain
from resumekit.present.inline import Link, Words
from resumekit.present.markdown import blocks, inlines
from resumekit.theming.html_writer import blocks_html, inline_html

CASE = re.compile(r"^(?P<title>[^\n]+)\n\.\n(?P<source>.*?)\n\.\n(?P<html>.*?)\n\.$", re.MULTILINE | re.DOTALL)


def cases() -> Iterator[object]:
    text = (Path(__file__).parent / "markdown.txt").read_text(encoding="utf-8")
    for case in CASE.finditer(text):
        yield pytest.param(case["source"], case["html"], id=case["title"].replace(" ", "-"))


@pytest.mark.parametrize(("source", "html"), [*cases()])
def test_markdown_becomes_the_html_of_its_case(source: str, html: str) -> None:
    assert blocks_html(blocks(source)) == re.sub(r"(?<=>)\n\s*(?=<)", "", html)


@pytest.mark.parametrize(
    "source",
    ["- no list", "1. no list", "1986. A year", "* no list", "+ no list", "- a\n- b", "a\n\nb", "# a", "> a", "---"],
)
def test_a_text_of_one_paragraph_has_no_blocks(source: str) -> None:
    assert inline_html(inlines(source)) == unescape(source).replace(">", "&gt;").replace("\n", " ")


@pytest.mark.parametrize(
    "source", ["**bold** and *more*", "[link](https://example.org)", "`code`", "a\\\nb", "<a@b.org>"]
)
def test_one_paragraph_is_the_same_inside_and_outside_of_blocks(source: str) -> None:
    assert f"<p>{inline_html(inlines(source))}</p>" == blocks_html(blocks(source))


@pytest.mark.parametrize("levels", [9, 10, 11, 19, 20, 21, 400])
@pytest.mark.parametrize("marker", ["- ", "1. ", "*\t"])
def test_however_deep_lists_nest_no_word_is_lost(marker: str, levels: int) -> None:
    on_one_line = marker * levels + "deepest"
    line_by_line = "\n".join(f"{'    ' * level}- level{level}" for level in range(levels))
    assert "deepest" in blocks_html(blocks(on_one_line))
    assert f"level{levels - 1}" in blocks_html(blocks(line_by_line))


def words_of(html: str) -> str:
    """Return the text of HTML; blocks end words, marks of a language do not."""
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?span[^>]*>", "", html)))


HARMLESS = st.text(st.characters(exclude_characters="\\`*_[]<>&", exclude_categories=["C", "Zl", "Zp"]))


@given(HARMLESS)
def test_text_without_markup_stays_as_it_is(text: str) -> None:
    assert plain(inlines(text)) == text.strip()


@given(st.lists(HARMLESS, min_size=1).map("\n".join))
def test_blocks_without_markup_keep_every_word(text: str) -> None:
    without_markers = re.sub(r"(?m)^\s*(?:[-+]|[0-9]{1,9}[.)])(?=\s|$)", "", text)
    html = blocks_html(blocks(text))
    assert is_within(without_markers, words_of(html))
    assert is_within(words_of(re.sub(r'<span class="mark">.*?</span>', "", html)), text)


def is_within(some: str, more: str) -> bool:
    """Tell whether all words of a text are among those of another, in their order."""
    words = iter(re.findall(r"\w+", more))
    return all(word in words for word in re.findall(r"\w+", some))


MARKUP = st.lists(
    st.sampled_from(
        [
            *("a", "b", "Z", "神", "ー", " ", "\n", "\n\n", "  \n", "    "),
            *("*", "**", "_", "`", "``", "```", "~~~", "|", "\\", "#", "> ", "---", "- ", "+ ", "1. ", "7) "),
            *("[", "]", "[x](", ")", "](", "![", "!", "](https://c.example/d)", "](javascript:e)"),
            *("<", ">", "</f>", "<https://g.example>", "<h@i.example>", "&amp;", "&", ";"),
        ]
    )
).map("".join)


@given(MARKUP)
def test_nothing_but_markup_vanishes(source: str) -> None:
    """Every letter is in the text or in the address of a link, as often as it was typed."""
    html = blocks_html(blocks(source))
    addresses = "".join(re.findall(r'href="([^"]*)"', html))
    typed = Counter(letter for letter in source.replace("&amp;", "&") if letter.isalpha())
    assert typed <= Counter(words_of(html) + unescape(addresses))


@given(MARKUP)
def test_a_text_of_one_paragraph_loses_nothing_either(source: str) -> None:
    html = inline_html(inlines(source))
    addresses = "".join(re.findall(r'href="([^"]*)"', html))
    typed = Counter(letter for letter in source.replace("&amp;", "&") if letter.isalpha())
    assert typed <= Counter(words_of(html) + unescape(addresses))


@pytest.mark.parametrize("source", ["[](https://c.example/d)", "[ ](https://c.example/d)"])
def test_a_link_without_a_text_shows_its_address(source: str) -> None:
    assert inlines(source) == (Link("https://c.example/d", (Words("https://c.example/d"),)),)


def test_code_of_nothing_but_spaces_is_seen() -> None:
    assert inlines("a ` ` b") == (Words("a "), Words("` `"), Words(" b"))


def test_words_are_joined_where_the_parser_split_them() -> None:
    assert inlines("a\\*b &amp; c") == (Words("a*b & c"),)
