"""The reading order of an extractor that guesses columns: dates may be a little late, but not far from their entry."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from resumekit.contract.outline import Outline, Owner
from resumekit.contract.reading_order import _in_columns

ENTRY = Owner(1, 1)
OUTLINE = Outline(owners={"word001": ENTRY, "1001": ENTRY}, core={"word001"})
RENDER: Any = SimpleNamespace(sample=SimpleNamespace(words={"word001": "work[].name", "1001": "work[].endDate"}))


@pytest.mark.parametrize(("distance", "codes"), [(0, []), (600, []), (601, ["text-torn-apart"])])
def test_dates_may_be_read_600_characters_from_their_entry(distance: int, codes: list[str]) -> None:
    page = [("word001", 0), ("1001", distance)]
    assert [finding.code for finding in _in_columns(RENDER, "pdftotext", [page], OUTLINE)] == codes


def test_only_the_median_distance_counts() -> None:
    pages = [[("word001", 0), ("1001", distance)] for distance in (10, 20, 9_000)]
    assert list(_in_columns(RENDER, "pdftotext", pages, OUTLINE)) == []
