"""Each format, from a file of its own kind to a resume.yaml that a person has read and found right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resumekit.load import parse
from resumekit.readers import Imported, Original, read
from resumekit.schema import Resume, validate

from .words import missing

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if ".expected" not in path.suffixes)


def imported(path: Path) -> Imported:
    return read(Original(path.name, path.read_bytes()))


def validated(made: Imported) -> Resume:
    return validate(parse(made.data, name="resume.yaml", folder=Path()), today=date(2026, 1, 15))[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_sample_becomes_what_is_expected(path: Path, golden: Callable[[Path, str], None]) -> None:
    made = imported(path)
    said = "".join(f"# {problem.severity}: {problem.message} [{problem.code}]\n" for problem in made.problems)
    golden(path.with_name(f"{path.name}.expected.yaml"), made.data.decode() + (f"\n{said}" if said else ""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_made_of_a_sample_is_valid(path: Path) -> None:
    validated(imported(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_word_of_a_sample_is_missing(path: Path) -> None:
    original = Original(path.name, path.read_bytes())
    assert missing(source_of(original), read(original)) == []


def source_of(original: Original) -> Any:
    return original.values
