"""Paragraphs of shared style sheets that only some pages need."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import tinycss2

from present.resumes import document_of, view_of
from resumekit.theming import Design, render_html
from resumekit.theming.environment import PARTS

from .themes import built_in

PARAGRAPH = re.compile(r"/\* \[([^\]]+)\]")
NOT_REQUIRED = re.compile(r":(?:not|has)\((?:[^()]|\([^()]*\))*\)")


def paragraphs() -> Iterator[tuple[tuple[str, ...], str]]:
    for file in sorted(PARTS.rglob("*.css")):
        for paragraph in file.read_text(encoding="utf-8").split("\n\n"):
            if found := PARAGRAPH.match(paragraph):
                yield tuple(found[1].split(", ")), paragraph


def selectors(style: str) -> Iterator[str]:
    for rule in tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True):
        assert rule.type == "qualified-rule", rule
        selector: list[object] = []
        for token in [*rule.prelude, ","]:
            if token == ",":
                yield tinycss2.serialize(selector).strip()
                selector = []
            else:
                selector.append(token)


@pytest.mark.parametrize(("words", "paragraph"), list(paragraphs()))
def test_each_selector_of_such_a_paragraph_requires_one_of_its_words(words: tuple[str, ...], paragraph: str) -> None:
    for selector in selectors(paragraph):
        assert any(word in NOT_REQUIRED.sub("", selector) for word in words), selector


def page_with(dates: str) -> str:
    design = Design.of(built_in("modern"), {"dates": dates}, None, document_of("basics: {}"))
    return render_html(view_of("basics: {name: Ada}"), design)


def test_a_page_has_the_rules_that_it_needs_and_no_others() -> None:
    assert ".dates-start .date" in page_with("start")
    assert ".dates-start .date" not in page_with("end")


def test_rules_keep_their_lines_so_that_messages_about_them_are_located() -> None:
    style = (PARTS / "base.css").read_text(encoding="utf-8").split("\n")
    last = style.index("@page :first {")
    assert page_with("end").partition("<style>\n")[2].split("\n")[last] == style[last]
