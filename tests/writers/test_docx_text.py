"""Text in Word documents: any text, in any style, language and direction."""

from __future__ import annotations

import io
import json
from typing import Any
from urllib.parse import unquote

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from present.resumes import view_of
from resumekit.check.view_text import links_of, texts_of
from resumekit.present import plain
from resumekit.theming.printed_view import printed_view
from resumekit.writers.docx.bidi_runs import direction_runs
from resumekit.writers.docx.word_languages import word_language
from strategies import allowed_characters, resumes, seldom, texts

from .docx_files import docx_of
from .docx_reader import NAMESPACES, DocxReader, Run, name, value
from .manuscripts import artifacts_of, manuscript_of

hostile = texts | st.text(st.sampled_from("<>&\"'\\*_`[]()\u00a0\u00ad\u200d\u202f\ufeff]]>\n\t 0a"), max_size=30)


def yaml_of(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def as_printed(text: str) -> str:
    """Return a text on one line, as on the page."""
    return " ".join(text.replace("\n", " ").replace("\t", " ").split(" ")).strip()


def runs_of(reader: DocxReader, style: str = "Body Text") -> list[Run]:
    return [run for line in reader.lines if line.style == style for run in line.runs]


@seldom
@given(hostile)
@example("</w:t></w:r><w:r><w:t>&lt;&#38;")
@example("]]>")
@example("\ufeff\u200d")
def test_any_text_is_read_as_the_view_has_it(text: str) -> None:
    source = yaml_of({"basics": {"name": text}, "work": [{"name": text, "highlights": [text, text]}]})
    view = view_of(source)
    reader = docx_of(source)
    squeezed = ["".join(line.split()) for line in (plain(view.name), *_bullets(view))]
    document = docx.Document(io.BytesIO(reader.data))
    for read in ([line.text for line in reader.lines], [paragraph.text for paragraph in document.paragraphs]):
        found = ["".join(line.split()) for line in read]
        assert [line for line in squeezed if line and line not in found] == []


def _bullets(view: Any) -> list[str]:
    return [
        plain(bullet.text)
        for section in view.sections
        for entry in section.entries
        for bullet in entry.highlights.bullets
    ]


def without_pictures(data: Any) -> Any:
    """Return a résumé without pictures, since no files exist; their captions go with them."""
    if isinstance(data, dict):
        return {
            key: without_pictures(value) for key, value in data.items() if key not in {"images", "image", "picture"}
        }
    return [without_pictures(item) for item in data] if isinstance(data, list) else data


@seldom
@given(data=resumes)
def test_any_résumé_keeps_all_texts_and_links(data: Any) -> None:
    manuscript = manuscript_of(yaml_of(without_pictures(data)), is_page=False)
    (made,) = artifacts_of(manuscript, ["docx"])
    reader = DocxReader(made.data)
    read = "".join(reader.text.split())
    view = printed_view(manuscript.view, manuscript.design)
    assert [text for text in texts_of(view) if "".join(text.split()) not in read] == []
    assert {unquote(url) for url in links_of(manuscript.view) if url} == {unquote(url) for _, url in reader.links}


@seldom
@given(st.text(allowed_characters, max_size=40), st.booleans())
def test_direction_runs_are_the_whole_text(text: str, rtl: bool) -> None:
    assert "".join(part for part, _ in direction_runs(text, rtl=rtl)) == text


# --- styles of text


def test_strong_emphasis_and_code_use_words_styles() -> None:
    runs = runs_of(docx_of("basics: {summary: 'a **strong** *slanted* `code` ***both***'}"))
    assert [(run.text, run.style, run.bold, run.italic) for run in runs if run.text.strip()] == [
        ("a ", "", None, False),
        ("strong", "Strong", True, False),
        ("slanted", "Emphasis", None, True),
        ("code", "HTMLCode", None, False),
        ("both", "Emphasis", True, True),
    ]


def test_strong_text_in_a_title_stays_strong() -> None:
    """Two bold styles cancel each other out, so the run itself is bold as well."""
    (run, *_) = docx_of("work: [{position: '**Analyst** of data', name: X}]").lines[-1].runs
    assert (run.text, run.bold) == ("Analyst", True)


def test_text_beside_a_title_is_not_bold() -> None:
    text = "work: [{position: Analyst, name: X, location: Kiel, startDate: '2020', endDate: '2021'}]"
    runs = {run.text: run.bold for run in docx_of(text, theme="compact").lines[-1].runs if run.text != "\t"}
    assert runs == {"Analyst": None, " · ": False, "X": False, "Kiel": False, "2020\u202f–\u202f2021": False}


def test_code_in_a_link_has_the_style_of_links() -> None:
    runs = runs_of(docx_of("basics: {summary: '[see `code`](https://example.org)'}"))
    assert [(run.text, run.style) for run in runs] == [("see ", "Hyperlink"), ("code", "Hyperlink")]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [("[the paper](https://example.org/p)", "the paper"), ("**[a *link*](https://example.org/p)**", "a link")],
)
def test_links_keep_their_urls(markdown: str, text: str) -> None:
    reader = docx_of(f"basics: {{summary: 'see {markdown}.'}}")
    assert reader.links == [(text, "https://example.org/p")]
    assert {run.style for run in runs_of(reader) if run.text in text} == {"Hyperlink"}


@pytest.mark.parametrize(
    ("name", "links"),
    [
        ("'[foo](https://own.example)'", [("foo", "https://own.example"), ("x.example", "https://x.example")]),
        ("'**[foo](https://own.example) x**'", [("foo", "https://own.example"), (" x", "https://x.example")]),
    ],
)
def test_a_name_with_a_link_of_its_own_loses_neither(name: str, links: list[tuple[str, str]]) -> None:
    """The link of the entry is on the rest of the name, or printed; Word has no links within links."""
    assert docx_of(f"work: [{{position: {name}, url: 'https://x.example'}}]").links == links


def test_characters_that_word_rejects_in_urls_are_encoded() -> None:
    urls = [
        "https://example.org/a|b",
        "https://example.org/100%",
        "https://example.org/%C3%A9?x={y}",
        "https://例え.jp/ü",
    ]
    reader = docx_of(yaml_of({"projects": [{"name": "X", "url": url} for url in urls]}))
    assert [url for _, url in reader.links] == [
        "https://example.org/a%7Cb",
        "https://example.org/100%25",
        "https://example.org/%C3%A9?x=%7By%7D",
        "https://例え.jp/ü",
    ]


def test_a_line_break_in_the_text_is_kept() -> None:
    assert docx_of('basics: {summary: "one  \\ntwo"}').lines[-1].text == "one\ntwo"


# --- languages and directions


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        *(("en", "en-US"), ("de", "de-DE"), ("pt-BR", "pt-BR"), ("no", "nb-NO"), ("ja", "ja-JP"), ("ar", "ar-EG")),
        *(("zh-Hans", "zh-CN"), ("zh-Hant", "zh-TW"), ("zh-Hant-HK", "zh-HK"), ("sr-Latn", "sr-Latn-RS"), ("eo", "eo")),
    ],
)
def test_language_tags_have_a_region(tag: str, word: str) -> None:
    assert word_language(tag) == word


@pytest.mark.parametrize(("locale", "language"), [("de", "de-DE"), ("ja", "ja-JP"), ("he", "he-IL")])
def test_the_language_is_set_in_styles_and_properties(locale: str, language: str) -> None:
    reader = docx_of(f"basics: {{name: Ada}}\nlocale: {locale}")
    default = reader.xml("word/styles.xml").find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMESPACES)
    assert default is not None
    assert {default.get(name(f"w:{slot}")) for slot in ("val", "eastAsia", "bidi")} == {language}
    assert docx.Document(io.BytesIO(reader.data)).core_properties.language == locale


def test_east_asian_text_has_its_language_and_a_font_that_draws_it() -> None:
    runs = runs_of(docx_of("basics: {summary: 'from 東京の人 to 神經網路的混合 and 대한민국'}"))
    assert {run.text: (run.language, run.font) for run in runs if run.language} == {
        "東京の人": ("ja-JP", "Yu Gothic"),
        "神經網路的混合": ("zh-TW", "Microsoft JhengHei"),
        "대한민국": ("ko-KR", "Malgun Gothic"),
    }


def test_a_right_to_left_page_is_mirrored() -> None:
    reader = docx_of("basics: {summary: 'مهندسة في Example Ltd (منذ 2012)'}\nlocale: ar")
    assert reader.xml("word/document.xml").find("w:body/w:sectPr/w:bidi", NAMESPACES) is not None
    assert reader.styles["Normal"].find("w:pPr/w:bidi", NAMESPACES) is not None
    assert [(run.text, run.rtl) for run in runs_of(reader)] == [
        ("مهندسة في ", True),
        ("Example Ltd", False),
        (" (منذ 2012)", True),
    ]


def test_code_is_left_to_right_on_a_right_to_left_page() -> None:
    """Punctuation takes the base direction, so that of `(a)` and of `--all` must not be the page's."""
    runs = runs_of(docx_of("basics: {summary: 'الأمر `--all (a)` هنا'}\nlocale: ar"))
    assert [(run.text, run.rtl) for run in runs] == [("الأمر ", True), ("--all (a)", False), (" هنا", True)]


def test_signs_stay_with_their_word_on_a_right_to_left_page() -> None:
    runs = [("لغات: ", True), ("Python, C++", False), (" و ", True), (".NET", False)]
    assert list(direction_runs("لغات: Python, C++ و .NET", rtl=True)) == runs


def test_a_combining_mark_stays_with_its_letter() -> None:
    text = "a\u0301מ\u05b8b"
    runs = [("a\u0301", False), ("מ\u05b8", True), ("b", False)]
    assert list(direction_runs(text, rtl=False)) == runs


def test_a_combining_mark_between_opposite_letters_does_not_take_the_base_direction() -> None:
    assert list(direction_runs("a\u0301מ", rtl=True)) == [("a\u0301", False), ("מ", True)]


def test_east_asian_text_in_a_serif_theme_has_a_serif_font() -> None:
    runs = runs_of(docx_of("basics: {summary: 'from 東京の人'}", theme="classic"))
    assert [run.font for run in runs if run.language] == ["Yu Mincho"]


def test_a_left_to_right_page_is_not_mirrored() -> None:
    reader = docx_of("basics: {summary: 'She speaks العربية, too'}")
    assert reader.styles["Normal"].find("w:pPr/w:bidi", NAMESPACES) is None
    assert [(run.text, run.rtl) for run in runs_of(reader)] == [
        ("She speaks ", False),
        ("العربية", True),
        (", too", False),
    ]


def _paragraphs(source: str) -> list[tuple[str, str | None]]:
    """Return the text of each paragraph below titles, and its direction if that is not the page's: 1 is from right."""
    found = docx_of(source).xml("word/document.xml").iterfind(".//w:p", NAMESPACES)
    directions = [(paragraph, paragraph.find("w:pPr/w:bidi", NAMESPACES)) for paragraph in found]
    texts = [("".join(paragraph.itertext()), None if bidi is None else value(bidi)) for paragraph, bidi in directions]
    return texts[2:]


def test_a_paragraph_has_the_direction_of_its_text() -> None:
    summary = "summary: |\n    She counts.\n\n    مهندسة برمجيات (في Example).\n\n    Written in عربي, too."
    assert _paragraphs(f"basics:\n  {summary}") == [
        ("She counts.", None),
        ("مهندسة برمجيات (في Example).", "1"),
        ("Written in عربي, too.", None),
    ]
    assert [bidi for _, bidi in _paragraphs(f"locale: ar\nbasics:\n  {summary}")] == ["0", None, "0"]


def test_the_marks_of_a_list_stay_on_one_side_unless_the_order_of_words_is_at_stake() -> None:
    source = "locale: ar\nwork: [{name: X, highlights: ['عربي', 'C++ (all of it).', 'Written in عربي, too.']}]"
    assert [bidi for _, bidi in _paragraphs(source)] == [None, None, None, "0"]
    latin = [run.rtl for line in docx_of(source).lines if "C++" in line.text for run in line.runs]
    assert latin == [False]


def test_contacts_are_left_to_right_on_any_page() -> None:
    reader = docx_of("basics: {email: a@example.org, phone: +20 2 1234}\nlocale: ar")
    runs = runs_of(reader, "Contact Details")
    assert {run.text: run.rtl for run in runs} == {
        "\u200e": False,
        "a@example.org": False,
        "\u2003\u200f": True,
        "+20 2 1234": False,
    }
