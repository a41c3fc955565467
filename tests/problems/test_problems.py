"""What a user sees: each file here has one mistake, and NAME.expected is the exact output for it.

To add one: write NAME.yaml or NAME.json, run `pytest --accept tests/problems`, and read NAME.expected as
the person who made the mistake would. Its first line is the exit code.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resumekit.cli import run

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src" / "resumekit"
INPUTS = sorted(path for path in HERE.iterdir() if path.suffix in {".yaml", ".json"})

ELSEWHERE = {"no-revision", "unreadable", "no-source", "too-large", "text-too-long", "bad-set"}
"""Problems with a path, a revision, `--set`, or a file too large to keep here; see tests/load and tests/cli."""


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_bad_input_gets_the_expected_output(
    path: Path,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(HERE)
    monkeypatch.setattr(sys, "argv", ["resumekit", "validate", path.name])
    exit_code = run()
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    golden(path.with_suffix(".expected"), f"exit code {exit_code}\n{said.err}{said.out}")


def answers() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in HERE.glob("*.expected")}


def test_every_input_has_one_answer_and_every_answer_one_input() -> None:
    assert sorted(answers()) == [path.stem for path in sorted(INPUTS, key=lambda path: path.stem)]


def test_every_answer_is_a_problem() -> None:
    problem = re.compile(r"(error|warning|info): .* \[[a-z0-9-]+\]$", re.MULTILINE)
    assert [name for name, text in answers().items() if not problem.search(text)] == []


def codes_in(path: Path) -> Iterator[str]:
    """Yield the problem codes in a module: the first string in each call that creates a problem."""
    makers = {"Problem", "problem", "fail", "PictureError", "PydanticCustomError", "_unknown_name", "_duplicate"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in makers:
            texts = (argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant))
            yield from (text for text in list(texts)[:1] if isinstance(text, str))


def test_every_problem_of_the_input_has_an_example_here() -> None:
    reported = {code for text in answers().values() for code in re.findall(r"\[([a-z0-9-]+)\]$", text, re.M)}
    known = {
        code for package in ("load", "schema") for path in (SOURCE / package).rglob("*.py") for code in codes_in(path)
    }
    assert len(known) > 40
    assert known - reported == ELSEWHERE
