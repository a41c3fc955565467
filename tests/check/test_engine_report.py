"""Problems that the engine reports, with their locations in the résumé."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from present.resumes import document_of
from resumekit.check import check
from resumekit.check.engine_report import MAX_LOCATIONS
from resumekit.errors import Problem
from resumekit.load import Document, override, parse
from resumekit.schema import validate
from resumekit.typeset import Artifact
from resumekit.typeset.fit import Fitting
from resumekit.typeset.page_fill import Hole

PDF = Artifact("pdf", b"", pages=1)


def problems_with(artifact: Artifact, document: Document) -> tuple[Problem, ...]:
    return check(document, validate(document)[0], artifact)


def locations_of(document: Document, character: str = "\ue000") -> list[tuple[int, int]]:
    """Return the lines and columns reported for an undrawn character."""
    problems = problems_with(replace(PDF, undrawn=(character,)), document)
    assert {problem.code for problem in problems} == {"undrawn-character"}
    return [(problem.location.line, problem.location.column) for problem in problems if problem.location]


@pytest.mark.parametrize(
    ("text", "locations"),
    [
        pytest.param("basics: {name: A\ue000da}", [(1, 17)], id="plain"),
        pytest.param("basics: {name: 'A\ue000da'}", [(1, 18)], id="single quotes"),
        pytest.param('basics: {name: "A\ue000da"}', [(1, 18)], id="double quotes"),
        pytest.param('basics:\n  name: "A\\uE000da"\n', [(2, 9)], id="escaped: the whole value"),
        pytest.param('basics:\n  name: "A\\\n    \\uE000da"\n', [(2, 9)], id="escaped over two lines"),
        pytest.param("basics:\n  summary: >-\n    first\n    se\ue000cond\n", [(4, 7)], id="folded"),
        pytest.param("basics:\n  summary: |\n    fi\ue000rst\n    second\n", [(3, 7)], id="literal"),
        pytest.param("basics:\n  name: first\n    se\ue000cond\n", [(3, 7)], id="plain over two lines"),
        pytest.param("basics:\n  name: 'first\n    se\ue000cond'\n", [(3, 7)], id="quoted over two lines"),
        pytest.param("basics:\n  summary: |\n    \ue000\n    b\n    \ue000\n", [(3, 5), (5, 5)], id="on two lines"),
        pytest.param("basics: {name: \ue000, label: x\ue000}", [(1, 16), (1, 27)], id="in two values of a line"),
        pytest.param("basics: {name: a}\nwork: [{name: \ue000}]", [(2, 15)], id="in a list"),
        pytest.param("basics: {name: &n \ue000, label: *n}", [(1, 19)], id="repeated by an alias: once"),
        pytest.param("basics: {name: 神經\ue000}", [(1, 18)], id="after wide characters"),
        pytest.param("# \ue000\nbasics: {name: a}", [], id="in a comment only"),
        pytest.param("basics: {name: a}", [], id="nowhere: in the theme"),
    ],
)
def test_an_undrawn_character_is_reported_at_its_locations(text: str, locations: list[tuple[int, int]]) -> None:
    assert locations_of(document_of(text)) == locations


def test_the_location_is_the_character_itself() -> None:
    (problem,) = problems_with(replace(PDF, undrawn=("\ue000",)), document_of("basics: {name: A\ue000da}"))
    assert problem.location
    assert (problem.location.length, problem.location.source) == (1, "basics: {name: A\ue000da}")
    assert "U+E000" in problem.message
    assert problem.severity == "error"
    assert "fonts/" in (problem.hint or "")


def test_a_character_is_named() -> None:
    (problem,) = problems_with(replace(PDF, undrawn=("𓀀",)), document_of("basics: {name: 𓀀}"))
    assert "(U+13000 egyptian hieroglyph a001)" in problem.message


@pytest.mark.parametrize(
    ("name", "column"),
    [pytest.param("A\ue000da", 23, id="as it is"), pytest.param("A\\ue000da", 21, id="escaped: the whole value")],
)
def test_locations_in_json_are_as_exact(name: str, column: int) -> None:
    text = '{"basics": {"name": "' + name + '"}}'
    assert locations_of(parse(text.encode(), name="resume.json", folder=Path())) == [(1, column)]


def test_a_value_from_the_command_line_is_located_there() -> None:
    document = override(document_of("basics: {name: Ada}"), ["basics.name=A\ue000"])
    (problem,) = problems_with(replace(PDF, undrawn=("\ue000",)), document)
    assert problem.location
    assert (problem.location.file, problem.location.column) == ("--set", 14)


def test_at_most_five_locations_are_listed() -> None:
    items = "\n".join(["    - \ue000"] * 50)
    document = document_of(f"work:\n- highlights:\n{items}\n")
    assert MAX_LOCATIONS == 5
    assert locations_of(document) == [(line, 7) for line in range(3, 8)]


def test_the_hint_for_an_undrawn_character_depends_on_the_engine() -> None:
    document = document_of("basics: {name: \ue000}")
    artifact = replace(PDF, undrawn=("\ue000",))
    (by_weasyprint,) = problems_with(replace(artifact, engine="WeasyPrint"), document)
    (by_latex,) = problems_with(replace(artifact, engine="LuaLaTeX"), document)
    assert "fonts/" in (by_weasyprint.hint or "")
    assert "LuaLaTeX" in (by_latex.hint or "")


def test_each_undrawn_character_is_a_problem_of_its_own() -> None:
    document = document_of("basics: {name: \ue000, label: \ue001}")
    problems = problems_with(replace(PDF, undrawn=("\ue000", "\ue001")), document)
    assert [problem.location and problem.location.column for problem in problems] == [16, 26]


def test_a_character_without_a_location_is_an_error_of_the_file() -> None:
    (problem,) = problems_with(replace(PDF, undrawn=("\ue000",)), document_of("basics: {name: a}"))
    assert (problem.location, problem.file, problem.severity) == (None, "resume.yaml", "error")


def test_a_borrowed_font_is_a_warning_that_names_it() -> None:
    (problem,) = problems_with(replace(PDF, borrowed=("Some Sans", "Other")), document_of("{}"))
    assert (problem.code, problem.severity) == ("borrowed-font", "warning")
    assert "Some Sans, Other" in problem.message
    assert problem.hint


def test_a_refused_address_is_an_error() -> None:
    (problem,) = problems_with(replace(PDF, refused=("https://example.org/a.png",)), document_of("{}"))
    assert (problem.code, problem.severity) == ("refused-address", "error")
    assert "https://example.org/a.png" in problem.message


PICTURES = """\
basics:
  image: a photo.png
work:
- images: [{file: b.png, caption: "c.png"}]
- images:
  - c.png
"""
BASE = "https://resume.invalid/"


@pytest.mark.parametrize(
    ("file", "location"),
    [
        ("a%20photo.png", (2, 10)),
        ("b.png", (4, 19)),
        ("c.png", (6, 5)),
    ],
)
def test_a_picture_that_the_engine_could_not_load_is_an_error_with_its_location(
    file: str, location: tuple[int, int]
) -> None:
    remark = f"Failed to load image at '{BASE}{file}': cannot identify image file"
    for artifact in (replace(PDF, refused=(BASE + file,)), replace(PDF, remarks=(remark,))):
        (problem,) = problems_with(artifact, document_of(PICTURES))
        assert (problem.code, problem.severity) == ("lost-picture", "error")
        assert problem.location
        assert (problem.location.line, problem.location.column) == location


@pytest.mark.parametrize(
    ("text", "line"), [("basics:\n  image: a.png", 2), (PICTURES, None), ("basics: {name: Ada}", None)]
)
def test_a_message_without_an_address_is_about_the_only_picture(text: str, line: int | None) -> None:
    (problem,) = problems_with(replace(PDF, remarks=("Unknown image mode: I;16",)), document_of(text))
    assert (problem.code, problem.severity, problem.file) == ("lost-picture", "error", "resume.yaml")
    assert (problem.location and problem.location.line) == line


def test_a_picture_of_the_theme_has_no_location_in_the_résumé() -> None:
    remark = "Failed to load image at 'https://theme.invalid/logo.png': cannot identify image file"
    (problem,) = problems_with(replace(PDF, remarks=(remark,)), document_of("basics: {image: a.png}"))
    assert (problem.code, problem.location) == ("lost-picture", None)


def test_a_message_of_the_engine_is_a_warning() -> None:
    (problem,) = problems_with(replace(PDF, remarks=("Ignored `colr: red`",)), document_of("{}"))
    assert (problem.code, problem.message, problem.severity) == (
        "engine-remark",
        "WeasyPrint: Ignored `colr: red`",
        "warning",
    )


def test_a_good_artifact_has_no_problems() -> None:
    assert problems_with(PDF, document_of("page: {size: A4}")) == ()


@pytest.mark.parametrize(("wanted", "made"), [(1, 2), (2, 1), (1, 20)])
def test_a_wrong_number_of_pages_is_a_warning(wanted: int, made: int) -> None:
    document = document_of(f"page:\n  pages: {wanted}\n")
    (problem,) = problems_with(replace(PDF, pages=made), document)
    assert (problem.code, problem.severity) == ("page-count", "warning")
    assert str(made) in problem.message
    assert problem.location
    assert (problem.location.line, problem.location.column) == (2, 10)


@pytest.mark.parametrize(("text", "pages"), [("page: {pages: 2}", 2), ("page: {pages: 2}", 0), ("page: {size: A5}", 9)])
def test_the_requested_number_of_pages_is_no_problem(text: str, pages: int) -> None:
    assert problems_with(replace(PDF, pages=pages), document_of(text)) == ()


FITTED = Fitting(layouts=3, step=0.5, values=(("density", "0.9"),))


@pytest.mark.parametrize(
    ("made", "fitting", "code", "words"),
    [
        (2, FITTED, "fitted", "fitted to 2 pages with density 0.9 (tried 3 layouts)"),
        (2, replace(FITTED, values=()), None, ""),
        (1, FITTED, "page-count", "the résumé fills 1 page, not 2"),
        (3, replace(FITTED, lines=1), "does-not-fit", "does not fit on 2 pages: 1 line too many"),
        (3, replace(FITTED, lines=2), "does-not-fit", "does not fit on 2 pages: 2 lines too many"),
    ],
)
def test_the_result_of_fitting_is_reported(made: int, fitting: Fitting, code: str | None, words: str) -> None:
    problems = problems_with(replace(PDF, pages=made, fitting=fitting), document_of("page: {pages: 2}"))
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all(words in problem.message for problem in problems)


HOLE = Hole(1, 38.2, "Example Ltd", kept=True)


@pytest.mark.parametrize(
    ("fitting", "code", "severity", "words"),
    [
        (replace(FITTED, layouts=2), "fitted", "info", "fitted to 3 pages with density 0.9 (tried 2 layouts)"),
        (Fitting(1, last=0.124, lines=2, may_save=True), "nearly-empty-page", "warning", "3 pages is only 12% full"),
        (
            Fitting(1, last=0.124, lines=2, may_save=True),
            "nearly-empty-page",
            "warning",
            "`--pages 2` fits it on 2",
        ),
        (Fitting(1, last=0.124, lines=1), "nearly-empty-page", "warning", "shorten the résumé by 1 line to save"),
        (Fitting(1, holes=(HOLE,)), "hole-in-page", "warning", "ends in 38 mm of white space, because 'Example"),
        (Fitting(1, holes=(HOLE,)), "hole-in-page", "warning", "`break: allow`"),
        (
            Fitting(1, holes=(replace(HOLE, kept=False, next=""),)),
            "hole-in-page",
            "warning",
            "of white space shorten or",
        ),
    ],
)
def test_what_a_page_did_by_itself_is_reported(fitting: Fitting, code: str, severity: str, words: str) -> None:
    (problem,) = problems_with(replace(PDF, pages=3, fitting=fitting), document_of("basics: {name: Ada}"))
    assert (problem.code, problem.severity, problem.location) == (code, severity, None)
    assert words in f"{problem.message} {problem.hint}"
    (problem,) = problems_with(replace(PDF, pages=3, fitting=fitting), document_of("page: {pages: auto}"))
    assert problem.location
    assert problem.location.column == len("page: {pages: ") + 1
    assert problems_with(replace(PDF, pages=3), document_of("page: {pages: free}")) == ()


def test_a_résumé_that_does_not_fit_gets_a_hint_with_its_longest_entries() -> None:
    fitting = replace(FITTED, lines=2, heaviest=(("Example Ltd", 9), ("Other", 1)))
    (problem,) = problems_with(replace(PDF, pages=2, fitting=fitting), document_of("page: {pages: 1}"))
    assert "Example Ltd: 9 lines; Other: 1 line" in (problem.hint or "")
