"""What is drawn early: contacts in a second column, that column before a page break, and the margins of pages."""

from __future__ import annotations

import pytest

from .builds import built, set_html, texts_of

RESUME = """
basics: {name: Ada Lovelace, label: Analyst, email: ada@example.org}
work: [{name: Employer, position: Engineer, highlights: [A bullet]}]
skills: [{name: Languages, keywords: [Python]}]
"""


def test_contacts_beside_the_first_column_are_read_before_its_sections() -> None:
    text = "".join(texts_of(built("sidebar", RESUME).artifact.data))
    wanted = ["Ada Lovelace", "ada@example.org", "Engineer", "A bullet", "Languages"]
    assert sorted(wanted, key=text.index) == wanted


LONG = """
basics: {name: Ada Lovelace, label: Analyst}
work: [{name: First Employer, position: Engineer, highlights: [One, Two]}, {name: Next Employer, break: before}]
skills: [{name: Languages, keywords: [Python]}]
"""


@pytest.mark.parametrize("theme", ["sidebar", "split"])
def test_the_second_column_is_read_before_a_first_one_that_continues_on_the_next_page(theme: str) -> None:
    first, second = texts_of(built(theme, LONG).artifact.data)
    wanted = ["Ada Lovelace", "Languages", "Python", "First Employer", "Two"]
    assert sorted(wanted, key=first.index) == wanted
    assert "Next Employer" in second


def paged(body: str) -> list[str]:
    """Return the texts of the pages of a document with a word in the header and one in the footer of its pages."""
    style = "li {display: block} @page {size: A5; @top-left {content: 'header'} @bottom-left {content: 'footer'}}"
    pages = texts_of(set_html(f"<style>{style}</style>{body}").data)
    return [" ".join(text.split()) for text in pages]


def test_a_title_on_top_of_a_page_follows_the_margins() -> None:
    pages = paged("<section><p>One</p></section><section style='break-before: page'><h2>Title</h2><p>Two</p></section>")
    assert pages == ["One header footer", "footer header Title Two"]


@pytest.mark.parametrize("tag", ["article", "ul"])
def test_an_entry_that_continues_on_the_next_page_is_not_interrupted_by_the_margins(tag: str) -> None:
    pages = paged(f"<{tag}><li>One</li><li style='break-before: page'>Two</li></{tag}>")
    assert pages == ["One header footer", "Two header footer"]
