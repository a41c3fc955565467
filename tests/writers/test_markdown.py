"""Markdown is read back as the view has it: texts, emphasis, links and lists, in any field."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from end_to_end.readers import out_of_order, without_layout
from present.resumes import view_of
from resumekit.check.view_text import links_of
from resumekit.present import Blocks, Inline, Inlines, plain
from resumekit.present.inline import Code, Emphasis, Foreign, LineBreak, Link, Paragraph, Strong, Words
from resumekit.present.markdown import blocks, inlines
from resumekit.present.view import BulletsView, SectionView
from resumekit.writers.markdown.markdown_writer import markdown, write
from strategies import highlights, often
from typeset.builds import FILLER, TEXTS

from .hostile import substitutes, with_texts
from .manuscripts import manuscript_of
from .markdown_reader import BREAK, PARSER, Character, MarkdownReader, Passage, characters_of, spaced
from .reading import texts_in_order
from .sources import SOURCES, manuscript
from .trees import trees, typed

FULL = view_of(TEXTS["full"])
EMPTY = view_of("{}")
URL = "https://example.org"


def read_section(**fields: Any) -> MarkdownReader:
    """Write a section of these fields, with a title, and read it."""
    section = SectionView("own", (Words("Own"),), **fields)
    return MarkdownReader(markdown(replace(EMPTY, sections=(section,))))


def written_section(*tree: Inline) -> str:
    """Write a section of one paragraph, and return the paragraph."""
    section = SectionView("own", (Words("Own"),), text=(Paragraph(tree),))
    return markdown(replace(EMPTY, sections=(section,))).removeprefix("## Own\n\n").removesuffix("\n")


# --- a text


def characters_in(inlines: Inlines, style: frozenset[str] = frozenset()) -> Iterator[Character]:
    """Yield the characters of a tree as a Markdown parser should read them."""
    for inline in inlines:
        match inline:
            case Words(text) | Foreign(_, text):
                yield from (Character(character, style) for character in text)
            case Code(text):
                yield from (Character(character, style | {"code"}) for character in text)
            case LineBreak():
                yield Character(BREAK, style)
            case Strong(children):
                yield from characters_in(children, style | {"strong"})
            case Emphasis(children):
                yield from characters_in(children, style | {"emphasis"})
            case Link(url, children):
                link = f"link:{PARSER.normalizeLink(url)}"
                yield Character("", frozenset({link}))
                yield from characters_in(children, style | {link})


def lines_of(characters: list[Character]) -> list[str]:
    lines = [spaced(line) for line in "".join(character.sign for character in characters).split(BREAK)]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def assert_read_back(tree: Inlines) -> None:
    reader = read_section(text=(Paragraph(tree),))
    assert {kind for kind, *_ in reader.structure} <= {
        *("heading_open", "inline", "heading_close", "paragraph_open", "paragraph_close")
    }
    assert len(reader.inlines) <= 2
    wanted, found = list(characters_in(tree)), [sign for token in reader.inlines[1:] for sign in characters_of(token)]
    assert lines_of(found) == lines_of(wanted)
    assert [sign for sign in found if not sign.sign.isspace()] == [sign for sign in wanted if not sign.sign.isspace()]


@often
@given(typed)
def test_any_text_is_read_back(text: str) -> None:
    assert_read_back(inlines(text))


@often
@given(trees)
@example((Words("a"), Strong((Words("a"), Emphasis((Words("a"),))))))
@example((Strong((Emphasis((Code("a"),)), Words("a_a"), Emphasis((Code("a"),)))),))
@example((Emphasis((Words("a"),)), Strong((Emphasis((Words("b"),)), Words("c"))), Emphasis((Words("d"),))))
@example((Strong((Words("a"),)), Link("https://example.org", (LineBreak(),)), Strong((Words("a"),))))
@example((Words("wow!"), Link("https://example.org", (Words("a"),))))
def test_a_text_of_any_shape_is_read_back(tree: Inlines) -> None:
    assert_read_back(tree)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("R&D, AT&T, Q&A;", "R&D, AT&T, Q\\&A;"),
        ("snake_case_name", "snake_case_name"),
        ("#1 seller, C# and F#", "#1 seller, C# and F#"),
        ("saved $5M of $10M", "saved $5M of $10M"),
        ("Wow! (really) - 1.5 + 2 = 3.5", "Wow! (really) - 1.5 + 2 = 3.5"),
        ("https://example.org/a_b?c=d", "https://example.org/a_b?c=d"),
        ("2 * 3, _x_, `y`, ~z~", r"2 \* 3, \_x\_, \`y\`, \~z\~"),
        ("[1] <b> a|b $x$ C:\\", r"\[1\] \<b> a\|b \$x$ C:\\"),
        ("&amp; &#60;", r"\&amp; \&#60;"),
        ("# one", r"\# one"),
        ("1. one", r"1\. one"),
        ("2) two", r"2\) two"),
        ("- one", r"\- one"),
        ("+ one", r"\+ one"),
        ("> one", r"\> one"),
        ("===", r"\==="),
        ("-- -", r"\-- -"),
        (":-:", r"\:-:"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, written: str) -> None:
    line = Words(text)
    assert written_section(line) == written
    assert written_section(Words("x"), LineBreak(), line) == f"x\\\n{written}"


@pytest.mark.parametrize(
    ("tree", "written"),
    [
        ((Words("我"), Strong((Words("很"),)), Words("好")), "我**很**好"),
        ((Words("a"), Strong((Words("(b)"),)), Words("c")), "&#97;**(b)**&#99;"),
        ((Strong((Words("a"),)), Emphasis((Words("b"),))), "**a**_b_"),
        ((Strong((Words("a "),)), Words("b")), "**a** b"),
        ((Strong((Link("https://a.example", (Words("a"),)),)),), "[**a**](https://a.example)"),
        ((Link(URL, (Words(URL),)), Words("!"), Link(URL, (Words("a"),))), f"[{URL}]({URL})\\![a]({URL})"),
        ((Code("a`b"), Words(" "), Code("`")), "``a`b`` `` ` ``"),
    ],
)
def test_delimiters_are_written_so_that_they_count(tree: Inlines, written: str) -> None:
    assert written_section(*tree) == written


@pytest.mark.parametrize(
    ("tree", "written"),
    [
        ((Words(f"see {URL}/a_b, or www.example.org"),), f"see {URL}/a_b, or www.example.org"),
        ((Words(f"see {URL}/a*b"),), r"see https\://example.org/a\*b"),
        ((Words("www.example.org"), LineBreak(), Words("a")), "www\\.example.org\\\na"),
        ((Words("www.example.org"), Strong((Words("a"),))), r"www\.example.org**a**"),
        ((Words("www.a"), Strong((Words("(b)"),))), r"www\.&#97;**(b)**"),
        ((Code(URL), Emphasis((Words("a"),))), f"`{URL}`*a*"),
    ],
)
def test_a_bare_url_is_unchanged_unless_github_would_extend_it(tree: Inlines, written: str) -> None:
    assert written_section(*tree) == written


@given(typed)
def test_a_title_of_any_text_is_one_heading(text: str) -> None:
    reader = MarkdownReader(markdown(replace(EMPTY, name=inlines(text))))
    wanted = spaced(plain(inlines(text)))
    assert [heading for heading in reader.headings if heading[1]] == ([("h1", wanted)] if wanted else [])
    assert len(reader.inlines) == len(reader.headings) <= 1


# --- lists


def passages_in(blocks: Blocks, depth: int = 0) -> list[Passage]:
    """Return the paragraphs of blocks as a Markdown parser should read them."""
    made: list[Passage] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            text = spaced(plain(block.children))
            made += [Passage(depth, (), text)] if text else []
        else:
            marks = [f"{number}." for number in block.numbers] or ["•"] * len(block.items)
            for mark, item in zip(marks, block.items, strict=True):
                made += marked(mark, passages_in(item, depth + 1))
    return made


def marked(mark: str, passages: list[Passage]) -> list[Passage]:
    """Return the passages of an item, the first with its marker."""
    return [first._replace(marks=(mark, *first.marks)) for first in passages[:1]] + passages[1:]


_line = st.tuples(
    st.sampled_from(["", "  ", "   ", "    ", "     "]),
    st.sampled_from(["- ", "* ", "1. ", "2. ", "3) ", "7. ", "- - ", "1. - ", "", "-", "1."]),
    typed | st.sampled_from(["a", "b", ""]),
).map("".join)
lists = st.lists(_line, max_size=8).map("\n".join)


@often
@given(lists)
@example("- a\n- b\n\n* c")
@example("1. a\n3. b\n\ntext\n\n- c")
@example("- - a\n  - b\n- 1. c")
@example("- a\n\n  b\n\n      - c")
def test_paragraphs_and_lists_are_read_back(text: str) -> None:
    tree = blocks(text)
    assert read_section(text=tree).passages[1:] == passages_in(tree)


def passages_of(view: BulletsView, depth: int = 1) -> list[Passage]:
    made: list[Passage] = []
    for bullet in view.bullets:
        text, inner = spaced(plain(bullet.text)), passages_of(bullet.bullets, depth + 1)
        if view.marker == "letters" and (text or inner):
            text = spaced(f"{bullet.mark} {text}")
        mark = "•" if view.marker == "letters" else bullet.mark
        made += marked(mark, ([Passage(depth, (), text)] if text else []) + inner)
    return made


@often
@given(highlights)
def test_bullets_are_read_back_with_their_marks_and_their_nesting(data: list[Any]) -> None:
    source = json.dumps({"work": [{"position": "Analyst", "highlights": data}]})
    view = manuscript_of(source, name="resume.json").view.sections[0].entries[0].highlights
    assert read_section(bullets=view).passages[1:] == passages_of(view)


# --- a whole résumé


@pytest.mark.parametrize("name", SOURCES)
def test_every_text_of_a_résumé_is_there_in_order(name: str) -> None:
    view = manuscript(name).view
    text = without_layout(MarkdownReader(markdown(view)).text)
    assert out_of_order(text, texts_in_order(view), reach=1000) == []


@pytest.mark.parametrize("name", SOURCES)
def test_every_link_of_a_résumé_is_there_once(name: str) -> None:
    view = manuscript(name).view
    links = MarkdownReader(markdown(view)).links
    assert Counter(url for _, url in links) == Counter(PARSER.normalizeLink(url) for url in links_of(view) if url)


def test_every_public_field_of_the_schema_is_there_and_no_private_one() -> None:
    written = markdown(FULL)
    unsaid = (".width", ".id", ".logo.file", ".logo.alt")
    shown = {word: path for word, path in FILLER.words.items() if not path.endswith(unsaid)}
    assert {path for word, path in shown.items() if word not in written} == set()
    assert {path for word, path in FILLER.hidden.items() if word in written} == set()


HARMLESS = MarkdownReader(markdown(FULL))


@given(substitutes)
def test_any_text_in_any_field_is_text(texts: Mapping[str, str]) -> None:
    reader = MarkdownReader(markdown(with_texts(FULL, texts)))
    assert reader.structure == HARMLESS.structure
    assert reader.text == spaced(with_texts(HARMLESS.text, texts))


def test_a_whole_résumé_as_markdown() -> None:
    view = view_of(
        """
        basics:
          {name: Ada Example, label: Analyst, email: ada@example.org, image: {file: a photo.png, alt: Ada},
           facts: [{label: Notice, value: one month}, {label: "Licence:", value: B}]}
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
                  - {text: Wrote, list: letters, highlights: [the first program, {text: its proof, list: numbers,
                     highlights: [once, twice]}]}
        skills: [{name: Languages, level: Expert, keywords: [Ada, {name: Python, level: 5/5}]}, {name: Whist}]
        sections: [{title: Notes, text: "One.\\n\\nTwo.", pairs: [{label: Weight, value: 60 kg}], items: [chess]}]
        """
    )
    assert markdown(view).replace("\N{THIN SPACE}", " ") == GOLDEN


GOLDEN = """\
# Ada Example

**Analyst**

[ada@example.org](mailto:ada@example.org)

**Notice:** one month · **Licence:** B

![Ada](a%20photo.png)

## Experience

### Example Ltd
Sampleton\\
[example.org](https://example.org)

#### Lead
Mar 2021 – 2022

- Led the *team*

#### Analyst
2018 – Feb 2021

- Wrote
  - a. the first program
  - b. its proof
    1. once
    2. twice

## Skills

- **Languages:** Expert · Ada, Python (5/5)
- **Whist**

## Notes

One.

Two.

- **Weight:** 60 kg

* chess
"""


def test_the_file_is_utf_8_and_ends_with_a_newline() -> None:
    artifact = write(manuscript("resume.yaml"))
    assert artifact.format == "md"
    assert artifact.data.decode("utf-8").endswith("\n")
