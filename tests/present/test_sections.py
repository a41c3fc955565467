"""Which sections a page has, in which order, under which titles."""

from __future__ import annotations

import pytest

from resumekit.present import plain, present
from resumekit.present.view import SectionView
from resumekit.schema import SECTIONS

from .resumes import resume_of, strings_in, view_of

ALL = """
basics: {name: Ada, summary: About me.}
work: [{name: A}]
volunteer: [{organization: B}]
education: [{institution: C}]
awards: [{title: D}]
certificates: [{name: E}]
publications: [{name: F}]
patents: [{title: G}]
skills: [{name: H}]
languages: [{language: I}]
interests: [{name: J}]
references: [{name: K}]
projects: [{name: L}]
sections: [{title: My Talks & Ümläuts, entries: [{title: M}]}, {title: Notes, id: own, text: N}]
"""


def ids(text: str) -> list[str]:
    return [section.id for section in view_of(text).sections]


def only(text: str) -> SectionView:
    (section,) = view_of(text).sections
    return section


def test_the_usual_order_ends_with_ones_own_sections() -> None:
    assert ids(ALL) == [*SECTIONS, "my-talks-ümläuts", "own"]


def test_what_order_does_not_list_follows_in_the_usual_order() -> None:
    assert ids(ALL + "order: [own, skills, summary]")[:5] == ["own", "skills", "summary", "work", "projects"]
    assert sorted(ids(ALL + "order: [own, skills, summary]")) == sorted(ids(ALL))


def test_a_section_listed_twice_is_printed_once() -> None:
    assert ids(ALL + "order: [skills, work, skills]").count("skills") == 1


def test_hidden_sections_are_left_out_even_if_order_lists_them() -> None:
    assert {"work", "own"}.isdisjoint(ids(ALL + "order: [work, own]\nhide: [work, own]"))


@pytest.mark.parametrize(
    "section",
    ["summary", *SECTIONS[1:], "sections"],
)
def test_an_empty_section_has_no_title(section: str) -> None:
    empty = "basics: {summary: ''}" if section == "summary" else f"{section}: []"
    assert view_of(empty).sections == ()


def test_a_section_of_ones_own_without_anything_in_it_is_left_out() -> None:
    assert ids("sections: [{title: Empty}]") == []


@pytest.mark.parametrize("name", ["summary", "work", "own"])
def test_titles_may_be_changed(name: str) -> None:
    view = view_of(ALL + f"titles: {{{name}: Something *else*}}")
    (title,) = [section.title for section in view.sections if section.id == name]
    assert plain(title) == "Something else"


def test_titles_in_english_are_the_usual_ones() -> None:
    titles = {section.id: plain(section.title) for section in view_of(ALL).sections}
    assert titles["work"] == "Experience"
    assert titles["volunteer"] == "Volunteering"
    assert titles["own"] == "Notes"
    assert all(titles.values())


def test_skills_languages_and_interests_are_groups() -> None:
    groups = {section.id for section in view_of(ALL).sections if section.kind == "groups"}
    assert groups == {"skills", "languages", "interests"}


def test_a_section_of_ones_own_may_have_all_kinds_of_content_at_once() -> None:
    section = only(
        "sections: [{title: T, text: some words, entries: [{title: entry}], pairs: [{label: l, value: v}], items: [i]}]"
    )
    assert {"some words", "entry", "l", "v", "i"} <= set(strings_in(section))


@pytest.mark.parametrize(
    ("basics", "title", "author"),
    [
        ("{name: Ada Lovelace, label: Analyst}", "Ada Lovelace – Analyst", "Ada Lovelace"),
        ("{name: Ada **Lovelace**}", "Ada Lovelace", "Ada Lovelace"),
        ("{label: Analyst}", "Analyst", ""),
        ("{}", "Résumé", ""),
    ],
)
def test_a_page_has_a_title(basics: str, title: str, author: str) -> None:
    view = view_of(f"basics: {basics}")
    assert (view.title, view.author) == (title, author)


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("{}", "en", "ltr"),
        ("locale: en_GB", "en-GB", "ltr"),
        ("locale: ar", "ar", "rtl"),
        ("locale: he-IL", "he-IL", "rtl"),
        ("languages: [de, en]", "de", "ltr"),
        ("languages: [de, en]\nlocale: en", "en", "ltr"),
    ],
)
def test_a_page_has_a_language_and_a_direction(text: str, language: str, direction: str) -> None:
    view = view_of(text)
    assert (view.language, view.direction) == (language, direction)


def test_a_degree_leads_with_what_was_studied() -> None:
    entry = only("education: [{institution: X, area: Logic, studyType: MSc, score: '4.0', courses: [A, B]}]").entries[0]
    assert (plain(entry.title), plain(entry.organization)) == ("MSc, Logic", "X")
    assert [(plain(pair.label), plain(pair.text)) for pair in entry.details] == [("Grade", "4.0"), ("Courses", "A, B")]


def test_a_reference_says_first_what_somebody_says() -> None:
    entry = only("references: [{name: X, reference: 'Said *so*.', summary: Added.}]").entries[0]
    assert "".join(strings_in(entry.summary)) == "Said so.Added."


def test_a_theme_may_put_sections_first_that_the_résumé_does_not_put_in_order() -> None:
    def in_theme(text: str) -> list[str]:
        return [section.id for section in present(resume_of(text), order=("education", "missing", "work")).sections]

    assert in_theme(ALL)[:3] == ["education", "work", "summary"]
    assert in_theme(f"{ALL}\norder: [work, skills]")[:4] == ["work", "skills", "education", "summary"]
