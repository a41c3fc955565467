"""Word documents contain the whole view, in order, in styles that Word and other programs know."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import docx
import pytest

from resumekit.check.view_text import links_of
from resumekit.present import plain
from resumekit.theming import Design
from resumekit.writers import PreparedEdition
from theming.themes import BUILT_IN, built_in
from typeset.builds import FILLER, TEXTS, draw_pictures

from .docx_files import docx_of
from .docx_reader import NAMESPACES, DocxReader, name, value
from .manuscripts import artifacts_of, manuscript_of
from .reading import misplaced


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures ☃ & co")
    draw_pictures(folder)
    return folder


@pytest.fixture(scope="module")
def full(pictures: Path) -> DocxReader:
    return docx_of(TEXTS["full"], pictures)


def read_by_python_docx(reader: DocxReader) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(reader.data)).paragraphs)


# --- completeness


@pytest.fixture(scope="module")
def manuscript(pictures: Path) -> PreparedEdition:
    return manuscript_of(TEXTS["full"], folder=pictures, is_page=False)


@pytest.mark.parametrize("theme", BUILT_IN)
def test_every_text_of_the_view_is_there_in_order(manuscript: PreparedEdition, theme: str) -> None:
    design = Design.of(built_in(theme), {}, None, manuscript.document)
    edition = replace(manuscript, design=design)
    reader = DocxReader(artifacts_of(edition, ["docx"])[0].data)
    for read in (reader.text, read_by_python_docx(reader)):
        assert misplaced(read, edition) == []


def test_every_field_of_the_schema_is_there(full: DocxReader) -> None:
    links = [url for _, url in full.links]
    everywhere = "\n".join([full.text, *links, *full.alternatives])
    shown = {
        word: path for word, path in FILLER.words.items() if not path.endswith((".file", ".width", ".id", ".logo.alt"))
    }
    assert {path for word, path in shown.items() if word not in everywhere} == set()
    assert len(shown) > 150


def test_private_fields_are_not_there(full: DocxReader) -> None:
    text = b"\n".join(full.parts.values()).decode("utf-8", "replace")
    assert {path for word, path in FILLER.hidden.items() if word in text} == set()


def test_every_address_is_a_link(pictures: Path, full: DocxReader) -> None:
    view = manuscript_of(TEXTS["full"], folder=pictures, is_page=False).view
    wanted = {unquote(url) for url in links_of(view) if url}
    assert wanted == {unquote(url) for _, url in full.links}
    assert all(text for text, _ in full.links)


def test_every_picture_has_its_alternative_text(full: DocxReader) -> None:
    wanted = [word for word, path in FILLER.words.items() if path.endswith(".alt") and ".logo." not in path]
    assert set(full.alternatives) == set(wanted)


# --- styles


HEAD_TO_FOOT = """
    basics:
      name: Ada Example
      label: Analyst
      email: ada@example.org
      summary: She counts.
    work:
      - name: Example Ltd
        positions:
          - {position: Analyst, startDate: 2020, highlights: [Counted]}
          - {position: Clerk, startDate: 2018, endDate: 2020}
    skills: [{name: Tools, level: expert, keywords: [Pencil, Paper]}]
"""


def test_the_styles_are_words_own() -> None:
    assert [(line.style, line.text) for line in docx_of(HEAD_TO_FOOT).lines] == [
        ("Title", "Ada Example"),
        ("Subtitle", "Analyst"),
        ("Contact Details", "ada@example.org"),
        ("heading 1", "Summary"),
        ("Body Text", "She counts."),
        ("heading 1", "Experience"),
        ("heading 2", "Example Ltd"),
        ("heading 3", "Analyst\t2020\u202f–\u202fPresent"),
        ("List Bullet", "Counted"),
        ("heading 3", "Clerk\t2018\u202f–\u202f2020"),
        ("heading 1", "Skills"),
        ("Labelled Text", "Tools\texpert · Pencil, Paper"),
    ]


def test_headings_have_outline_levels_and_skip_none(full: DocxReader) -> None:
    styles = [style for style in full.styles.values() if value(style.find("w:name", NAMESPACES)).startswith("heading")]
    levels = {
        value(style.find("w:name", NAMESPACES)): value(style.find("w:pPr/w:outlineLvl", NAMESPACES)) for style in styles
    }
    assert levels == {"heading 1": "0", "heading 2": "1", "heading 3": "2"}
    used = [int(line.style[-1]) for line in full.lines if line.style.startswith("heading")]
    assert {1, 2, 3} == set(used)
    assert all(after <= before + 1 for before, after in zip([0, *used], used, strict=False))


def test_every_style_used_is_defined(full: DocxReader) -> None:
    used = {run.style for line in full.lines for run in line.runs} - {""}
    assert used <= set(full.styles)
    assert docx_of("basics: {name: Ada}").styles.keys() == full.styles.keys()


def test_section_titles_are_level_one_headings(full: DocxReader, pictures: Path) -> None:
    view = manuscript_of(TEXTS["full"], folder=pictures, is_page=False).view
    titles = [line.text for line in full.lines if line.style == "heading 1"]
    assert titles == [plain(section.title) for section in view.sections]


def test_a_section_without_a_title_has_no_empty_heading() -> None:
    manuscript = manuscript_of("basics: {name: Ada Example, summary: 'To Example Ltd'}")
    (section,) = manuscript.view.sections
    address = replace(manuscript.view, sections=(replace(section, title=()),))
    (made,) = artifacts_of(replace(manuscript, view=address), ["docx"])
    assert [line.style for line in DocxReader(made.data).lines] == ["Title", "Body Text"]


def test_without_a_name_the_headline_is_the_title() -> None:
    assert [(line.style, line.text) for line in docx_of("basics: {label: Analyst}").lines] == [("Title", "Analyst")]
    assert [line.text for line in docx_of("basics: {}").lines] == ["Résumé"]


def test_dates_end_at_the_right_margin() -> None:
    reader = docx_of("work: [{name: X, startDate: 2020}]\npage: {size: A4, margin: 20mm}")
    tab = reader.styles["Heading2"].find("w:pPr/w:tabs/w:tab", NAMESPACES)
    assert tab is not None
    assert value(tab) == "right"
    assert int(tab.get(name("w:pos"), 0)) == pytest.approx((210 - 40) / 25.4 * 72 * 20, abs=1)


# --- page breaks


def test_headings_and_short_entries_stay_on_one_page() -> None:
    reader = docx_of("work: [{name: X, highlights: [one, two, three]}, {name: Y}, {name: Z}]")
    assert [(line.text, line.keeps_with_next) for line in reader.lines[1:]] == [
        ("Experience", True),
        ("X", True),
        ("one", True),
        ("two", True),
        ("three", False),
        ("Y", False),  # otherwise it would stay with the next entry
        ("Z", False),
    ]


def test_a_long_entry_keeps_two_lines_on_each_side() -> None:
    bullets = [f"bullet {number}" for number in range(10)]
    reader = docx_of(f"work: [{{name: X, highlights: [{', '.join(bullets)}]}}]")
    assert [line.text for line in reader.lines if line.keeps_with_next] == [
        "Résumé",
        "Experience",
        "X",
        "bullet 0",
        "bullet 8",
    ]


def test_a_bullet_stays_with_its_nested_bullets() -> None:
    inner = ", ".join(f"inner {number}" for number in range(12))
    reader = docx_of(f"work: [{{name: X, highlights: [a, b, {{text: outer, highlights: [{inner}]}}, c]}}]")
    assert {"outer"} <= {line.text for line in reader.lines if line.keeps_with_next}


def test_the_longest_entry_that_stays_on_one_page_has_seven_lines() -> None:
    for bullets in range(4, 9):
        text = f"work: [{{name: X, highlights: [{', '.join(map(str, range(bullets)))}]}}]"
        (section,) = manuscript_of(text).view.sections
        is_kept = all(line.keeps_with_next for line in docx_of(text).lines[1:-1])
        assert is_kept == (section.entries[0].size <= 7)


def test_headings_are_not_split_across_pages(full: DocxReader) -> None:
    headings = [full.styles[f"Heading{level}"] for level in (1, 2, 3)]
    assert [style.find("w:pPr/w:keepLines", NAMESPACES) is not None for style in headings] == [True] * 3


@pytest.mark.parametrize(("title", "space"), [("Notes", "0"), ("", "216")])
def test_only_a_section_without_a_title_has_space_above_its_text(title: str, space: str) -> None:
    manuscript = manuscript_of("sections: [{title: Notes, text: one}]")
    (section,) = manuscript.view.sections
    view = replace(manuscript.view, sections=(replace(section, title=section.title if title else ()),))
    (made,) = artifacts_of(replace(manuscript, view=view), ["docx"])
    *_, paragraph = DocxReader(made.data).xml("word/document.xml").iterfind(".//w:p", NAMESPACES)
    spacing = paragraph.find("w:pPr/w:spacing", NAMESPACES)
    assert spacing is not None
    assert spacing.get(name("w:before")) == space


@pytest.mark.parametrize(("page_break", "kept"), [("before", [False, False]), ("avoid", [True, False])])
def test_a_section_can_start_a_page_or_stay_on_one(page_break: str, kept: list[bool]) -> None:
    paragraph = "w:pPr/w:pageBreakBefore"
    reader = docx_of(f"sections: [{{title: A, text: one}}, {{title: B, text: two, break: {page_break}}}]")
    heading, text = list(reader.xml("word/document.xml").iterfind(".//w:p", NAMESPACES))[-2:]
    assert (heading.find(paragraph, NAMESPACES) is not None) == (page_break == "before")
    spacing = heading.find("w:pPr/w:spacing", NAMESPACES)
    assert (spacing is not None and spacing.get(name("w:before")) == "0") == (page_break == "before")
    together = [element.find("w:pPr/w:keepLines", NAMESPACES) is not None for element in (heading, text)]
    assert together == [page_break == "avoid"] * 2
    nexts = [element.find("w:pPr/w:keepNext", NAMESPACES) is not None for element in (heading, text)]
    assert nexts == kept
