"""Word documents follow the design of a theme: the options that decide its layout."""

from __future__ import annotations

import pytest

from .docx_files import docx_of
from .docx_reader import NAMESPACES, DocxReader, name, value

RANGE = "2020\u202f–\u202f2021"
JOB = "{position: Analyst, name: Example, location: Ghent, startDate: '2020', endDate: '2021'}"
EXPERIENCE = f"work: [{JOB}]"
WORKS = """
    publications:
      - {name: 'On Counting', publisher: 'Journal of Sums, 12(3), 45', authors: [Ada, Bo], releaseDate: '2021'}
      - {name: 'Why count?', publisher: 'Sums', releaseDate: '2020', url: 'https://x.example'}
    """


def below_title(reader: DocxReader) -> list[str]:
    """Return the lines below the first section title."""
    titles = [line.style for line in reader.lines]
    return [line.text for line in reader.lines[titles.index("heading 1") + 1 :]]


def indent_of(reader: DocxReader, style: str) -> int:
    indent = reader.styles[style].find("w:pPr/w:ind", NAMESPACES)
    return 0 if indent is None else int(indent.get(name("w:left"), 0))


# --- entries


def test_a_first_line_that_is_too_long_is_split_after_the_first_name_and_the_date() -> None:
    long = "The Department of Very Long Names and of Other Matters"
    source = f"work: [{{position: A {long}, name: The {long}, startDate: 2020}}]"
    assert below_title(docx_of(source, theme="compact")) == [f"A {long}\t2020\u202f–\u202fPresent\nThe {long}"]


def test_a_date_that_does_not_fit_beside_the_first_name_follows_the_second() -> None:
    source = f"work: [{{position: {'a' * 100}, name: Example, startDate: 2020}}]"
    assert below_title(docx_of(source, theme="compact")) == [f"{'a' * 100}\nExample\t2020\u202f–\u202fPresent"]


@pytest.mark.parametrize(("length", "lines"), [(100, 1), (106, 2)])
def test_a_first_line_is_split_if_its_letters_could_be_wider_than_the_page(length: int, lines: int) -> None:
    """A letter counts as 0.6 of 8.6 pt, so 103 fit into the text width of 188 mm."""
    *_, line = docx_of(f"work: [{{position: {'a' * 40}, name: {'b' * (length - 40)}}}]", theme="compact").lines
    assert len(line.text.splitlines()) == lines


def test_the_theme_decides_the_rows_and_the_order_of_names() -> None:
    assert {theme: below_title(docx_of(EXPERIENCE, theme=theme)) for theme in ("ledger", "classic")} == {
        "ledger": [f"Analyst\t{RANGE}", "Example\tGhent"],
        "classic": ["Example\tGhent", f"Analyst\t{RANGE}"],
    }


def test_titles_in_capitals_keep_their_letters_and_centred_heads_are_centred() -> None:
    reader = docx_of("basics: {name: Ada, email: a@example.org}\nskills: [{name: X}]", theme="classic")
    assert reader.styles["Heading1"].find("w:rPr/w:caps", NAMESPACES) is not None
    assert any(line.text == "Skills" for line in reader.lines)
    for style in ("Title", "Subtitle", "ContactDetails"):
        assert value(reader.styles[style].find("w:pPr/w:jc", NAMESPACES)) == "center"


@pytest.mark.parametrize(
    ("entries", "rows"),
    [
        ("line", [f"Analyst · Example · Ghent\t{RANGE}"]),
        ("grid", [f"Analyst\t{RANGE}", "Example\tGhent"]),
        ("stacked", ["Analyst", "Example", f"{RANGE} · Ghent"]),
        ("run-in", ["Analyst · Example", f"{RANGE} · Ghent"]),
    ],
)
def test_entries_have_the_rows_of_the_option(entries: str, rows: list[str]) -> None:
    assert below_title(docx_of(EXPERIENCE, entries=entries)) == rows


def test_entries_of_a_section_without_more_to_say_take_one_line() -> None:
    certificates = "certificates: [{name: Diver, issuer: Club, date: '2020'}, {name: Pilot, date: '2021'}]"
    assert below_title(docx_of(certificates, entries="grid")) == ["Diver · Club\t2020", "Pilot\t2021"]
    assert below_title(docx_of(certificates, entries="stacked")) == ["Diver · Club\t2020", "Pilot\t2021"]


@pytest.mark.parametrize("more", ["summary: x", "location: x", "highlights: [x]"])
def test_entries_with_more_to_say_have_all_rows(more: str) -> None:
    volunteer = f"volunteer: [{{position: Diver, organization: Club}}, {{position: Pilot, organization: Air, {more}}}]"
    assert below_title(docx_of(volunteer, entries="grid"))[:2] == ["Diver", "Club"]


def test_dates_at_the_start_have_a_column_that_indents_everything_else() -> None:
    reader = docx_of(
        f"basics: {{summary: Text}}\nwork: [{JOB}, {{name: Other}}]\nskills: [{{name: A, keywords: [b]}}]",
        dates="start",
    )
    assert [line.text for line in reader.lines if line.style in {"heading 2", "Entry Row"}] == [
        f"{RANGE}\tAnalyst",
        "Example\tGhent",
        "Other",
    ]
    (column,) = {indent_of(reader, style) for style in ("Heading2", "EntryRow", "BodyText", "LabelledText")}
    level = reader.xml("word/numbering.xml").find("w:abstractNum/w:lvl/w:pPr/w:ind", NAMESPACES)
    assert level is not None
    assert int(level.get(name("w:left"), 0)) - int(level.get(name("w:hanging"), 0)) == column
    hanging = [
        indent.get(name("w:hanging"))
        for paragraph in reader.xml("word/document.xml").iterfind(".//w:p", NAMESPACES)
        if (indent := paragraph.find("w:pPr/w:ind", NAMESPACES)) is not None
    ]
    assert hanging == [str(column)]


def test_a_date_that_is_too_long_for_the_column_follows_the_names() -> None:
    narrow = "page: {size: A5, margin: 30mm}"
    source = f"work: [{{name: Other, startDate: 2020-11, endDate: 2021-12}}, {{name: More, startDate: 2019}}]\n{narrow}"
    assert below_title(docx_of(source, dates="start", entries="line")) == [
        "Other · Nov 2020\u202f–\u202fDec 2021",
        "2019\u202f–\u202fPresent\tMore",
    ]


def test_without_dates_there_is_no_column_of_dates() -> None:
    assert indent_of(docx_of("basics: {summary: Text}", dates="start"), "BodyText") == 0


@pytest.mark.parametrize(
    ("keywords", "lines"),
    [
        ("below", ["Tool", "It works.", "Go, C"]),
        ("title", ["Tool · Go, C", "It works."]),
        ("tags", ["Tool", "It works.", "\u202fGo\u202f\u2002\u202fC\u202f"]),
    ],
)
def test_keywords_are_where_the_option_says(keywords: str, lines: list[str]) -> None:
    source = "projects: [{name: Tool, summary: It works., keywords: [Go, C]}]"
    assert below_title(docx_of(source, keywords=keywords)) == lines


def test_tags_are_in_boxes() -> None:
    reader = docx_of("projects: [{name: Tool, keywords: [Go, C]}]", keywords="tags")
    assert [run.text.strip() for run in reader.lines[-1].runs if run.style == "Tag" and run.text.strip()] == ["Go", "C"]
    assert reader.styles["Tag"].find("w:rPr/w:bdr", NAMESPACES) is not None


@pytest.mark.parametrize(("links", "line"), [("address", "Tool · x.example"), ("underline", "Tool"), ("below", "Tool")])
def test_addresses_are_after_names_or_below_or_not_printed(links: str, line: str) -> None:
    reader = docx_of("projects: [{name: Tool, url: 'https://x.example'}]", links=links)
    assert below_title(reader) == ([line, "x.example"] if links == "below" else [line])
    assert [url for _, url in reader.links] == ["https://x.example"]


# --- citations


def test_publications_are_citations() -> None:
    reader = docx_of(WORKS, numbering="none")
    assert below_title(reader) == ["Ada, Bo. On Counting. Journal of Sums, 12(3), 45, 2021.", "Why count? Sums, 2020."]
    assert reader.links == [("Why count?", "https://x.example")]
    assert {run.text for line in reader.lines for run in line.runs if run.italic} == {"Journal of Sums", "Sums"}
    assert reader.marks() == []


@pytest.mark.parametrize(("numbering", "marks"), [("up", ["1.", "2."]), ("down", ["2.", "1."])])
def test_citations_are_numbered_by_word(numbering: str, marks: list[str]) -> None:
    assert [mark for mark, _, _ in docx_of(WORKS, numbering=numbering).marks()] == marks


def test_a_single_citation_has_no_number() -> None:
    assert docx_of("patents: [{title: Abacus}]", numbering="up").marks() == []


def test_a_citation_ends_with_its_details_and_its_address() -> None:
    source = "publications: [{name: Sums, releaseDate: '2020', url: 'https://x.example', summary: More.}]"
    assert below_title(docx_of(source, links="address")) == ["Sums. 2020. x.example", "More."]


# --- groups


@pytest.mark.parametrize(
    ("skills", "lines"),
    [
        ("table", ["Tools\texpert · Pen, Ink"]),
        ("run-in", ["Tools: expert · Pen, Ink"]),
        ("tags", ["Tools", "expert · \u202fPen\u202f\u2002\u202fInk\u202f"]),
    ],
)
def test_skills_are_laid_out_as_the_option_says(skills: str, lines: list[str]) -> None:
    reader = docx_of("skills: [{name: Tools, level: expert, keywords: [Pen, Ink]}]", theme="split", skills=skills)
    assert below_title(reader) == lines


def test_languages_share_a_line_until_it_is_full() -> None:
    few = "languages: [{language: Polish, fluency: native}, {language: Latin}]"
    assert below_title(docx_of(few)) == ["Polish native\u2003Latin"]
    many = ", ".join(f"{{language: Language{number}, fluency: fluent}}" for number in range(9))
    (line,) = below_title(docx_of(f"languages: [{many}]"))
    assert 1 < len(line.splitlines()) < 5
    assert not any(part.startswith("\u2003") or part.endswith("\u2003") for part in line.splitlines())


# --- titles and head


def test_the_first_letters_of_titles_are_in_the_accent_colour() -> None:
    title = docx_of("skills: [{name: X}]", headings="initials", theme="accent").lines[1]
    assert [(run.text, run.style) for run in title.runs] == [("Ski", "Initials"), ("lls", "")]
    (title,) = (
        line
        for line in docx_of("skills: [{name: X}]\ntitles: {skills: 技能の一覧}\nlocale: ja", theme="accent").lines
        if "heading 1" in line.style
    )
    assert [run.style for run in title.runs] == ["Initials"]


@pytest.mark.parametrize(
    ("headings", "sides"),
    [("plain", []), ("under", ["bottom"]), ("line", ["bottom"]), ("over", ["top"]), ("bar", ["left"])],
)
def test_titles_have_the_rule_of_the_option(headings: str, sides: list[str]) -> None:
    borders = docx_of("basics: {}", headings=headings).styles["Heading1"].find("w:pPr/w:pBdr", NAMESPACES)
    assert [border.tag.rpartition("}")[2] for border in borders or ()] == sides


def test_the_bar_is_before_the_title_from_right_to_left_too() -> None:
    borders = docx_of("basics: {}\nlocale: ar", headings="bar").styles["Heading1"].find("w:pPr/w:pBdr", NAMESPACES)
    assert [border.tag.rpartition("}")[2] for border in borders or ()] == ["right"]


def test_contacts_are_not_underlined_where_other_links_are() -> None:
    reader = docx_of("basics: {name: Ada, email: a@example.org, summary: '[x](https://x.example)'}", links="underline")
    underlined = {style: found.find("w:rPr/w:u", NAMESPACES) is not None for style, found in reader.styles.items()}
    links = {
        run.text: underlined[run.style]
        for line in reader.lines
        for run in line.runs
        if "Link" in run.style or "link" in run.style
    }
    assert links == {"a@example.org": False, "x": True}


# --- signature


@pytest.mark.parametrize(
    ("section", "lines"),
    [
        ("", ["\t\t\t", "Place, date\tSignature"]),
        ("{id: signature, title: Where, text: Ghent}", ["Ghent", "\t\t\t", "Where\tSignature"]),
    ],
)
def test_there_are_lines_to_sign_on_in_themes_that_have_them(section: str, lines: list[str]) -> None:
    reader = docx_of(f"work: [{JOB}]\nsections: [{section}]", theme="lebenslauf")
    assert [line.text for line in reader.lines[-len(lines) :]] == lines
    assert all(line.keeps_with_next for line in reader.lines[-len(lines) : -1])
    assert "signature" not in {line.text.lower() for line in reader.lines if line.style == "heading 1"}


def test_elsewhere_there_are_none() -> None:
    source = "sections: [{id: signature, title: Where, text: Ghent}]"
    for reader in (docx_of(source), docx_of(source, theme="lebenslauf", signature="no")):
        assert [line.text for line in reader.lines] == ["Résumé", "Where", "Ghent"]
