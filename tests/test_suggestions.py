"""Suggestions: the known word most like an unknown one, found fast enough for thousands of unknown words."""

from __future__ import annotations

import difflib
import random
import time
from collections.abc import Sequence

import pytest

from resumekit.codes import CODES
from resumekit.errors import nearest
from resumekit.schema.basics import Basics
from resumekit.schema.model import keys_of
from resumekit.schema.work import Work

_LETTERS = "abcdefghijklmnopqrstuvwxyz-"


def misspelt(word: str, chance: random.Random) -> str:
    """Return a word with one to three letters added, left out, replaced or swapped."""
    letters = list(word)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(letters))
        match chance.randrange(4):
            case 0 if len(letters) > 2:
                del letters[at]
            case 1:
                letters.insert(at, chance.choice(_LETTERS))
            case 2:
                letters[at] = chance.choice(_LETTERS)
            case _:
                letters[at : at + 2] = reversed(letters[at : at + 2])
    return "".join(letters)


def most_similar(word: str, known: Sequence[str]) -> str | None:
    return next(iter(difflib.get_close_matches(word, known, n=1)), None)


@pytest.mark.parametrize(
    "known", [CODES, tuple(keys_of(Basics)), tuple(keys_of(Work))], ids=["codes", "basics", "work"]
)
def test_the_most_similar_of_all_known_words_is_suggested(known: Sequence[str]) -> None:
    chance = random.Random(0)
    known = tuple(word.casefold() for word in known)
    words = [misspelt(chance.choice(known), chance) for _ in range(300)]
    assert [nearest(word, known) for word in words] == [most_similar(word, known) for word in words]


def test_case_does_not_count_and_the_first_of_several_is_suggested() -> None:
    assert nearest("STARTdate", ["endDate", "startDate", "StartDate"]) == "startDate"
    assert nearest("zzz", ["endDate"]) is None
    assert nearest("", ["endDate"]) is None
    assert nearest("name", []) is None


def test_a_text_is_no_misspelt_word() -> None:
    assert nearest("a" * 100, ["a" * 99]) == "a" * 99
    assert nearest("a" * 20_000, ["a" * 20_001]) is None
    assert nearest("a" * 90, ["a" * 101]) is None


def test_a_suggestion_is_found_without_comparing_all_known_words_closely() -> None:
    """Thousands of unknown tags took a millisecond each."""
    known = [f"tag-{number}" for number in range(200)]
    words = [f"teg-{number}" for number in range(100)]

    def seconds(find: object) -> float:
        assert callable(find)
        start = time.process_time()
        for word in words:
            find(word, known)
        return time.process_time() - start

    assert min(seconds(nearest) for _ in range(3)) * 3 < min(seconds(most_similar) for _ in range(3))
