"""The name in two parts: together they are the name, with its markup."""

from __future__ import annotations

import pytest

from resumekit.present.inline import Strong, Words, plain

from .resumes import view_of

NAMES = {
    "Ada Example": ("Ada", "Example"),
    "Ada Mary I Example": ("Ada Mary I", "Example"),
    "Jan van der Example": ("Jan", "van der Example"),
    "Anna von Example": ("Anna", "von Example"),
    "Omar bin Example": ("Omar", "bin Example"),
    "Omar al-Example": ("Omar", "al-Example"),
    "José Example y Sample": ("José", "Example y Sample"),
    "محمد بن مثال": ("محمد", "بن مثال"),
    "Mary Van Example": ("Mary", "Van Example"),
    "Ben Example": ("Ben", "Example"),  # a particle elsewhere
    "Yo-Yo Ma": ("Yo-Yo", "Ma"),  # a degree elsewhere
    "Dr. Ada Example": ("Dr. Ada", "Example"),
    "Prof. Dr.-Ing. Ada Example MSc": ("Prof. Dr.-Ing. Ada", "Example MSc"),
    "Ada Example, PhD, M.B.A.": ("Ada", "Example, PhD, M.B.A."),
    "Ada Example Jr.": ("Ada", "Example Jr."),
    "Ada Example (she/her)": ("Ada", "Example (she/her)"),
    "Ming Sample 李明": ("Ming", "Sample 李明"),
    "Example, Ada": ("", "Example, Ada"),
    "van Example": ("", "van Example"),
    "Ada": ("", "Ada"),
    "山田 太郎": ("", "山田 太郎"),
    "홍 길동": ("", "홍 길동"),
    "(Ada)": ("", "(Ada)"),
    ",": ("", ","),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_has_two_parts(name: str) -> None:
    view = view_of(f'basics: {{name: "{name}"}}')
    assert (plain(view.given_name), plain(view.family_name)) == NAMES[name]
    assert " ".join(filter(None, map(plain, (view.given_name, view.family_name)))) == plain(view.name)


def test_the_parts_keep_their_markup() -> None:
    view = view_of("basics: {name: 'Ada **Mary Example**'}")
    assert view.given_name == (Words("Ada "), Strong((Words("Mary"),)))
    assert view.family_name == (Strong((Words("Example"),)),)


def test_without_a_name_both_are_empty() -> None:
    assert (view_of("{}").given_name, view_of("{}").family_name) == ((), ())


@pytest.mark.parametrize(
    ("basics", "length"),
    [
        ("{name: Ada Example}", 11),
        ("{name: 山田太郎}", 8),
        ("{name: 'A\u0308da'}", 3),
        ("{label: Analyst}", 7),
        ("{email: a@example.org}", len("Résumé")),
    ],
)
def test_the_length_of_the_main_heading(basics: str, length: int) -> None:
    assert view_of(f"basics: {basics}").name_length == length
