"""Reading back: lost texts and links are errors with their locations; text outside of the page counts as lost."""

from __future__ import annotations

import pytest

from present.resumes import document_of
from resumekit.check import check_read_back, read_back
from resumekit.errors import Problem
from resumekit.pdfium import TextAndLinks
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


def problems_with(monkeypatch: pytest.MonkeyPatch, source: str, text: str, *links: str) -> tuple[Problem, ...]:
    """Return the problems of a résumé whose PDF has a text and links."""
    monkeypatch.setattr(read_back, "read_pdf", lambda pdf: TextAndLinks((text,), frozenset(links)))
    document = document_of(source)
    return check_read_back(document, present(validate(document)[0]), b"")


@pytest.mark.parametrize(
    ("url", "extracted", "lost"),
    [
        ("https://example.org/a#", "https://example.org/a", False),
        ("https://example.org/a%20b", "https://example.org/a b", False),
        ("https://example.org/a#b", "https://example.org/a", True),
        ("https://example.org/a", "https://example.org/b", True),
    ],
)
def test_links_are_compared_by_their_targets(
    monkeypatch: pytest.MonkeyPatch, url: str, extracted: str, lost: bool
) -> None:
    source = f"sections: [{{title: T, id: t, text: '[x](<{url}>)'}}]"
    problems = problems_with(monkeypatch, source, "T x", extracted)
    assert [problem.code for problem in problems] == ["lost-link"] * lost


@pytest.mark.parametrize(("length", "shown"), [(60, "a" * 60), (61, "a" * 57 + "…")])
def test_a_long_lost_text_is_shortened(monkeypatch: pytest.MonkeyPatch, length: int, shown: str) -> None:
    (problem,) = problems_with(monkeypatch, f"basics: {{name: {'a' * length}}}", "")
    assert problem.message.endswith(f": '{shown}'")


def test_a_lost_text_is_located_at_an_equal_value_first(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "basics:\n  summary: Ada Example writes\n  name: Ada Example\n"
    problems = problems_with(monkeypatch, source, "Ada, who writes")
    (lost,) = (problem for problem in problems if "'Ada Example'" in problem.message)
    assert lost.location
    assert lost.location.line == 3


def test_without_pdfium_the_pdf_is_not_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_back, "read_pdf", lambda pdf: None)
    document = document_of(RESUME)
    (problem,) = check_read_back(document, present(validate(document)[0]), b"")
    assert (problem.code, problem.severity) == ("not-verified", "warning")


RANGE = "work: [{name: X, startDate: 2019-04, endDate: 2021-03}]"


@pytest.mark.parametrize(
    ("extracted", "lost"),
    [
        ("X Apr 2019 – Mar 2021", False),
        ("Apr 2019 X\nMar 2021 X (end)", False),
        ("Apr 2019 X", True),
        ("X – Mar 2021", True),
    ],
)
def test_the_dates_of_a_range_may_be_in_rows_of_their_own(
    monkeypatch: pytest.MonkeyPatch, extracted: str, *, lost: bool
) -> None:
    codes = [problem.code for problem in problems_with(monkeypatch, RANGE, f"{extracted} Experience")]
    assert codes == (["lost-text"] if lost else [])
