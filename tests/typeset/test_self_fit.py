"""Pages that fit by themselves: when a page changes, how far at most, and what is reported if that is not enough."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.resumes import document_of
from resumekit.pipeline.page_fit import self_fit_of
from resumekit.theming import Design
from resumekit.typeset import Folders, TypesetRequest, typeset
from resumekit.typeset.fit import Fit, Fitting, Range
from resumekit.typeset.page_fill import Page
from resumekit.typeset.self_fit import SelfFit, Shrinkage, is_no_emptier
from theming.themes import BUILT_IN, built_in

NOTHING = Fit(1, None, None)
FREE = SelfFit(Range(1, 0.8, 1.25), Range(1.4, 1.28, 1.4), Range(10, 9.6, 10), NOTHING)
STYLE = """
@page { size: 100mm 100mm; margin: 10mm }
:root { --density: 1; --leading: 1.4; --size: 10pt }
* { margin: 0; padding: 0 }
body { font: var(--size)/var(--leading) Inter; orphans: 2; widows: 2 }
h3 { font-size: 1em }
p { margin-bottom: calc(10pt * var(--density)) }
article { break-inside: avoid }
"""
LINE = "<p>text</p>"


def block(lines: int, title: str = "Title", *, attributes: str = "") -> str:
    """Return an entry that stays on one page."""
    return f"<article{attributes}><h3>{title}</h3>{'text<br>' * (lines - 1)}</article>"


def fitted(body: str, wanted: SelfFit = FREE) -> tuple[int, Fitting]:
    """Return the number of pages of 227 points each, where a paragraph of one line takes 14 and 10 below it."""
    html = f"<!doctype html><html lang=en><title>A page</title><style>{STYLE}</style><body>{body}</html>"
    made = typeset(TypesetRequest(html, Folders(Path("none"), ()), fit=wanted))
    assert made.fitting
    return made.pages, made.fitting


def test_a_full_page_is_laid_out_once() -> None:
    assert fitted(LINE * 9) == (1, Fitting(1))
    assert fitted(LINE * 16) == (2, Fitting(1))  # the second page is more than a quarter full


def test_a_line_on_the_last_page_is_saved_by_spacing_alone() -> None:
    pages, fitting = fitted(LINE * 10)
    assert (pages, fitting.layouts, fitting.last, fitting.holes) == (1, 2, None, ())
    ((name, value),) = fitting.values
    assert name == "density"
    assert 0.85 <= float(value) < 1


def test_then_the_leading_shrinks_and_then_the_size() -> None:
    pages, fitting = fitted(LINE * 10, replace(FREE, density=Range(1, 0.95, 1)))
    assert (pages, [name for name, _ in fitting.values]) == (1, ["density", "leading"])
    assert 1.28 <= float(dict(fitting.values)["leading"]) < 1.4
    pages, fitting = fitted(LINE * 11)
    assert (pages, [name for name, _ in fitting.values]) == (1, ["density", "leading", "size"])
    pages, fitting = fitted(LINE * 11, replace(FREE, leading=None, density=Range(1, 0.9, 1)))
    assert (pages, fitting.values) == (2, ())
    pages, fitting = fitted(LINE * 10, replace(FREE, density=None, leading=None))
    assert (pages, [name for name, _ in fitting.values]) == (1, ["size"])
    assert fitting.values[0][1] in {"9.6pt", "9.7pt", "9.8pt"}


def test_a_page_that_cannot_be_saved_is_left_as_it_is_and_reported() -> None:
    pages, fitting = fitted(LINE * 10, SelfFit(None, None, None, NOTHING))
    assert (pages, fitting.layouts, fitting.values, fitting.lines) == (2, 1, (), 1)
    assert fitting.last == pytest.approx(14 / 226.8, abs=0.005)
    assert not fitting.may_save


def test_asking_for_fewer_pages_is_recommended_only_if_it_helps() -> None:
    for least, helps in ((0.5, True), (0.99, False)):
        kept = SelfFit(None, None, None, Fit(1, Range(1, least, 1), None))
        assert fitted(LINE * 10, kept)[1].may_save is helps


@pytest.mark.parametrize("margins", [(10,), (10, 10), (10, 10, 10), (10, 10, 10, 10)])
def test_margins_that_may_shrink_save_a_page(margins: tuple[int, ...]) -> None:
    least = tuple(Range(margin, 9.8, 10) for margin in margins)
    assert fitted(LINE * 10, SelfFit(None, None, None, Fit(1, None, None, least)))[1].may_save is False
    least = tuple(Range(margin, 7, 10) for margin in margins)
    assert fitted(LINE * 10, SelfFit(None, None, None, Fit(1, None, None, least)))[1].may_save is True


def test_a_hole_is_closed_if_little_is_missing() -> None:
    pages, fitting = fitted(LINE * 5 + block(8) + LINE * 8)  # 120 and 112 of 227 points
    assert (pages, fitting.holes, fitting.last) == (2, (), None)
    assert dict(fitting.values).keys() == {"density", "leading"}


def test_a_hole_that_stays_is_reported_with_what_comes_next() -> None:
    pages, fitting = fitted(LINE * 5 + block(12, "Engineer", attributes=' class="entry short"') + LINE * 2)
    (hole,) = fitting.holes
    assert (pages, fitting.values, hole.page, hole.next, hole.kept) == (2, (), 1, "Engineer", True)
    assert hole.height == pytest.approx((226.8 - 110) * 25.4 / 72, abs=1)
    _, fitting = fitted(LINE * 5 + block(12) + LINE * 2)
    assert not fitting.holes[0].kept


def test_no_hole_is_closed_at_the_cost_of_a_nearly_empty_page() -> None:
    _, before = fitted(LINE * 5 + block(8) + LINE * 2, SelfFit(None, None, None, NOTHING))
    assert before.holes
    pages, fitting = fitted(LINE * 5 + block(8) + LINE * 2)
    assert (pages, fitting.values, fitting.holes) == (2, (), before.holes)


def page(foot: float) -> Page:
    return Page(None, 100.0, foot, 15.0, forced=False)


def test_a_nearly_empty_page_does_not_become_emptier() -> None:
    before = [page(80), page(90), page(20)]
    assert not is_no_emptier([page(95), page(90), page(10)], before)
    assert is_no_emptier([page(95), page(90), page(22)], before)
    assert is_no_emptier([page(95), page(90), page(30)], [page(80), page(90), page(60)])
    assert is_no_emptier([page(95), page(10)], before)


def test_a_page_break_that_the_résumé_asks_for_leaves_no_hole_and_no_nearly_empty_page() -> None:
    assert fitted(LINE * 3 + block(2, attributes=' style="break-before: page"')) == (2, Fitting(1))


@pytest.mark.parametrize(("lines", "opened"), [(3, False), (4, True), (5, True), (7, False)])
def test_a_page_with_room_opens_up_but_a_draft_does_not(lines: int, opened: bool) -> None:
    pages, fitting = fitted(LINE * lines)
    assert (pages, fitting.layouts, bool(fitting.values)) == (1, 1 + opened, opened)
    assert all(1.1 <= float(value) <= 1.25 for _, value in fitting.values)


def test_a_picture_fills_a_page_like_a_text() -> None:
    picture = '<img alt="" style="display: block; height: 60mm; width: 10mm" src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>">'
    assert fitted(picture + block(8) + LINE * 5) == (2, Fitting(1))


def test_what_the_résumé_sets_does_not_change() -> None:
    document = document_of("basics: {name: Ada}")
    free = self_fit_of(Design.of(built_in("modern"), {}, None, document))
    assert free.density
    assert free.leading
    assert free.size
    assert (free.density.least, free.density.most, free.leading.least) == (0.8, 1.25, 1.28)
    assert free.size.least == pytest.approx(free.size.now - 0.4)
    for name, value in {"density": "1", "leading": "1.38", "size": "10pt"}.items():
        kept = self_fit_of(Design.of(built_in("modern"), {name: value}, None, document))
        assert getattr(kept, name) is None
        assert [kept.density, kept.leading, kept.size].count(None) == 1


@pytest.mark.parametrize("theme", BUILT_IN)
def test_the_bounds_of_a_theme_hold(theme: str) -> None:
    design = Design.of(built_in(theme), {}, None, document_of("basics: {name: Ada}"))
    options, fit = design.theme.manifest.options, self_fit_of(design)
    for name, allowed in (("density", fit.density), ("leading", fit.leading), ("size", fit.size)):
        option = options[name]
        assert allowed
        assert float(getattr(option, "min").removesuffix("pt")) <= allowed.least <= allowed.now <= allowed.most  # noqa: B009


def test_a_theme_without_these_options_is_left_alone(project: Path) -> None:
    (project / "theme.yaml").write_text("name: bare\nsummary: A theme without options\n", encoding="utf-8")
    (project / "resume.html.j2").write_text("", encoding="utf-8")
    from resumekit.theming import find_theme

    design = Design.of(find_theme(str(project), project=project), {}, None, document_of("basics: {name: Ada}"))
    fit = self_fit_of(design)
    assert (fit.density, fit.leading, fit.size) == (None, None, None)


heights = st.floats(0, 1000)


@given(st.tuples(heights, heights, heights), heights, st.floats(0, 3))
def test_an_estimated_step_shrinks_by_enough(parts: tuple[float, float, float], height: float, start: float) -> None:
    shrinkage = Shrinkage(parts)
    step = shrinkage.step_for(height, start)
    left = shrinkage.at(3) - shrinkage.at(start)
    if step is None:
        assert left < height or left <= 0
    else:
        assert start <= step <= 3
        assert shrinkage.at(step) - shrinkage.at(start) >= min(height, left) * 0.99 - 1e-6


@given(st.floats(0.001, 3), st.floats(0.001, 3))
def test_a_further_step_never_grows(one: float, other: float) -> None:
    less, more = (dict(FREE.values(step)) for step in sorted((one, other)))
    for name, most, least in (("density", 1, 0.8), ("leading", 1.4, 1.28), ("size", 10, 9.6)):
        values = [float(found.get(name, str(most)).removesuffix("pt")) for found in (less, more)]
        assert least <= values[1] <= values[0] <= most
