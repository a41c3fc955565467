"""Kinds of input that once ended in tracebacks, through every entry: each gives a result or problems, in time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import pytest

from resumekit.errors import Problem
from strategies import FUZZ_INPUTS, fuzzing

from . import characters, entries, keys, nesting, pictures, repetition
from .watching import in_time

_Given = TypeVar("_Given")

SHARES = 4 if fuzzing else 1
"""How many parallel tests the inputs of one kind are split into."""

INPUTS = FUZZ_INPUTS if fuzzing else 1_000

pytestmark = [pytest.mark.fuzz] if fuzzing else []


@dataclass(frozen=True)
class Kind(Generic[_Given]):
    """How an input is generated, where it gets in, and its share of all inputs."""

    generate: Callable[[random.Random], _Given]
    enter: Callable[[_Given, Path], Iterable[Problem]]
    share: int


KINDS: dict[str, Kind[Any]] = {
    "nested source": Kind(nesting.source, entries.read, 2000),
    "nested texts": Kind(nesting.text_source, entries.write, 20),
    "nested import": Kind(nesting.foreign, entries.import_, 300),
    "nested BibTeX": Kind(nesting.bibtex, entries.import_, 900),
    "nested Word document": Kind(nesting.docx, entries.import_, 10),
    "nested PDF": Kind(nesting.pdf, entries.import_, 10),
    "repetitive source": Kind(repetition.source, entries.read, 400),
    "repetitive texts": Kind(repetition.source, entries.write, 20),
    "repetitive import": Kind(repetition.foreign, entries.import_, 150),
    "tailoring": Kind(repetition.tailoring, entries.tailor, 300),
    "picture": Kind(pictures.picture, entries.check_picture, 4000),
    "picture shown": Kind(pictures.shown, entries.show_picture, 30),
    "picture typeset": Kind(pictures.shown, entries.typeset_picture, 10),
    "keys in a source": Kind(keys.source, entries.read, 1300),
    "keys in an import": Kind(keys.foreign, entries.import_, 350),
    "characters in options": Kind(characters.options, entries.render, 150),
    "characters in a theme": Kind(characters.theme, entries.render, 30),
    "characters in texts": Kind(characters.texts, entries.write, 20),
    "characters in a Word document": Kind(characters.texts, entries.write_docx, 10),
    "characters in a PDF": Kind(characters.texts, entries.write_pdf, 5),
}
"""Kinds whose inputs take long have small shares."""

ALL_SHARES = sum(kind.share for kind in KINDS.values())
FEWEST = 3
"""How many inputs of a kind are generated at least."""


@pytest.fixture(autouse=True)
def compiled_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the compiled templates of these tests out of the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("name", KINDS)
def test_every_input_is_answered(name: str, share: int, tmp_path: Path) -> None:
    start = random.SystemRandom().getrandbits(64) if fuzzing else 0
    chosen, folder = KINDS[name], tmp_path / "project"
    folder.mkdir()
    for number in range(max(FEWEST, INPUTS * chosen.share // ALL_SHARES // SHARES)):
        given = chosen.generate(random.Random(f"{name} {share} {start} {number}"))
        try:
            with in_time():
                problems = chosen.enter(given, folder)
            assert all(problem.message and problem.code for problem in problems)
        except Exception as error:
            raise AssertionError(f"{name}, from {start}, {share}, {number}: {given!r:.5000}") from error
