"""Where lines break, and which parts of a text keep a direction of their own."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from resumekit.present.inline import Code, Link, Paragraph, Words
from resumekit.theming.html_text import address_html, direction_of, text_html, unbroken_html
from resumekit.theming.html_writer import blocks_html, inline_html

MAIL = "jane-doe-of-the-north@example.org"


def typed(html: str) -> str:
    """Return markup with short signs: `~` for no break, `|` for a break, `⟨⟩` for isolated text."""
    signs = (("&NoBreak;", "~"), ("<wbr>", "|"), ("<bdi>", "⟨"), ("</bdi>", "⟩"), ("&lt;", "<"), ("&gt;", ">"))
    for markup, sign in signs:
        html = str(html).replace(markup, sign)
    return html


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("pp. 348–446, 99-461", "pp. 348–~446, 99-~461"),
        ("well-known and/or TCP/IP – so", "well-known and/or TCP/IP – so"),
        (f"Write to {MAIL}, or not", "Write to jane-~doe-~of-~the-~north@|example.|org, or not"),
        ("see https://example.org/a-b/c", "see https://|example.|org/|a-~b/|c"),
        ("see github.com/a-b", "see github.com/a-~b"),
        ("a@b-c.org", "a@b-~c.org"),
        ("見る https://example.org/a-b/cに", "見る https://|example.|org/|a-~b/|cに"),
    ],
)
def test_an_address_breaks_after_its_signs_only_and_numbers_of_a_range_stay_together(text: str, made: str) -> None:
    assert typed(text_html(text)) == made


def test_a_long_part_of_an_address_may_break() -> None:
    assert typed(address_html("https://example.org/" + "x" * 45)).endswith("/|" + "|".join(["x" * 15] * 3))


def test_it_does_not_break_inside_a_ligature() -> None:
    assert "donaudampfschiff|fahrtsgesellsch|" not in typed(address_html("a@donaudampfschifffahrtsgesellschaft.de"))
    assert not re.search(r"[ft]\|(?![@./])", typed(address_html("a@" + "offftttffi" * 6 + ".de")).partition("@|")[2])


def test_a_name_does_not_break_at_its_hyphens() -> None:
    html = Markup('<span lang="zh-Hans">Ann-Marie</span> Doe-Roe')
    assert typed(unbroken_html(html)) == '<span lang="zh-Hans">Ann-~Marie</span> Doe-~Roe'


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("أكتب C++ و C#، List<T> وغيرها", "أكتب ⟨C++⟩ و ⟨C#⟩، ⟨List<T>⟩ وغيرها"),
        ("أعمل مع .NET اليوم", "أعمل مع ⟨.NET⟩ اليوم"),
        ("وغيرها (انظر C++).", "وغيرها (انظر ⟨C++⟩)."),
        ("كتبت (C++) هنا", "كتبت ⟨(C++)⟩ هنا"),
        ("مهندسة في Example Ltd (منذ 2012)", "مهندسة في Example Ltd (منذ 2012)"),
        ("أستخدم Node.js. ثم Go, وغيرها", "أستخدم Node.js. ثم Go, وغيرها"),
        ("من 2019 – 2021!", "من 2019 – 2021!"),
    ],
)
def test_words_that_end_in_signs_are_isolated_in_right_to_left_text(text: str, made: str) -> None:
    assert typed(text_html(text, "rtl")) == made
    assert "<bdi>" not in text_html(text, "ltr")


def test_code_and_addresses_are_isolated_in_right_to_left_text() -> None:
    assert typed(inline_html((Code("git --help"),), page="rtl")) == "<code>⟨git --help⟩</code>"
    assert (
        typed(inline_html((Link("https://x.org", (Words("C++"),)),), page="rtl")) == '<a href="https://x.org">⟨C++⟩</a>'
    )


@pytest.mark.parametrize(
    ("text", "page", "direction"),
    [
        ("Developer", "ltr", "ltr"),
        ("Developer", "rtl", "ltr"),
        ("2019 – 2021", "rtl", "rtl"),
        ("مطور", "ltr", "rtl"),
        ("مطور C++", "ltr", "rtl"),
        ("Kubernetes هو ما أستخدمه كل يوم", "rtl", "rtl"),
        ("The word مرحبا in a text", "ltr", "ltr"),
    ],
)
def test_a_text_in_the_other_direction_is_known_by_its_letters(text: str, page: str, direction: str) -> None:
    assert page in ("ltr", "rtl")
    assert direction_of(text, "rtl" if page == "rtl" else "ltr") == direction


def test_a_paragraph_has_the_direction_of_its_letters() -> None:
    arabic, english = Paragraph((Words("مرحبا بكم."),)), Paragraph((Words("Hello."),))
    assert blocks_html((arabic, english)) == '<p dir="rtl">مرحبا بكم.</p><p>Hello.</p>'
    assert blocks_html((arabic, english), "rtl") == '<p>مرحبا بكم.</p><p dir="ltr">Hello.</p>'
