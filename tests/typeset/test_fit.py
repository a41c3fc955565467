"""Fitting to a number of pages: within the bounds of the theme, in at most five layouts, with a clear message."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from present.resumes import document_of
from resumekit.pipeline.page_fit import fit_of
from resumekit.present import present
from resumekit.schema import validate
from resumekit.theming import Design, render_html
from resumekit.typeset import Artifact, Folders, TypesetRequest, typeset
from resumekit.typeset.fit import Fit, Range, fit
from theming.themes import built_in


def resume_of(jobs: int, bullets: int = 4) -> str:
    job = (
        "- {name: Example %d, position: Analyst, startDate: 2020, highlights: ["
        + ", ".join(["Some words"] * bullets)
        + "]}"
    )
    return "basics: {name: Ada}\nwork:\n" + "\n".join(job % number for number in range(jobs))


def fitted(text: str, pages: int, theme: str = "modern") -> Artifact:
    document = document_of(text)
    view = present(validate(document)[0])
    design = Design.of(built_in(theme), {}, None, document)
    folders = Folders(Path("none"), design.theme.lookup)
    return typeset(TypesetRequest(render_html(view, design), folders, fit=fit_of(design, pages)))


def test_a_slightly_too_long_résumé_is_made_to_fit() -> None:
    made = fitted(resume_of(9), 1)
    assert made.pages == 1
    assert made.fitting
    assert 0 < made.fitting.step < 1
    assert 2 < made.fitting.layouts <= 5
    assert dict(made.fitting.values)["density"] < "1"


def test_a_far_too_long_résumé_reports_the_excess_and_the_longest_entries() -> None:
    made = fitted(resume_of(12) + "\n- {name: Long Ltd, highlights: [" + ", ".join(["word"] * 40) + "]}", 1)
    assert made.pages > 1
    assert made.fitting
    assert (made.fitting.step, made.fitting.layouts) == (1.0, 2)
    assert made.fitting.lines > 10
    titles = [title for title, _ in made.fitting.heaviest]
    assert titles[0] == "Long Ltd"
    assert made.fitting.heaviest[0][1] == 41
    assert made.fitting.heaviest[1] == ("Analyst Example 0", 6)


def test_a_half_empty_last_page_is_filled() -> None:
    natural, filled = fitted(resume_of(7), 2), fitted(resume_of(7), 1)
    assert natural.pages <= 2
    assert filled.pages == 1
    assert filled.fitting
    assert filled.fitting.step < 0
    assert dict(filled.fitting.values)["density"] > "1"


def test_a_résumé_that_already_fits_is_left_unchanged() -> None:
    def full(style: str) -> object:
        return Stub(1, 0.95)

    _, fitting = fit(full, Fit(1, None, None))
    assert (fitting.layouts, fitting.step, fitting.values) == (1, 0.0, ())


class Stub:
    """A document with a number of pages, each filled to a given part."""

    def __init__(self, pages: int, filled: float) -> None:
        self.pages = [StubPage(filled)] * pages


class StubPage:
    def __init__(self, filled: float) -> None:
        self._page_box = StubBox(filled)


class LineBox:
    position_y, height = 0.0, 0.0
    element = None


class StubBox:
    element = None
    height = 100.0

    def __init__(self, filled: float) -> None:
        line = LineBox()
        line.height = 100 * filled
        self.children = [line]

    def content_box_y(self) -> float:
        return 0.0


class StepsAsStyles(Fit):
    """A fit whose style is the step itself."""

    def style(self, step: float) -> str:
        return str(step)


@pytest.mark.parametrize("threshold", [0.01, 0.2, 0.5, 0.77, 0.99, 1.0])
def test_the_largest_page_that_fits_is_found_in_five_layouts(threshold: float) -> None:
    tried: list[float] = []

    def render(style: str) -> Stub:
        tried.append(float(style or 0))
        return Stub(1 if tried[-1] >= threshold else 2, 0.5)

    _, fitting = fit(render, StepsAsStyles(1, None, None))
    assert fitting.layouts == len(tried) <= 5
    assert fitting.step == min(step for step in tried if step >= threshold)
    assert fitting.step - threshold <= 1 / 8 or fitting.step == 1


@pytest.mark.parametrize("threshold", [-0.01, -0.2, -0.5, -0.77, -1.0])
def test_a_page_is_filled_as_far_as_possible(threshold: float) -> None:
    tried: list[float] = []

    def render(style: str) -> Stub:
        tried.append(float(style or 0))
        return Stub(1 if tried[-1] >= threshold else 2, 0.5)

    _, fitting = fit(render, StepsAsStyles(1, None, None))
    assert fitting.layouts == len(tried) <= 5
    assert fitting.step == min(step for step in tried if step >= threshold)


def test_spacing_shrinks_before_sizes_and_sizes_before_margins() -> None:
    wanted = Fit(1, Range(1.0, 0.7, 1.5), Range(10.0, 9.0, 11.0), (Range(18.0, 12.0, 18.0),))
    assert dict(wanted.values(0.2)) == {"density": "0.82"}
    assert dict(wanted.values(0.5)) == {"density": "0.70", "size": "9.50pt"}
    assert "@page" not in wanted.style(0.6)
    assert "@page {margin: 12.00mm}" in wanted.style(1)
    assert dict(wanted.values(-1)) == {"density": "1.50", "size": "11.00pt"}
    assert "@page" not in wanted.style(-1)
    assert wanted.style(0) == ":root {}"


def test_pages_on_the_command_line(write_resume: Callable[..., Path], invoke: Callable[..., Run]) -> None:
    write_resume(resume_of(9))
    done = invoke("build", "--pages", "1", "-v")
    assert done.exit_code == 0
    assert "[fitted]" in done.stderr
    write_resume(resume_of(40))
    done = invoke("build", "--pages", "1")
    assert done.exit_code == 6
    assert "[does-not-fit]" in done.stderr
    assert "lines too many" in done.stderr
