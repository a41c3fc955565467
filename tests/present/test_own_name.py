"""The person of the résumé is strong among authors and inventors, and nobody else is."""

from __future__ import annotations

from time import process_time

import pytest

from resumekit.present.inline import Emphasis, Inlines, Strong, Words, plain
from resumekit.present.own_name import with_own_name

from .resumes import view_of

OWN = {
    "Inga Example-Sample": [
        "Inga Example-Sample",
        "INGA EXAMPLE-SAMPLE",
        "I. Example-Sample",
        "I Example-Sample",
        "I. M. Example-Sample",
        "IM Example-Sample",
        "Inga M. Example-Sample",
        "Example-Sample, I.",
        "Example-Sample, Inga M.",
        "Example-Sample I",
        "Example-Sample IM",
        "Example Sample, Inga",
        "Inga Example-Sample*",
        "Inga Example-Sample (corresponding author)",
        "Dr. Inga Example-Sample, PhD",
    ],
    "Ingá Kovačević-Øster": ["I. Kovacevic-Oster", "Kovacevic Oster, Inga"],
    "Jürgen Müster": ["J. Muester", "J. Muster", "Muester, Juergen"],
    "Juergen Muester": ["J. Müster"],
    "Inga Maria Example": ["Inga Example", "I. Example", "I. M. Example", "Example IM"],
    "J. Robert Example": ["Robert Example", "J. R. Example", "R. Example"],
    "Jan van der Sample": ["J. van der Sample", "van der Sample, J.", "Sample, Jan van der", "Vandersample J"],
    "Gabriel Example Sample": ["Example Sample, G.", "G. Example Sample", "Sample, G. E."],
    "Min-su Sample": ["Minsu Sample", "M.-S. Sample", "MS Sample", "Sample, M. S."],
    "Ming Sample (李明)": ["李明", "M. Sample", "Sample Ming"],
    "Иван Петрович Примеров": ["И. П. Примеров", "Примеров И.П.", "И. Примеров"],
    "山田 太郎": ["山田太郎", "山田　太郎", "太郎 山田", "太郎山田", "山田, 太郎"],
    "山田太郎": ["山田 太郎", "太郎・山田"],
    "Maria Ana de Sample": ["de Sample MA", "M. A. de Sample"],
    "Cher": ["Cher"],
}

OTHERS = {
    "Inga Example-Sample": [
        "I. Sample",
        "I. Example",
        "J. Example-Sample",
        "Ingrid Example-Sample",
        "Inga Maria Example-Sample",  # perhaps a relative
        "Example-Sample",
        "Inga",
        "Example-Sample, Jr.",
        "",
    ],
    "Soo Kim": ["J. Kim", "Kim J", "Sung Kim", "Kim", "Soo, K.", "S. Kimura", "S."],
    "Inga Maria Example": ["I. J. Example", "M. Example", "Inga J. Example"],
    "Jan van der Sample": ["J. Sample", "van der Sample"],
    "山田 太郎": ["山田次郎", "太郎", "山田", "Taro Yamada"],
    "Cher": ["C. Cher", "Cher Sample"],
}


def marked(*people: str, own: str, language: str = "en") -> list[str]:
    """Return the texts that are strong."""
    made = with_own_name(tuple((Words(person),) for person in people), own, language)
    assert [plain(person) for person in made] == list(people)
    return [plain(one.children) for person in made for one in person if isinstance(one, Strong)]


@pytest.mark.parametrize(("own", "other"), [(own, other) for own, others in OWN.items() for other in others])
def test_the_own_name_is_found_however_it_is_written(own: str, other: str) -> None:
    assert marked("A. Test", other, "Q. Test", own=own) == [other]


@pytest.mark.parametrize(("own", "other"), [(own, other) for own, others in OTHERS.items() for other in others])
def test_somebody_else_is_not_the_person(own: str, other: str) -> None:
    assert marked("A. Test", other, own=own) == []


@pytest.mark.parametrize(("language", "found"), [("ja", ["T. Yamada"]), ("en", [])])
def test_a_family_name_may_be_first_where_that_is_usual(language: str, found: list[str]) -> None:
    assert marked("T. Yamada", own="Yamada Taro", language=language) == found


def test_the_better_of_two_matches_is_taken_and_none_of_two_equal_ones() -> None:
    assert marked("S. Kim", "Soo Kim", own="Soo Kim") == ["Soo Kim"]
    assert marked("S. J. Kim", "S. Kim", own="Soo Kim") == ["S. Kim"]
    assert marked("S. Kim", "S. Kim", own="Soo Kim") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A. Test, I. Example & S. Kim", ["I. Example"]),
        ("A. Test, S. Kim, and I. Example", ["I. Example"]),
        ("Example, I., Test, A., Kim, S.", ["Example, I."]),
        ("Test, A.; Example, Inga; Kim, S.", ["Example, Inga"]),
        ("A. Test, I. Example, I. Example", []),
        ("A. Test, J. Example and S. Kim", []),
    ],
)
def test_people_in_one_text_are_told_apart(text: str, found: list[str]) -> None:
    assert marked(text, own="Inga Example") == found


def test_east_asian_people_in_one_text() -> None:
    assert marked("鈴木一郎、山田太郎", own="山田 太郎", language="ja") == ["山田太郎"]


def test_markup_is_kept() -> None:
    person: Inlines = (Emphasis((Words("I. Example"),)),)
    assert with_own_name((person,), "Inga Example", "en") == ((Strong(person),),)
    strong: Inlines = (Strong((Words("I. Example"),)), Words("*"))
    assert with_own_name((strong,), "Inga Example", "en") == (strong,)


def test_works_of_a_résumé() -> None:
    view = view_of(
        """
        basics: {name: Inga Example}
        publications: [{name: A, authors: [A. Test, I. Example]}]
        patents: [{title: B, inventors: ["Example, Inga"]}]
        """
    )
    assert [entry.people[-1] for section in view.sections for entry in section.entries] == [
        (Strong((Words("I. Example"),)),),
        (Strong((Words("Example, Inga"),)),),
    ]


def test_without_a_name_nobody_is_marked() -> None:
    view = view_of("publications: [{name: A, authors: [I. Example]}]")
    assert view.sections[0].entries[0].people == ((Words("I. Example"),),)


@pytest.mark.parametrize("text", ["[" * 100_000, "I. Example, " * 10_000, "a b c, " * 500, "A" * 100_000])
def test_a_long_text_takes_no_time(text: str) -> None:
    begun = process_time()
    assert marked(text, own="Inga Example") == []
    assert process_time() - begun < 1
