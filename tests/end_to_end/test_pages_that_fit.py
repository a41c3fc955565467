"""A page that fits by itself, as a user builds it: résumés a little too long, what the user sets, letters, formats."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from conftest import ROOT, Run
from present.resumes import document_of
from resumekit.codes import Code
from resumekit.pipeline import BuildOptions, BuildResult, build

GRADUATE = ROOT.parent / "shared" / "cases" / "page" / "graduate.yaml"
HEAD = "basics: {name: Ada Example, label: Analyst, email: ada@example.org}\nwork:\n"


def résumé(bullets: int, rest: str = "") -> str:
    """Return a résumé with a number of bullets, three for each job, and further keys."""
    jobs = [min(3, bullets - first) for first in range(0, bullets, 3)]
    job = "- {{name: Example {}, position: Analyst, startDate: 2020-01, endDate: 2021-01, highlights: [{}]}}\n"
    return (
        HEAD + "".join(job.format(index, ", ".join(["Some words"] * count)) for index, count in enumerate(jobs)) + rest
    )


def made(text: str, *formats: str, theme: str = "modern") -> BuildResult:
    options = BuildOptions(theme=theme, formats=formats or ("pdf",), output=None, verify=False, dpi=30)
    return build(document_of(text), options)


@cache
def least_bullets_on_two_pages() -> int:
    """Return how many bullets are just too many for one page, left alone."""
    fits, too_many = 3, 120
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        is_one = made(résumé(middle, "page: {pages: free}")).pages == 1
        fits, too_many = (middle, too_many) if is_one else (fits, middle)
    return too_many


def codes_in(result: BuildResult) -> set[Code]:
    codes: set[Code] = {"fitted", "nearly-empty-page", "hole-in-page"}
    return codes.intersection(problem.code for problem in result.problems)


def test_a_few_lines_on_a_second_page_are_saved() -> None:
    bullets = least_bullets_on_two_pages()
    free, fitted = made(résumé(bullets, "page: {pages: free}")), made(résumé(bullets))
    assert (free.pages, codes_in(free), free.fitted) == (2, set(), {})
    assert (fitted.pages, codes_in(fitted)) == (1, {"fitted"})
    assert fitted.fitted["resume"].startswith("density 0.")
    assert made(résumé(bullets, "page: {pages: auto}")).artifacts == fitted.artifacts == made(résumé(bullets)).artifacts


def test_every_format_with_pages_shows_the_fitted_page() -> None:
    result = made(résumé(least_bullets_on_two_pages()), "png", "pdf")
    assert list(result.artifacts) == ["resume-1.png", "resume.pdf"]
    assert result.fitted.keys() == {"resume"}


def test_what_the_user_sets_stays_and_the_rest_is_reported() -> None:
    kept = 'theme: {name: modern, density: "1", leading: "1.38", size: 9.4pt}\n'
    result = made(résumé(least_bullets_on_two_pages(), kept), theme="modern")
    assert (result.pages, result.fitted) == (2, {})
    (problem,) = (problem for problem in result.problems if problem.code == "nearly-empty-page")
    assert problem.severity == "warning"
    assert problem.location is None
    assert "--pages 1" in (problem.hint or "")
    asked = made(résumé(least_bullets_on_two_pages(), kept + "page: {pages: 1}"))
    assert asked.pages == 1


def test_a_letter_is_as_long_as_it_is(write_resume: Callable[..., Path]) -> None:
    write_resume("basics: {name: Ada Example}")
    for paragraphs in (6, 9, 12, 15):  # of which some are as short as a résumé that opens up
        body = "\n  \n  ".join(["Some words."] * paragraphs)
        letter = write_resume(f"resume: resume.yaml\nsubject: Application\nbody: |\n  {body}\n", "letter.yaml")
        result = build(letter, BuildOptions(output=None, verify=False))
        assert (result.pages, result.fitted, codes_in(result)) == (1, {}, set())


def test_each_edition_is_fitted_alone(project: Path, write_resume: Callable[..., Path]) -> None:
    variants = "variants: {short: {hide: [work]}, whole: {locale: en}, free: {page: {pages: free}}}"
    path = write_resume(résumé(least_bullets_on_two_pages(), variants))
    result = build(path, BuildOptions(output=None, all=True))
    assert (result.pages, set(result.fitted)) == (1 + 1 + 2, {"resume-whole"})


@pytest.mark.skipif(not GRADUATE.exists(), reason="the case is not there")
def test_the_graduate_fits_one_page() -> None:
    result = build(GRADUATE, BuildOptions(theme="modern", output=None))
    assert result.pages == 1


@pytest.mark.parametrize(("typed", "marked"), [("0", "^"), ("x", "^"), ("[1]", "^^^"), ("21", "^^")])
def test_a_problem_with_pages_is_located_in_that_option(
    write_resume: Callable[..., Path], invoke: Callable[..., Run], typed: str, marked: str
) -> None:
    write_resume("basics: {name: Ada}")
    done = invoke("build", "--pages", typed)
    assert done.exit_code == 4
    first, source, marks, *_ = done.stderr.splitlines()
    assert first.startswith("--pages:1:1: error: expected auto, free or a whole number from 1 to 20")
    assert (source.split()[-1], marks.split()[-1]) == (typed, marked)


def test_pages_on_the_command_line_leave_all_alone_or_not(
    write_resume: Callable[..., Path], invoke: Callable[..., Run]
) -> None:
    write_resume(résumé(least_bullets_on_two_pages(), "page: {pages: free}"))
    assert "fitted" not in invoke("build", "-v").stderr
    assert "fitted to 1 page with density 0." in invoke("build", "-v", "--pages", "auto").stderr


def test_the_project_of_a_beginner_builds_without_a_word(project: Path, run: Callable[..., Run]) -> None:
    assert run("new", project / "mine").exit_code == 0
    done = run("build", "--strict", project / "mine/resume.yaml")
    assert (done.exit_code, done.stderr) == (0, "")
