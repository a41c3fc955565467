"""Any bytes give a résumé or problems with locations; never a traceback, never a hang."""

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
MAX_SECONDS = 2
"""Maximum CPU time for one input, in seconds."""

pytestmark = [pytest.mark.fuzz] if fuzzing else []


def seeds() -> Iterator[Seed]:
    """Yield every fixture, valid or not; those that can be read three times."""
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
    """Read, validate and present an input; return its problems."""
    try:
        resume, problems = inspect(parse(data, name=name, folder=Path("no-such-folder")), today=date(2026, 1, 1))
    except (LoadError, SchemaError) as error:
        return error.problems
    present(translate(resume))
    return problems


@pytest.mark.parametrize("share", range(SHARES))
def test_any_input_is_handled_in_time(share: int) -> None:
    start = random.SystemRandom().getrandbits(64) if fuzzing else share
    chance = random.Random(start)
    for _ in range(INPUTS // SHARES):
        data, name = any_input(chance, SEEDS)
        try:
            with in_time():
                problems = answer(data, name)
            assert_reported(problems, data)
        except Exception as error:
            raise AssertionError(f"{name}, from {start}: {data[:5000]!r}") from error


def assert_reported(problems: tuple[Problem, ...], data: bytes) -> None:
    """Check that each problem has a message, and a location in the input or at least a file."""
    for problem in problems:
        assert problem.message
        assert problem.location or problem.file
        if problem.location and is_text(data):
            assert_in_the_text(problem.location, data.decode())


@contextmanager
def in_time() -> Iterator[None]:
    """Interrupt the block after the time limit."""

    def stop(number: int, frame: object) -> None:
        raise TimeoutError(f"more than {MAX_SECONDS} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MAX_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def is_text(data: bytes) -> bool:
    """Return whether an input is UTF-8, so that locations in it can be looked up."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
