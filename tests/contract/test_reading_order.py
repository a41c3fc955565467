"""The reading order that every extractor has to keep, also one that guesses columns: no date is read late."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from present.resumes import document_of
from resumekit.contract.reading_order import wrong_reading_order
from resumekit.present import present
from resumekit.schema import validate

RESUME = """
basics: {name: Ada}
work:
- {position: word001, name: word002, location: word003, startDate: 1001, endDate: 1002, highlights: [word004]}
- {position: word005, startDate: 1003, highlights: [word006]}
titles: {work: word000}
"""
WORDS = ["word000", "word001", "word002", "word003", "1001", "1002", "word004", "word005", "1003", "word006"]
VIEW = present(validate(document_of(RESUME))[0])


def codes(text: str) -> list[str]:
    """Return the codes of what is wrong if an extractor returns a text."""
    sample = SimpleNamespace(name="order", words={word: word for word in WORDS})
    render: Any = SimpleNamespace(sample=sample, view=VIEW, extracted={"pdftotext": (text,)}, text_runs=())
    return [finding.code for finding in wrong_reading_order(render)]


@pytest.mark.parametrize(
    "text",
    [
        "word000 word001 word002 word003 1001 1002 word004 word005 1003 word006",
        "word000 1001 1002 word001 word002 word003 word004 1003 word005 word006",
    ],
)
def test_dates_may_be_anywhere_in_the_head_of_their_entry(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("word000 word001 word002 word003 word004 1001 1002 word005 1003 word006", "text-out-of-order"),
        ("word000 word001 word002 1001 1002 word004 word003 word005 1003 word006", "text-out-of-order"),
        ("word000 word001 word002 word003 1001 word004 word005 1003 word006 1002", "text-torn-apart"),
        ("word001 word002 word003 1001 1002 word004 word005 word006 word000 1003", "text-out-of-order"),
    ],
)
def test_nothing_of_a_head_is_read_after_the_text_below_it(text: str, code: str) -> None:
    assert code in codes(text)
