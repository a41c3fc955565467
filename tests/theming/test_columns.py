"""The second column of themes that declare `side`: what goes there, and what does not."""

from __future__ import annotations

import re

import pytest

from present.resumes import view_of

from .themes import built_in, set_in

each_theme = pytest.mark.parametrize("theme", ["sidebar", "split"])

WORK = "work: [{name: Example Ltd, position: Analyst}]\n"
SKILLS = "skills: [{name: Tools, keywords: [Loom, Needle]}]\n"


def columns(theme: str, resume: str) -> tuple[list[str], list[str]]:
    """Return the names of the sections in the main column, and in the second one."""
    career, _, side = set_in(built_in(theme), view_of(resume)).partition("<aside")
    found = re.compile(r'<section [^>]*id="([^"]*)"')
    return found.findall(career), found.findall(side)


@each_theme
def test_short_sections_are_beside_the_career(theme: str) -> None:
    assert columns(theme, WORK + SKILLS + "education: [{institution: X, area: Y}]") == (
        ["work"],
        ["education", "skills"],
    )


@each_theme
def test_without_a_career_short_sections_are_the_main_column(theme: str) -> None:
    assert columns(theme, SKILLS) == (["skills"], [])


@each_theme
def test_there_is_one_column_if_nothing_is_short(theme: str) -> None:
    assert "<aside" not in set_in(built_in(theme), view_of(WORK))


@each_theme
@pytest.mark.parametrize(
    "education",
    [
        "{institution: X, images: [{file: a.png, alt: A}]}",
        "{institution: X, break: before}",
        "{institution: X, area: Theory and History of Looms and Other Machines}",
        "{institution: University of Looms and of All Other Machines, area: Y}",
    ],
    ids=["with a picture", "with a page break", "with a long title", "at a school with a long name"],
)
def test_what_does_not_fit_a_narrow_column_is_in_the_wide_one(theme: str, education: str) -> None:
    assert columns(theme, f"{WORK}{SKILLS}education: [{education}]") == (["work", "education"], ["skills"])


@each_theme
def test_sections_are_beside_while_there_is_room(theme: str) -> None:
    many = ", ".join(f"{{institution: School {number}, area: Subject}}" for number in range(30))
    assert columns(theme, f"{WORK}{SKILLS}education: [{many}]") == (["work", "education"], ["skills"])


@each_theme
def test_words_that_fill_a_line_each_need_a_line_each(theme: str) -> None:
    def skills(count: int, letters: int) -> str:
        keywords = ", ".join("k" * letters for _ in range(count))
        return f"{WORK}skills: [{{name: Tools, keywords: [{keywords}]}}]"

    assert columns(theme, skills(60, 12)) == (["work"], ["skills"])  # two on a line
    assert columns(theme, skills(30, 18)) == (["work"], ["skills"])
    assert columns(theme, skills(60, 18)) == (["work", "skills"], [])


def test_with_more_contacts_than_a_page_holds_every_page_has_two_columns() -> None:
    def classes(number: int) -> set[str]:
        profiles = ", ".join(f"{{network: N{each}, username: ada}}" for each in range(number))
        page = set_in(built_in("sidebar"), view_of(f"basics: {{profiles: [{profiles}]}}\n{WORK}"))
        return set(re.findall(r'class="(sheet[^"]*)"', page))

    assert classes(3) == {"sheet two"}
    assert classes(60) == {"sheet two along"}


def test_a_long_address_in_the_second_column_may_break_before_its_at_sign() -> None:
    page = set_in(built_in("sidebar"), view_of(f"basics: {{email: augusta.ada.byron@analytical.example.org}}\n{WORK}"))
    start = '<span class="part"><a href="mailto:augusta.ada.byron@analytical.example.org">'
    for part in ("augusta.", "ada.", "byron", "@analytical.example.org"):
        assert f"{start}{part}</a></span>" in page
