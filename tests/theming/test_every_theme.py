"""Requirements for every built-in theme: the whole view is on the page, in order, in semantic elements."""

from __future__ import annotations

import itertools
from functools import cache

import pytest

from present.resumes import Filler, view_of
from resumekit.present import ResumeView, plain

from .page_reader import PageReader
from .themes import BUILT_IN, built_in, set_in

FILLER = Filler()
FULL = view_of(FILLER.resume())

each_theme = pytest.mark.parametrize("theme", BUILT_IN)


@cache
def page(theme: str) -> PageReader:
    return PageReader(set_in(built_in(theme), FULL))


def page_of(theme: str, view: ResumeView) -> PageReader:
    return PageReader(set_in(built_in(theme), view))


@each_theme
def test_every_field_of_the_schema_is_on_the_page(theme: str) -> None:
    there = page(theme).text + " ".join(page(theme).values)
    assert {path for word, path in FILLER.words.items() if word not in there} == set()


@each_theme
def test_only_addresses_files_widths_and_descriptions_are_not_text(theme: str) -> None:
    missing = {path for word, path in FILLER.words.items() if word not in page(theme).text}
    assert {path.rpartition(".")[2] for path in missing} <= {"url", "file", "width", "alt", "id"}


@each_theme
def test_custom_keys_are_not_on_the_page(theme: str) -> None:
    there = page(theme).text + " ".join(page(theme).values)
    assert not [path for word, path in FILLER.hidden.items() if word in there]


@each_theme
def test_elements_are_properly_nested(theme: str) -> None:
    open_: list[str] = []
    for tag, *_ in page(theme).tags:
        if tag.startswith("/"):
            assert open_.pop() == tag[1:]
        elif tag not in {"!--", "meta", "img", "br", "link", "hr"}:
            open_.append(tag)
    assert open_ == []


@each_theme
def test_headings_step_down_one_level_at_a_time(theme: str) -> None:
    levels = [int(tag[1]) for tag, *_ in page(theme).tags if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


@each_theme
def test_sections_are_in_the_order_of_the_view(theme: str) -> None:
    titles = [plain(section.title) for section in FULL.sections]
    text = page(theme).text
    assert [text.count(title) for title in titles] == [1] * len(titles)
    assert sorted(titles, key=text.index) == titles


@each_theme
@pytest.mark.parametrize(
    "resume",
    [
        "{}",
        "basics: {name: Ada}",
        "basics: {label: Analyst}",
        "basics: {email: ada@example.org}",
        "basics: {facts: [{label: Nationality}]}",
        "work: [{}]",
        "work: [{name: X}]",
        "work: [{position: X}]",
        "work: [{startDate: 2020}]",
        "work: [{highlights: [a]}]",
        "work: [{name: X, positions: [{}, {startDate: 2020}, {position: Y}]}]",
        "education: [{score: '1.0'}]",
        "skills: [{level: high}, {keywords: [a]}, {summary: s}]",
        "languages: [{fluency: high}]",
        "publications: [{authors: [A]}]",
        "references: [{reference: Good.}]",
        "sections: [{title: A, text: t}, {title: B, pairs: [{label: l}]}, {title: C, items: [i]}]",
    ],
)
def test_a_sparse_résumé_is_a_page_without_empty_headings_or_lists(theme: str, resume: str) -> None:
    made = page_of(theme, view_of(resume))
    names = [tag for tag, *_ in made.tags]
    empty = [tag for tag, following in itertools.pairwise(names) if following == f"/{tag}"]
    texts_between = "".join(made.texts)
    assert not set(names[: names.index("/head")]) & {"h1", "ul"}
    assert "None" not in texts_between
    assert "Undefined" not in texts_between
    assert not [tag for tag in ("ul", "article", "figure") if tag in empty]


@each_theme
@pytest.mark.parametrize(
    ("locale", "language", "direction"), [("en", "en", "ltr"), ("de-AT", "de-AT", "ltr"), ("ar", "ar", "rtl")]
)
def test_a_page_declares_its_language_and_direction(theme: str, locale: str, language: str, direction: str) -> None:
    made = page_of(theme, view_of(f"locale: {locale}"))
    assert ("html", "lang", "dir") in made.tags
    assert {language, direction} <= set(made.values)
