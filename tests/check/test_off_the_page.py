"""What is drawn outside the page is in the file, and nobody sees it."""

from __future__ import annotations

import pytest

from present.resumes import document_of
from resumekit.check import check_arrival
from resumekit.present import present
from resumekit.schema import validate
from typeset.builds import set_html

RESUME = "basics: {name: Ada Example}"


@pytest.mark.parametrize(
    ("style", "lost"),
    [
        ("", []),
        ("position: absolute; left: 30mm; top: -30mm", ["lost-text"]),
        ("position: absolute; left: 30mm; top: 300mm", ["lost-text"]),
        ("position: absolute; left: 220mm", ["lost-text"]),
        ("position: absolute; left: -150mm", ["lost-text"]),
    ],
)
def test_a_text_that_hangs_over_the_edge_has_not_arrived(style: str, lost: list[str]) -> None:
    document = document_of(RESUME)
    view = present(validate(document)[0])
    page = f"<style>@page {{ size: A4 }}</style><p style='{style}; white-space: nowrap'>Ada Example"
    assert [problem.code for problem in check_arrival(document, view, set_html(page).data)] == lost
