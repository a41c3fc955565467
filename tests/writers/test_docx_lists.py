"""Lists are real Word lists, and Word's count agrees with the markers of the view."""

from __future__ import annotations

from string import ascii_lowercase

import pytest

from .docx_files import docx_of


def nested(depth: int, marker: str = "bullets") -> str:
    """Return a list in which each item contains the next."""
    inner = f"level {depth}"
    made = f"{{text: {inner}, list: {marker}}}"
    for level in range(depth - 1, 0, -1):
        made = f"{{text: level {level}, list: {marker}, highlights: [{made}]}}"
    return f"work: [{{name: X, highlights: [{made}]}}]"


def test_bullets_numbers_and_letters_can_be_nested() -> None:
    reader = docx_of("""
        work:
          - name: X
            highlights:
              - text: one
                list: numbers
                highlights:
                  - text: two
                    list: letters
                    highlights: [three, four]
                  - five
              - text: six
                list: numbers
                highlights: [seven]
              - eight
    """)
    assert reader.marks() == [
        ("•", 0, "one"),
        ("1.", 1, "two"),
        ("a.", 2, "three"),
        ("b.", 2, "four"),
        ("2.", 1, "five"),
        ("•", 0, "six"),
        ("1.", 1, "seven"),
        ("•", 0, "eight"),
    ]
    assert [line.style for line in reader.lines if line.list] == [
        "List Bullet",
        "List Number 2",
        "List Number 3",
        "List Number 3",
        "List Number 2",
        "List Bullet",
        "List Number 2",
        "List Bullet",
    ]


@pytest.mark.parametrize("marker", ["bullets", "numbers", "letters"])
def test_items_deeper_than_words_nine_levels_are_on_the_ninth(marker: str) -> None:
    marks = docx_of(nested(14, marker)).marks()
    assert [(level, text) for _, level, text in marks] == [(min(n, 9) - 1, f"level {n}") for n in range(1, 15)]
    assert {mark for mark, _, _ in marks[1:]} == {{"bullets": "•", "numbers": "1.", "letters": "a."}[marker]}


def test_lists_below_the_ninth_level_do_not_continue_it() -> None:
    inner = "{text: outer, list: letters, highlights: [b, c, d]}"
    for level in range(8, 0, -1):
        inner = f"{{text: level {level}, list: letters, highlights: [{inner}, after {level}]}}"
    marks = docx_of(f"work: [{{name: X, highlights: [{inner}]}}]").marks()
    assert [(mark, text) for mark, _, text in marks[8:14]] == [
        ("a.", "outer"),
        ("a.", "b"),
        ("b.", "c"),
        ("c.", "d"),
        ("b.", "after 8"),
        ("b.", "after 7"),
    ]


def test_letters_after_z_are_as_on_the_page() -> None:
    items = ", ".join(f"item {number}" for number in range(30))
    marks = docx_of(f"work: [{{name: X, highlights: [{{text: a, list: letters, highlights: [{items}]}}]}}]").marks()
    wanted = [f"{letter}." for letter in (*ascii_lowercase, "aa", "ab", "ac", "ad")]
    assert [mark for mark, level, _ in marks if level] == wanted


def test_numbers_in_markdown_are_kept() -> None:
    reader = docx_of("""
        basics:
          summary: |
            7. seven
            8. eight
            10. ten
            40000. many
            40002. more
    """)
    assert reader.marks() == [
        ("7.", 0, "seven"),
        ("8.", 0, "eight"),
        ("10.", 0, "ten"),
        ("40000.", 0, "many"),
        ("40002.", 0, "more"),
    ]


def test_a_list_restarts_after_another() -> None:
    reader = docx_of('basics: {summary: "1. a\\n2. b\\n\\ntext\\n\\n1. c\\n2. d"}')
    assert [mark for mark, _, _ in reader.marks()] == ["1.", "2.", "1.", "2."]


def test_further_blocks_of_an_item_are_below_its_text() -> None:
    reader = docx_of("""
        basics:
          summary: |
            - first

              second

              1. third
            -
              - fourth
    """)
    assert [(line.style, line.text) for line in reader.lines[2:]] == [
        ("List Bullet", "first"),
        ("List Continue", "second"),
        ("List Number 2", "third"),
        ("List Bullet", ""),
        ("List Bullet 2", "fourth"),
    ]
    assert [mark for mark, _, _ in reader.marks()] == ["•", "1.", "•", "•"]
