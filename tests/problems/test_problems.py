"""What a user sees: each file here is wrong in one way, and NAME.expected is the exact answer to it.

To add one: write NAME.yaml or NAME.json, run `pytest --accept tests/problems`, and read NAME.expected as the person
would who made the mistake. Its first line is the exit code.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from resumekit.cli import run

HERE = Path(__file__).parent
INPUTS = sorted(path for path in HERE.iterdir() if path.suffix in {".yaml", ".json"})


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_bad_input_gets_its_answer(
    path: Path,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(HERE)
    monkeypatch.setattr(sys, "argv", ["resumekit", "validate", path.name])
    exit_code = run()
    said = capsys.readouterr()
    golden(path.with_suffix(".expected"), f"exit code {exit_code}\n{said.err}{said.out}")


def test_no_answer_is_without_its_input() -> None:
    answers = {path.stem for path in HERE.glob("*.expected")}
    assert answers == {path.stem for path in INPUTS}


def test_no_two_inputs_share_an_answer() -> None:
    assert len({path.stem for path in INPUTS}) == len(INPUTS)
