"""Plain text contains the whole view without markup, in lines that fit any form field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from end_to_end.readers import out_of_order, without_layout
from present.resumes import view_of
from resumekit.check.view_text import links_of
from resumekit.present import Inlines, plain
from resumekit.present.inline import Link, Paragraph, Words
from resumekit.present.markdown import blocks, inlines
from resumekit.present.view import BulletsView, BulletView, SectionView
from resumekit.writers.plain_text.line_wrapping import columns, wrap
from resumekit.writers.plain_text.plain_text_writer import plain_text, write
from strategies import allowed_characters, often
from typeset.builds import FILLER, TEXTS, squeezed

from .hostile import substitutes, with_texts
from .reading import texts_in_order
from .sources import SOURCES, manuscript
from .trees import typed

FULL = view_of(TEXTS["full"])
EMPTY = view_of("{}")
HAN = re.compile("[\u4e00-\u9fff]{2}")


def width(text: str) -> int:
    """Return the width of a text in columns, as terminals count."""
    shown = (char for char in text if not unicodedata.combining(char) and unicodedata.category(char) != "Cf")
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in shown)


CHARACTERS = st.sampled_from("  \N{NO-BREAK SPACE}漢字「」。っ한글a")


def section_of(*tree: object, **fields: object) -> str:
    """Write a section of one paragraph, or of these fields, and return what is below its title."""
    text = (Paragraph(tree),) if tree else ()  # type: ignore[arg-type]
    section = replace(SectionView("own", (Words("Own"),), text=text), **fields)  # type: ignore[arg-type]
    return plain_text(replace(EMPTY, sections=(section,))).removeprefix("Own\n").strip("\n")


def assert_fits(text: str) -> None:
    assert text.endswith("\n") or not text
    for line in text.splitlines():
        assert line == line.rstrip()
        assert "\t" not in line
        words = line.split()
        marks = sum(bool(re.fullmatch(r"•|\d+\.|[a-z]+\.", word)) for word in words)
        assert width(line) <= 80 or (len(words) - marks <= 1 and not HAN.search(line)), line


# --- a whole résumé


@pytest.mark.parametrize("name", SOURCES)
def test_every_text_of_a_résumé_is_there_in_order(name: str) -> None:
    view = manuscript(name).view
    text = plain_text(view)
    found = re.sub(r"\((?:https?:|[^()\s]+@)[^\s]+\)", "", text)
    assert out_of_order(without_layout(found), texts_in_order(view), reach=1000) == []
    assert_fits(text)


@pytest.mark.parametrize("name", SOURCES)
def test_every_url_of_a_résumé_is_there(name: str) -> None:
    view = manuscript(name).view
    text = without_layout(plain_text(view))
    digits = re.sub(r"\D", "", text)
    for url in filter(None, links_of(view)):
        shown = without_layout(re.sub(r"^(https?://(www\.)?|mailto:)", "", url).rstrip("/"))
        assert shown in text or (url.startswith("tel:") and re.sub(r"\D", "", url)[-4:] in digits), url


def test_every_public_field_of_the_schema_is_there_and_no_private_one() -> None:
    written = plain_text(FULL)
    unsaid = (".width", ".id", ".file", "basics.image.alt", ".logo.alt")
    shown = {word: path for word, path in FILLER.words.items() if not path.endswith(unsaid)}
    assert {path for word, path in shown.items() if word not in written} == set()
    assert {path for word, path in FILLER.hidden.items() if word in written} == set()


def without_dots(text: str) -> str:
    """Return a text without white space and without the dots that separate texts on one line."""
    return squeezed(text).replace("·", "")


HARMLESS = plain_text(FULL)
IN_ADDRESSES = " ".join(links_of(FULL))
(PHONE,) = (word for word, path in FILLER.words.items() if path == "basics.phone")


@given(substitutes)
def test_any_text_in_any_field_is_unchanged(texts: Mapping[str, str]) -> None:
    texts = {word: text for word, text in texts.items() if word not in IN_ADDRESSES and word != PHONE}
    assume(len({*texts.values()}) == len(texts))  # alternative text equal to the caption is omitted
    written = plain_text(with_texts(FULL, texts))
    assert without_dots(written) == without_dots(with_texts(squeezed(HARMLESS), texts))
    assert_fits(written)


@often
@given(typed)
@example("**bold** *text* `code`")
def test_no_markup_is_left_over(text: str) -> None:
    tree = inlines(text)
    links = [inline for inline in tree if isinstance(inline, Link)]
    if not list(links_of(tree)):
        assert squeezed(section_of(*tree)) == squeezed(plain(tree))
    assert all(squeezed(plain(link.children)) in squeezed(section_of(*tree)) for link in links)


def test_lists_keep_their_marks() -> None:
    assert section_of(text=blocks("3. a\n5. b\n\n   - c\n\n     d")) == "3. a\n5. b\n   • c\n\n     d"


# --- URLs


@pytest.mark.parametrize(
    ("text", "url", "written"),
    [
        ("the code", "https://example.org/a", "the code (https://example.org/a)"),
        ("https://example.org/a", "https://example.org/a", "https://example.org/a"),
        ("example.org", "https://www.example.org/", "example.org"),
        ("Größe.example", "https://Gr%C3%B6%C3%9Fe.example", "Größe.example"),
        ("example.org", "https://example.org/other", "example.org (https://example.org/other)"),
        ("ada@example.org", "mailto:ada@example.org", "ada@example.org"),
        ("write to me", "mailto:ada%2Bcv@example.org?subject=x", "write to me (ada+cv@example.org)"),
        ("+44 (0)20 7946 0000", "tel:+442079460000", "+44 (0)20 7946 0000"),
        ("call me", "tel:+442079460000", "call me (+442079460000)"),
        ("", "https://example.org", "https://example.org"),
    ],
)
def test_a_url_is_printed_once(text: str, url: str, written: str) -> None:
    children: Inlines = (Words(text),) if text else ()
    assert section_of(Link(url, children)) == written


# --- lines


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("aaa bbb ccc", 8, ["aaa bbb", "ccc"]),
        ("a verylongword b", 8, ["a", "verylongword", "b"]),
        ("aa\N{NO-BREAK SPACE}bb ccc", 8, ["aa bb", "ccc"]),
        ("a bbb\N{THIN SPACE}–\N{THIN SPACE}ccc d", 10, ["a", "bbb – ccc", "d"]),
        ("a bbb\N{THIN SPACE}–\N{THIN SPACE}ccc d", 8, ["a bbb –", "ccc d"]),
        ("漢字漢字漢字", 7, ["漢字漢", "字漢字"]),
        ("漢字漢。「字」", 6, ["漢字", "漢。", "「字」"]),
        ("カッターシャツ", 6, ["カッ", "ター", "シャツ"]),
        ("한국어 글자", 8, ["한국어", "글자"]),
        ("e\u0301e\u0301 e\u0301e\u0301 e", 5, ["e\u0301e\u0301 e\u0301e\u0301", "e"]),
        ("👩‍💻👩‍💻 a", 7, ["👩‍💻", "👩‍💻 a"]),
        ("שלום עולם", 8, ["שלום", "עולם"]),
    ],
)
def test_lines_break_where_they_may(text: str, limit: int, lines: list[str]) -> None:
    assert wrap(text, limit) == lines


@often
@given(
    st.text(allowed_characters | CHARACTERS, max_size=60),
    st.integers(4, 20),
)
def test_lines_are_full_and_lose_nothing(text: str, limit: int) -> None:
    lines = wrap(text, limit)
    assert squeezed("".join(lines)) == squeezed(text)
    for line in lines:
        assert line == line.strip() != ""
        assert columns(line) <= limit or not (" " in line or HAN.search(line))


def test_rows_break_between_their_texts() -> None:
    view = view_of(
        """
        basics:
          email: ada@example.org
          phone: "+44 20 7946 0000"
          location: {city: Sampleton, countryCode: GB}
          profiles: [{network: GitHub, username: ada, url: "https://github.com/ada-example"}]
        """
    )
    assert plain_text(view) == (
        "ada@example.org · +44 20 7946 0000 · Sampleton, United Kingdom\nGitHub: ada (https://github.com/ada-example)\n"
    )


def test_deep_lists_are_not_indented_further() -> None:
    nested = BulletsView()
    for _ in range(30):
        nested = BulletsView("letters", (BulletView("a.", (Words("some words " * 9),), nested),))
    written = section_of(bullets=nested)
    assert_fits(f"{written}\n")
    assert written.count("a.") == 30
    indents = [len(line) - len(line.lstrip()) for line in written.splitlines() if "a." in line]
    assert indents == [3 * min(level, 16) for level in range(30)]


def test_a_whole_résumé_as_plain_text() -> None:
    view = view_of(
        """
        basics: {name: Ada Example, label: Analyst, email: ada@example.org, image: {file: photo.png, alt: Portrait}}
        work:
          - name: Example Ltd
            location: Sampleton
            url: example.org
            positions:
              - {position: Lead, startDate: 2021-03, endDate: 2022, highlights: [Led the *team*]}
              - position: Analyst
                startDate: 2018
                endDate: 2021-02
                highlights:
                  - text: Wrote, besides much else that nobody has printed since then and few have read, just as well,
                    list: letters
                    highlights: ["the first program, with the help of others who told her what the engine would do"]
                images: [{file: a.png, alt: The engine, caption: "Model, 1843"}]
        skills: [{name: Languages, level: Expert, keywords: [Ada, {name: Python, level: 5/5}]}, {name: Whist}]
        sections: [{title: 趣味, text: "One.\\n\\nTwo.", items: [GAMES]}]
        """
    )
    written = plain_text(with_texts(view, {"GAMES": GAMES}))
    assert written == GOLDEN
    assert_fits(written)


GAMES = "将棋と囲碁と麻雀と花札と百人一首とけん玉とあやとりと折り紙とこま回しとたこ揚げと書道"
GOLDEN = """\
Ada Example
Analyst

ada@example.org


Experience

Example Ltd
Sampleton
example.org

Lead
Mar 2021 – 2022
• Led the team

Analyst
2018 – Feb 2021
• Wrote, besides much else that nobody has printed since then and few have read,
  just as well,
  a. the first program, with the help of others who told her what the engine
     would do

[The engine]
Model, 1843


Skills

• Languages: Expert · Ada, Python (5/5)
• Whist


趣味

One.

Two.
• 将棋と囲碁と麻雀と花札と百人一首とけん玉とあやとりと折り紙とこま回しとたこ揚げ
  と書道
"""


def test_right_to_left_text_stays_in_logical_order() -> None:
    view = view_of("{basics: {name: שרה לוי, label: מהנדסת}, locale: he}")
    assert plain_text(view) == "שרה לוי\nמהנדסת\n"


def test_the_file_is_utf_8_and_ends_with_a_newline() -> None:
    artifact = write(manuscript("resume.yaml"))
    assert artifact.format == "txt"
    assert artifact.data.decode("utf-8").endswith("\n")
