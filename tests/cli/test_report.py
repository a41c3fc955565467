"""How a problem is printed: in the style of a compiler, with the right text underlined, on any terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resumekit.cli.problem_output import print_problems
from resumekit.cli.reports.text import format_problem
from resumekit.errors import Problem, SourceLocation


def shown(source: str, column: int, length: int) -> list[str]:
    location = SourceLocation("resume.yaml", 12, column, length, source)
    return format_problem(Problem("unknown-key", "unknown key", location)).split("\n")


def test_a_problem_is_printed_in_the_style_of_a_compiler() -> None:
    location = SourceLocation("resume.yaml", 12, 3, 5, "  emial: ada@example.org")
    problem = Problem("unknown-key", "unknown key 'emial' in basics", location, hint="did you mean 'email'?")
    assert format_problem(problem) == (
        "resume.yaml:12:3: error: unknown key 'emial' in basics [unknown-key]\n"
        "   12 |   emial: ada@example.org\n"
        "      |   ^^^^^\n"
        "      = did you mean 'email'?"
    )


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("not-found", "no such file", file="cv.yaml"), "cv.yaml: error: no such file [not-found]"),
        (Problem("bad-set", "not so", hint="but so"), "error: not so [bad-set]\n  = but so"),
        (Problem("page-count", "two", severity="warning"), "warning: two [page-count]"),
        (Problem("gap", "ends", SourceLocation("a.yaml", 9, 1)), "a.yaml:9:1: error: ends [gap]"),
    ],
)
def test_a_problem_without_a_location_is_printed_on_one_line(problem: Problem, text: str) -> None:
    assert format_problem(problem) == text


@pytest.mark.parametrize(
    ("source", "column", "length", "marks"),
    [
        ("abc", 2, 1, " ^"),
        ("abc", 1, 3, "^^^"),
        ("abc", 4, 1, "   ^"),
        ("\tabc", 2, 3, "\t^^^"),
        ("李, 住所: x", 4, 2, "    ^^^^"),
        ("e\u0301a", 3, 1, " ^"),
        ("a\u0301", 2, 1, " ^"),
        ("\x1b[1mx", 5, 1, "    ^"),
        ("ｆｕｌｌ x", 6, 1, "         ^"),
    ],
)
def test_the_right_text_is_underlined(source: str, column: int, length: int, marks: str) -> None:
    assert shown(source, column, length)[2] == f"      | {marks}"


def test_a_long_line_is_cut_to_an_excerpt() -> None:
    source = "x" * 500 + "HERE" + "y" * 500
    _, line, marks = shown(source, 501, 4)
    assert len(line) <= 130
    assert line[8:].startswith("…x")
    assert line.endswith("y…")
    assert line[marks.index("^") : marks.rindex("^") + 1] == "HERE"


def test_a_very_long_message_is_shortened() -> None:
    text = format_problem(Problem("bad-url", f"'{'x' * 20_000}' is not a web address"))
    assert len(text) < 300
    assert text.endswith("is not a web address [bad-url]")


@given(source=st.text(max_size=300), column=st.integers(1, 301), length=st.integers(1, 300), message=st.text())
@example(source="a" * 121, column=122, length=1, message="")
@example(source="\u202e\x1b[2J\ud800\ufffe", column=1, length=6, message="\x07")
def test_nothing_in_a_problem_moves_the_cursor(source: str, column: int, length: int, message: str) -> None:
    text = format_problem(Problem("gap", message, SourceLocation("a\x1bb", 1, column, length, source), hint=message))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert text.count("\n") <= 3
    text.encode()


def test_colours_are_printed_only_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem("gap", "wrong", SourceLocation("a.yaml", 1, 1, 1, "abc"))
    assert "\x1b[31m" in format_problem(problem, colour=True)
    print_problems([problem])
    assert "\x1b" not in capsys.readouterr().err


def test_only_the_first_hundred_problems_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    print_problems(Problem("gap", f"problem {number}") for number in range(1000))
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 101
    assert told[-1] == "… and 900 more"


def test_an_error_is_printed_however_many_warnings_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    warnings = [
        Problem("gap", f"warning {line}", SourceLocation("resume.yaml", line, 1), severity="warning")
        for line in range(1, 200)
    ]
    print_problems([*warnings, Problem("does-not-fit", "the error")])
    printed = capsys.readouterr().err
    assert "the error" in printed
    assert "… and 100 more" in printed
