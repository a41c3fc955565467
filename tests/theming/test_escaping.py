"""Everything written in a field is text on the page: it cannot open elements, and is printed unchanged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.resumes import Filler, view_of
from resumekit.load.allowed_characters import first_forbidden
from resumekit.present import ResumeView
from resumekit.present.inline import Words
from resumekit.present.markdown import blocks, inlines
from resumekit.schema import LINK_SCHEMES
from resumekit.theming.html_writer import blocks_html, inline_html
from strategies import rarely

from .page_reader import PageReader
from .themes import BUILT_IN, built_in, set_in

FILLER = Filler()
VIEW = view_of(FILLER.resume())

NASTY = [
    *("<b>", "</p>", "</style>", "</title>", "<script>alert(1)</script>", "<!-- ", "-->", "]]>", "<?x ?>"),
    *("<!doctype x>", "&amp;", "&lt;b&gt;", "&#60;", "&amp;lt;", "&", '"', "'", "`", "=", "\\"),
    *('" onclick="x', "' x='", "{{ 7 * 7 }}", "{% raw %}", "{# x #}", "javascript:x", "%00"),
    *("\N{ZERO WIDTH SPACE}", "e\N{COMBINING ACUTE ACCENT}"),
]
TEXTS = (
    st.lists(st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["C"])), min_size=1, max_size=4)
    .map("".join)
    .map(str.strip)
    .filter(lambda text: text and not first_forbidden(text))
)


_IN_A_DATE = 12
"""Characters. A long date follows its title even where dates are at the start of the line."""


@cache
def page(theme: str) -> PageReader:
    return PageReader(set_in(built_in(theme), VIEW))


def with_texts(value: Any, texts: Mapping[str, str]) -> Any:
    """Return a view in which some words are replaced by other texts."""
    if isinstance(value, str):
        for word, text in texts.items():
            value = value.replace(word, text)
        return value
    if isinstance(value, tuple):
        return tuple(with_texts(item, texts) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: with_texts(getattr(value, field.name), texts) for field in fields(value)})
    return value


def without_spans(page: PageReader) -> list[tuple[str, ...]]:
    """Return the tags of a page without those caused by long texts: spans that may break, links split into parts,
    paragraphs and rows of their own.
    """
    tags: list[tuple[str, ...]] = []
    seams = [([("/a",)], ("a", "href")), ([("/p",)], ("p", "class")), ([("/div",)], ("div", "class"))]
    for tag in page.tags:
        if (tags[-1:], tag) in seams:
            tags.pop()
        elif tag[0] not in {"span", "/span", "wbr", "bdi", "/bdi"}:
            tags.append(tag)
    return tags


@pytest.mark.parametrize("theme", BUILT_IN)
@rarely
@given(st.dictionaries(st.sampled_from(sorted(FILLER.words)), TEXTS, min_size=1, max_size=12))
def test_any_text_in_any_field_of_any_theme_is_text(theme: str, texts: dict[str, str]) -> None:
    harmless = page(theme)
    texts = {word: text[:_IN_A_DATE].strip() or "x" if word.isdigit() else text for word, text in texts.items()}
    view: ResumeView = with_texts(VIEW, texts)
    made = PageReader(set_in(built_in(theme), view))
    assert without_spans(made) == without_spans(harmless)
    assert made.text == " ".join(str(with_texts(harmless.text, texts)).split())


@given(TEXTS)
def test_markdown_makes_only_the_elements_of_a_text(text: str) -> None:
    for html in (inline_html(inlines(text)), blocks_html(blocks(text))):
        tags = PageReader(html).tags
        assert {tag[0].lstrip("/") for tag in tags} <= {
            "p",
            "ul",
            "li",
            "span",
            "strong",
            "em",
            "code",
            "a",
            "br",
            "wbr",
            "bdi",
        }
        assert {attribute for tag in tags for attribute in tag[1:]} <= {"class", "lang", "href", "dir"}


LINKS = ["[a](", "(", ")", "](", "<", ">", "https:", "mailto:", "file:", "data:", "//", " "]


@given(st.lists(st.sampled_from([*NASTY, *LINKS])))
def test_links_lead_to_the_web_to_mail_and_to_telephones_only(parts: list[str]) -> None:
    html = str(inline_html(inlines("".join(parts))))
    reader = PageReader(html)
    addresses = [value for value in reader.values if "href" in html and ":" in value]
    assert len(addresses) == sum(tag == ("a", "href") for tag in reader.tags)
    assert all(address.partition(":")[0].lower() in LINK_SCHEMES for address in addresses)


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("x" * 31, True),
        ("x" * 30, False),
        ("五人のエンジニアを率いて推論の基盤を築き処理の費用を三割も削減した" * 2, False),
        ("วิศวกรซอฟต์แวร์ที่มีประสบการณ์ในการพัฒนาระบบแบบกระจาย", False),
        ("https://example.org/に" + "x" * 31, True),
        ("https://example.org/" + "x" * 31, False),
    ],
)
def test_only_a_word_whose_script_has_spaces_can_be_too_long_for_a_line(text: str, is_cut: bool) -> None:
    assert ('class="unbroken"' in inline_html((Words(text),))) is is_cut
