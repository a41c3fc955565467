"""Whatever bytes arrive: a résumé, or problems that say where. Never a traceback, never a wait."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from load.test_any_source import assert_in_the_text
from resumekit.errors import LoadError, Problem, SchemaError
from resumekit.load import parse
from resumekit.present import present
from resumekit.schema import inspect
from resumekit.tailor import translate
from strategies import fuzzing

from .mutations import Seed, any_input

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FIXTURES = [ROOT / "tests", ROOT / "resume.yaml", ROOT / "src", CORPUS]
MAX_SEED = 20_000

SHARES = 20
INPUTS = 200_000 if fuzzing else 1_000
LONGEST = 2
"""Seconds of the processor's time that one input may take."""

pytestmark = [pytest.mark.fuzz] if fuzzing else []


def seeds() -> Iterator[Seed]:
    """Yield every fixture, what was ever right and what was ever wrong; those that can be read three times."""
    for folder in FIXTURES:
        for file in [folder] if folder.is_file() else sorted(folder.rglob("*.*")):
            if file.suffix in {".yaml", ".yml", ".json"} and 0 < file.stat().st_size <= MAX_SEED:
                data = file.read_bytes()
                try:
                    values = parse(data, name=file.name, folder=file.parent).data
                except LoadError:
                    yield Seed(data, file.suffix)
                else:
                    yield from [Seed(data, file.suffix, values)] * 3


SEEDS = list(seeds())


def answer(data: bytes, name: str) -> tuple[Problem, ...]:
    """Read, judge and present an input; return what is said about it."""
    try:
        resume, problems = inspect(parse(data, name=name, folder=Path("no-such-folder")), today=date(2026, 1, 1))
    except (LoadError, SchemaError) as error:
        return error.problems
    present(translate(resume))
    return problems


@pytest.mark.parametrize("share", range(SHARES))
def test_any_input_gets_an_answer_in_time(share: int) -> None:
    start = random.SystemRandom().getrandbits(64) if fuzzing else share
    chance = random.Random(start)
    for _ in range(INPUTS // SHARES):
        data, name = any_input(chance, SEEDS)
        try:
            with in_time():
                problems = answer(data, name)
            assert_told(problems, data)
        except Exception as error:
            raise AssertionError(f"{name}, from {start}: {data[:5000]!r}") from error


def assert_told(problems: tuple[Problem, ...], data: bytes) -> None:
    """Each problem has words, and a place that is in the input, or at least a file."""
    for problem in problems:
        assert problem.message
        assert problem.location or problem.file
        if problem.location and is_text(data):
            assert_in_the_text(problem.location, data.decode())


@contextmanager
def in_time() -> Iterator[None]:
    """Interrupt what takes longer than it may."""

    def stop(number: int, frame: object) -> None:
        raise TimeoutError(f"more than {LONGEST} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def is_text(data: bytes) -> bool:
    """Tell whether an input is UTF-8, so that a place in it can be looked up."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
