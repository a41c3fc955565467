"""A text that continues on the next page, or on several, is found; one that lost a word on the way is not."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.check.extracted_text import ExtractedText

HEADERS = ("", "Jane Quillfeather, résumé\r\n", "first of the header\r\n")
FOOTERS = ("", "\r\nPage {} of many", "\r\nfirst and last")

VOCABULARY = ("first", "of", "the", "many", "words", "in", "a", "long", "text", "about", "rivers")

words = st.lists(st.sampled_from(VOCABULARY), min_size=12, max_size=60)
around = st.tuples(st.sampled_from(HEADERS), st.sampled_from(FOOTERS))


def paged(parts: Sequence[Sequence[str]], header: str = "", footer: str = "") -> list[str]:
    """Return pages with the words of each part, between a header and a footer."""
    numbered = enumerate(parts, 1)
    return [f"{header}{' '.join(part)}{footer.format(number)}" for number, part in numbered]


def cut(words: Sequence[str], per_page: int) -> list[Sequence[str]]:
    return [words[at : at + per_page] for at in range(0, len(words), per_page)]


@given(words, st.integers(3, 11), around)
def test_a_text_over_any_number_of_pages_is_found(text: list[str], per_page: int, around: tuple[str, str]) -> None:
    pages = paged(cut(text, per_page), *around)
    assert ExtractedText(pages).find_missing([" ".join(text)]) == []


@given(st.lists(words, min_size=2, max_size=4), st.integers(5, 40), around)
def test_several_texts_over_pages_each_are_found(
    texts: list[list[str]], per_page: int, around: tuple[str, str]
) -> None:
    marked = [f"start{number} {' '.join(text)}" for number, text in enumerate(texts)]
    pages = paged(cut(" ".join(marked).split(), per_page), *around)
    assert ExtractedText(pages).find_missing(marked) == []


@pytest.mark.parametrize("length", [1, 30, 300])
@pytest.mark.parametrize("per_page", [40, 100])
def test_a_second_column_may_come_between(length: int, per_page: int) -> None:
    text = [f"word{number}x" for number in range(200)]
    column = " ".join(["word0x", *(f"skill{number}" for number in range(length))])
    pages = [f"{page}\r\n{column}" for page in paged(cut(text, per_page))]
    assert ExtractedText(pages).find_missing([" ".join(text)]) == []


def test_a_second_column_may_begin_like_the_rest() -> None:
    column = " ".join(["four seasons", *(f"skill{number}" for number in range(30))])
    pages = [f"this is one and two and three\r\n{column}", "four five six"]
    assert ExtractedText(pages).find_missing(["this is one and two and three four five six"]) == []


@pytest.mark.parametrize("lost", [0, 39, 40, 41, 160, 199])
def test_a_word_lost_beside_a_second_column_is_noticed(lost: int) -> None:
    text = [f"word{number}x" for number in range(200)]
    column = " ".join(f"skill{number}" for number in range(100))
    pages = [f"{page}\r\n{column}" for page in paged(cut([*text[:lost], *text[lost + 1 :]], 40))]
    assert ExtractedText(pages).find_missing([" ".join(text)]) == [" ".join(text)]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("lost", [1, 150, 299, 300, 301, 449, 598])
def test_a_word_lost_on_any_page_is_noticed(header: str, footer: str, right_to_left: bool, lost: int) -> None:
    text = [f"word{number}x" for number in range(600)]
    pages = paged(cut([*text[:lost], *text[lost + 1 :]], 100), header, footer)
    assert ExtractedText(pages, right_to_left=right_to_left).find_missing([" ".join(text)]) == [" ".join(text)]


@pytest.mark.parametrize("page", [1, 3])
def test_a_page_lost_in_the_middle_is_noticed(page: int) -> None:
    text = [f"word{number}x" for number in range(600)]
    parts = cut(text, 100)
    assert ExtractedText(paged([*parts[:page], *parts[page + 1 :]])).find_missing([" ".join(text)]) != []


def test_a_page_of_pictures_may_come_between() -> None:
    assert ExtractedText(["the first half", "", "and the second"]).find_missing(["the first half and the second"]) == []


def test_a_text_that_is_there_once_is_found_once() -> None:
    pages = ["a text on two", "pages at least"]
    assert ExtractedText(pages).find_missing(["a text on two pages at least"] * 2) == ["a text on two pages at least"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("a long text that\r\nThe end", "The rest\r\nends here"), ("a long text that ends", "here, at thereabouts")],
)
def test_a_part_begins_and_ends_between_words(first: str, second: str) -> None:
    assert ExtractedText([first, second]).find_missing(["a long text that ends here at there"]) != []


def test_a_footer_may_begin_like_the_rest() -> None:
    pages = ["one two three\r\nfour seasons", "four five six\r\nfour seasons", "seven"]
    assert ExtractedText(pages).find_missing(["one two three four five six seven"]) == []


def test_right_to_left_words_on_several_pages_are_found() -> None:
    text = [chr(0x05D0 + number % 22) * (2 + number % 5) + chr(0x05D0 + number // 22) for number in range(300)]
    pages = paged([list(reversed(part)) for part in cut(text, 80)], footer="\r\n{}")
    assert ExtractedText(pages, right_to_left=True).find_missing([" ".join(text)]) == []


def seconds(pages: list[str], texts: list[str]) -> float:
    """Return the processor time of a search."""
    before = time.process_time()
    ExtractedText(pages).find_missing(texts)
    return time.process_time() - before


LONG = {
    "prose": [f"word{number % 977}" for number in range(2500)],
    "one word again and again": ["ab"] * 6600,
    "one letter": ["a" * 40] * 500,
}


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("loses", [False, True])
def test_twenty_thousand_characters_take_no_second(name: str, loses: bool) -> None:
    text = LONG[name]
    printed = [*text[: len(text) // 2], *text[len(text) // 2 + loses :]]
    assert seconds(paged(cut(printed, len(text) // 7), HEADERS[1], FOOTERS[1]), [" ".join(text)]) < 1


@pytest.mark.parametrize("prefix", ["", "x"], ids=["there", "lost"])
def test_two_thousand_texts_take_no_second(prefix: str) -> None:
    texts = [f"text {number} of many about water, wind and stones" for number in range(2000)]
    pages = paged(cut(" ".join(texts).split(), 500), HEADERS[1], FOOTERS[1])
    assert seconds(pages, [prefix + text for text in texts]) < 1


def test_short_words_in_long_runs_take_no_second() -> None:
    assert seconds(["CCCCCCCCCCCd " * 500], ["C", "CC", "CCC"] * 300) < 1
