"""The line with which a build ends on a terminal."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from resumekit.cli.build import pages_made
from resumekit.pipeline import BuildResult


@pytest.mark.parametrize(
    ("pages", "fitted", "words"),
    [
        (0, {}, ""),
        (1, {}, " (1 page)"),
        (2, {}, " (2 pages)"),
        (2, {"resume": "density 0.93"}, " (2 pages, fitted: density 0.93)"),
        (5, {"a": "density 0.93", "b": "size 9pt"}, " (5 pages, fitted: a: density 0.93; b: size 9pt)"),
    ],
)
def test_it_says_what_was_changed(pages: int, fitted: Mapping[str, str], words: str) -> None:
    assert pages_made(BuildResult({}, (), pages, (), fitted)) == words
