"""Reading back: text outside of the page is in the file, but invisible, so it counts as lost."""

from __future__ import annotations

import pytest

from present.resumes import document_of
from resumekit.check import check_read_back
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
def test_text_outside_the_page_is_lost(style: str, lost: list[str]) -> None:
    document = document_of(RESUME)
    view = present(validate(document)[0])
    page = f"<style>@page {{ size: A4 }}</style><p style='{style}; white-space: nowrap'>Ada Example"
    assert [problem.code for problem in check_read_back(document, view, set_html(page).data)] == lost
